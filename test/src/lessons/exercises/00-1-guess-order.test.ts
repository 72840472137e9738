import { expect } from "chai";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

describe("exercise 00-1, the guess of 1 + 2 * 3", () => {
  it("takes an untouched blank for not written yet", () => {
    const { state, sentences } = judge("00-1", () => todo());
    expect(state).to.equal("blank");
    expect(sentences[0].en).to.match(/^start with/);
  });

  it("passes 7, as a function and as a number", () => {
    expectPassed("00-1", () => 7);
    expectPassed("00-1", 1 + 2 * 3);
  });

  it("knows where a 9 comes from, and names no cause for other numbers", () => {
    const where = { layer: "myGuess", parameter: "1 + 2 * 3" };
    expectWrong("00-1", () => (1 + 2) * 3, { ...where, cause: "left-to-right" });
    for (const guess of [6, 0, Number.NaN]) {
      expectWrong("00-1", guess, { ...where, cause: undefined });
    }
  });

  it("tells text and nothing from numbers", () => {
    expectWrong("00-1", "7", { cause: "text-returned" });
    expectWrong("00-1", () => {}, { cause: "nothing-returned" });
  });
});
