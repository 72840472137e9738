import { expect } from "chai";
import { columnSums } from "../../../src/arrays/column-sums";
import { map } from "../../../src/arrays/map";
import { type NdArray, nj } from "../../../src/arrays/nj";
import { Random } from "../../../src/arrays/random";
import { twoMoons } from "../../../src/datasets/two-moons";
import { gradientCheck } from "../../../src/judging/gradient-check";
import { Affine } from "../../../src/layers/affine";
import { Relu } from "../../../src/layers/relu";
import { Adam } from "../../../src/network/adam";
import { multiLayerNet } from "../../../src/network/multi-layer-net";
import { Network } from "../../../src/network/network";
import { Trainer } from "../../../src/network/trainer";

/** x · gamma + beta for each column, as batch normalisation ends; it keeps what learners keep. */
class Scale {
  gamma: NdArray;
  beta: NdArray;
  dgamma: NdArray | undefined;
  dbeta: NdArray | undefined;
  x = nj.array([[0]]);
  dx = nj.array([[0]]);
  y = nj.array([[0]]);
  dout = nj.array([[0]]);
  out = nj.array([[0]]);
  /** An intermediate result, of which the gradient is kept as well. */
  scaled = nj.array([[0]]);
  dscaled = nj.array([[0]]);

  constructor(
    columns: number,
    readonly wrong = 1,
  ) {
    this.gamma = new Random(5).normal([columns]).add(1);
    this.beta = nj.zeros([columns], "float64");
  }

  forward(x: NdArray): NdArray {
    const columns = x.shape[1];
    this.x = x;
    this.scaled = nj.zeros(x.shape, "float64");
    this.out = nj.zeros(x.shape, "float64");
    for (let i = 0; i < x.shape[0]; i++) {
      for (let j = 0; j < columns; j++) {
        this.scaled.set(i, j, x.get(i, j) * this.gamma.get(j));
        this.out.set(i, j, this.scaled.get(i, j) + this.beta.get(j));
      }
    }
    return this.out;
  }

  backward(dout: NdArray): NdArray {
    this.dout = dout;
    this.dscaled = dout.clone();
    this.dgamma = columnSums(dout.multiply(this.x)).multiply(this.wrong);
    this.dbeta = columnSums(dout);
    this.dx = nj.zeros(dout.shape, "float64");
    for (let i = 0; i < dout.shape[0]; i++) {
      for (let j = 0; j < dout.shape[1]; j++) this.dx.set(i, j, dout.get(i, j) * this.gamma.get(j));
    }
    return this.dx;
  }
}

/** PReLU: one slope for all negative numbers; an array or a number. */
const slopedGate = (slope: unknown) => ({
  slope,
  dslope: undefined as unknown,
  x: nj.array([0]),
  forward(x: NdArray) {
    this.x = x;
    const s = typeof this.slope === "number" ? this.slope : (this.slope as NdArray).get(0);
    return map(x, (value) => (value > 0 ? value : s * value));
  },
  backward(dout: NdArray) {
    const s = typeof this.slope === "number" ? this.slope : (this.slope as NdArray).get(0);
    const below = map(this.x, (value) => (value > 0 ? 0 : value));
    const sum = below.multiply(dout).sum();
    this.dslope = typeof this.slope === "number" ? sum : [sum];
    return map(this.x, (value) => (value > 0 ? 1 : s)).multiply(dout);
  },
});

const affine = (D: number, M: number, seed: number) =>
  new Affine(new Random(seed).normal([D, M]), nj.zeros([M], "float64"));
const x = new Random(9).normal([6, 2]);
const t = [0, 1, 1, 0, 1, 0];

