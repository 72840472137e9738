import { expect } from "chai";
import { nj } from "../../../src/arrays/nj";
import { Random } from "../../../src/arrays/random";
import { SoftmaxWithLoss } from "../../../src/layers/softmax-with-loss";
import { expectRefusal, untyped } from "../../support/expect-refusal";

const near = (actual: unknown, expected: number[]) => {
  expect(actual).to.have.length(expected.length);
  (actual as number[]).forEach((value, i) => {
    expect(value).to.be.closeTo(expected[i], 5e-7);
  });
};

describe("SoftmaxWithLoss", () => {
  it("works the graph for a = (0.3, 2.9, 4.0), t = (0, 1, 0)", () => {
    const layer = new SoftmaxWithLoss();
    expect(layer.forward([0.3, 2.9, 4.0], [0, 1, 0])).to.be.closeTo(1.405714, 5e-7);
    near(layer.y?.tolist(), [0.018211, 0.245192, 0.736597]);
    near(layer.backward().tolist(), [0.018211, -0.754808, 0.736597]);
  });

  it("agrees with the nodes it folds, value by value", () => {
    const a = [0.3, 2.9, 4.0];
    const t = [0, 1, 0];
    const exp = a.map(Math.exp);
    near(exp, [1.349859, 18.174145, 54.59815]);
    const S = exp[0] + exp[1] + exp[2];
    expect(S).to.be.closeTo(74.122154, 5e-7);
    const y = exp.map((e) => e / S);
    const dy = t.map((t, k) => 0 - t / y[k]);
    near(dy, [0, -4.07844, 0]);
    const dInverse = dy.reduce((sum, d, k) => sum + d * exp[k], 0);
    expect(dInverse).to.be.closeTo(-74.122154, 5e-7);
    const dS = -dInverse / (S * S);
    expect(dS).to.be.closeTo(0.013491, 5e-7);
    const dExp = dy.map((d) => d / S + dS);
    near(dExp, [0.013491, -0.041532, 0.013491]);
    const layer = new SoftmaxWithLoss();
    layer.forward(a, t);
    near(
      layer.backward().tolist(),
      dExp.map((d, k) => d * exp[k]),
    );
  });

  it("sends back y − t: (0.3, −0.8, 0.5) and (0.01, −0.01, 0)", () => {
    const layer = new SoftmaxWithLoss();
    layer.forward([0.3, 0.2, 0.5].map(Math.log), [0, 1, 0]);
    near(layer.backward().tolist(), [0.3, -0.8, 0.5]);
    layer.forward([Math.log(0.01), Math.log(0.99), -1000], [0, 1, 0]);
    near(layer.backward().tolist(), [0.01, -0.01, 0]);
  });

  it("takes labels and one-hot rows alike, and keeps the one-hot form in view", () => {
    const x = new Random(1).normal([4, 3]);
    const byLabel = new SoftmaxWithLoss();
    const byRow = new SoftmaxWithLoss();
    const rows = [
      [0, 0, 1],
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ];
    expect(byLabel.forward(x, [2, 0, 1, 2])).to.equal(byRow.forward(x, rows));
    expect(byLabel.t?.tolist()).to.deep.equal(rows);
    expect(byLabel.backward().tolist()).to.deep.equal(byRow.backward().tolist());
    for (const labels of [nj.array([2, 0, 1, 2]), new Uint8Array([2, 0, 1, 2])]) {
      expect(new SoftmaxWithLoss().forward(x, labels)).to.equal(byRow.loss);
    }
  });

  it("reads labels as labels also when there are as many samples as classes", () => {
    const x = [
      [5, 0, 0],
      [5, 0, 0],
      [5, 0, 0],
    ];
    const layer = new SoftmaxWithLoss();
    layer.forward(x, [0, 1, 0]);
    expect(layer.t?.tolist()).to.deep.equal([
      [1, 0, 0],
      [0, 1, 0],
      [1, 0, 0],
    ]);
  });

  it("counts a single sample as a batch of one, by label, one-hot, or as one row", () => {
    const layer = new SoftmaxWithLoss();
    const loss = layer.forward([[0.3, 2.9, 4.0]], [1]);
    const dx = layer.backward().tolist<number[][]>();
    expect(layer.forward([0.3, 2.9, 4.0], 1)).to.equal(loss);
    expect(layer.backward().tolist()).to.deep.equal(dx[0]);
    expect(layer.forward([0.3, 2.9, 4.0], [0, 1, 0])).to.equal(loss);
    expect(layer.backward().tolist()).to.deep.equal(dx[0]);
  });

  it("averages over the batch, forward and backward", () => {
    const one = new SoftmaxWithLoss();
    const two = new SoftmaxWithLoss();
    one.forward([1, 2, 3], 0);
    two.forward(
      [
        [1, 2, 3],
        [1, 2, 3],
      ],
      [0, 0],
    );
    expect(two.loss).to.equal(one.loss);
    expect(two.backward().pick(1).tolist()).to.deep.equal(one.backward().divide(2).tolist());
  });

  it("honours dout", () => {
    const layer = new SoftmaxWithLoss();
    layer.forward([1, 2, 3], 0);
    const dx = layer.backward();
    expect(layer.backward(3).tolist()).to.deep.equal(dx.multiply(3).tolist());
    expect(layer.backward(0).tolist()).to.deep.equal([0, 0, 0]);
  });

  it("stays finite at scores of ±1000, and exact for a perfect prediction", () => {
    const layer = new SoftmaxWithLoss();
    expect(layer.forward([1000, 0, -1000], 0)).to.equal(0);
    expect(Object.is(layer.loss, 0)).to.equal(true);
    expect(layer.forward([1000, 0, -1000], 2)).to.equal(2000);
    expect(layer.backward().tolist()).to.deep.equal([1, 0, -1]);
  });

  it("gives zero gradients as 0, never −0", () => {
    const layer = new SoftmaxWithLoss();
    layer.forward([1000, 0, 0], 0);
    for (const dout of [1, -1, 0]) {
      for (const d of layer.backward(dout).tolist()) expect(Object.is(d, 0)).to.equal(true);
    }
    layer.forward([1, 2], 0);
    for (const d of layer.backward(-0).tolist()) expect(Object.is(d, 0)).to.equal(true);
  });

  it("keeps float32, and changes none of the caller's arrays", () => {
    const x = nj.float32([[1, 2]]);
    const t = nj.float32([[0, 1]]);
    const layer = new SoftmaxWithLoss();
    layer.forward(x, t);
    expect(layer.y?.dtype).to.equal("float32");
    expect(layer.backward().dtype).to.equal("float32");
    expect(x.tolist()).to.deep.equal([[1, 2]]);
    t.set(0, 1, 7);
    expect(layer.t?.tolist()).to.deep.equal([[0, 1]]);
  });

  it("refuses backward before forward", () => {
    const layer = new SoftmaxWithLoss();
    expectRefusal(
      layer,
      () => layer.backward(),
      "SoftmaxWithLoss.backward: expected forward to have been called first, but got no forward values",
    );
  });

  it("refuses targets that are neither labels nor one-hot, and stays as it was", () => {
    const layer = new SoftmaxWithLoss();
    const batch = [
      [1, 2, 3],
      [4, 5, 6],
    ];
    const single = [1, 2, 3];
    layer.forward(batch, [0, 1]);
    const forBatch = "t to be one-hot rows of shape [2, 3] or 2 labels of shape [2]";
    const forSingle = "t to be one-hot of shape [3] or one label";
    const cases: [unknown, unknown, string][] = [
      [batch, 1, `${forBatch}, but got the number 1`],
      [batch, [0, 1, 0], `${forBatch}, but got [3]`],
      [batch, [[0, 1, 0]], `${forBatch}, but got [1, 3]`],
      [batch, [[0], [1]], `${forBatch}, but got [2, 1]`],
      [single, [[0, 1, 0]], `${forSingle}, but got [1, 3]`],
      [single, [1], `${forSingle}, but got [1]`],
      [batch, [0, 3], "labels in t to be whole numbers from 0 to 2, but got 3 at [1]"],
      [batch, [-1, 0], "labels in t to be whole numbers from 0 to 2, but got -1 at [0]"],
      [batch, [0, 0.5], "labels in t to be whole numbers from 0 to 2, but got 0.5 at [1]"],
      [batch, [0, Number.NaN], "labels in t to be whole numbers from 0 to 2, but got NaN at [1]"],
      [single, 3, "labels in t to be whole numbers from 0 to 2, but got 3 at [0]"],
      [
        batch,
        [
          [0, 0.5, 0.5],
          [1, 0, 0],
        ],
        "one-hot t to hold only 0 and 1, but got 0.5 at [0, 1]",
      ],
      [
        batch,
        [
          [0, 1, 0],
          [1, 0, 1],
        ],
        "each one-hot row of t to hold a single 1, but got row 1 with a sum of 2",
      ],
      [single, [0, 0, 0], "each one-hot row of t to hold a single 1, but got a sum of 0"],
      [single, [0, Number.NaN, 1], "one-hot t to hold only 0 and 1, but got NaN at [1]"],
      [single, "1", 't to be an array of numbers, but got the text "1"'],
      [single, undefined, "t to be an array of numbers, but got undefined"],
      [batch, ["0", "1"], 't to hold only numbers, but got the text "0" at [0]'],
    ];
    for (const [x, t, rest] of cases) {
      const call = () => untyped(layer, "forward")(x, t);
      expectRefusal(layer, call, `SoftmaxWithLoss.forward: expected ${rest}`);
    }
  });

  it("refuses wrong scores and a wrong dout, and stays as it was", () => {
    const layer = new SoftmaxWithLoss();
    layer.forward([1, 2, 3], 0);
    const cases: [string, unknown[], string][] = [
      ["forward", [[1, Number.NaN, 3], 0], "x to be finite, but got NaN at [1]"],
      ["forward", [[1, Number.NEGATIVE_INFINITY], 0], "x to be finite, but got -Infinity at [1]"],
      ["forward", [nj.zeros([2, 3, 4]), [0, 0]], "x of shape [N, C] or [C], but got [2, 3, 4]"],
      ["forward", [3, 0], "x to be an array, but got the number 3"],
      ["forward", [[], 0], "x to hold numbers, but got an empty array"],
      ["forward", [[1.7e308, -1.7e308], 1], "the loss to be a finite number, but got Infinity"],
      ["backward", [Number.NaN], "dout to be a finite number, but got NaN"],
      ["backward", [[1, 1, 1]], "dout to be a finite number, but got an array"],
    ];
    for (const [method, args, rest] of cases) {
      const call = () => untyped(layer, method)(...args);
      expectRefusal(layer, call, `SoftmaxWithLoss.${method}: expected ${rest}`);
    }
  });

  it("tells labels from one-hot by type, where the type of x shows its rank", () => {
    const layer = new SoftmaxWithLoss();
    const batch = [
      [1, 2],
      [3, 4],
    ];
    // @ts-expect-error a batch takes a list of labels, not one label
    expect(() => layer.forward(batch, 1)).to.throw();
    // @ts-expect-error one sample takes one row, not rows
    expect(() => layer.forward([1, 2], [[0, 1]])).to.throw();
    // @ts-expect-error a text is no label
    expect(() => layer.forward([1, 2], "1")).to.throw();
  });
});
