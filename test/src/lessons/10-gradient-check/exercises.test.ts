import { expect } from "chai";
import { NdArray, nj } from "../../../../src/arrays/nj";
import type { CauseName } from "../../../../src/judging/causes";
import { numericGradient } from "../../../../src/judging/numeric-gradient";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

describe("exercise 10-1, the guess of forward passes", () => {
  it("takes an untouched blank for not written yet", () => {
    expect(judge("10-1", () => todo()).state).to.equal("blank");
  });

  it("passes 34, as a function and as a number", () => {
    expectPassed("10-1", () => 34);
    expectPassed("10-1", 34);
  });

  for (const [guess, cause] of [
    [17, "one-pass-each"],
    [24, "biases-missing"],
    [2, "backprop-cost"],
  ] as const) {
    it(`tells what ${guess} is instead (${cause})`, () => {
      expectWrong("10-1", () => guess, { layer: "myGuess", parameter: "passes", cause });
    });
  }

  it("names no cause for a number that comes from nowhere, or is none", () => {
    for (const guess of [0, -34, 35, Number.NaN, Number.POSITIVE_INFINITY]) {
      expectWrong("10-1", guess, { parameter: "passes", cause: undefined });
    }
    expectWrong("10-1", "34", { cause: "text-returned" });
  });
});

type Slope = (at: (moved: number) => number, h: number) => number;

/** An answer with two loops and the given slope; `back` puts a number back, or does not. */
const answer =
  (slope: Slope, back = true) =>
  (f: () => number, x: NdArray, h: number) => {
    const gradient = nj.zeros(x.shape, "float64");
    for (let i = 0; i < x.shape[0]; i++) {
      for (let j = 0; j < x.shape[1]; j++) {
        const value = x.get(i, j);
        const at = (moved: number) => {
          x.set(i, j, value + moved);
          return f();
        };
        gradient.set(i, j, slope(at, h));
        if (back) x.set(i, j, value);
      }
    }
    return gradient;
  };

const central: Slope = (at, h) => (at(h) - at(-h)) / (2 * h);

describe("exercise 10-2, the numeric gradient of a matrix", () => {
  it("takes an untouched blank for not written yet, also inside of its loops", () => {
    expect(judge("10-2", () => todo()).state).to.equal("blank");
    expect(
      judge(
        "10-2",
        answer(() => todo()),
      ).state,
    ).to.equal("blank");
  });

  it("passes the solution, the library's own, and float32 results that are as exact", () => {
    expectPassed("10-2", answer(central));
    expectPassed("10-2", numericGradient);
  });

  for (const [title, slope, cause] of [
    ["steps to the right only", (at, h) => (at(h) - at(0)) / h, "one-sided"],
    ["steps to the left only", (at, h) => (at(0) - at(-h)) / h, "one-sided"],
    ["goes down from above", (at, h) => (at(h) - at(h - h)) / (2 * h), "down-from-above"],
    ["divides by h", (at, h) => (at(h) - at(-h)) / h, "step-counted-once"],
    ["forgets to divide", (at, h) => at(h) - at(-h), "step-not-divided"],
    ["forgets parentheses", (at, h) => ((at(h) - at(-h)) / 2) * h, "parentheses-missing"],
    ["exchanges the sides", (at, h) => (at(-h) - at(h)) / (2 * h), "minus-missing"],
    ["takes a step of its own", (at) => (at(1e-4) - at(-1e-4)) / 2e-4, "own-step"],
    ["gives the value", (at) => at(0), "value-not-slope"],
    ["gives NaN", () => Number.NaN, "nan-in-result"],
    ["gives zeros", () => 0, undefined],
  ] as [string, Slope, CauseName | undefined][]) {
    it(`tells ${cause} when it ${title}`, () => {
      expectWrong("10-2", answer(slope), { parameter: "gradient", cause });
    });
  }

  it("sees that a number is not put back", () => {
    expectWrong("10-2", answer(central, false), { parameter: "x", cause: "not-put-back" });
  });

  it("shows what exchanged loops read beside the array, not as shapes written down", () => {
    const exchanged = (f: () => number, x: NdArray, h: number) => {
      const gradient = nj.zeros(x.shape, "float64");
      for (let i = 0; i < x.shape[1]; i++) {
        for (let j = 0; j < x.shape[0]; j++) {
          const value = x.get(i, j);
          x.set(i, j, value + h);
          const above = f();
          x.set(i, j, value - h);
          const below = f();
          x.set(i, j, value);
          gradient.set(i, j, (above - below) / (2 * h));
        }
      }
      return gradient;
    };
    expectWrong("10-2", exchanged, { cause: "error-thrown" });
    expect(judge("10-2", exchanged).sentences[0].en).to.include(
      "NdArray.get: expected a whole number from -1 to 0 along axis 0, but got 1",
    );
  });

  it("sees what is no array of x's shape", () => {
    const flat = (f: () => number, x: NdArray, h: number) => {
      const { selection, size } = numericGradient(f, x, h);
      return new NdArray(Float64Array.from(selection.data), [size]);
    };
    expectWrong("10-2", flat, { parameter: "gradient" });
    const lists = (f: () => number, x: NdArray, h: number) => numericGradient(f, x, h).tolist();
    expectWrong("10-2", lists, { cause: "list-instead-of-array" });
    expectWrong("10-2", () => undefined, { cause: "nothing-returned" });
    expectWrong("10-2", 3, { cause: "result-given" });
    expectWrong("10-2", () => 3, { cause: "number-instead-of-array" });
    expectWrong("10-2", async () => 3, { cause: "promise-returned" });
  });
});

