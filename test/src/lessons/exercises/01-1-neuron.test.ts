import { expect } from "chai";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

type Five = [x1: number, x2: number, w1: number, w2: number, b: number];
const right = (...[x1, x2, w1, w2, b]: Five) => Math.max(x1 * w1 + x2 * w2 + b, 0);

describe("exercise 01-1, a neuron", () => {
  it("takes an untouched blank for not written yet", () => {
    expect(judge("01-1", () => todo()).state).to.equal("blank");
  });

  it("passes the right formula, however it is written", () => {
    expectPassed("01-1", right);
    expectPassed("01-1", (...[x1, x2, w1, w2, b]: Five) => {
      const z = b + w2 * x2 + w1 * x1;
      return z > 0 ? z : 0;
    });
    expect(right(1, 2, 0.5, 1, 0.5)).to.equal(3);
  });

  for (const [title, wrong, cause] of [
    ["a negative sum stays", (x1, x2, w1, w2, b) => x1 * w1 + x2 * w2 + b, "activation-missing"],
    [
      "a positive sum is stopped",
      (x1, x2, w1, w2, b) => Math.min(x1 * w1 + x2 * w2 + b, 0),
      "activation-reversed",
    ],
    [
      "the bias comes behind the activation",
      (x1, x2, w1, w2, b) => Math.max(x1 * w1 + x2 * w2, 0) + b,
      "activation-too-early",
    ],
    [
      "each product has an activation",
      (x1, x2, w1, w2, b) => Math.max(x1 * w1, 0) + Math.max(x2 * w2, 0) + b,
      "activation-too-early",
    ],
    [
      "a negative sum loses its sign",
      (x1, x2, w1, w2, b) => Math.abs(x1 * w1 + x2 * w2 + b),
      "sign-removed",
    ],
    ["there is no bias", (x1, x2, w1, w2) => Math.max(x1 * w1 + x2 * w2, 0), "bias-missing"],
    ["there is neither bias nor activation", (x1, x2, w1, w2) => x1 * w1 + x2 * w2, "bias-missing"],
    ["there are no weights", (x1, x2, _1, _2, b) => Math.max(x1 + x2 + b, 0), "weights-missing"],
    [
      "the weights change places",
      (x1, x2, w1, w2, b) => Math.max(x1 * w2 + x2 * w1 + b, 0),
      "weights-exchanged",
    ],
    [
      "everything is added",
      (...all) =>
        Math.max(
          all.reduce((a, b) => a + b),
          0,
        ),
      "added-instead",
    ],
    ["the lesson's number is written down", () => 3, "hard-coded"],
  ] as [string, (...all: Five) => number, "hard-coded"][]) {
    it(`tells ${cause} when ${title}`, () => {
      expectWrong("01-1", wrong, { layer: "myNeuron", parameter: "h", cause });
    });
  }

  it("tells every other form from a function that returns a number", () => {
    expectWrong("01-1", 3, { cause: "result-given" });
    expectWrong("01-1", () => {}, { cause: "nothing-returned" });
    expectWrong("01-1", (...all: Five) => [right(...all)], { cause: "not-a-number" });
    expectWrong("01-1", (...all: Five) => String(right(...all)), { cause: "text-returned" });
    expectWrong("01-1", (x1: number, b?: number, c?: unknown) => x1 * Number(b) * Number({ c }), {
      cause: "nan-returned",
    });
  });
});
