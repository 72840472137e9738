import { expect } from "chai";
import { nj } from "../../../src/arrays/nj";
import type { NdArray } from "../../../src/arrays/numjs-types";
import { Relu } from "../../../src/layers/relu";
import { expectRefusal, untyped } from "../../support/expect-refusal";

describe("Relu", () => {
  it("masks [[1, -0.5], [-2, 3]] as the article says", () => {
    const relu = new Relu();
    const out = relu.forward([
      [1, -0.5],
      [-2, 3],
    ]);
    expect(out.tolist()).to.deep.equal([
      [1, 0],
      [0, 3],
    ]);
    expect((relu.mask as NdArray).tolist()).to.deep.equal([
      [0, 1],
      [1, 0],
    ]);
  });

  it("stops the gradient where the input was exactly 0", () => {
    const relu = new Relu();
    expect(relu.forward([0, -0, 1e-300]).tolist()).to.deep.equal([0, 0, 1e-300]);
    expect(relu.backward([5, 5, 5]).tolist()).to.deep.equal([0, 0, 5]);
    for (const zero of [0, -0]) {
      expect(Object.is(relu.forward(zero), 0)).to.equal(true);
      expect(relu.mask).to.equal(1);
      expect(relu.backward(5)).to.equal(0);
    }
  });

  it("gives a number for a number, forward and backward", () => {
    const relu = new Relu();
    expect(relu.forward(3)).to.equal(3);
    expect(relu.backward(2)).to.equal(2);
    expect(relu.forward(-3)).to.equal(0);
    expect(relu.backward(2)).to.equal(0);
  });

  it("changes neither the input nor the caller's dout", () => {
    const x = nj.array([-1, 2], "float64");
    const dout = nj.array([10, 20], "float64");
    const relu = new Relu();
    relu.forward(x);
    expect(relu.backward(dout).tolist()).to.deep.equal([0, 20]);
    expect(x.tolist()).to.deep.equal([-1, 2]);
    expect(dout.tolist()).to.deep.equal([10, 20]);
  });

  it("gives a zero as 0, never −0", () => {
    const relu = new Relu();
    expect(Object.is(relu.forward([-0]).get(0), 0)).to.equal(true);
    relu.forward([1, -1]);
    for (const d of relu.backward([-0, -0]).tolist()) expect(Object.is(d, 0)).to.equal(true);
  });

  it("keeps float32 and every shape", () => {
    const relu = new Relu();
    expect(relu.forward(nj.ones([2, 3, 4, 5], "float32")).dtype).to.equal("float32");
    expect(relu.backward(nj.ones([2, 3, 4, 5], "float32")).shape).to.deep.equal([2, 3, 4, 5]);
    expect(relu.forward([1]).dtype).to.equal("float64");
  });

  it("honours transposed and cut-out views", () => {
    const x = nj.array(
      [
        [1, -2],
        [-3, 4],
      ],
      "float64",
    );
    const relu = new Relu();
    expect(relu.forward(x.T.pick(null, 1)).tolist()).to.deep.equal([0, 4]);
  });

  it("refuses backward before forward", () => {
    const relu = new Relu();
    expectRefusal(
      relu,
      () => relu.backward(1),
      "Relu.backward: expected forward to have been called first, but got no forward values",
    );
  });

  it("refuses wrong input, and stays as it was", () => {
    const relu = new Relu();
    relu.forward([[1, -1]]);
    const cases: [unknown, string][] = [
      [Number.NaN, "x to be a finite number, but got NaN"],
      [[[1, Number.NEGATIVE_INFINITY]], "x to be finite, but got -Infinity at [0, 1]"],
      [[1, Number.NaN], "x to be finite, but got NaN at [1]"],
      ["1,23,4", 'x to be an array of numbers, but got the text "1,23,4"'],
      [[1, "2"], 'x to hold only numbers, but got the text "2" at [1]'],
      [undefined, "x to be an array of numbers, but got undefined"],
      [[], "x to hold numbers, but got an empty array"],
      [[[1, 2], [3]], "x in rows of equal length, but got 1 at [1] instead of 2"],
    ];
    for (const [x, rest] of cases) {
      const call = () => untyped(relu, "forward")(x);
      expectRefusal(relu, call, `Relu.forward: expected ${rest}`);
    }
    const wrongDout: [unknown, string][] = [
      [[1, 1], "dout of shape [1, 2], but got [2]"],
      [1, "dout of shape [1, 2], but got the number 1"],
      [[[1, Number.NaN]], "dout to be finite, but got NaN at [0, 1]"],
      [undefined, "dout to be an array of numbers, but got undefined"],
    ];
    for (const [dout, rest] of wrongDout) {
      const call = () => untyped(relu, "backward")(dout);
      expectRefusal(relu, call, `Relu.backward: expected ${rest}`);
    }
    relu.forward(1);
    expectRefusal(
      relu,
      () => relu.backward([1]),
      "Relu.backward: expected dout to be a number, as forward was given one, but got [1]",
    );
  });
});
