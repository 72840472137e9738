import { expect } from "chai";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

describe("exercise 03-1, the guess of dx", () => {
  it("takes an untouched blank for not written yet", () => {
    const { state, sentences } = judge("03-1", () => todo());
    expect(state).to.equal("blank");
    expect(sentences[0].en).to.match(/^start with/);
  });

  it("passes 6, as a function and as a number", () => {
    expectPassed("03-1", () => 6);
    expectPassed("03-1", 6.000000000000001);
  });

  for (const [guess, cause] of [
    [9, "value-not-slope"],
    [3, "value-not-slope"],
    [2, "wrong-point"],
    [4, "wrong-point"],
    [18, "wrong-point"],
    [1, "factor-missing"],
    [7, "step-too-large"],
  ] as const) {
    it(`tells what ${guess} is instead (${cause})`, () => {
      expectWrong("03-1", () => guess, { layer: "myGuess", parameter: "dx", cause });
    });
  }

  it("names no cause for a number that comes from nowhere, or is none", () => {
    for (const guess of [0, -6, 6.001, Number.NaN, Number.POSITIVE_INFINITY]) {
      expectWrong("03-1", guess, { parameter: "dx", cause: undefined });
    }
    expectWrong("03-1", "6", { cause: "text-returned" });
    expectWrong("03-1", undefined, { cause: "nothing-returned" });
    expectWrong("03-1", [6], { cause: "not-a-number" });
  });
});

describe("exercise 03-2, one node backward", () => {
  const where = { layer: "cubeBackward", parameter: "dx" } as const;

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

describe("exercise 03-3, three nodes backward", () => {
  interface Gradients {
    z: number;
    dt: number;
    dx: number;
    dy: number;
  }

  function right(x: number, y: number): Gradients {
    const t = 3 * x + y;
    return { z: t ** 2, dt: 2 * t, dx: 6 * t, dy: 2 * t };
  }

  /** The right answer with one part changed, given t, x and y. */
  const wrong =
    (change: (t: number, x: number, y: number) => Partial<Gradients>) =>
    (x: number, y: number) => ({
      ...right(x, y),
      ...change(3 * x + y, x, y),
    });

  it("takes an untouched blank for not written yet", () => {
    const { state, sentences } = judge("03-3", () => todo());
    expect(state).to.equal("blank");
    expect(sentences[0].en).to.match(/^start with the forward pass/);
  });

  it("passes a right chain, with the numbers of the lesson", () => {
    expectPassed("03-3", right);
    expect(right(1, 2)).to.deep.equal({ z: 25, dt: 10, dx: 30, dy: 10 });
  });

  for (const [title, answer, parameter, cause] of [
    ["leaves the 3 out forward", wrong((_, x, y) => ({ z: (x + y) ** 2 })), "z", "node-missing"],
    ["does not square", wrong((t) => ({ z: t })), "z", "node-missing"],
    ["takes 2t for t²", wrong((t) => ({ z: 2 * t })), "z", "power-rule"],
    ["leaves the exponent out", wrong((t) => ({ dt: t })), "dt", "power-rule"],
    ["returns the output", wrong((t) => ({ dt: t ** 2 })), "dt", "value-not-slope"],
    ["takes the slope at x", wrong((_, x) => ({ dt: 2 * x })), "dt", "wrong-point"],
    ["takes the slope at z", wrong((t) => ({ dt: 2 * t ** 2 })), "dt", "wrong-point"],
    ["leaves t out", wrong(() => ({ dt: 2 })), "dt", "power-rule"],
    ["meets its own input", wrong((t, x) => ({ dx: 2 * t * x })), "dx", "multiply-rule"],
    ["meets x beside the 3", wrong((t, x) => ({ dx: 6 * t * x })), "dx", "multiply-rule"],
    ["multiplies at the add node", wrong((t, _, y) => ({ dy: 2 * t * y })), "dy", "multiply-rule"],
    ["stops at 1", wrong(() => ({ dt: 1 })), "dt", "upstream-missing"],
    ["forgets the factor 3", wrong((t) => ({ dx: 2 * t })), "dx", "factor-missing"],
    ["forgets the factor 2", wrong((t) => ({ dx: 3 * t })), "dx", "factor-missing"],
    ["adds the factors", wrong((t) => ({ dx: 2 * t + 3 })), "dx", "factors-added"],
    ["takes the slope at u", wrong((_, x) => ({ dx: 18 * x })), "dx", "wrong-point"],
    ["takes the slope at x + y", wrong((_, x, y) => ({ dx: 6 * (x + y) })), "dx", "wrong-point"],
    ["gives the local 3 alone", wrong(() => ({ dx: 3 })), "dx", "upstream-missing"],
    ["gives y the 3 too", wrong((t) => ({ dy: 6 * t })), "dy", "another-gradient"],
    ["takes the slope at y", wrong((_, _x, y) => ({ dy: 2 * y })), "dy", "wrong-point"],
    ["gives the local 1 alone", wrong(() => ({ dy: 1 })), "dy", "upstream-missing"],
    ["writes 30 down", wrong(() => ({ dx: 30 })), "dx", "hard-coded"],
  ] as const) {
    it(`tells ${cause} at ${parameter} when it ${title}`, () => {
      expectWrong("03-3", answer, { layer: "chainBackward", parameter, cause });
    });
  }

  it("tells every other form from an object of numbers", () => {
    const forms = [
      [() => [25, 10, 30, 10], "object-expected"],
      [() => {}, "nothing-returned"],
      [() => ({ z: 25, dt: 10, dx: 30 }), "value-missing"],
      [() => ({ ...right(1, 2), z: "25" }), "text-returned"],
      [async () => right(1, 2), "promise-returned"],
      [right(1, 2), "result-given"],
    ] as const;
    for (const [answer, cause] of forms) expectWrong("03-3", answer, { cause });
    expectWrong("03-3", () => right(1, 2), { parameter: "z", cause: "hard-coded" });
    const nan = wrong(() => ({ dx: Number.NaN }));
    expectWrong("03-3", nan, { parameter: "dx", cause: "nan-returned" });
  });
});

describe("exercise 03-4, the slope from two sides", () => {
  type Slope = (f: (x: number) => number, x: number, h: number) => number;

  const where = { layer: "slope", parameter: "out" } as const;

  const right: Slope = (f, x, h) => (f(x + h) - f(x - h)) / (2 * h);

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
