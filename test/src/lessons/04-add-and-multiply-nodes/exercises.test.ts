import { expect } from "chai";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

describe("exercise 04-1, the guess at a multiply node", () => {
  it("takes an untouched blank for not written yet", () => {
    const { state, sentences } = judge("04-1", () => todo());
    expect(state).to.equal("blank");
    expect(sentences[0].en).to.match(/^start with/);
  });

  it("passes 6.5, as a function and as a number", () => {
    expectPassed("04-1", () => 5 * 1.3);
    expectPassed("04-1", 6.5);
  });

  for (const [guess, cause] of [
    [13, "own-input"],
    [1.3, "passed-unchanged"],
    [5, "dout-ignored"],
    [65, "value-not-slope"],
    [50, "value-not-slope"],
    [10, "input-itself"],
    [0.65, "gradient-split"],
    [6.3, "dout-added"],
  ] as const) {
    it(`tells what ${guess} is instead (${cause})`, () => {
      expectWrong("04-1", () => guess, { layer: "myGuess", parameter: "dx", cause });
    });
  }

  it("names no cause for a number that comes from nowhere, or is none", () => {
    for (const guess of [0, -6.5, 6.51, Number.NaN, Number.POSITIVE_INFINITY]) {
      expectWrong("04-1", guess, { parameter: "dx", cause: undefined });
    }
    expectWrong("04-1", "6.5", { cause: "text-returned" });
    expectWrong("04-1", undefined, { cause: "nothing-returned" });
    expectWrong("04-1", [6.5, 13], { cause: "not-a-number" });
  });
});

describe("exercise 04-2, the multiply node backward", () => {
  type Backward = (x: number, y: number, dout: number) => [number, number];

  const right: Backward = (x, y, dout) => [dout * y, dout * x];

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

describe("exercise 04-3, the max node backward", () => {
  type Backward = (x: number, y: number, dout: number) => [number, number];

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

describe("exercise 04-4, a value for two nodes", () => {
  interface Gradients {
    out: number;
    ds: number;
    dx: number;
    dy: number;
  }

  function right(x: number, y: number): Gradients {
    return { out: (x + y) * x, ds: x, dx: 2 * x + y, dy: x };
  }

  const wrong =
    (change: (x: number, y: number) => Partial<Gradients>) => (x: number, y: number) => ({
      ...right(x, y),
      ...change(x, y),
    });

  it("takes an untouched blank for not written yet", () => {
    const { state, sentences } = judge("04-4", () => todo());
    expect(state).to.equal("blank");
    expect(sentences[0].en).to.match(/^start with the forward pass/);
  });

  it("passes the right gradients, with the numbers of the lesson", () => {
    expectPassed("04-4", right);
    expect(right(2, 3)).to.deep.equal({ out: 10, ds: 2, dx: 7, dy: 2 });
  });

  for (const [title, answer, parameter, cause] of [
    ["stops at the sum", wrong((x, y) => ({ out: x + y })), "out", "node-missing"],
    ["multiplies by y", wrong((x, y) => ({ out: (x + y) * y })), "out", "inputs-swapped"],
    ["multiplies all", wrong((x, y) => ({ out: x * y * x })), "out", "multiplied-instead"],
    ["does not swap", wrong((x, y) => ({ ds: x + y })), "ds", "own-input"],
    ["passes 1 to s", wrong(() => ({ ds: 1 })), "ds", "upstream-missing"],
    ["has the add node's part only", wrong((x) => ({ dx: x })), "dx", "part-missing"],
    ["has the multiply node's part only", wrong((x, y) => ({ dx: x + y })), "dx", "part-missing"],
    ["multiplies the parts", wrong((x, y) => ({ dx: x * (x + y) })), "dx", "parts-multiplied"],
    ["doubles one part", wrong((x) => ({ dx: 2 * x })), "dx", "part-twice"],
    ["starts the add node with 1", wrong((x, y) => ({ dx: 1 + x + y })), "dx", "upstream-missing"],
    ["gives y the sum too", wrong((x, y) => ({ dy: 2 * x + y })), "dy", "another-gradient"],
    ["gives y the other part of x", wrong((x, y) => ({ dy: x + y })), "dy", "value-not-slope"],
    ["gives y itself", wrong((_, y) => ({ dy: y })), "dy", "inputs-passed-on"],
    ["gives y the local 1 alone", wrong(() => ({ dy: 1 })), "dy", "upstream-missing"],
    ["writes 7 down", wrong(() => ({ dx: 7 })), "dx", "hard-coded"],
  ] as const) {
    it(`tells ${cause} at ${parameter} when it ${title}`, () => {
      expectWrong("04-4", answer, { layer: "sharedBackward", parameter, cause });
    });
  }

  it("tells every other form from an object of numbers", () => {
    expectWrong("04-4", () => [10, 2, 7, 2], { cause: "object-expected" });
    expectWrong("04-4", () => ({ out: 10, ds: 2, dx: 7 }), { cause: "value-missing" });
    expectWrong("04-4", () => {}, { cause: "nothing-returned" });
    expectWrong("04-4", right(2, 3), { cause: "result-given" });
    const nan = wrong(() => ({ dx: Number.NaN }));
    expectWrong("04-4", nan, { parameter: "dx", cause: "nan-returned" });
  });
});
