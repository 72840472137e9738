import { expect } from "chai";
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
