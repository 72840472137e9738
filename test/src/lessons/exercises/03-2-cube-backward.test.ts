import { expect } from "chai";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

const where = { layer: "cubeBackward", parameter: "dx" } as const;

describe("exercise 03-2, one node backward", () => {
  it("takes an untouched blank for not written yet", () => {
    const { state, sentences } = judge("03-2", () => todo());
    expect(state).to.equal("blank");
    expect(sentences[0].en).to.match(/^start with the local derivative/);
  });

  it("passes the right formula in any spelling, with the numbers of the lesson", () => {
    expectPassed("03-2", (x: number, dout: number) => dout * 3 * x ** 2);
    expectPassed("03-2", (x: number, dout: number) => 3 * x * x * dout);
    expect(5 * 3 * 2 ** 2).to.equal(60);
  });

  for (const [title, answer, cause] of [
    ["forgets dout", (x) => 3 * x ** 2, "dout-ignored"],
    ["adds dout", (x, dout) => dout + 3 * x ** 2, "dout-added"],
    ["leaves the exponent out", (x, dout) => dout * x ** 2, "power-rule"],
    ["does not lower the exponent", (x, dout) => dout * 3 * x ** 3, "power-rule"],
    ["takes the derivative of the square", (x, dout) => dout * 2 * x, "power-rule"],
    ["lowers the exponent twice", (x, dout) => dout * 3 * x, "power-rule"],
    ["takes the slope at the output", (x, dout) => dout * 3 * x ** 6, "wrong-point"],
    ["takes the slope at dout", (_, dout) => dout * 3 * dout ** 2, "wrong-point"],
    ["takes the slope at x · dout", (x, dout) => 3 * (x * dout) ** 2, "wrong-point"],
    ["multiplies by the output", (x, dout) => dout * x ** 3, "value-not-slope"],
    ["returns the output", (x) => x ** 3, "value-not-slope"],
    ["writes 60 down", () => 60, "hard-coded"],
  ] as [
    string,
    (x: number, dout: number) => number,
    Parameters<typeof expectWrong>[2]["cause"],
  ][]) {
    it(`tells ${cause} when it ${title}`, () => {
      expectWrong("03-2", answer, { ...where, cause });
    });
  }

  it("never passes by accident, and tells every other form from a number", () => {
    expectWrong("03-2", () => Number.NaN, { ...where, cause: "nan-returned" });
    expectWrong("03-2", () => Number.POSITIVE_INFINITY, { ...where, cause: undefined });
    expectWrong("03-2", () => 7, { ...where, cause: undefined });
    expectWrong("03-2", () => {}, { ...where, cause: "nothing-returned" });
    expectWrong("03-2", () => "60", { ...where, cause: "text-returned" });
    expectWrong("03-2", () => [60], { ...where, cause: "not-a-number" });
    expectWrong("03-2", async () => 60, { cause: "promise-returned" });
    expectWrong("03-2", 60, { cause: "result-given" });
    expectWrong("03-2", () => JSON.parse("{"), { cause: "error-thrown" });
  });
});