describe("parameters of any name", () => {
  const net = (wrong = 1) =>
    new Network({
      A1: affine(2, 4, 1),
      S1: new Scale(4, wrong),
      R: new Relu(),
      A2: affine(4, 4, 2),
      S2: new Scale(4),
      A3: affine(4, 2, 3),
    });
  const NAMES = ["W1", "b1", "gamma1", "beta1", "W2", "b2", "gamma2", "beta2", "W3", "b3"];

  it("are the net's, beside W and b, which keep their numbers", () => {
    const one = net();
    const fresh = Object.keys(one.parameters).filter((name) => !name.startsWith("scaled"));
    expect(fresh).to.deep.equal(NAMES);
    const gradients = one.gradient(x, t);
    expect(Object.keys(gradients)).to.deep.equal(NAMES);
    expect(Object.keys(one.parameters)).to.deep.equal(NAMES);
    expect(one.parameters.gamma2).to.equal((one.layers.S2 as Scale).gamma);
    expect(gradients.gamma2.tolist()).to.deep.equal((one.layers.S2 as Scale).dgamma?.tolist());
  });

  it("are checked, in a net and in a layer alone", () => {
    const right = gradientCheck(net(), [x, t]);
    expect(right.rows.map(({ name }) => name)).to.deep.equal(NAMES);
    expect(right.ok).to.equal(true);
    const wrong = gradientCheck(net(1.1), [x, t]);
    expect(wrong.rows.filter(({ ok }) => !ok).map(({ name }) => name)).to.deep.equal(["gamma1"]);

    const alone = (factor: number) => gradientCheck(new Scale(2, factor), [x]);
    expect(alone(1).rows.map(({ name }) => name)).to.deep.equal(["x", "gamma", "beta"]);
    expect(alone(1).ok).to.equal(true);
    expect(alone(-1).rows.map(({ ok }) => ok)).to.deep.equal([true, false, true]);
    for (const slope of [nj.array([0.25], "float64"), 0.25]) {
      const report = gradientCheck(slopedGate(slope) as never, [x]);
      expect(report.rows.map(({ name }) => name)).to.deep.equal(["x", "slope"]);
      expect(report.ok).to.equal(true);
      const gate = { ...slopedGate(slope), backward: (dout: NdArray) => dout };
      gate.dslope = typeof slope === "number" ? 7 : [7];
      expect(gradientCheck(gate as never, [x]).rows[1].ok).to.equal(false);
    }
  });

  it("learn", () => {
    const one = net();
    const before = one.parameters.gamma1.clone();
    const trainer = new Trainer(one, twoMoons({ count: 100 }), {
      optimizer: new Adam(0.02),
      display: "nothing",
    });
    trainer.run(40);
    expect(one.parameters.gamma1.equal(before)).to.equal(false);
    expect(trainer.losses[39]).to.be.below(trainer.losses[0] / 2);
  });

  it("may be made at the first forward", () => {
    class Late {
      shift: NdArray | undefined;
      dshift: NdArray | undefined;
      forward(x: NdArray) {
        this.shift ??= nj.ones([x.shape[1]], "float64");
        const { shift } = this;
        return nj.stack(Array.from({ length: x.shape[0] }, (_, i) => shift.add(x.pick(i))));
      }
      backward(dout: NdArray) {
        this.dshift = columnSums(dout);
        return dout;
      }
    }
    expect(gradientCheck(new Late(), [x]).rows.map(({ name }) => name)).to.deep.equal([
      "x",
      "shift",
    ]);
    const late = new Network({ A: affine(2, 2, 1), L: new Late() });
    expect(gradientCheck(late, [x, t]).rows.map(({ name }) => name)).to.deep.equal([
      "W1",
      "b1",
      "shift1",
    ]);
  });

  it("that end in a digit do not take another's name", () => {
    const block = {
      W1: nj.zeros([2, 2], "float64"),
      dW1: [
        [0, 0],
        [0, 0],
      ],
      W1_: nj.zeros([1], "float64"),
      dW1_: [0],
      forward: (x: NdArray) => x,
      backward: (dout: NdArray) => dout,
    };
    const layers: Record<string, Affine | typeof block> = { block };
    for (let i = 1; i <= 11; i++) layers[`A${i}`] = affine(2, 2, i);
    const names = Object.keys(new Network(layers).parameters);
    expect(names.slice(0, 4)).to.deep.equal(["W1_1", "W1__1", "W1", "b1"]);
    expect(names).to.include("W11");
    expect(new Set(names).size).to.equal(24);
  });

  it("are refused in a sentence where they cannot be trained", () => {
    const of = (fields: object) => {
      const layer = { forward: (x: NdArray) => x, backward: (dout: NdArray) => dout, ...fields };
      return new Network({ A: affine(2, 2, 1), Mine: layer });
    };
    const gamma = nj.ones([2], "float64");
    for (const [fields, sentence] of [
      [{ gamma, dgamma: undefined }, "Mine: expected backward to keep dgamma, but got none"],
      [{ gamma, dgamma: [1] }, "Mine: expected dgamma of shape [2], but got [1]"],
      [{ gamma, dgamma: 1 }, "Mine: expected dgamma of shape [2], but got [1]"],
      [{ gamma: [1, 1], dgamma: gamma }, "Mine: expected gamma to be an NdArray, but got an array"],
      [{ slope: 0.25, dslope: 1 }, "Mine: expected slope to be an NdArray, but got 0.25"],
      [{ W: [[1]], dW: [[1]] }, "Mine: expected W to be an NdArray, but got an array"],
    ] as [object, string][]) {
      expect(() => of(fields).gradient(x, t), sentence).to.throw(sentence);
    }
  });

  it("are none of what a layer keeps for itself", () => {
    const gamma = nj.ones([2], "float64");
    const kept = {
      x: gamma,
      dx: gamma,
      y: gamma,
      dy: gamma,
      z: gamma,
      dz: gamma,
      out: gamma,
      dout: gamma,
      loss: 1,
      dloss: 1,
      data: gamma,
      depth: 2,
      dim: 3,
      dtype: "float64",
      type: "any",
      mask: gamma,
      done: true,
      one: [true],
      forward: (x: NdArray) => x,
      backward: (dout: NdArray) => dout,
    };
    expect(Object.keys(new Network({ Kept: kept }).parameters)).to.deep.equal([]);
    expect(gradientCheck(kept as never, [x]).rows.map(({ name }) => name)).to.deep.equal(["x"]);
  });

  it("leave those of the library's nets as they are", () => {
    expect(Object.keys(multiLayerNet([2, 3, 2]).gradient(x, t))).to.deep.equal([
      "W1",
      "b1",
      "W2",
      "b2",
    ]);
  });
});
