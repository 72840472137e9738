import { expect } from "chai";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

describe("exercise 03-1, the guess of dx", () => {
  it("takes an untouched blank for not written yet", () => {
    const { state, sentences } = judge("03-1", () => todo());
    expect(state).to.equal("blank");
    expect(sentences[0].en).to.match(/^start with/);
  });

  it("passes 6, as a function and as a number", () => {
    expectPassed("03-1", () => 6);
    expectPassed("03-1", 6.000000000000001);
  });

  for (const [guess, cause] of [
    [9, "value-not-slope"],
    [3, "value-not-slope"],
    [2, "wrong-point"],
    [4, "wrong-point"],
    [18, "wrong-point"],
    [1, "factor-missing"],
    [7, "step-too-large"],
  ] as const) {
    it(`tells what ${guess} is instead (${cause})`, () => {
      expectWrong("03-1", () => guess, { layer: "myGuess", parameter: "dx", cause });
    });
  }

  it("names no cause for a number that comes from nowhere, or is none", () => {
    for (const guess of [0, -6, 6.001, Number.NaN, Number.POSITIVE_INFINITY]) {
      expectWrong("03-1", guess, { parameter: "dx", cause: undefined });
    }
    expectWrong("03-1", "6", { cause: "text-returned" });
    expectWrong("03-1", undefined, { cause: "nothing-returned" });
    expectWrong("03-1", [6], { cause: "not-a-number" });
  });
});
