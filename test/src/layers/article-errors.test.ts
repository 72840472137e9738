import { expect } from "chai";
import { NdArray, nj } from "../../../src/arrays/nj";
import * as library from "../../../src/index";
import { AddLayer } from "../../../src/layers/add";
import { Affine } from "../../../src/layers/affine";
import { MulLayer } from "../../../src/layers/mul";
import { Relu } from "../../../src/layers/relu";
import { Sigmoid } from "../../../src/layers/sigmoid";
import { SoftmaxWithLoss } from "../../../src/layers/softmax-with-loss";
import { numericGradient } from "../../support/numeric-gradient";

const gradientOf = (x: number[] | number[][], t: number | number[]) => {
  const layer = new SoftmaxWithLoss();
  layer.forward(nj.array(x, "float64"), t);
  return layer.backward().tolist<number[]>();
};

describe("an error of the article that the layers do not have", () => {
  it("1: SoftmaxWithLoss takes the batch size from the targets it kept", () => {
    const dx = gradientOf(
      [
        [0, 0],
        [0, 0],
      ],
      [0, 1],
    );
    expect(dx).to.deep.equal([
      [-0.25, 0.25],
      [0.25, -0.25],
    ]);
  });

  it("2: labels are never broadcast as one-hot, also with as many samples as classes", () => {
    const dx = gradientOf(
      [
        [0, 0],
        [0, 0],
      ],
      [0, 0],
    );
    expect(dx).to.deep.equal([
      [-0.25, 0.25],
      [-0.25, 0.25],
    ]);
  });

  it("3: one sample given as a vector is divided by 1, not by the number of classes", () => {
    expect(gradientOf([0, 0], 0)).to.deep.equal([-0.5, 0.5]);
  });

  it("4: the loss layer multiplies by dout", () => {
    const layer = new SoftmaxWithLoss();
    layer.forward([0, 0], 0);
    expect(layer.backward(10).tolist()).to.deep.equal([-5, 5]);
  });

  it("5: Relu.backward leaves the caller's dout alone", () => {
    const dout = nj.array([1, 1], "float64");
    const relu = new Relu();
    relu.forward([-1, 1]);
    relu.backward(dout);
    expect(dout.tolist()).to.deep.equal([1, 1]);
  });

  it("6: Relu takes a plain number", () => {
    expect(new Relu().forward(-1)).to.equal(0);
  });

  it("7: Affine keeps arrays as dW and db for one sample and a square W", () => {
    const affine = new Affine(
      [
        [1, 2],
        [3, 4],
      ],
      [0, 0],
    );
    affine.forward([1, 2]);
    affine.backward([1, 10]);
    expect(affine.dW?.tolist()).to.deep.equal([
      [1, 10],
      [2, 20],
    ]);
    expect(affine.db?.tolist()).to.deep.equal([1, 10]);
  });

  it("8: Affine flattens a 4-D batch and restores its shape in dx", () => {
    const affine = new Affine(nj.ones([4, 2], "float64"), [0, 0]);
    expect(affine.forward(nj.ones([3, 1, 2, 2], "float64")).shape).to.deep.equal([3, 2]);
    expect(affine.backward(nj.ones([3, 2], "float64")).shape).to.deep.equal([3, 1, 2, 2]);
  });

  it("9: two nodes have two layers, and each sends back the gradients of its own inputs", () => {
    const first = new MulLayer();
    const second = new MulLayer();
    second.forward(first.forward(100, 2), 1.1);
    const [dFirst] = second.backward(1);
    expect(first.backward(dFirst)).to.deep.equal([2.2, 110.00000000000001]);
  });

  it("10: backward before forward says what to do first", () => {
    const calls = [
      () => new MulLayer().backward(1),
      () => new AddLayer().backward(1),
      () => new Relu().backward(1),
      () => new Sigmoid().backward(1),
      () => new Affine([[1]], [1]).backward([1]),
      () => new SoftmaxWithLoss().backward(),
    ];
    for (const call of calls) {
      expect(call).to.throw(/^\w+\.backward: expected forward to have been called first, but got/);
    }
  });

  it("11: x · x through one node gives both parts, which add up to 2x", () => {
    const square = new MulLayer();
    square.forward(3, 3);
    const [dx, dy] = square.backward(1);
    expect(dx + dy).to.equal(6);
  });

  it("12: sigmoid does not overflow", () => {
    expect(new Sigmoid().forward([-1000, 1000]).tolist()).to.deep.equal([0, 1]);
  });

  it("13: softmax is not NaN at 1000, nor is 0 · log 0", () => {
    const layer = new SoftmaxWithLoss();
    expect(layer.forward([1000, 0], 0)).to.equal(0);
    expect(layer.y?.tolist()).to.deep.equal([1, 0]);
  });

  it("14: a perfect prediction has the loss 0, and no 1e-7 disturbs the gradient check", () => {
    const layer = new SoftmaxWithLoss();
    expect(layer.forward([100, 0], 0)).to.equal(0);
    const x = nj.array([0.3, 2.9, 4], "float64");
    const numeric = numericGradient(() => layer.forward(x, 1), x);
    layer.forward(x, 1);
    const difference = layer.backward().subtract(numeric);
    expect(Math.sqrt(difference.multiply(difference).sum())).to.be.lessThan(1e-9);
  });

  it("15: a price is not cut to a whole number", () => {
    expect(new MulLayer().forward(650, 1.1)).to.equal(715.0000000000001);
    expect(new MulLayer().forward(0.5, 0.5)).to.equal(0.25);
  });

  it("16: one import brings all layers", () => {
    expect(library).to.include({
      AddLayer,
      Affine,
      MulLayer,
      NdArray,
      Relu,
      Sigmoid,
      SoftmaxWithLoss,
    });
  });

  it("17: the first example goes on to its backward pass", () => {
    const mulApple = new MulLayer();
    const mulTax = new MulLayer();
    mulTax.forward(mulApple.forward(100, 2), 1.1);
    const [dPrice, dTax] = mulTax.backward(1);
    const [dApple, dAppleNum] = mulApple.backward(dPrice);
    expect([dApple, dAppleNum, dTax]).to.deep.equal([2.2, 110.00000000000001, 200]);
  });

  it("18: arrays of numbers are never joined as text", () => {
    const joined = ([1, 2] as unknown as string) + ([3, 4] as unknown as string);
    expect(joined).to.equal("1,23,4");
    const add = new AddLayer().forward.bind(new AddLayer()) as (x: unknown, y: unknown) => unknown;
    expect(() => add([1, 2], [3, 4])).to.throw(
      "AddLayer.forward: expected x to be a finite number",
    );
    const sigmoid = new Sigmoid().forward.bind(new Sigmoid()) as (x: unknown) => unknown;
    expect(() => sigmoid(joined)).to.throw('but got the text "1,23,4"');
  });
});
