import { readFileSync } from "node:fs";
import { expect } from "chai";
import { flat } from "../../../src/arrays/flat";
import { nj } from "../../../src/arrays/nj";
import type { FloatType, NestedArray } from "../../../src/arrays/numjs-types";
import { AdaGrad } from "../../../src/network/adagrad";
import { Adam } from "../../../src/network/adam";
import type { NamedArrays } from "../../../src/network/layer";
import { Momentum } from "../../../src/network/momentum";
import type { Optimizer } from "../../../src/network/optimizer";
import { SGD } from "../../../src/network/sgd";
import { inProject } from "../../support/project";

type Lists = Record<string, NestedArray>;
interface Golden {
  start: Lists;
  gradients: Lists[];
  runs: { optimizer: keyof typeof OPTIMIZERS; settings: number[]; end: Lists }[];
}

const OPTIMIZERS = { SGD, Momentum, AdaGrad, Adam };

const golden: Golden = JSON.parse(
  readFileSync(inProject("test/fixtures/optimizers/golden.json"), "utf8"),
);

const arrays = (lists: Lists, dtype: FloatType = "float64"): NamedArrays =>
  Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, nj.array(list, dtype)]));

const numbers = (parameters: NamedArrays) =>
  Object.values(parameters).flatMap((array) => Array.from(flat(array)));

const closeTo = (got: NamedArrays, expected: Lists, tolerance: number) => {
  const want = numbers(arrays(expected));
  const came = numbers(got);
  expect(came).to.have.lengthOf(want.length);
  for (const [i, value] of came.entries()) expect(value).to.be.closeTo(want[i], tolerance);
};

describe("the optimizers", () => {
  for (const { optimizer: name, settings, end } of golden.runs) {
    for (const [dtype, tolerance] of [
      ["float64", 1e-12],
      ["float32", 1e-5],
    ] as const) {
      it(`${name} moves ${dtype} parameters as the book's formulas do in NumPy`, () => {
        const optimizer: Optimizer = new OPTIMIZERS[name](...settings);
        const parameters = arrays(golden.start, dtype);
        for (const gradients of golden.gradients) {
          optimizer.update(parameters, arrays(gradients, dtype));
        }
        closeTo(parameters, end, tolerance);
      });
    }
  }

  for (const [name, Optimizer] of Object.entries(OPTIMIZERS)) {
    const refuses = (change: (gradients: NamedArrays) => void, message: string) => {
      const parameters = arrays(golden.start);
      const gradients = arrays(golden.gradients[1]);
      change(gradients);
      const optimizer = new Optimizer(0.1);
      expect(() => optimizer.update(parameters, gradients)).to.throw(`${name}.update: ${message}`);
      closeTo(parameters, golden.start, 0);
      // What was refused left nothing behind either.
      optimizer.update(parameters, arrays(golden.gradients[0]));
      const fresh = arrays(golden.start);
      new Optimizer(0.1).update(fresh, arrays(golden.gradients[0]));
      expect(numbers(parameters)).to.deep.equal(numbers(fresh));
    };

    it(`${name} refuses gradients that are missing, of another shape or not finite, and moves nothing`, () => {
      refuses((gradients) => {
        delete gradients.b1;
      }, "expected a gradient for b1, but got none");
      refuses((gradients) => {
        gradients.b1 = nj.zeros([2]);
      }, "expected the gradient of b1 in shape [3], but got [2]");
      refuses(
        (gradients) => gradients.b1.set(2, Number.NaN),
        "expected the gradient of b1 to be finite",
      );
    });

    it(`${name} refuses a learning rate that is negative or no number`, () => {
      for (const lr of [-0.1, Number.NaN, Number.POSITIVE_INFINITY, "0.1" as never]) {
        expect(() => new Optimizer(lr)).to.throw(`${name}.constructor: expected lr`);
      }
    });

    it(`${name} writes through a view without gaps, and refuses one with gaps`, () => {
      const whole = nj.array(
        [
          [1, 2],
          [3, 4],
        ],
        "float64",
      );
      new Optimizer(0.1).update({ W1: whole.pick(1) }, { W1: nj.array([1, 1], "float64") });
      expect(whole.get(0, 0)).to.equal(1);
      expect(whole.get(1, 0)).to.be.below(3);
      expect(() =>
        new Optimizer(0.1).update({ W1: whole.pick(null, 1) }, { W1: nj.array([1, 1], "float64") }),
      ).to.throw("expected W1 to lie in memory row after row, but got a view with gaps");
    });
  }

  it("refuse a part of the past that is 1 or more", () => {
    expect(() => new Momentum(0.1, 1)).to.throw("expected momentum from 0 up to, not reaching, 1");
    expect(() => new Adam(0.1, 1)).to.throw("expected beta1");
    expect(() => new Adam(0.1, 0.9, -1)).to.throw("expected beta2");
  });

  it("with a memory refuse a parameter that changes its size", () => {
    for (const Optimizer of [Momentum, AdaGrad, Adam]) {
      const optimizer = new Optimizer(0.1);
      optimizer.update({ W1: nj.zeros([2], "float64") }, { W1: nj.zeros([2], "float64") });
      expect(() =>
        optimizer.update({ W1: nj.zeros([3], "float64") }, { W1: nj.zeros([3], "float64") }),
      ).to.throw("expected W1 of 2 numbers, as before, but got 3");
    }
  });
});
