import { expect } from "chai";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

type Backward = (x: number, y: number, dout: number) => [number, number];

const right: Backward = (x, y, dout) => [dout * y, dout * x];

describe("exercise 04-2, the multiply node backward", () => {
  it("takes an untouched blank for not written yet", () => {
    const { state, sentences } = judge("04-2", () => todo());
    expect(state).to.equal("blank");
    expect(sentences[0].en).to.match(/^start with `dx`/);
    expect(
      judge("04-2", (_: number, y: number, dout: number) => [dout * y, todo()]).state,
    ).to.equal("blank");
  });

  it("passes the right pair, with the numbers of the lesson", () => {
    expectPassed("04-2", right);
    expect(right(10, 5, 1.3)).to.deep.equal([6.5, 13]);
  });

  for (const [title, answer, parameter, cause] of [
    ["does not swap", (x, y, d) => [d * x, d * y], "dx", "own-input"],
    ["passes dout through", (_, _y, d) => [d, d], "dx", "passed-unchanged"],
    ["forgets dout", (x, y) => [y, x], "dx", "dout-ignored"],
    ["passes the inputs on", (x, y) => [x, y], "dx", "inputs-passed-on"],
    ["multiplies by the product", (x, y, d) => [d * x * y, d * x * y], "dx", "value-not-slope"],
    ["returns the product", (x, y) => [x * y, x * y], "dx", "value-not-slope"],
    ["adds dout", (x, y, d) => [d + y, d + x], "dx", "dout-added"],
    ["divides dout", (_, _y, d) => [d / 2, d / 2], "dx", "gradient-split"],
    ["swaps one side only", (_, y, d) => [d * y, d * y], "dy", "own-input"],
    ["forgets dout on one side", (x, y, d) => [d * y, x], "dy", "dout-ignored"],
    ["writes the lesson's numbers down", () => [6.5, 13], "dx", "hard-coded"],
  ] as [string, Backward, string, Parameters<typeof expectWrong>[2]["cause"]][]) {
    it(`tells ${cause} at ${parameter} when it ${title}`, () => {
      expectWrong("04-2", answer, { layer: "mulBackward", parameter, cause });
    });
  }

  it("never passes by accident, and tells every other form from a pair", () => {
    const forms = [
      [() => ({ dx: 6.5, dy: 13 }), "object-instead-of-pair"],
      [() => 6.5, "number-instead-of-pair"],
      [() => [6.5], "wrong-length"],
      [() => [6.5, 13, 1], "wrong-length"],
      [() => {}, "nothing-returned"],
      [() => "6.5,13", "text-returned"],
      [() => [Number.NaN, Number.NaN], "nan-returned"],
      [() => [[6.5], [13]], "not-a-number"],
      [async () => [6.5, 13], "promise-returned"],
      [[6.5, 13], "result-given"],
    ] as const;
    for (const [answer, cause] of forms) expectWrong("04-2", answer, { cause });
    const infinite = () => [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    expectWrong("04-2", infinite, { parameter: "dx", cause: undefined });
  });
});