describe("exercise 10-3, the relative error", () => {
  const size = (x: NdArray) => Math.sqrt(x.multiply(x).sum());

  const squares = (x: NdArray) => x.multiply(x).sum();

  const absolute = (x: NdArray) => x.pow(2).sqrt().sum();

  const orZero = (value: number) => (Number.isNaN(value) ? 0 : value);

  type Formula = (n: NdArray, b: NdArray) => number;

  const right: Formula = (n, b) => orZero(size(n.subtract(b)) / (size(n) + size(b)));

  it("takes an untouched blank for not written yet", () => {
    expect(judge("10-3", () => todo()).state).to.equal("blank");
  });

  it("passes the solution in any spelling", () => {
    expectPassed("10-3", right);
    expectPassed("10-3", (n: NdArray, b: NdArray) => {
      const [x, y] = [n.tolist<number[][]>().flat(), b.tolist<number[][]>().flat()];
      const both = Math.hypot(...x) + Math.hypot(...y);
      return Math.hypot(...x.map((value, i) => value - y[i])) / Math.max(both, 1e-300);
    });
  });

  for (const [title, formula, cause] of [
    ["forgets 0 / 0", (n, b) => size(n.subtract(b)) / (size(n) + size(b)), "zero-by-zero"],
    ["does not divide", (n, b) => size(n.subtract(b)), "not-relative"],
    [
      "forgets the root",
      (n, b) => orZero(squares(n.subtract(b)) / (squares(n) + squares(b))),
      "root-missing",
    ],
    ["divides by numeric only", (n, b) => orZero(size(n.subtract(b)) / size(n)), "divided-by-one"],
    [
      "divides by backprop only, NaN and all",
      (n, b) => size(n.subtract(b)) / size(b),
      "divided-by-one",
    ],
    [
      "adds absolute values",
      (n, b) => orZero(absolute(n.subtract(b)) / (absolute(n) + absolute(b))),
      "other-norm",
    ],
    [
      "adds signed differences",
      (n, b) => orZero(n.subtract(b).sum() / (n.sum() + b.sum())),
      "signs-cancel",
    ],
    [
      "subtracts lengths",
      (n, b) => orZero(Math.abs(size(n) - size(b)) / (size(n) + size(b))),
      "lengths-subtracted",
    ],
    ["says 0", () => 0, undefined],
    [
      "takes zeros for a difference",
      (n, b) => right(n, b) || Number(size(n) === 0),
      "zero-by-zero",
    ],
    [
      "takes each number by itself",
      (n, b) => orZero(absolute(n.subtract(b)) / size(n) / 2),
      undefined,
    ],
    ["writes a number down", () => Math.SQRT1_2, "hard-coded"],
  ] as [string, Formula, CauseName | undefined][]) {
    it(`tells ${cause} when it ${title}`, () => {
      expectWrong("10-3", formula, { parameter: "error", cause });
    });
  }

  it("sees that it changes a gradient", () => {
    const inPlace: Formula = (n, b) => {
      const both = size(n) + size(b);
      return orZero(size(n.subtract(b, false)) / both);
    };
    expectWrong("10-3", inPlace, { parameter: "numeric", cause: "input-changed" });
  });

  it("sees what is no number", () => {
    expectWrong("10-3", () => undefined, { cause: "nothing-returned" });
    expectWrong("10-3", () => "0", { cause: "text-returned" });
    expectWrong("10-3", (n: NdArray) => n, { cause: "array-instead-of-number" });
    expectWrong("10-3", 0.5, { cause: "result-given" });
  });
});

