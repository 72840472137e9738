import { expect } from "chai";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

describe("exercise 04-1, the guess at a multiply node", () => {
  it("takes an untouched blank for not written yet", () => {
    const { state, sentences } = judge("04-1", () => todo());
    expect(state).to.equal("blank");
    expect(sentences[0].en).to.match(/^start with/);
  });

  it("passes 6.5, as a function and as a number", () => {
    expectPassed("04-1", () => 5 * 1.3);
    expectPassed("04-1", 6.5);
  });

  for (const [guess, cause] of [
    [13, "own-input"],
    [1.3, "passed-unchanged"],
    [5, "dout-ignored"],
    [65, "value-not-slope"],
    [50, "value-not-slope"],
    [10, "input-itself"],
    [0.65, "gradient-split"],
    [6.3, "dout-added"],
  ] as const) {
    it(`tells what ${guess} is instead (${cause})`, () => {
      expectWrong("04-1", () => guess, { layer: "myGuess", parameter: "dx", cause });
    });
  }

  it("names no cause for a number that comes from nowhere, or is none", () => {
    for (const guess of [0, -6.5, 6.51, Number.NaN, Number.POSITIVE_INFINITY]) {
      expectWrong("04-1", guess, { parameter: "dx", cause: undefined });
    }
    expectWrong("04-1", "6.5", { cause: "text-returned" });
    expectWrong("04-1", undefined, { cause: "nothing-returned" });
    expectWrong("04-1", [6.5, 13], { cause: "not-a-number" });
  });
});
