import { expect } from "chai";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

interface Gradients {
  out: number;
  ds: number;
  dx: number;
  dy: number;
}

function right(x: number, y: number): Gradients {
  return { out: (x + y) * x, ds: x, dx: 2 * x + y, dy: x };
}

const wrong = (change: (x: number, y: number) => Partial<Gradients>) => (x: number, y: number) => ({
  ...right(x, y),
  ...change(x, y),
});

describe("exercise 04-4, a value for two nodes", () => {
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
