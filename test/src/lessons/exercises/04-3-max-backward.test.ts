import { expect } from "chai";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

type Backward = (x: number, y: number, dout: number) => [number, number];

describe("exercise 04-3, the max node backward", () => {
  it("takes an untouched blank for not written yet", () => {
    const { state, sentences } = judge("04-3", () => todo());
    expect(state).to.equal("blank");
    expect(sentences[0].en).to.match(/^start with a question/);
  });

  it("passes the right pair in any spelling", () => {
    expectPassed("04-3", ((x, y, d) => (x > y ? [d, 0] : [0, d])) satisfies Backward);
    expectPassed("04-3", ((x, y, d) => [d * Number(x > y), d * Number(x <= y)]) satisfies Backward);
  });

  for (const [title, answer, parameter, cause] of [
    ["gives a tie to x", (x, y, d) => (x >= y ? [d, 0] : [0, d]), "dx", "tie-to-first"],
    [
      "shares a tie",
      (x, y, d) => (x === y ? [d / 2, d / 2] : x > y ? [d, 0] : [0, d]),
      "dx",
      "tie-shared",
    ],
    ["gives a tie to nobody", (x, y, d) => [x > y ? d : 0, y > x ? d : 0], "dy", "tie-to-nobody"],
    ["sends it to the smaller", (x, y, d) => (x > y ? [0, d] : [d, 0]), "dx", "gate-reversed"],
    ["sends it to both", (_, _y, d) => [d, d], "dx", "gate-open-to-both"],
    ["always sends it to y", (x, y, d) => [x > y ? d : 0, d], "dy", "gate-open-to-both"],
    ["sends all of it to x", (_, _y, d) => [d, 0], "dx", "gate-open-to-both"],
    ["sends all of it to y", (_, _y, d) => [0, d], "dx", "other-side-zero"],
    ["divides it", (_, _y, d) => [d / 2, d / 2], "dx", "gradient-split-at-max"],
    ["forgets dout", (x, y) => (x > y ? [1, 0] : [0, 1]), "dx", "dout-ignored"],
    ["passes the larger input on", (x, y) => (x > y ? [x, 0] : [0, y]), "dx", "inputs-passed-on"],
    [
      "multiplies by the output",
      (x, y, d) => (x > y ? [d * x, 0] : [0, d * y]),
      "dx",
      "value-not-slope",
    ],
    ["multiplies as a multiply node", (x, y, d) => [d * y, d * x], "dx", "multiply-rule"],
    ["forgets y", (x, y, d) => [x > y ? d : 0, 0], "dy", "other-side-zero"],
    ["writes the lesson's numbers down", () => [1.3, 0], "dx", "hard-coded"],
  ] as [string, Backward, string, Parameters<typeof expectWrong>[2]["cause"]][]) {
    it(`tells ${cause} at ${parameter} when it ${title}`, () => {
      expectWrong("04-3", answer, { layer: "maxBackward", parameter, cause });
    });
  }

  it("tells every other form from a pair", () => {
    expectWrong("04-3", () => 1.3, { cause: "number-instead-of-pair" });
    expectWrong("04-3", () => [Number.NaN, 0], { parameter: "dx", cause: "nan-returned" });
    expectWrong("04-3", () => {}, { cause: "nothing-returned" });
    expectWrong("04-3", [1.3, 0], { cause: "result-given" });
  });
});
