import { expect } from "chai";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

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
  (change: (t: number, x: number, y: number) => Partial<Gradients>) => (x: number, y: number) => ({
    ...right(x, y),
    ...change(3 * x + y, x, y),
  });

describe("exercise 03-3, three nodes backward", () => {
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
