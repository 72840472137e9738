import { expect } from "chai";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

describe("exercise 00-2, twice x", () => {
  it("takes an untouched blank for not written yet", () => {
    expect(judge("00-2", () => todo()).state).to.equal("blank");
  });

  it("passes twice x, however it is written", () => {
    expectPassed("00-2", (x: number) => 2 * x);
    expectPassed("00-2", (x: number) => x + x);
  });

  for (const [title, wrong, cause] of [
    ["x is squared", (x) => x * x, "squared"],
    ["2 is added", (x) => x + 2, "two-added"],
    ["x comes back", (x) => x, "step-missing"],
    ["14 is written down", () => 14, "hard-coded"],
    ["NaN comes back", () => Number.NaN, "nan-returned"],
  ] as [string, (x: number) => number, "squared"][]) {
    it(`tells ${cause} when ${title}`, () => {
      expectWrong("00-2", wrong, { layer: "double", parameter: "double(x)", cause });
    });
  }

  it("tells other forms from a function that returns a number", () => {
    expectWrong("00-2", 14, { cause: "result-given" });
    expectWrong("00-2", (x: number) => `${2 * x}`, { cause: "text-returned" });
    expectWrong("00-2", () => {}, { cause: "nothing-returned" });
  });
});
