import { expect } from "chai";
import type { NdArray } from "../../../../src/arrays/nj";
import type { CauseName } from "../../../../src/judging/causes";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

const shifted = (a: NdArray) => a.subtract(a.max()).exp();
const fromLowest = (a: NdArray) => {
  const exps = a.subtract(a.min()).exp();
  return exps.divide(exps.sum());
};
const withoutExp = (a: NdArray) => {
  const rest = a.subtract(a.max());
  return rest.divide(rest.sum());
};

describe("exercise 09-2, softmax", () => {
  it("takes an untouched blank for not written yet", () => {
    expect(judge("09-2", todo).state).to.equal("blank");
  });

  it("passes any shift that keeps exp small", () => {
    expectPassed("09-2", (a: NdArray) => shifted(a).divide(shifted(a).sum()));
    expectPassed("09-2", (a: NdArray) => {
      const rest = a.subtract(a.max());
      return rest.subtract(Math.log(rest.exp().sum())).exp();
    });
  });

  for (const [title, answer, cause] of [
    ["takes exp of the scores", (a) => a.exp().divide(a.exp().sum()), "exp-overflow"],
    ["shifts by the lowest score", fromLowest, "exp-overflow"],
    ["forgets exp", (a) => a.divide(a.sum()), "node-missing"],
    ["shifts and forgets exp", withoutExp, "node-missing"],
    ["shifts above only", (a) => shifted(a).divide(a.exp().sum()), "not-normalized"],
    ["does not divide", shifted, "not-normalized"],
    ["divides by the number of classes", (a) => shifted(a).divide(a.size), "not-normalized"],
    ["divides by the sum of the scores", (a) => shifted(a).divide(a.sum()), "not-normalized"],
    [
      "turns the scores around",
      (a) => shifted(a.negative()).divide(shifted(a.negative()).sum()),
      "sign-in-exp",
    ],
    ["gives a list", (a) => shifted(a).divide(shifted(a).sum()).tolist(), "list-instead-of-array"],
    [
      "gives the largest",
      (a) => shifted(a).divide(shifted(a).sum()).max(),
      "number-instead-of-array",
    ],
    ["gives NaN", (a) => a.multiply(Number.NaN), "nan-in-result"],
    ["gives nothing", () => undefined, "nothing-returned"],
  ] as [string, (a: NdArray) => unknown, CauseName][]) {
    it(`tells ${cause} when it ${title}`, () => {
      expectWrong("09-2", answer, { layer: "softmax", parameter: "y", cause });
    });
  }

  it("sees scores that are changed, and anything that is no function", () => {
    const inPlace = (a: NdArray) => {
      a.subtract(a.max(), false).exp(false);
      return a.divide(a.sum(), false);
    };
    expectWrong("09-2", inPlace, { parameter: "a", cause: "input-changed" });
    expectWrong("09-2", 1, { cause: "result-given" });
  });
});