describe("exercise 10-4, the softplus layer", () => {
  type Backward = (dout: number, x: number, out: number) => number;

  const softplus = (x: number) => Math.log(1 + Math.exp(x));

  const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

  /** A layer that keeps x and out, with the given backward. */
  const layer = (backward: Backward, forward = softplus) =>
    class Mine {
      x = 0;
      out = 0;
      forward(x: number) {
        this.x = x;
        this.out = forward(x);
        return this.out;
      }
      backward(dout: number) {
        return backward(dout, this.x, this.out);
      }
    };

  const right: Backward = (dout, x) => dout * sigmoid(x);

  it("takes an untouched blank for not written yet, forward first", () => {
    expect(
      judge(
        "10-4",
        layer(todo, () => todo()),
      ).place.method,
    ).to.equal("forward");
    const { state, place } = judge("10-4", layer(todo));
    expect(state).to.equal("blank");
    expect(place.method).to.equal("backward");
  });

  it("passes the right formula in any spelling", () => {
    expectPassed("10-4", layer(right));
    expectPassed(
      "10-4",
      layer((dout, x) => (dout * Math.exp(x)) / (1 + Math.exp(x))),
    );
    expectPassed(
      "10-4",
      layer((dout, _, out) => dout * (1 - Math.exp(-out))),
    );
    expectPassed(
      "10-4",
      layer(right, (x) => Math.log1p(Math.exp(x))),
    );
  });

  for (const [title, backward, cause] of [
    ["forgets dout", (_, x) => sigmoid(x), "dout-ignored"],
    [
      "forgets the inner derivative",
      (dout, x) => dout / (1 + Math.exp(x)),
      "inner-derivative-missing",
    ],
    ["forgets the outer derivative", (dout, x) => dout * Math.exp(x), "outer-derivative-missing"],
    ["takes out for x", (dout, _, out) => dout * sigmoid(out), "output-for-input"],
    ["takes ReLU's rule", (dout, x) => (x > 0 ? dout : 0), "relu-instead"],
    ["adds dout", (dout, x) => dout + sigmoid(x), "dout-added"],
    ["turns the sign", (dout, x) => -dout * sigmoid(x), "minus-missing"],
    ["gives the value", (dout, x) => dout * softplus(x), "value-not-slope"],
    ["finds no x", (dout) => dout / 2, "activation-input-not-kept"],
    ["gives NaN", () => Number.NaN, "activation-input-not-kept"],
  ] as [string, Backward, CauseName][]) {
    it(`tells ${cause} when backward ${title}`, () => {
      expectWrong("10-4", layer(backward), { method: "backward", parameter: "dx", cause });
    });
  }

  for (const [title, forward, cause] of [
    ["is ReLU", (x) => Math.max(0, x), "relu-instead"],
    ["lacks the 1", (x) => Math.log(Math.exp(x)), "one-missing"],
    ["turns the sign", (x) => -softplus(x), "minus-missing"],
  ] as [string, (x: number) => number, CauseName][]) {
    it(`tells ${cause} when forward ${title}`, () => {
      expectWrong("10-4", layer(right, forward), { method: "forward", parameter: "out", cause });
    });
  }

  it("sees kept values that are shared", () => {
    let x = 0;
    class Shared {
      forward(given: number) {
        x = given;
        return softplus(x);
      }
      backward(dout: number) {
        return dout * sigmoid(x);
      }
    }
    expectWrong("10-4", Shared, { method: "backward", cause: "values-shared" });
  });
});
