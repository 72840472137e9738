import { expect } from "chai";
import { flat } from "../../../src/arrays/flat";
import { nj } from "../../../src/arrays/nj";
import type { NdArray } from "../../../src/arrays/numjs-types";
import { Random } from "../../../src/arrays/random";
import { gradientCheck } from "../../../src/judging/gradient-check";
import { todo } from "../../../src/judging/todo";
import { Affine } from "../../../src/layers/affine";
import { Relu } from "../../../src/layers/relu";
import { SoftmaxWithLoss } from "../../../src/layers/softmax-with-loss";
import { initialWeights } from "../../../src/network/initial-weights";
import { multiLayerNet } from "../../../src/network/multi-layer-net";
import { Network } from "../../../src/network/network";
import { SGD } from "../../../src/network/sgd";
import { expectGradient, numericGradient } from "../../support/numeric-gradient";

const deviation = (array: NdArray) =>
  Math.sqrt(Array.from(flat(array)).reduce((sum, value) => sum + value * value, 0) / array.size);

describe("Network", () => {
  const x = new Random(3).normal([4, 5]);
  const t = [0, 2, 1, 1];

  for (const activation of ["relu", "sigmoid"] as const) {
    it(`gives the gradients that central differences give, with ${activation}`, () => {
      const net = multiLayerNet([5, 4, 4, 3], { activation, dtype: "float64" });
      const gradients = net.gradient(x, t);
      expect(Object.keys(gradients)).to.deep.equal(["W1", "b1", "W2", "b2", "W3", "b3"]);
      for (const [name, parameter] of Object.entries(net.parameters)) {
        const numeric = numericGradient(() => net.loss(x, t), parameter);
        expectGradient(name, gradients[name], numeric);
      }
    });
  }

  it("gives what its layers give by hand", () => {
    const [W, b] = [new Random(1).normal([5, 3]), nj.zeros([3], "float64")];
    const [affine, relu, last] = [new Affine(W, b), new Relu(), new SoftmaxWithLoss()];
    const loss = last.forward(relu.forward(affine.forward(x)), t);
    affine.backward(relu.backward(last.backward()));
    const net = new Network({ Affine1: new Affine(W, b), Relu1: new Relu() });
    expect(net.loss(x, t)).to.equal(loss);
    expect(net.gradient(x, t).W1.tolist()).to.deep.equal(affine.dW?.tolist());
    expect(net.parameters.W1).to.equal(W);
  });

  it("takes a learner's own layers, and the forms that their gradients have", () => {
    class MyAffine {
      x = nj.zeros([1, 1], "float64");
      dW: number[][] | undefined;
      db: number[] | undefined;
      constructor(
        readonly W: NdArray,
        readonly b: NdArray,
      ) {}
      forward(x: NdArray) {
        this.x = x;
        return new Affine(this.W, this.b).forward(x);
      }
      backward(dout: NdArray) {
        const affine = new Affine(this.W, this.b);
        affine.forward(this.x);
        const dx = affine.backward(dout);
        this.dW = affine.dW?.tolist() as unknown as number[][];
        this.db = affine.db?.tolist() as unknown as number[];
        return dx;
      }
    }
    const W = new Random(1).normal([5, 3]);
    const b = nj.zeros([3], "float64");
    const mine = new Network({ Mine: new MyAffine(W, b) }).gradient(x, t);
    const ours = new Network({ Ours: new Affine(W, b) }).gradient(x, t);
    expect(mine.W1.tolist()).to.deep.equal(ours.W1.tolist());
    expect(mine.b1.tolist()).to.deep.equal(ours.b1.tolist());
  });

  it("says which layer fails, and lets a blank through as a blank", () => {
    const net = multiLayerNet([5, 4, 3]);
    expect(() => net.forward([[1, 2]])).to.throw(
      "Affine1: Affine.forward: expected x of shape [N, 5], but got [1, 2]",
    );
    expect(() => net.loss(x, [0, 1])).to.throw(
      "the loss layer: SoftmaxWithLoss.forward: expected t",
    );
    expect(() => net.backward()).to.throw("expected forward to have been called first");
    const blank = new Network({ Mine: { forward: () => todo(), backward: () => todo() } });
    expect(() => blank.forward(x))
      .to.throw()
      .with.property("name", "TodoError");
  });

  it("says what a layer's gradient lacks", () => {
    const layer = {
      W: nj.zeros([5, 3], "float64"),
      dW: undefined as unknown,
      forward: (x: NdArray) => x.hi(4, 3),
      backward: (dout: NdArray) => dout,
    };
    const net = new Network({ Mine: layer });
    expect(() => net.gradient(x, t)).to.throw("Mine: expected backward to keep dW, but got none");
    layer.dW = [[1, 2]];
    expect(() => net.gradient(x, t)).to.throw("Mine: expected dW of shape [5, 3], but got [1, 2]");
    expect(() => new Network({ Mine: { ...layer, W: [[1]] } }).parameters).to.throw(
      "Mine: expected W to be an NdArray, but got an array",
    );
  });

  it("refuses to be built of nothing, of things that are no layers, or of names that lose their order", () => {
    expect(() => new Network({})).to.throw("expected at least one layer, but got none");
    expect(() => new Network({ a: {} as never })).to.throw("expected a to have a method forward");
    expect(() => new Network({ a: undefined as never })).to.throw("a to have a method forward");
    expect(() => new Network({ 2: new Relu(), 1: new Relu() })).to.throw("but got the number 1");
    expect(() => new Network({ a: new Relu() }, {} as never)).to.throw("expected the loss layer");
  });

  it("refuses one object under two names, and a net inside a net", () => {
    const [affine, relu] = [new Affine([[1, 2]], [0, 0]), new Relu()];
    expect(() => new Network({ A: affine, B: affine })).to.throw(
      "Network.constructor: expected a layer object of its own for each name, but got the Affine of A a second time as B (a layer keeps the values of one place only)",
    );
    expect(() => new Network({ A: affine, R1: relu, B: new Relu(), R2: relu })).to.throw(
      "the Relu of R1 a second time as R2",
    );
    const plain = { forward: () => 0 as never, backward: () => 0 as never };
    expect(() => new Network({ mine: plain }, plain)).to.throw(
      "the layer of mine a second time as the loss layer",
    );
    const net = new Network({ A: affine });
    expect(() => new Network({ ...net.layers, B: affine })).to.throw(
      "Affine of A a second time as B",
    );
    expect(() => new Network({ net: net as never })).to.throw(
      "expected net to be a layer, but got a whole net",
    );
    expect(() => new Network([affine, relu] as never)).to.throw("but got the number 0");
    // Another net may well have the same layers, and a layer the same arrays.
    expect(() => new Network({ A: affine, B: new Affine(affine.W, affine.b) })).not.to.throw();
  });

  it("trains two layers with one W by the gradients of both", () => {
    const W = () => new Random(1).normal([60, 60]).multiply(0.1);
    const x = new Random(2).normal([5, 60]);
    const b = () => nj.zeros([60], "float64");
    const tied = W();
    const net = new Network({ A: new Affine(tied, b()), B: new Affine(tied, b()) });
    const labels = [0, 10, 20, 30, 40];
    const gradients = net.gradient(x, labels);
    const numeric = numericGradient(() => net.loss(x, labels), tied);
    expectGradient("W", gradients.W1.add(gradients.W2), numeric);
    expect(gradientCheck(net, [x, labels], { most: 40 }).ok).to.equal(true);
    new SGD(0.5).update(net.parameters, gradients);
    const expected = W().subtract(gradients.W1.multiply(0.5)).subtract(gradients.W2.multiply(0.5));
    for (const place of [0, 59]) {
      expect(tied.get(place, place)).to.be.closeTo(expected.get(place, place), 1e-14);
    }
    expect(tied.subtract(expected).pow(2).sum()).to.be.below(1e-24);
  });

  it("gives the loss layer arrays, whatever list the targets are, and takes only a number as loss", () => {
    const given: unknown[] = [];
    const loss = {
      forward: (_: NdArray, t: NdArray | number) => {
        given.push(typeof t === "number" ? t : [t.dtype, t.tolist()]);
        return 1;
      },
      backward: (): NdArray => nj.zeros([1]),
    };
    const net = new Network({ R: new Relu() }, loss);
    const rows = [
      [0, 1],
      [1, 0],
    ];
    const own = nj.array([1], "int32");
    for (const t of [[1, 0], Uint8Array.of(1, 0), rows, own, 1]) net.loss([[1, 2]], t);
    expect(given).to.deep.equal([
      ["float64", [1, 0]],
      ["uint8", [1, 0]],
      ["float64", rows],
      ["int32", [1]],
      1,
    ]);
    const ofRows: NdArray[] = [];
    loss.forward = (_, t) => ofRows.push(t as NdArray);
    net.loss([[1, 2]], rows);
    expect((ofRows[0] as unknown as number[][])[1][0]).to.equal(1);
    for (const wrong of [Number.NaN, undefined, "1"]) {
      loss.forward = () => wrong as number;
      expect(() => net.loss([[1, 2]], 1)).to.throw(
        "the loss layer: expected forward to return a number, but got",
      );
    }
  });
});

