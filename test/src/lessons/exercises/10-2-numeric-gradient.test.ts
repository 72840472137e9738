import { expect } from "chai";
import { NdArray, nj } from "../../../../src/arrays/nj";
import type { CauseName } from "../../../../src/judging/causes";
import { numericGradient } from "../../../../src/judging/numeric-gradient";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

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
