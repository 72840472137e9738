import { expect } from "chai";
import type { NdArray } from "../../../../src/arrays/nj";
import type { CauseName } from "../../../../src/judging/causes";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

const size = (x: NdArray) => Math.sqrt(x.multiply(x).sum());
const squares = (x: NdArray) => x.multiply(x).sum();
const absolute = (x: NdArray) => x.pow(2).sqrt().sum();
const orZero = (value: number) => (Number.isNaN(value) ? 0 : value);

type Formula = (n: NdArray, b: NdArray) => number;
const right: Formula = (n, b) => orZero(size(n.subtract(b)) / (size(n) + size(b)));

describe("exercise 10-3, the relative error", () => {
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
