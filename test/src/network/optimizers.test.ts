import { readFileSync } from "node:fs";
import { expect } from "chai";
import { flat } from "../../../src/arrays/flat";
import { NdArray, nj } from "../../../src/arrays/nj";
import type { FloatType, NestedArray } from "../../../src/arrays/numjs-types";
import { engines, useEngine } from "../../../src/arrays/wasm/engine";
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

  describe("where two names share numbers", () => {
    /** The formulas of the book, one number after the other, for each name in turn. */
    const PLAIN: Record<keyof typeof OPTIMIZERS, (W: number, g: number, kept: number[]) => number> =
      {
        SGD: (W, g) => W - 0.25 * g,
        Momentum: (W, g, kept) => {
          kept[0] = 0.5 * (kept[0] ?? 0) - 0.25 * g;
          return W + kept[0];
        },
        AdaGrad: (W, g, kept) => {
          kept[0] = (kept[0] ?? 0) + g * g;
          return W - (0.25 * g) / (Math.sqrt(kept[0]) + 1e-7);
        },
        Adam: (W, g, kept) => {
          const [m, v, t] = [kept[0] ?? 0, kept[1] ?? 0, (kept[2] ?? 0) + 1];
          kept[0] = m + 0.5 * (g - m);
          kept[1] = v + 0.25 * (g * g - v);
          kept[2] = t;
          const lr = (0.25 * Math.sqrt(1 - 0.75 ** t)) / (1 - 0.5 ** t);
          return W - (lr * kept[0]) / (Math.sqrt(kept[1]) + 1e-7);
        },
      };
    const SETTINGS = {
      SGD: [0.25],
      Momentum: [0.25, 0.5],
      AdaGrad: [0.25],
      Adam: [0.25, 0.5, 0.75],
    };

    /** Where two parameters of `size` numbers lie in one memory: how far the second is from the first. */
    const LYING = { "one array": () => 0, "half of each": (size: number) => Math.floor(size / 2) };

    for (const engine of engines()) {
      for (const [name, Optimizer] of Object.entries(OPTIMIZERS)) {
        for (const [title, shift] of Object.entries(LYING)) {
          it(`${name} takes the step of each, ${title}, few numbers or many (${engine})`, () => {
            useEngine(engine);
            try {
              for (const size of [3, 2500]) {
                for (const Type of [Float64Array, Float32Array] as Float64ArrayConstructor[]) {
                  const by = shift(size);
                  const memory = Type.from({ length: size + by }, (_, i) => (i % 7) - 3);
                  const [A, B] = [0, by].map(
                    (from) => new NdArray(memory.subarray(from, from + size), [size]),
                  );
                  const alone = Type.from({ length: size }, () => 5);
                  const parameters = { A, B, C: new NdArray(alone, [size]) };
                  const expected = Float64Array.from(memory);
                  const kept = Array.from({ length: 2 * size }, (): number[] => []);
                  const optimizer: Optimizer = new Optimizer(
                    ...(SETTINGS[name as "SGD"] as [number]),
                  );
                  for (const round of [1, 2, 3]) {
                    const slopes = [1, 2].map((k) =>
                      Type.from({ length: size }, (_, i) => (((i + k) * round) % 5) - 2),
                    );
                    const [dA, dB] = slopes.map((values) => new NdArray(values, [size]));
                    optimizer.update(parameters, { A: dA, B: dB, C: dA });
                    for (const k of [0, 1]) {
                      for (let i = 0; i < size; i++) {
                        const at = i + k * by;
                        const memories = kept[i + k * size];
                        expected[at] = PLAIN[name as "SGD"](expected[at], slopes[k][i], memories);
                      }
                    }
                  }
                  const limit = Type.BYTES_PER_ELEMENT === 4 ? 1e-5 : 1e-12;
                  for (const [i, value] of memory.entries()) {
                    expect(value, `${Type.name} ${size} at ${i}`).to.be.closeTo(expected[i], limit);
                  }
                }
              }
            } finally {
              useEngine();
            }
          });
        }
      }
    }

    for (const [name, Optimizer] of Object.entries(OPTIMIZERS)) {
      it(`${name} takes a gradient that lies in a parameter's memory as it was`, () => {
        for (const size of [3, 2500]) {
          const start = Float64Array.from({ length: size + 1 }, (_, i) => (i % 5) - 2);
          const step = (memory: Float64Array, slopes: Float64Array) => {
            const W = new NdArray(memory.subarray(1), [size]);
            new Optimizer(0.25).update({ W }, { W: new NdArray(slopes, [size]) });
            return Array.from(memory);
          };
          const memory = start.slice();
          const apart = step(start.slice(), start.slice(0, size));
          expect(step(memory, memory.subarray(0, size))).to.deep.equal(apart);
        }
      });
    }
  });
});
