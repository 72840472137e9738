import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addBias } from "../../../src/arrays/add-bias";
import { argmax } from "../../../src/arrays/argmax";
import { columnSums } from "../../../src/arrays/column-sums";
import { dot } from "../../../src/arrays/dot";
import { map, mapPairs } from "../../../src/arrays/map";
import { nj } from "../../../src/arrays/nj";
import { Random } from "../../../src/arrays/random";
import { toNdArray } from "../../../src/arrays/to-ndarray";
import { useEngine } from "../../../src/arrays/wasm/engine";
import { Dataset } from "../../../src/datasets/dataset";
import { readIdx } from "../../../src/datasets/idx";
import { spiral } from "../../../src/datasets/spiral";
import { twoMoons } from "../../../src/datasets/two-moons";
import { compare } from "../../../src/graph/drawing/compare";
import { graph } from "../../../src/graph/drawing/drawn-graph";
import { fails } from "../../../src/judging/fails";
import { gradientCheck } from "../../../src/judging/gradient-check";
import { numericGradient } from "../../../src/judging/numeric-gradient";
import { AddLayer } from "../../../src/layers/add";
import { Affine } from "../../../src/layers/affine";
import { eachPair } from "../../../src/layers/each";
import { MulLayer } from "../../../src/layers/mul";
import { Relu } from "../../../src/layers/relu";
import { Sigmoid } from "../../../src/layers/sigmoid";
import { SoftmaxWithLoss } from "../../../src/layers/softmax-with-loss";
import { lesson } from "../../../src/lessons/lesson";
import { accuracy } from "../../../src/network/accuracy";
import { Adam } from "../../../src/network/adam";
import { initialWeights } from "../../../src/network/initial-weights";
import { loadParameters } from "../../../src/network/load-parameters";
import { Momentum } from "../../../src/network/momentum";
import { multiLayerNet } from "../../../src/network/multi-layer-net";
import { Network } from "../../../src/network/network";
import { predict } from "../../../src/network/predict";
import { saveParameters } from "../../../src/network/save-parameters";
import { SGD } from "../../../src/network/sgd";
import { Trainer } from "../../../src/network/trainer";
import { emit } from "../../../src/show/emit";
import { figureBundle } from "../../../src/show/figure-bundle";
import { liveChart } from "../../../src/show/live-chart";
import { progress } from "../../../src/show/progress";
import { show } from "../../../src/show/show";
import { setLanguage } from "../../../src/text/language";

// biome-ignore lint/suspicious/noExplicitAny: wrong arguments are what this is about
const wrong = (value: unknown): any => value;
const mul = () => new MulLayer();
const forwarded = <Made extends { forward(x: never): unknown }>(layer: Made, x: unknown): Made => {
  layer.forward(x as never);
  return layer;
};
const W = () =>
  toNdArray([
    [1, 2, 3],
    [4, 5, 6],
  ]);
const net = () => new Network({ Affine1: new Affine(W(), [0, 0, 0]) });
const x34 = () => nj.zeros([3, 4], "float64");
const points = () =>
  new Dataset(
    [
      [0, 1],
      [2, 3],
    ],
    [0, 1],
  );
const ended = () => {
  const chart = liveChart({ series: ["loss"] });
  Object.assign(globalThis, { [Symbol.for("tslab.display")]: () => undefined });
  try {
    chart.end();
  } finally {
    Object.assign(globalThis, { [Symbol.for("tslab.display")]: undefined });
  }
  return chart;
};

const product = () => {
  const g = graph();
  g.mul(g.input("x", 2), g.input("y", 3), "out");
  return g;
};
const forwardedGraph = () => {
  const g = product();
  g.forward();
  return g;
};
const grownGraph = () => {
  const g = forwardedGraph();
  g.add(g.nodes[2], 1);
  return g;
};
const resetGraph = () => {
  const g = forwardedGraph();
  g.set("x", 5);
  return g;
};
/** Three nodes in a row, of which some are folded. */
const fold = (...names: string[][]) => {
  const g = graph();
  const a = g.add(g.input("x", 1), 1, "a");
  const c = g.add(g.add(a, 1, "b"), 1, "c");
  const nodes: Record<string, typeof a> = { a, c };
  for (const [i, some] of names.entries()) {
    g.fold(
      `fold${i + 1}`,
      some.map((name) => nodes[name]),
    );
  }
};
/** A graph of one node with a layer of the caller's own. */
const graphOf = (layer: object) => {
  const g = graph();
  g.apply(wrong({ forward: () => 1, ...layer }), [g.input("x", 1), g.input("y", 2)]);
  g.forward();
  return g;
};
const graphOfOne = (layer: object) => {
  const g = graph();
  g.apply(wrong({ forward: () => 1, ...layer }), g.input("x", 1));
  g.forward();
  return g;
};
const sameTwice = (layer: MulLayer) => {
  const g = graph();
  for (const name of ["out", "again"]) g.apply(layer, [g.input(`x of ${name}`, 1), 2], name);
};
/** A layer that gives other things from the third call on. */
const changing = ([first, later]: unknown[]) => {
  let calls = 0;
  return wrong({ forward: () => (++calls > 1 ? later : first), backward: () => 1 });
};

/** A folder for the files of these calls. */
let folder = "";

/** Makes the folder that the calls need; whoever has made them all removes it. */
export function openFolder(): string {
  folder = mkdtempSync(join(tmpdir(), "errors-"));
  return folder;
}

const file = (name: string, bytes: readonly number[]) => {
  writeFileSync(join(folder, name), Uint8Array.from(bytes));
  return join(folder, name);
};
const saved = (sizes: number[], dtype: "float32" | "float64" = "float32") => {
  saveParameters(multiLayerNet(sizes, { dtype }), join(folder, "net.safetensors"));
  return join(folder, "net.safetensors");
};

