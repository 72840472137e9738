import { expect } from "chai";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

const right = { dX: "[5, 2]", dW: "[2, 3]", dB: "[3]" };

describe("exercise 08-1, the shapes of the gradients", () => {
  it("takes an untouched blank for not written yet", () => {
    expect(judge("08-1", todo).state).to.equal("blank");
  });

  it("passes the shapes of what they belong to", () => {
    expectPassed("08-1", () => right);
    expectPassed("08-1", () => ({ dX: "[5,2]", dW: "[2,3]", dB: "[ 3 ]" }));
  });

  for (const [answer, parameter, cause] of [
    [{ ...right, dX: "[5, 3]" }, "dX", "gradient-shape"],
    [{ ...right, dW: "[3, 2]" }, "dW", "shape-turned"],
    [{ ...right, dW: "[5, 3]" }, "dW", "gradient-shape"],
    [{ ...right, dW: "[5, 2, 3]" }, "dW", "gradient-shape"],
    [{ ...right, dB: "[1, 3]" }, "dB", "gradient-shape"],
    [{ ...right, dB: "[5, 3]" }, "dB", "column-sum-missing"],
    [{ ...right, dB: "[5]" }, "dB", "gradient-shape"],
    [{ ...right, dB: "3" }, "dB", "not-a-choice"],
    [{ dX: "[5, 2]", dW: "[2, 3]" }, "dB", "value-missing"],
  ] as const) {
    it(`tells ${cause} at ${parameter} of ${JSON.stringify(answer)}`, () => {
      expectWrong("08-1", () => answer, { parameter, cause });
    });
  }
});
