import { expect } from "chai";
import { map, mapPairs } from "../../../src/arrays/map";
import { type NdArray, nj } from "../../../src/arrays/nj";
import { Random } from "../../../src/arrays/random";
import { mnist } from "../../../src/datasets/mnist";
import { gradientCheck } from "../../../src/judging/gradient-check";
import { Affine } from "../../../src/layers/affine";
import { Relu } from "../../../src/layers/relu";
import { Sigmoid } from "../../../src/layers/sigmoid";
import { SoftmaxWithLoss } from "../../../src/layers/softmax-with-loss";
import { initialWeights } from "../../../src/network/initial-weights";
import type { Layer, LossLayer } from "../../../src/network/layer";
import { Momentum } from "../../../src/network/momentum";
import { Network } from "../../../src/network/network";
import type { Optimizer } from "../../../src/network/optimizer";
import type { Samples } from "../../../src/network/samples";
import { SGD } from "../../../src/network/sgd";
import { Trainer } from "../../../src/network/trainer";

/** What a net is made of; each part can be an answer to an exercise. */
interface Parts {
  affine: (W: NdArray, b: NdArray) => Layer;
  activation: () => Layer;
  loss: () => LossLayer;
  optimizer: () => Optimizer;
}

const OURS: Parts = {
  affine: (W, b) => new Affine(W, b),
  activation: () => new Relu(),
  loss: () => new SoftmaxWithLoss(),
  optimizer: () => new SGD(0.1),
};

type Class<Part> = new (...given: never[]) => Part;
const made = <Part>(answer: unknown, ...given: unknown[]): Part =>
  new (answer as new (...all: unknown[]) => Part)(...given);

/** A layer by its formula and its slope. */
const byRule = (f: (x: number) => number, slope: (x: number) => number) => (): Layer => {
  let kept = nj.zeros([1]);
  return {
    forward: (x) => {
      kept = x;
      return map(x, f);
    },
    backward: (dout) => mapPairs(dout, kept, (d, x) => d * slope(x)),
  };
};

/** Which part of a net an exercise asks for, and what does the same. */
const EXERCISES: Record<
  string,
  (answer: unknown) => { mine: Partial<Parts>; same: Partial<Parts> }
> = {
  "06-2": (answer) => ({ mine: { activation: () => made(answer) }, same: {} }),
  "06-3": (answer) => ({
    mine: { activation: () => made(answer) },
    same: {
      activation: byRule(
        (x) => (x > 0 ? x : 0.1 * x),
        (x) => (x > 0 ? 1 : 0.1),
      ),
    },
  }),
  "06-4": (answer) => ({
    mine: { activation: () => made(answer) },
    same: { activation: byRule(Math.abs, Math.sign) },
  }),
  "07-2": (answer) => ({
    mine: { activation: () => made(answer) },
    same: { activation: () => new Sigmoid() },
  }),
  "07-4": (answer) => ({
    mine: { activation: () => made(answer) },
    same: { activation: byRule(Math.tanh, (x) => 1 - Math.tanh(x) ** 2) },
  }),
  "08-3": (answer) => ({ mine: { affine: (W, b) => made(answer, W, b) }, same: {} }),
  "08-4": (answer) => ({ mine: { affine: (W, b) => made(answer, W, b) }, same: {} }),
  "09-4": (answer) => ({ mine: { loss: () => made(answer) }, same: {} }),
  "11-4": (answer) => ({
    mine: { optimizer: () => made(answer, 0.1, 0.9) },
    same: { optimizer: () => new Momentum(0.1, 0.9) },
  }),
};

const netOf = (parts: Parts, dtype: "float64" | "float32") => {
  const random = new Random(1);
  const affine = (D: number, M: number) =>
    parts.affine(initialWeights(random, [D, M], "xavier", dtype), nj.zeros([M], dtype));
  const layers = {
    Affine1: affine(784, 8),
    Activation1: parts.activation(),
    Affine2: affine(8, 10),
  };
  return new Network(layers, parts.loss());
};

const digits = mnist().train.slice(0, 120);
/** The forms in which a data set may give its targets. */
const TARGETS: Record<string, (t: Uint8Array) => Uint8Array | number[] | number[][]> = {
  "labels as bytes": (t) => t,
  "labels in a list": (t) => Array.from(t),
  "one-hot rows": (t) =>
    Array.from(t, (label) => Array.from({ length: 10 }, (_, i) => (i === label ? 1 : 0))),
};

/** The losses of six steps on MNIST. */
function lossesOf(parts: Parts, form: string, dtype: "float64" | "float32"): number[] {
  const samples: Samples = {
    length: digits.length,
    batch: (places) => {
      const { x, t } = digits.batch(places);
      return { x, t: TARGETS[form](t) };
    },
  };
  const options = { optimizer: parts.optimizer(), batchSize: 40, display: "nothing" } as const;
  return new Trainer(netOf(parts, dtype), samples, options).run(2).losses;
}

/** Expects an answer to do in Network, Trainer and gradientCheck what the library's own part does. */
export function expectWorksInNet(id: string, answer: unknown): void {
  if (!(id in EXERCISES)) return;
  const { mine, same } = EXERCISES[id](answer as Class<object>);
  const [parts, right] = [
    { ...OURS, ...mine },
    { ...OURS, ...same },
  ];
  for (const form of id === "09-4" ? Object.keys(TARGETS) : ["labels as bytes"]) {
    for (const dtype of ["float64", "float32"] as const) {
      const [got, wanted] = [parts, right].map((one) => lossesOf(one, form, dtype));
      expect(got, `${form}, ${dtype}`).to.have.lengthOf(6);
      for (const [step, loss] of got.entries()) {
        const limit = dtype === "float32" ? 1e-4 : 1e-9;
        expect(loss, `${form}, ${dtype}, step ${step}`).to.be.closeTo(wanted[step], limit);
      }
    }
    const { x, t } = digits.batch([0, 1]);
    const net = netOf(parts, "float64");
    expect(gradientCheck(net, [x, TARGETS[form](t)], { most: 5 }).ok, form).to.equal(true);
  }
  if (id !== "09-4") return;
  for (const t of [
    [2, 0],
    Uint8Array.of(2, 0),
    [
      [0, 0, 1],
      [1, 0, 0],
    ],
  ]) {
    const x = [
      [1, 2, -0.5],
      [0.3, 0, 1],
    ];
    expect(gradientCheck(parts.loss() as never, [x, t]).ok).to.equal(true);
  }
}
