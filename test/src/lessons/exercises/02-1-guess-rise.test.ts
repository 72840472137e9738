import { expect } from "chai";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

describe("exercise 02-1, the guess of the rise", () => {
  it("takes an untouched blank for not written yet", () => {
    const { state, sentences } = judge("02-1", () => todo());
    expect(state).to.equal("blank");
    expect(sentences[0].en).to.match(/^start with/);
  });

  it("passes 2.2, as a function and as a number", () => {
    expectPassed("02-1", () => 2.2);
    expectPassed("02-1", 2.2);
    expectPassed("02-1", 101 * 2 * 1.1 - 100 * 2 * 1.1);
  });

  for (const [guess, cause] of [
    [1, "step-itself"],
    [2, "node-missing"],
    [1.1, "node-missing"],
    [222.2, "result-not-change"],
    [220, "result-not-change"],
  ] as const) {
    it(`tells what ${guess} is instead (${cause})`, () => {
      expectWrong("02-1", () => guess, { layer: "myGuess", parameter: "rise", cause });
    });
  }

  it("names no cause for a number that comes from nowhere, and never tells the right one", () => {
    for (const guess of [0, -7, 22, Number.NaN, Number.POSITIVE_INFINITY]) {
      expectWrong("02-1", guess, { parameter: "rise", cause: undefined });
      expect(JSON.stringify(judge("02-1", guess))).not.to.include("2.2");
    }
  });

  it("tells text and nothing from numbers", () => {
    expectWrong("02-1", "2.2", { cause: "text-returned" });
    expectWrong("02-1", undefined, { cause: "nothing-returned" });
  });
});
