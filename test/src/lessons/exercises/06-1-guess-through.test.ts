import { expect } from "chai";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

describe("exercise 06-1, the guess of what comes through", () => {
  it("takes an untouched blank for not written yet", () => {
    const { state, sentences } = judge("06-1", () => todo());
    expect(state).to.equal("blank");
    expect(sentences[0].en).to.match(/^start with/);
  });

  it("passes 60, as a function and as a number", () => {
    expectPassed("06-1", () => 10 + 50);
    expectPassed("06-1", 60);
  });

  for (const [guess, cause] of [
    [10 + 20 + 30 + 50, "gradient-not-masked"],
    [20 + 30, "mask-reversed"],
    [110 / 2, "places-counted"],
    [1 + 3, "inputs-passed-on"],
    [1 + 1, "dout-ignored"],
    [10 * 1 + 50 * 3, "value-not-slope"],
    [10 * 1 - 20 * 0.5 - 30 * 2 + 50 * 3, "multiply-rule"],
  ] as const) {
    it(`tells what ${guess} is instead (${cause})`, () => {
      expectWrong("06-1", () => guess, { layer: "myGuess", parameter: "dx", cause });
    });
  }

  it("names no cause for a number that comes from nowhere, or is none", () => {
    for (const guess of [0, -60, 60.1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expectWrong("06-1", guess, { parameter: "dx", cause: undefined });
    }
    expectWrong("06-1", "60", { cause: "text-returned" });
    expectWrong("06-1", undefined, { cause: "nothing-returned" });
    expectWrong("06-1", [[10, 0]], { cause: "not-a-number" });
  });
});
