import { expect } from "chai";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

describe("exercise 09-1, the pull on the right score", () => {
  it("takes an untouched blank for not written yet", () => {
    expect(judge("09-1", todo).state).to.equal("blank");
  });

  it("passes y − t", () => {
    expectPassed("09-1", () => -0.8);
    expectPassed("09-1", () => 0.2 - 1);
  });

  it("tells the probability, a wrong sign and the gradient at y apart", () => {
    const at = { parameter: "dx" };
    expectWrong("09-1", () => 0.2, { ...at, cause: "probability-itself" });
    expectWrong("09-1", () => 0.8, { ...at, cause: "minus-missing" });
    expectWrong("09-1", () => -1 / 0.2, { ...at, cause: "stopped-at-log" });
    expectWrong("09-1", () => 1 / 0.2, { ...at, cause: "stopped-at-log" });
    expectWrong("09-1", () => -0.3, { ...at, cause: undefined });
  });
});
