import { expect } from "chai";
import type { NdArray } from "../../../src/arrays/numjs-types";
import { Random } from "../../../src/arrays/random";
import { AddLayer } from "../../../src/layers/add";
import { Affine } from "../../../src/layers/affine";
import { MulLayer } from "../../../src/layers/mul";
import { Relu } from "../../../src/layers/relu";
import { Sigmoid } from "../../../src/layers/sigmoid";
import { SoftmaxWithLoss } from "../../../src/layers/softmax-with-loss";
import { expectGradient, numericGradient } from "../../support/numeric-gradient";

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];

/** The dimensions to try: one sample, a batch, and a batch of images. */
function shapes(random: Random): number[][] {
  const length = () => 1 + random.integer(5);
  return [[length()], [length(), length()], [length(), length(), length(), length()]];
}

const inner = (a: NdArray, b: NdArray) => a.multiply(b).sum();

/** Moves every number at least 1e-3 away from 0, where ReLU has no derivative. */
function awayFromZero(x: NdArray): NdArray {
  const data = x.selection.data as Float64Array;
  for (let i = 0; i < data.length; i++) data[i] += Math.sign(data[i]) * 1e-3;
  return x;
}

describe("every gradient agrees with central differences", () => {
  for (const seed of SEEDS) {
    const random = new Random(seed);

    for (const Layer of [MulLayer, AddLayer]) {
      it(`${Layer.name}, seed ${seed}`, () => {
        const xy = random.normal([2]);
        const dout = random.normal();
        const layer = new Layer();
        const loss = () => dout * layer.forward(xy.get(0), xy.get(1));
        const numeric = numericGradient(loss, xy);
        loss();
        const gradient = numeric.clone();
        layer.backward(dout).forEach((d, i) => {
          gradient.set(i, d);
        });
        expectGradient("(x, y)", gradient, numeric);
      });
    }

    for (const shape of shapes(random)) {
      for (const Layer of [Relu, Sigmoid]) {
        it(`${Layer.name} of [${shape}], seed ${seed}`, () => {
          const x = awayFromZero(random.normal(shape));
          const dout = random.normal(shape);
          const layer = new Layer();
          const loss = () => inner(layer.forward(x), dout);
          const numeric = numericGradient(loss, x);
          loss();
          expectGradient("x", layer.backward(dout), numeric);
        });
      }

      it(`Affine of [${shape}], seed ${seed}`, () => {
        const samples = shape.length === 1 ? 1 : shape[0];
        const D = shape.reduce((size, length) => size * length, 1) / samples;
        const M = 1 + random.integer(5);
        const x = random.normal(shape);
        const W = random.normal([D, M]);
        const b = random.normal([M]);
        const dout = random.normal(shape.length === 1 ? [M] : [samples, M]);
        const layer = new Affine(W, b);
        const loss = () => inner(layer.forward(x), dout);
        const numeric = [x, W, b].map((parameter) => numericGradient(loss, parameter));
        loss();
        const dx = layer.backward(dout);
        const { dW, db } = layer;
        if (!dW || !db) return expect.fail("backward keeps dW and db");
        [dx, dW, db].forEach((gradient, i) => {
          expectGradient(["x", "W", "b"][i], gradient, numeric[i]);
        });
      });
    }

    for (const shape of shapes(random).slice(0, 2)) {
      it(`SoftmaxWithLoss of [${shape}], seed ${seed}`, () => {
        const x = random.normal(shape);
        const C = shape[shape.length - 1];
        const labels = Array.from({ length: shape[0] }, () => random.integer(C));
        const t = shape.length === 1 ? random.integer(C) : labels;
        const dout = random.normal();
        const layer = new SoftmaxWithLoss();
        const loss = () => dout * layer.forward(x, t);
        const numeric = numericGradient(loss, x);
        loss();
        expectGradient("x", layer.backward(dout), numeric);
      });
    }
  }

  it("also where a chain of layers is one function", () => {
    const random = new Random(42);
    const x = random.normal([5, 4]);
    const W1 = random.normal([4, 6]);
    const b1 = random.normal([6]);
    const W2 = random.normal([6, 3]);
    const b2 = random.normal([3]);
    const layers = [new Affine(W1, b1), new Sigmoid(), new Affine(W2, b2)];
    const last = new SoftmaxWithLoss();
    const loss = () => {
      let out = x;
      for (const layer of layers) out = layer.forward(out);
      return last.forward(out, [0, 1, 2, 1, 0]);
    };
    const numeric = [x, W1, b1, W2, b2].map((parameter) => numericGradient(loss, parameter));
    loss();
    let dout = last.backward();
    for (const layer of [...layers].reverse()) dout = layer.backward(dout);
    const [first, , second] = layers as [Affine, Sigmoid, Affine];
    const gradients = [dout, first.dW, first.db, second.dW, second.db];
    for (const [i, gradient] of gradients.entries()) {
      if (!gradient) return expect.fail("backward keeps dW and db");
      expectGradient(["x", "W1", "b1", "W2", "b2"][i], gradient, numeric[i]);
    }
  });
});
