import { expect } from "chai";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

describe("exercise 11-1, the guess of steps in an epoch", () => {
  it("takes an untouched blank for not written yet", () => {
    expect(judge("11-1", () => todo()).state).to.equal("blank");
  });

  it("passes 600, as a function and as a number", () => {
    expectPassed("11-1", () => 600);
    expectPassed("11-1", 600);
  });

  it("tells what other numbers are instead", () => {
    expectWrong("11-1", 60_000, { parameter: "steps", cause: "samples-not-steps" });
    expectWrong("11-1", 700, { parameter: "steps", cause: "test-images-counted" });
    expectWrong("11-1", () => 100, { parameter: "steps", cause: "batch-itself" });
    for (const guess of [0, 784, Number.NaN]) expectWrong("11-1", guess, { cause: undefined });
    expectWrong("11-1", "600", { cause: "text-returned" });
  });
});
