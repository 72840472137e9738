import { expect } from "chai";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

describe("exercise 01-2, the guess of changed parameters", () => {
  it("takes an untouched blank for not written yet", () => {
    expect(judge("01-2", () => todo()).state).to.equal("blank");
  });

  it("passes 0, as a function and as a number", () => {
    expectPassed("01-2", () => 0);
    expectPassed("01-2", 0);
  });

  for (const guess of [17, 15, 14, 12, 5, 1]) {
    it(`asks who writes into a weight at ${guess}`, () => {
      const where = { layer: "myGuess", parameter: "changed" };
      expectWrong("01-2", () => guess, { ...where, cause: "passes-change-weights" });
    });
  }

  it("does not pass what only looks like 0", () => {
    for (const [answer, cause] of [
      [null, "not-a-number"],
      [false, "not-a-number"],
      [undefined, "nothing-returned"],
      ["0", "text-returned"],
      [[], "not-a-number"],
      [0n, "not-a-number"],
      [Number.NaN, undefined],
      [Number.POSITIVE_INFINITY, undefined],
      [1e-12, undefined],
    ] as const) {
      expectWrong("01-2", answer, { cause });
    }
  });
});
