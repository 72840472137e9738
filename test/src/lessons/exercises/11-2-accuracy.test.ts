import { expect } from "chai";
import { argmax } from "../../../../src/arrays/argmax";
import type { NdArray } from "../../../../src/arrays/nj";
import type { CauseName } from "../../../../src/judging/causes";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

type Formula = (scores: NdArray, t: number[]) => unknown;
const hits = (scores: NdArray, t: number[]) =>
  argmax(scores).filter((label, i) => label === t[i]).length;

describe("exercise 11-2, the accuracy", () => {
  it("takes an untouched blank for not written yet", () => {
    expect(judge("11-2", () => todo()).state).to.equal("blank");
  });

  it("passes the solution in any spelling", () => {
    expectPassed("11-2", (scores: NdArray, t: number[]) => hits(scores, t) / t.length);
    expectPassed("11-2", (scores: NdArray, t: number[]) => {
      let right = 0;
      for (const [i, row] of scores.tolist<number[][]>().entries()) {
        if (row.indexOf(Math.max(...row)) === t[i]) right += 1 / t.length;
      }
      return right;
    });
  });

  for (const [title, formula, cause] of [
    ["counts the wrong ones", (s, t) => 1 - hits(s, t) / t.length, "errors-counted"],
    ["does not divide", hits, "not-divided-by-samples"],
    ["gives percent", (s, t) => (100 * hits(s, t)) / t.length, "percent-not-part"],
    ["divides by the classes", (s, t) => hits(s, t) / s.shape[1], "divided-by-classes"],
    ["takes the lowest score", (s, t) => hits(s.negative(), t) / t.length, "lowest-score"],
    ["writes 3/4 down", () => 0.75, "hard-coded"],
    ["gives NaN", () => Number.NaN, "nan-in-result"],
    ["returns nothing", () => undefined, "nothing-returned"],
    ["gives the labels", (s) => argmax(s), "not-a-number"],
  ] as [string, Formula, CauseName][]) {
    it(`tells ${cause} when it ${title}`, () => {
      expectWrong("11-2", formula, { parameter: "accuracy", cause });
    });
  }

  it("sees what is no function", () => {
    expectWrong("11-2", 0.97, { cause: "result-given" });
  });
});