describe("multiLayerNet", () => {
  it("makes the same net for the same seed, and another one for another", () => {
    const W = (seed: number) => multiLayerNet([6, 5, 4], { seed }).parameters.W1.tolist();
    expect(W(1)).to.deep.equal(W(1));
    expect(W(1)).not.to.deep.equal(W(2));
  });

  it("spreads the weights by He for ReLU, by Xavier for sigmoid, or as it is told", () => {
    const spread = (options: Parameters<typeof multiLayerNet>[1]) =>
      deviation(multiLayerNet([800, 100, 10], options).parameters.W1);
    expect(spread({})).to.be.closeTo(Math.sqrt(2 / 800), 5e-4);
    expect(spread({ activation: "sigmoid" })).to.be.closeTo(Math.sqrt(1 / 800), 5e-4);
    expect(spread({ spread: 0.01 })).to.be.closeTo(0.01, 1e-4);
    expect(multiLayerNet([3, 2]).parameters.b1.tolist()).to.deep.equal([0, 0]);
  });

  it("leaves out the gradient of the data", () => {
    const net = multiLayerNet([3, 4, 2]);
    net.loss([[1, 2, 3]], [0]);
    expect(net.backward()).to.equal(undefined);
  });

  it("computes in float32 unless float64 is asked for", () => {
    const x = new Random(1).normal([2, 3], "float32");
    expect(multiLayerNet([3, 2]).forward(x).dtype).to.equal("float32");
    expect(multiLayerNet([3, 2], { dtype: "float64" }).forward(x).dtype).to.equal("float64");
    const gradients = Object.values(multiLayerNet([3, 4, 2]).gradient(x, [0, 1]));
    for (const { dtype } of gradients) expect(dtype).to.equal("float32");
  });

  it("refuses what makes no net", () => {
    for (const sizes of [[], [3], [3, 0], [3, 2.5], "784"]) {
      expect(() => multiLayerNet(sizes as number[])).to.throw("multiLayerNet: expected sizes");
    }
    expect(() => multiLayerNet([1, 2], { activation: "tanh" as never })).to.throw("activation");
    expect(() => multiLayerNet([1, 2], { dtype: "int8" as never })).to.throw("dtype");
    for (const spread of ["best" as never, -1, Number.NaN]) {
      expect(() => initialWeights(new Random(1), [1, 2], spread)).to.throw("expected spread");
    }
  });
});
