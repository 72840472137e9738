import { expect } from "chai";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

describe("exercise 07-1, the steepest slope", () => {
  it("takes an untouched blank for not written yet", () => {
    expect(judge("07-1", todo).state).to.equal("blank");
  });

  it("passes a quarter, as a number or a formula", () => {
    expectPassed("07-1", () => 0.25);
    expectPassed("07-1", () => 0.5 * (1 - 0.5));
  });

  it("tells the height, a slope too steep and a wrong sign apart", () => {
    const at = { parameter: "slope" };
    expectWrong("07-1", () => 0.5, { ...at, cause: "value-not-slope" });
    expectWrong("07-1", () => 1, { ...at, cause: "slope-too-steep" });
    expectWrong("07-1", () => -0.25, { ...at, cause: "minus-missing" });
    expectWrong("07-1", () => 0.3, { ...at, cause: undefined });
  });
});
