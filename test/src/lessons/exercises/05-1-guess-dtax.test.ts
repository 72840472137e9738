import { expect } from "chai";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

describe("exercise 05-1, the guess of dTax", () => {
  it("takes an untouched blank for not written yet", () => {
    const { state, sentences } = judge("05-1", () => todo());
    expect(state).to.equal("blank");
    expect(sentences[0].en).to.match(/^start with/);
  });

  it("passes 200, as a function and as a number", () => {
    expectPassed("05-1", () => 200);
    expectPassed("05-1", 200);
    expectPassed("05-1", 199.99999999999997);
  });

  for (const [guess, cause] of [
    [220, "output-itself"],
    [220.00000000000003, "output-itself"],
    [420, "price-afterwards"],
    [20, "change-not-rate"],
    [1.1, "input-itself"],
    [100, "whole-edge-missing"],
    [2.2, "another-gradient"],
    [110, "another-gradient"],
  ] as const) {
    it(`tells what ${guess} is instead (${cause})`, () => {
      expectWrong("05-1", () => guess, { layer: "myGuess", parameter: "dTax", cause });
    });
  }

  it("names no cause for a number that comes from nowhere, and never tells the right one", () => {
    for (const guess of [0, -7, 201, Number.NaN, Number.POSITIVE_INFINITY]) {
      expectWrong("05-1", guess, { parameter: "dTax", cause: undefined });
      expect(JSON.stringify(judge("05-1", guess))).not.to.include("200");
    }
  });

  it("tells text, nothing and objects from numbers", () => {
    expectWrong("05-1", "200", { cause: "text-returned" });
    expectWrong("05-1", undefined, { cause: "nothing-returned" });
    expectWrong("05-1", { dTax: 200 }, { cause: "not-a-number" });
    expectWrong("05-1", 200n, { cause: "not-a-number" });
    expectWrong("05-1", async () => 200, { cause: "promise-returned" });
  });
});
