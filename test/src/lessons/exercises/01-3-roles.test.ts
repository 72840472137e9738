import { expect } from "chai";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

const right = {
  computesTheLoss: "forward",
  computesGradients: "backward",
  changesWeights: "optimizer",
};

describe("exercise 01-3, who does what", () => {
  it("takes an untouched blank for not written yet", () => {
    expect(judge("01-3", () => todo()).state).to.equal("blank");
  });

  it("passes the right words, as a function and as an object", () => {
    expectPassed("01-3", () => right);
    expectPassed("01-3", right);
  });

  for (const [parameter, word, cause] of [
    ["computesTheLoss", "backward", "passes-exchanged"],
    ["computesTheLoss", "optimizer", "optimizer-computes"],
    ["computesGradients", "forward", "passes-exchanged"],
    ["computesGradients", "optimizer", "optimizer-computes"],
    ["changesWeights", "forward", "forward-changes-weights"],
    ["changesWeights", "backward", "backward-changes-weights"],
  ] as const) {
    it(`tells ${cause} when ${parameter} is ${word}`, () => {
      const answer = () => ({ ...right, [parameter]: word });
      expectWrong("01-3", answer, { layer: "roles", parameter, cause });
    });
  }

  it("tells other words and other forms", () => {
    expectWrong("01-3", { ...right, changesWeights: "Optimizer" }, { cause: "not-a-choice" });
    expectWrong("01-3", { ...right, changesWeights: undefined }, { cause: "value-missing" });
    expectWrong("01-3", () => Object.values(right), { cause: "object-expected" });
    expectWrong("01-3", () => {}, { cause: "nothing-returned" });
  });
});