/** Calls that fail, and what they have always said in English. */
export const CALLS: [run: () => unknown, message: string][] = [
  // arrays
  [() => addBias([1, 2], [1, 2]), "addBias: expected x of shape [N, M], but got [2]"],
  [() => addBias([[1, 2]], [1, 2, 3]), "addBias: expected b of shape [2], but got [3]"],
  [() => argmax([]), "argmax: expected x to hold numbers, but got an empty array"],
  [() => argmax([1, Number.NaN]), "argmax: expected numbers to compare, but got NaN"],
  [() => columnSums([1, 2]), "columnSums: expected x of shape [N, M], but got [2]"],
  [
    () => dot([[1, 2]], [[1, 2]]),
    "dot: expected as many columns on the left as rows on the right, but got [1, 2] · [1, 2]",
  ],
  [
    () => dot(nj.zeros([2, 1, 2, 2], "float64"), [1]),
    "dot: expected a to have one or two axes, but got [2, 1, 2, 2]",
  ],
  [
    () => mapPairs(toNdArray([1, 2]), toNdArray([1]), (a) => a),
    "mapPairs: expected b of shape [2], but got [1]",
  ],
  [
    () => toNdArray([[1, 2], [3]]),
    "toNdArray: expected values in rows of equal length, but got 1 at [1] instead of 2",
  ],
  [() => toNdArray(wrong([[1, 2], 3])), "toNdArray: expected values in rows, but got 3 at [1]"],
  [
    () => toNdArray(wrong([1, "two"])),
    'toNdArray: expected values to hold only numbers, but got the text "two" at [1]',
  ],
  [
    () => toNdArray(wrong([1, null])),
    "toNdArray: expected values to hold only numbers, but got null at [1]",
  ],
  [
    () => toNdArray(wrong("1, 2")),
    'toNdArray: expected values to be an array of numbers, but got the text "1, 2"',
  ],
  [
    () => toNdArray(wrong(() => 1)),
    "toNdArray: expected values to be an array of numbers, but got a function",
  ],
  [
    () => toNdArray(wrong({})),
    "toNdArray: expected values to be an array of numbers, but got an object",
  ],
  [
    () => toNdArray(wrong(new DataView(new ArrayBuffer(8)))),
    "toNdArray: expected values to be an array of numbers, but got a DataView",
  ],
  [
    () => toNdArray(wrong(undefined)),
    "toNdArray: expected values to be an array of numbers, but got undefined",
  ],
  [() => useEngine("fast"), 'useEngine: expected one of fma, simd, javascript, but got "fast"'],
  [() => new Random(0.5), "Random.constructor: expected seed to be a whole number, but got 0.5"],
  [
    () => new Random(1).integer(0),
    "Random.integer: expected below to be a whole number from 1 on, but got 0",
  ],
  [
    () => nj.array(wrong("1")),
    'nj.array: expected values to be numbers in rows, but got the text "1"',
  ],
  [
    () => nj.array([1], wrong("float16")),
    'nj.array: expected dtype to be one of float64, float32, int8, int16, int32, uint8, uint16, uint32, array, but got the text "float16"',
  ],
  [
    () => nj.arange(0, 5, 0),
    "nj.arange: expected step to lead from start to stop, but got 0, 5, 0",
  ],
  [() => nj.concatenate(wrong([])), "nj.concatenate: expected at least one array, but got none"],
  [
    () => nj.concatenate([[1, 2]], [[1], [2], [3]]),
    "nj.concatenate: expected arrays that are alike but for the last axis, but got [1, 2], [3, 1]",
  ],
  [() => x34().get(1), "NdArray.get: expected one index for each of 2 axes, but got 1"],
  [() => nj.zeros([3], "float64").get(1, 2), "NdArray.get: expected one index, but got 2"],
  [
    () => x34().get(3, 0),
    "NdArray.get: expected a whole number from -3 to 2 along axis 0, but got 3",
  ],
  [
    () => x34().get(0, 1.5),
    "NdArray.get: expected a whole number from -4 to 3 along axis 1, but got 1.5",
  ],
  [
    () => nj.zeros([0], "float64").get(0),
    "NdArray.get: expected numbers along axis 0, but got an empty axis",
  ],
  [
    () => x34().set(1, 2),
    "NdArray.set: expected one index for each of 2 axes and a value, but got 2 numbers",
  ],
  [
    () => nj.zeros([3], "float64").set(1),
    "NdArray.set: expected one index and a value, but got 1 numbers",
  ],
  [
    () => x34().set(1, 2, wrong("3")),
    'NdArray.set: expected a number to put there, but got the text "3"',
  ],
  [
    () => x34().dot(nj.zeros([2, 2, 2], "float64")),
    "NdArray.dot: expected vectors and matrices, but got an array of 3 axes",
  ],
  [
    () => x34().dot(x34()),
    "NdArray.dot: expected as many columns on the left as rows on the right, but got [3, 4] · [3, 4]",
  ],
  [
    () => x34().reshape(-1, -1),
    "NdArray.reshape: expected at most one axis of length -1, but got [-1, -1]",
  ],
  [() => x34().reshape(5, 2), "NdArray.reshape: expected a shape for 12 numbers, but got [5, 2]"],
  [
    () => nj.zeros([0], "float64").max(),
    "NdArray.max: expected at least one number, but got an empty array",
  ],
  [() => x34().step(0), "NdArray.step: expected whole numbers other than 0, but got 0"],
  [
    () => x34().step(wrong("2")),
    'NdArray.step: expected whole numbers other than 0, but got the text "2"',
  ],
  [
    () => x34().transpose(0, 0),
    "NdArray.transpose: expected each of the axes 0, 1 once, but got 0, 0",
  ],
  [() => x34().lo(0.5), "NdArray.lo: expected whole numbers, but got 0.5"],
  [() => x34().pick(1, 2, 3), "NdArray.pick: expected at most 2 indices, but got 3"],
  [() => nj.zeros([3], "float64").hi(1, 2), "NdArray.hi: expected at most 1 index, but got 2"],
  [
    () => x34().add([1, 2, 3, 4]),
    "NdArray.add: expected an array of shape [3, 4] (addBias adds a vector of shape [4] to each row), but got [4]",
  ],
  [() => x34().add([1, 2]), "NdArray.add: expected an array of shape [3, 4], but got [2]"],
  [
    () => x34().multiply([[1, 2, 3, 4]]),
    "NdArray.multiply: expected an array of shape [3, 4], but got [1, 4]",
  ],
  [() => x34().add(wrong("1")), 'NdArray.add: expected an array of numbers, but got the text "1"'],
  [
    () => nj.arange(wrong("a")),
    'nj.arange: expected stop, or start and stop, or start, stop and step, as numbers, but got the text "a"',
  ],
  [
    () => wrong(nj).arange(),
    "nj.arange: expected stop, or start and stop, or start, stop and step, as numbers, but got none",
  ],
  [
    () => wrong(nj).arange(1, 2, 3, 4),
    "nj.arange: expected stop, or start and stop, or start, stop and step, as numbers, but got 4 numbers",
  ],
  [
    () => nj.arange(1, 2, 1, wrong("float16")),
    'nj.arange: expected dtype to be one of float64, float32, int8, int16, int32, uint8, uint16, uint32, array, but got the text "float16"',
  ],
  [
    () => nj.zeros(wrong("2")),
    "nj.zeros: expected shape to be whole numbers from 0 on, such as [2, 3], but got '2'",
  ],
  [
    () => nj.ones([2], wrong("float16")),
    'nj.ones: expected dtype to be one of float64, float32, int8, int16, int32, uint8, uint16, uint32, array, but got the text "float16"',
  ],
  [() => nj.stack(wrong(1)), "nj.stack: expected at least one array, but got 1"],
  [
    () => nj.dot(x34(), x34()),
    "nj.dot: expected as many columns on the left as rows on the right, but got [3, 4] · [3, 4]",
  ],
  [
    () => nj.dot(wrong(undefined), x34()),
    "nj.dot: expected values to be numbers in rows, but got undefined",
  ],
  [() => nj.add([1, 2], [1, 2, 3]), "nj.add: expected an array of shape [2], but got [3]"],
  [() => nj.power([1, 2], [1, 2, 3]), "nj.power: expected an array of shape [2], but got [3]"],
  [() => nj.max([]), "nj.max: expected at least one number, but got an empty array"],
  [() => nj.reshape([1, 2], [3]), "nj.reshape: expected a shape for 2 numbers, but got [3]"],
  [() => map(wrong([1]), (a) => a), "map: expected a to be an NdArray, but got an array"],
  [() => map(toNdArray([1]), wrong(1)), "map: expected f to be a function, but got 1"],
  [
    () => new Random(1).normal(wrong("2")),
    "Random.normal: expected shape to be whole numbers from 0 on, such as [2, 3], but got '2'",
  ],
  [
    () => dot([1], [1], wrong({ transpose: true })),
    'dot: expected the name of an option to be one of "transposeA", "transposeB", but got "transpose"',
  ],
  // layers
  [
    () => mul().backward(1),
    "MulLayer.backward: expected forward to have been called first, but got no forward values",
  ],
  [
    () => mul().forward(1, Number.NaN),
    "MulLayer.forward: expected y to be a finite number, but got NaN",
  ],
  [
    () => mul().forward(1e200, 1e200),
    "MulLayer.forward: expected x · y to be a finite number, but got Infinity",
  ],
  [
    () => new AddLayer().forward(wrong([1]), 2),
    "AddLayer.forward: expected x to be a finite number, but got an array",
  ],
  [
    () => new Sigmoid().backward(1),
    "Sigmoid.backward: expected forward to have been called first, but got no forward values",
  ],
  [
    () => new Sigmoid().forward([[1, Number.POSITIVE_INFINITY]]),
    "Sigmoid.forward: expected x to be finite, but got Infinity at [0, 1]",
  ],
  [
    () => new Sigmoid().forward([]),
    "Sigmoid.forward: expected x to hold numbers, but got an empty array",
  ],
  [
    () => forwarded(new Sigmoid(), 1).backward([1, 2]),
    "Sigmoid.backward: expected dout to be a number, as forward was given one, but got [2]",
  ],
  [
    () => forwarded(new Sigmoid(), [1, 2]).backward(3),
    "Sigmoid.backward: expected dout of shape [2], but got the number 3",
  ],
  [
    () => forwarded(new Sigmoid(), [1, 2]).backward([1, 2, 3]),
    "Sigmoid.backward: expected dout of shape [2], but got [3]",
  ],
  [
    () => eachPair(1, toNdArray([1]), (a) => a),
    "eachPair: expected two numbers or two arrays, but got one of each",
  ],
  [
    () => new Relu().backward(1),
    "Relu.backward: expected forward to have been called first, but got no forward values",
  ],
  [
    () => new Relu().forward([1, Number.NaN]),
    "Relu.forward: expected x to be finite, but got NaN at [1]",
  ],
  [
    () => forwarded(new Relu(), [[1, 2]]).backward([1, 2]),
    "Relu.backward: expected dout of shape [1, 2], but got [2]",
  ],
  [() => new Affine(W(), [1]), "Affine.constructor: expected b of shape [3], but got [1]"],
  [
    () => new Affine(W(), wrong(1)),
    "Affine.constructor: expected b to be an array, but got the number 1",
  ],
  [
    () => new Affine(W(), [0, 0, Number.NaN]),
    "Affine.constructor: expected b to be finite, but got NaN at [2]",
  ],
  [
    () => new Affine(W(), [0, 0, 0]).backward([[1, 2, 3]]),
    "Affine.backward: expected forward to have been called first, but got no forward values",
  ],
  [
    () => forwarded(new Affine(W(), [0, 0, 0]), [[1, 2]]).backward([[1, 2]]),
    "Affine.backward: expected dout of shape [1, 3], but got [1, 2]",
  ],
  [
    () => new SoftmaxWithLoss().forward(nj.zeros([1, 2, 3], "float64"), [0]),
    "SoftmaxWithLoss.forward: expected x of shape [N, C] or [C], but got [1, 2, 3]",
  ],
  [
    () => new SoftmaxWithLoss().forward([[1, 2]], [2]),
    "SoftmaxWithLoss.forward: expected labels in t to be whole numbers from 0 to 1, but got 2 at [0]",
  ],
  [
    () => new SoftmaxWithLoss().forward([[1, 2]], wrong([0, 1, 0])),
    "SoftmaxWithLoss.forward: expected t to be one-hot rows of shape [1, 2] or 1 labels of shape [1], but got [3]",
  ],
  [
    () => new SoftmaxWithLoss().forward([1, 2], wrong([[0]])),
    "SoftmaxWithLoss.forward: expected t to be one-hot of shape [2] or one label, but got [1, 1]",
  ],
  [
    () => new SoftmaxWithLoss().forward([[1, 2]], wrong(1)),
    "SoftmaxWithLoss.forward: expected t to be one-hot rows of shape [1, 2] or 1 labels of shape [1], but got the number 1",
  ],
  [
    () => new SoftmaxWithLoss().forward([1, 2], [0.5, 0.5]),
    "SoftmaxWithLoss.forward: expected one-hot t to hold only 0 and 1, but got 0.5 at [0]",
  ],
  [
    () => new SoftmaxWithLoss().forward([1, 2], [1, 1]),
    "SoftmaxWithLoss.forward: expected each one-hot row of t to hold a single 1, but got a sum of 2",
  ],
  [
    () =>
      new SoftmaxWithLoss().forward(
        [
          [1, 2],
          [3, 4],
        ],
        [
          [0, 1],
          [0, 0],
        ],
      ),
    "SoftmaxWithLoss.forward: expected each one-hot row of t to hold a single 1, but got row 1 with a sum of 0",
  ],
  [
    () => new SoftmaxWithLoss().forward([-1e308, 1e308], [1, 0]),
    "SoftmaxWithLoss.forward: expected the loss to be a finite number, but got Infinity",
  ],
  [
    () => new SoftmaxWithLoss().backward(),
    "SoftmaxWithLoss.backward: expected forward to have been called first, but got no forward values",
  ],
  [
    () => new Affine(W(), [0, 0, 0], wrong({ needDx: false })),
    'Affine.constructor: expected the name of an option to be one of "needsDx", "reuseGradients", but got "needDx"',
  ],
  // nets
  [() => new Network({}), "Network.constructor: expected at least one layer, but got none"],
  [
    () => new Network({ 1: new Relu() }),
    "Network.constructor: expected names of layers, such as Affine1, but got the number 1",
  ],
  [
    () => new Network({ Mine: wrong({ forward: () => 1 }) }),
    "Network.constructor: expected Mine to have a method backward, but got an object",
  ],
  [
    () => new Network({ Relu1: new Relu() }, wrong({})),
    "Network.constructor: expected the loss layer to have a method forward, but got an object",
  ],
  [
    () => new Network({ Mine: wrong(net()) }),
    "Network.constructor: expected Mine to be a layer, but got a whole net, whose own layers can stand here",
  ],
  [
    () => (({ Relu1: r }) => new Network({ Relu1: r, Relu2: r }))({ Relu1: new Relu() }),
    "Network.constructor: expected a layer object of its own for each name, but got the Relu of Relu1 a second time as Relu2 (a layer keeps the values of one place only)",
  ],
  [
    () => ((l) => new Network({ Mine: wrong(l) }, wrong(l)))({ forward() {}, backward() {} }),
    "Network.constructor: expected a layer object of its own for each name, but got the layer of Mine a second time as the loss layer (a layer keeps the values of one place only)",
  ],
  [
    () => net().loss([[1, 2]], [3]),
    "the loss layer: SoftmaxWithLoss.forward: expected labels in t to be whole numbers from 0 to 2, but got 3 at [0]",
  ],
  [
    () => net().backward(),
    "the loss layer: SoftmaxWithLoss.backward: expected forward to have been called first, but got no forward values",
  ],
  [
    () =>
      new Network({ Relu1: new Relu() }, wrong({ forward: () => "1", backward() {} })).loss(
        [[1]],
        [0],
      ),
    'the loss layer: expected forward to return a number, but got the text "1"',
  ],
  [
    () => new Network({ Relu1: new Relu() }, wrong({ forward: () => 1, backward() {} })).backward(),
    "Network.backward: expected a dx from the layer after Relu1, but got none",
  ],
  [() => net().gradients, "Affine1: expected backward to keep dW, but got none"],
  [
    () => new Network({ Mine: wrong({ W: W(), dW: [1], forward() {}, backward() {} }) }).gradients,
    "Mine: expected dW of shape [2, 3], but got [1]",
  ],
  [
    () => new Network({ Mine: wrong({ W: 3, b: 3, forward() {}, backward() {} }) }).parameters,
    "Mine: expected W to be an NdArray, but got 3",
  ],
  [
    () => multiLayerNet([2]),
    "multiLayerNet: expected sizes of at least two layers, such as [784, 50, 10], but got [ 2 ]",
  ],
  [
    () => multiLayerNet([2, 0]),
    "multiLayerNet: expected sizes to be whole numbers from 1 on, but got 0",
  ],
  [
    () => multiLayerNet([2, 3], { activation: wrong("tanh") }),
    'multiLayerNet: expected activation "relu" or "sigmoid", but got \'tanh\'',
  ],
  [
    () => multiLayerNet([2, 3], { dtype: wrong("int8") }),
    'multiLayerNet: expected dtype "float32" or "float64", but got \'int8\'',
  ],
  [
    () => initialWeights(new Random(1), [2, 3], -1),
    'initialWeights: expected spread "he", "xavier" or a deviation from 0 on, but got -1',
  ],
  [
    () => accuracy(net(), points().slice(0, 0)),
    "accuracy: expected at least one sample, but got none",
  ],
  [
    () => accuracy(net(), wrong({ length: 2, t: 1, batch() {} })),
    "accuracy: expected 2 labels beside the samples, but got 1",
  ],
  [
    () => new Network(wrong(undefined)),
    "Network.constructor: expected layers by name, such as { Affine1: new Affine(W, b) }, but got undefined",
  ],
  [
    () => new Network({ Relu1: wrong(Relu) }),
    "Network.constructor: expected Relu1 to have a method forward, but got a class or function: write new in front",
  ],
  [
    () => net().backward(1, wrong(true)),
    'Network.backward: expected an object of options ("reuseGradients"), but got true',
  ],
  [
    () => multiLayerNet([2, 3], wrong({ activaton: "relu" })),
    'multiLayerNet: expected the name of an option to be one of "activation", "spread", "seed", "dtype", but got "activaton"',
  ],
  [
    () => initialWeights(wrong(2), [2, 3]),
    "initialWeights: expected random to be a generator, such as new Random(1), but got 2",
  ],
  [
    () => initialWeights(new Random(1), wrong(2)),
    "initialWeights: expected shape to be [D, M], such as [784, 50], but got 2",
  ],
  [
    () => accuracy(wrong(undefined), points()),
    "accuracy: expected a net, such as multiLayerNet([784, 50, 10]), but got undefined",
  ],
  [
    () => accuracy(wrong(Network), points()),
    "accuracy: expected a net, such as multiLayerNet([784, 50, 10]), but got a class or function: write new in front",
  ],
  [
    () => accuracy(net(), wrong(undefined)),
    "accuracy: expected samples to be a data set, such as mnist().train, but got undefined",
  ],
  [
    () => predict(wrong(undefined), [[1, 2]]),
    "predict: expected a net, such as multiLayerNet([784, 50, 10]), but got undefined",
  ],
  [
    () => predict(net(), wrong(undefined)),
    "predict: expected x to be an array of numbers, but got undefined",
  ],
  [
    () => saveParameters(net(), wrong(undefined)),
    "saveParameters: expected path to be a text, but got undefined",
  ],
  // what was not waited for
  [
    () => net().forward(wrong(Promise.resolve(x34()))),
    "Network.forward: expected x to be an array of numbers, but got a Promise: write await in front",
  ],
  [
    () => predict(wrong(Promise.resolve(net())), [[1, 2]]),
    "predict: expected a net, such as multiLayerNet([784, 50, 10]), but got a Promise: write await in front",
  ],
  [
    () => new Trainer(net(), wrong(Promise.resolve(points()))),
    "Trainer.constructor: expected samples to be a data set, such as mnist().train, but got a Promise: write await in front",
  ],
  [
    () => gradientCheck(wrong({ forward: async () => 1, backward: () => 1 }), [1]),
    "gradientCheck: expected forward to return a number or an array, but got a Promise: take async away",
  ],
  [
    () => saveParameters(net(), "x/net.safetensors"),
    "saveParameters: expected to write x/net.safetensors, but got no such folder",
  ],
  [() => saveParameters(net(), "."), "saveParameters: expected to write ., but got a folder"],
  [
    () => saveParameters(net(), ""),
    'saveParameters: expected path to name a file, but got the text ""',
  ],
  [
    () => loadParameters(net(), "x/net.safetensors"),
    "loadParameters: expected to read x/net.safetensors, but got no such file",
  ],
  [
    () => saveParameters(wrong(1), "a"),
    "saveParameters: expected a net, such as multiLayerNet([784, 50, 10]), but got 1",
  ],
  // optimizers and training
  [() => new SGD(-1), "SGD.constructor: expected lr a finite number from 0 on, but got -1"],
  [
    () => new Momentum(0.1, 1),
    "Momentum.constructor: expected momentum from 0 up to, not reaching, 1, but got 1",
  ],
  [
    () => new Adam(0.1, 2),
    "Adam.constructor: expected beta1 from 0 up to, not reaching, 1, but got 2",
  ],
  [() => new SGD().update({ W1: W() }, {}), "SGD.update: expected a gradient for W1, but got none"],
  [
    () => new SGD().update({ W1: W() }, { W1: toNdArray([1]) }),
    "SGD.update: expected the gradient of W1 in shape [2, 3], but got [1]",
  ],
  [
    () =>
      new Adam().update(
        { W1: W() },
        {
          W1: nj.array(
            [
              [1, 2, 3],
              [4, 5, Number.NaN],
            ],
            "float64",
          ),
        },
      ),
    "Adam.update: expected the gradient of W1 to be finite, but got NaN or Infinity",
  ],
  [
    () => new SGD().update({ W1: W().T }, { W1: W().T }),
    "SGD.update: expected W1 to lie in memory row after row, but got a view with gaps",
  ],
  [
    () => {
      const momentum = new Momentum();
      momentum.update({ W1: W() }, { W1: W() });
      momentum.update({ W1: toNdArray([1]) }, { W1: toNdArray([1]) });
    },
    "Momentum.update: expected W1 of 6 numbers, as before, but got 1",
  ],
  [
    () => new Trainer(net(), points().slice(0, 0)),
    "Trainer.constructor: expected samples to learn from, but got 0",
  ],
  [
    () => new Trainer(net(), points(), { batchSize: 0 }),
    "Trainer.constructor: expected batchSize to be a whole number from 1 on, but got 0",
  ],
  [
    () => new Trainer(net(), points(), { seed: 0.5 }),
    "Trainer.constructor: expected seed to be a whole number, but got 0.5",
  ],
  [
    () => new Trainer(net(), points(), { display: wrong("bar") }),
    'Trainer.constructor: expected display "curve", "progress" or "nothing", but got \'bar\'',
  ],
  [
    () => new Trainer(net(), points()).run(-1),
    "Trainer.run: expected epochs to be a number from 0 on, but got -1",
  ],
  [
    () => new SGD().update(wrong(undefined), {}),
    "SGD.update: expected parameters to be arrays by name, such as a net has them, but got undefined",
  ],
  [
    () => new Adam().update({}, wrong(undefined)),
    "Adam.update: expected gradients to be arrays by name, such as a net has them, but got undefined",
  ],
  [
    () => new SGD().update({ W1: wrong([1]) }, { W1: W() }),
    "SGD.update: expected parameters.W1 to be an NdArray, but got an array",
  ],
  [
    () => new Trainer(wrong(undefined), points()),
    "Trainer.constructor: expected a net, such as multiLayerNet([784, 50, 10]), but got undefined",
  ],
  [
    () => new Trainer(net(), wrong({ x: [[1, 2]], t: [0] })),
    "Trainer.constructor: expected samples to be a data set, such as mnist().train, but got an object",
  ],
  [
    () => new Trainer(net(), points(), { test: wrong([1]) }),
    "Trainer.constructor: expected test to be a data set, such as mnist().train, but got an array",
  ],
  [
    () => new Trainer(net(), points(), { optimizer: wrong(SGD) }),
    "Trainer.constructor: expected optimizer to have a method update, but got a class or function: write new in front",
  ],
  [
    () => new Trainer(net(), points(), { onStep: wrong(1) }),
    "Trainer.constructor: expected onStep to be a function, but got 1",
  ],
  [
    () => new Trainer(net(), points(), wrong({ epochs: 5 })),
    'Trainer.constructor: expected the name of an option to be one of "optimizer", "batchSize", "seed", "test", "onStep", "onEpoch", "display", but got "epochs"',
  ],
  // data
  [() => new Dataset([1, 2], [1]), "Dataset.constructor: expected x of shape [N, D], but got [2]"],
  [
    () => new Dataset([[1, Number.NaN]], [1]),
    "Dataset.constructor: expected x to be finite, but got NaN at [0, 1]",
  ],
  [() => new Dataset([[1]], wrong(1)), "Dataset.constructor: expected t to be 1 labels, but got 1"],
  [() => new Dataset([[1]], [1, 2]), "Dataset.constructor: expected t to be 1 labels, but got 2"],
  [
    () => new Dataset([[1]], [256]),
    "Dataset.constructor: expected labels in t to be whole numbers from 0 to 255, but got 256 at [0]",
  ],
  [
    () => points().batch([2]),
    "Dataset.batch: expected places to be whole numbers from 0 to 1, but got 2 at [0]",
  ],
  [
    () => points().slice(1, 5),
    "Dataset.slice: expected bounds from 0 to 2, in order, but got 1 and 5",
  ],
  [
    () => spiral({ classes: 0 }),
    "spiral: expected classes to be a whole number from 1 on, but got 0",
  ],
  [() => spiral({ noise: -1 }), "spiral: expected noise from 0 on, but got -1"],
  [
    () => twoMoons({ count: 3 }),
    "twoMoons: expected count to be an even number from 2 on, but got 3",
  ],
  [
    () => points().batch(wrong(undefined)),
    "Dataset.batch: expected places to be an array, but got undefined",
  ],
  [
    () => spiral(wrong(-1)),
    'spiral: expected an object of options ("classes", "count", "noise", "seed"), but got -1',
  ],
  [
    () => twoMoons(wrong("10")),
    'twoMoons: expected an object of options ("count", "noise", "seed"), but got the text "10"',
  ],
  [
    () => twoMoons(wrong({ classes: 3 })),
    'twoMoons: expected the name of an option to be one of "count", "noise", "seed", but got "classes"',
  ],
  // files
  [
    () => readIdx(file("c", []), [2]),
    "readIdx: expected c to begin with 00 00 08 01, but got  and its end",
  ],
  [
    () => readIdx(file("c", [0, 0, 9, 1, 0, 0, 0, 2]), [2]),
    "readIdx: expected c to begin with 00 00 08 01, but got 00 00 09 01",
  ],
  [
    () => readIdx(file("c", [0, 0, 8, 1, 0, 0, 0, 3]), [2]),
    "readIdx: expected c to hold [2], but got [3]",
  ],
  [
    () => readIdx(file("c", [0, 0, 8, 1, 0, 0, 0, 2, 1]), [2]),
    "readIdx: expected c to hold 2 bytes after its head, but got 1",
  ],
  [
    () => loadParameters(multiLayerNet([2, 3]), file("c", [1, 2])),
    "loadParameters: expected a file that saveParameters wrote, but got another kind of file",
  ],
  [
    () => loadParameters(multiLayerNet([2, 3]), saved([2, 3, 4])),
    "loadParameters: expected parameters W1, b1 in net.safetensors, but got W1, W2, b1, b2",
  ],
  [
    () => loadParameters(multiLayerNet([2, 3]), saved([3, 3])),
    "loadParameters: expected W1 of shape [2, 3], but got [3, 3]",
  ],
  [
    () => loadParameters(multiLayerNet([2, 3]), saved([2, 3], "float64")),
    "loadParameters: expected W1 in float32, as the net has it, but got float64",
  ],
  [() => new Affine([1, 2], [1]), "Affine.constructor: expected W of shape [D, M], but got [2]"],
  [
    () => new Affine(W(), [0, 0, 0]).forward(nj.zeros([100, 700], "float64")),
    "Affine.forward: expected x of shape [N, 2], but got [100, 700]",
  ],
  [
    () => new Affine(W(), [0, 0, 0]).forward([1, 2, 3]),
    "Affine.forward: expected x of shape [2], but got [3]",
  ],
  [
    () => net().forward([[1, 2, 3]]),
    "Affine1: Affine.forward: expected x of shape [N, 2], but got [1, 3]",
  ],
  // graphs
  [() => compare(wrong(1), wrong(2)), "compare: expected a graph as the right one, but got 1"],
  [() => graph().fold("all", []), "graph.fold: expected at least one node, but got none"],
  [
    () => fold(["a"], ["a"]),
    'graph.fold: expected nodes that are not folded yet, but got "a", part of "fold1"',
  ],
  [
    () => fold(["a", "c"]),
    'graph.fold: expected nodes with no other node on the way from one to another, but got "b" between them, outside',
  ],
  [
    () => graphOf({ backward: () => undefined }).backward(),
    'graph.backward, node "layer1": expected 2 gradients, but got undefined',
  ],
  [
    () => graphOfOne({ backward: () => undefined }).backward(),
    'graph.backward, node "layer1": expected a gradient, but got undefined',
  ],
  [
    () => graphOf({ backward: () => [1, 2, 3] }).backward(),
    'graph.backward, node "layer1": expected 2 gradients, but got 3',
  ],
  [
    () => graphOfOne({ backward: () => Number.NaN }).backward(),
    'graph.backward, node "layer1": expected the gradient to be a finite number, but got NaN',
  ],
  [
    () => graphOf({ backward: () => [1, Number.NaN] }).backward(),
    'graph.backward, node "layer1": expected gradient 2 of 2 to be a finite number, but got NaN',
  ],
  [() => graph().input("x", 1, wrong(2)), "graph.input: expected unit to be a text, but got 2"],
  [
    () => graph().input("x", Number.NaN),
    "graph.input: expected x to be a finite number, but got NaN",
  ],
  [
    () => graph().input("x", [1, Number.NaN]),
    "graph.input: expected x to hold finite numbers only, but got NaN or Infinity",
  ],
  [() => graph().input("x", []), "graph.input: expected x to hold numbers, but got an empty array"],
  [
    () => graph().input("", 1),
    'graph.input: expected a name (a text that is not empty), but got the text ""',
  ],
  [
    () => graph().value("x"),
    'graph.value: expected one of the names (none yet), but got the text "x"',
  ],
  [
    () => product().value("z"),
    'graph.value: expected one of the names x, y, out, but got the text "z"',
  ],
  [
    () => product().input("x", 1),
    'graph.input: expected a name that is not taken yet, but got "x" a second time',
  ],
  [
    () => product().set("out", 1),
    'graph.set: expected the name of an input, but got "out", which is computed (x × y)',
  ],
  [
    () => product().value("out"),
    "graph.value: expected forward to have been called first, but got no values",
  ],
  [
    () => product().gradient("x"),
    "graph.gradient: expected backward to have been called first, but got no gradients",
  ],
  [
    () => product().backward(),
    "graph.backward: expected forward to have been called first, but got no forward values",
  ],
  [
    () => grownGraph().backward(),
    "graph.backward: expected forward to have been called again, but got a graph that has changed since forward",
  ],
  [
    () => grownGraph().value("out"),
    "graph.value: expected forward to have been called again, but got a graph that has changed since forward",
  ],
  [
    () => grownGraph().gradient("x"),
    "graph.gradient: expected forward and backward to have been called again, but got a graph that has changed since forward",
  ],
  [
    () => resetGraph().backward(),
    "graph.backward: expected forward to have been called again, but got a graph that has changed since forward",
  ],
  [
    () => forwardedGraph().backward([1, 2]),
    "graph.backward: expected dout to be a number, but got [2]",
  ],
  [
    () => product().layer("x"),
    'graph.layer: expected the name of a node, but got "x", which is an input',
  ],
  [() => graph().forward(), "graph.forward: expected at least one input, but got an empty graph"],
  [
    () => graph().mul(1, 2),
    "graph.mul: expected at least one node to compute with, but got 2 constants",
  ],
  [
    () => ((g) => g.mul(g.input("x", 1), wrong("2")))(graph()),
    'graph.mul: expected a node that input, mul or another method of this graph gave, or a finite number, but got the text "2"',
  ],
  [
    () => product().mul(graph().input("x", 1), 2),
    'graph.mul: expected nodes of one graph, but got "x", which belongs to another graph',
  ],
  [
    () => ((g) => g.apply(wrong({}), g.input("x", 1)))(graph()),
    "graph.apply: expected a layer, an object with forward and backward, but got an object",
  ],
  [
    () => sameTwice(new MulLayer()),
    'graph.apply: expected a layer object of its own for each node, but got the MulLayer of "out" a second time (a layer keeps the values of one node only)',
  ],
  [
    () => sameTwice(wrong({ forward() {}, backward() {} })),
    'graph.apply: expected a layer object of its own for each node, but got the layer of "out" a second time (a layer keeps the values of one node only)',
  ],
  [
    () => ((g) => [g.exp(g.input("x", 1000), "e"), g.forward()])(graph()),
    'graph.forward: expected the value of "e" to be a finite number, but got Infinity',
  ],
  [
    () => ((g) => [g.add(g.input("x", [1, 2]), g.input("y", [1, 2, 3])), g.forward()])(graph()),
    'graph.forward, node "add1": AddArrays.forward: expected arrays of one shape, or a vector [M] beside an array [N, M], but got [2] and [3]',
  ],
  // checks of gradients
  [
    () => gradientCheck(wrong(MulLayer), [1]),
    "gradientCheck: expected a net, or a layer with forward and backward, but got a class or function: write new in front",
  ],
  [
    () => gradientCheck(wrong({}), [1]),
    "gradientCheck: expected a net, or a layer with forward and backward, but got an object",
  ],
  [
    () => gradientCheck(new MulLayer(), []),
    "gradientCheck: expected a list of what forward takes, such as [x] or [x, t], but got an empty array",
  ],
  [
    () => gradientCheck(new MulLayer(), [1, 2], { most: 0 }),
    "gradientCheck: expected most to be a number from 1 on, but got 0",
  ],
  [
    () => gradientCheck(new MulLayer(), [1, 2], { tolerance: 0 }),
    "gradientCheck: expected tolerance to be a positive number, but got 0",
  ],
  [
    () => gradientCheck(new MulLayer(), [1, 2], { h: 0 }),
    "gradientCheck: expected h to be a positive number, but got 0",
  ],
  [
    () => gradientCheck(net(), [[[1, 2]]]),
    "gradientCheck: expected [x, t] for a net, but got a list of 1",
  ],
  [
    () => gradientCheck(wrong({ forward: () => "1", backward: () => 1 }), [1]),
    'gradientCheck: expected forward to return a number or an array, but got the text "1"',
  ],
  [
    () => gradientCheck(wrong({ forward: () => 1, backward: () => "1" }), [1]),
    'gradientCheck: expected dx to be a number or an array, but got the text "1"',
  ],
  [
    () => gradientCheck(wrong({ forward: () => 1, backward: () => undefined }), [1]),
    "gradientCheck: expected backward to give dx, but got undefined",
  ],
  [
    () => gradientCheck(wrong({ forward: () => 1, backward: () => [] }), [1, 2]),
    "gradientCheck: expected backward to give gradients, but got none",
  ],
  [
    () => gradientCheck(wrong({ forward: () => 1, backward: () => 1 }), [[1, 2]]),
    "gradientCheck: expected dx of shape [2], but got the number 1",
  ],
  [
    () => gradientCheck(wrong({ forward: () => 1, backward: () => [1, 2, 3] }), [[1, 2]]),
    "gradientCheck: expected dx of shape [2], but got [3]",
  ],
  [
    () =>
      gradientCheck(
        wrong({ ...net(), parameters: {}, loss: () => "1", gradient: () => ({}) }),
        [1, 2],
      ),
    'gradientCheck: expected loss to be a number, but got the text "1"',
  ],
  [
    () => gradientCheck(changing([1, [1, 2]]), [1]),
    "gradientCheck: expected forward to return the same form every time, but got a number and an array",
  ],
  [
    () => gradientCheck(changing([[1], [1, 2]]), [1]),
    "gradientCheck: expected forward to return shape [1] again, but got [2]",
  ],
  [
    () => numericGradient(() => 1, wrong([1])),
    "numericGradient: expected x to be an NdArray, but got [ 1 ]",
  ],
  [
    () => numericGradient(() => wrong("1"), W()),
    "numericGradient: expected f to give a number, but got '1'",
  ],
  [
    () => lesson("5", "en"),
    'lesson: expected the number of a lesson ("00", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"), but got "5"',
  ],
  [
    () => gradientCheck(new MulLayer(), [1, 2], wrong({ eps: 1 })),
    'gradientCheck: expected the name of an option to be one of "h", "tolerance", "most", "seed", but got "eps"',
  ],
  [() => lesson("05", wrong("kr")), 'lesson: expected "en" or "ko", but got "kr"'],
  [
    () => fails(wrong(3)),
    "fails: expected a function without parameters, such as () => relu.backward(1), but got 3",
  ],
  [
    () => fails(Relu as never),
    "fails: expected a function without parameters, such as () => relu.backward(1), but got a class",
  ],
  [
    () => fails(new Relu().backward as never),
    "fails: expected a function without parameters, such as () => relu.backward(1), but got a function with parameters",
  ],
  [() => wrong(graph()).fold("all"), "graph.fold: expected at least one node, but got undefined"],
  // what is shown
  [
    () => emit({}, { update: true }),
    "emit: expected a displayId beside update: true, but got none",
  ],
  [
    () => figureBundle({ data: [] }, { alt: wrong(1) }),
    "figureBundle: expected alt to be a text, but got 1",
  ],
  [
    () => liveChart({ series: [] }),
    "liveChart: expected series to be a list of different names, but got []",
  ],
  [
    () => liveChart({ series: ["loss"] }).add(Number.NaN, { loss: 1 }),
    "liveChart.add: expected x to be a finite number, but got NaN",
  ],
  [
    () => liveChart({ series: ["loss"] }).add(1, { x: 1 }),
    "liveChart.add: expected numbers for loss, but got 1 for x",
  ],
  [
    () => ended().add(1, { loss: 1 }),
    "liveChart.add: expected a chart that has not ended, but got one after end()",
  ],
  [
    () => progress(wrong(-1)),
    "progress: expected a whole number from 0 on or something to go through, but got -1",
  ],
  [
    () => show({ data: 5, layout: {} }),
    "show: expected the figure's data to be a list of traces ({ x: [...], y: [...] }), but got 5",
  ],
  [
    () => show({ data: [], layout: 5 }),
    "show: expected the figure's layout to be an object ({ title: ... }), but got 5",
  ],
  [
    () => show({ data: [{ y: [() => 1] }], layout: {} }),
    "show: expected numbers, texts, lists and objects in a figure, but got [Function (anonymous)] at data[0].y[0]",
  ],
  [
    () => show({ data: [{ type: "surface" }], layout: {} }),
    "show: expected a chart that can be drawn, but trace 0 is a surface: a still picture has two dimensions: show it as contour, heatmap or several scatter traces",
  ],
  [
    () => figureBundle(wrong(undefined)),
    "figureBundle: expected a figure, such as { data: [{ y: [1, 2] }] }, but got undefined",
  ],
  [
    () => figureBundle({ data: [] }, wrong({ title: "a" })),
    'figureBundle: expected the name of an option to be one of "alt", "id", but got "title"',
  ],
  [
    () => wrong(liveChart)(),
    'liveChart: expected an object of options ("title", "x", "y", "series", "layout"), but got undefined',
  ],
  [
    () => liveChart(wrong(["loss"])),
    'liveChart: expected an object of options ("title", "x", "y", "series", "layout"), but got an array',
  ],
  [
    () => liveChart({ series: ["loss"] }).add(1, wrong(undefined)),
    "liveChart.add: expected numbers for loss, but got undefined",
  ],
  [() => setLanguage(wrong(undefined)), 'setLanguage: expected "en" or "ko", but got undefined'],
  [() => setLanguage(wrong("tlh")), 'setLanguage: expected "en" or "ko", but got "tlh"'],
];

/** What a call says as it fails. */
export const messageOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error(`did not fail: ${run}`);
};
