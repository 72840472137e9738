import { expect } from "chai";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

type Slope = (f: (x: number) => number, x: number, h: number) => number;

const where = { layer: "slope", parameter: "out" } as const;
const right: Slope = (f, x, h) => (f(x + h) - f(x - h)) / (2 * h);

describe("exercise 03-4, the slope from two sides", () => {
  it("takes an untouched blank for not written yet", () => {
    const { state, sentences } = judge("03-4", () => todo());
    expect(state).to.equal("blank");
    expect(sentences[0].en).to.match(/^start with the two values/);
  });

  it("passes the right formula in any spelling", () => {
    expectPassed("03-4", right);
    expectPassed("03-4", ((f, x, h) => (f(x + h) - f(x - h)) / 2 / h) satisfies Slope);
    for (const h of [0.001, 0.5, 1]) expect(right((x) => x ** 2, 3, h)).to.be.closeTo(6, 1e-9);
  });

  for (const [title, answer, cause] of [
    ["steps to the right only", (f, x, h) => (f(x + h) - f(x)) / h, "one-sided"],
    ["steps to the left only", (f, x, h) => (f(x) - f(x - h)) / h, "one-sided"],
    ["divides by h", (f, x, h) => (f(x + h) - f(x - h)) / h, "step-counted-once"],
    ["does not divide", (f, x, h) => f(x + h) - f(x - h), "step-not-divided"],
    ["divides by 2", (f, x, h) => (f(x + h) - f(x - h)) / 2, "step-not-divided"],
    ["has no parentheses", (f, x, h) => ((f(x + h) - f(x - h)) / 2) * h, "parentheses-missing"],
    [
      "divides the left value only",
      (f, x, h) => f(x + h) - f(x - h) / (2 * h),
      "difference-not-grouped",
    ],
    ["subtracts the wrong way", (f, x, h) => (f(x - h) - f(x + h)) / (2 * h), "minus-missing"],
    ["returns f(x)", (f, x) => f(x), "value-not-slope"],
    ["averages the two sides", (f, x, h) => (f(x + h) + f(x - h)) / 2, "value-not-slope"],
    ["takes a step of its own", (f, x) => right(f, x, 1e-4), "own-step"],
    ["writes 6 down", () => 6, "hard-coded"],
  ] as [string, Slope, Parameters<typeof expectWrong>[2]["cause"]][]) {
    it(`tells ${cause} when it ${title}`, () => {
      expectWrong("03-4", answer, { ...where, cause });
    });
  }

  it("shows the function it tried", () => {
    const { sentences } = judge("03-4", (f: Parameters<Slope>[0], x: number) => f(x));
    expect(sentences[0].en).to.match(/^For `f = .*x \*\* 2, x = 3, h = 0\.5`/);
  });

  it("never passes by accident, and tells every other form from a number", () => {
    expectWrong("03-4", () => Number.NaN, { ...where, cause: "nan-returned" });
    expectWrong("03-4", () => Number.POSITIVE_INFINITY, { ...where, cause: undefined });
    expectWrong("03-4", () => {}, { ...where, cause: "nothing-returned" });
    expectWrong("03-4", (f: unknown) => f, { ...where, cause: "not-a-number" });
    expectWrong("03-4", () => "6", { ...where, cause: "text-returned" });
    expectWrong("03-4", async () => 6, { cause: "promise-returned" });
    expectWrong("03-4", 6, { cause: "result-given" });
  });
});
