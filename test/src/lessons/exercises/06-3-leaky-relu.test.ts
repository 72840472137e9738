import { expect } from "chai";
import { map, mapPairs } from "../../../../src/arrays/map";
import type { NdArray } from "../../../../src/arrays/nj";
import type { CauseName } from "../../../../src/judging/causes";
import { todo } from "../../../../src/judging/todo";
import { Relu } from "../../../../src/layers/relu";
import { judge } from "../../../../src/lessons/judge";
import { arrayLayer, type Keeping, oddLayers } from "../../judging/array-layers";
import { expectPassed, expectWrong } from "../../judging/judging";

function keep(this: Keeping, x: NdArray): NdArray {
  this.x = x;
  return map(x, (value) => (value <= 0 ? 0.1 * value : value));
}

const withRule = (rule: (x: number, dout: number) => number) =>
  arrayLayer(keep, function (dout) {
    return mapPairs(this.x, dout, rule);
  });

describe("exercise 06-3, the leaky gate", () => {
  it("takes an untouched blank for not written yet, forward first", () => {
    const untouched = judge("06-3", arrayLayer(todo, todo));
    expect(untouched.state).to.equal("blank");
    expect(untouched.sentences[0].en).to.match(/^start with your `MyRelu`/);
    expect(judge("06-3", arrayLayer(keep, todo)).place.method).to.equal("backward");
  });

  it("passes a right layer in any spelling", () => {
    expectPassed(
      "06-3",
      withRule((x, d) => (x > 0 ? d : 0.1 * d)),
    );
    expectPassed(
      "06-3",
      withRule((x, d) => d * (x > 0 ? 1 : 1 / 10)),
    );
  });

  it("does not take the library's ReLU for it", () => {
    expectWrong("06-3", Relu, { method: "forward", parameter: "out", cause: "leak-missing" });
  });

  for (const [title, rule, cause] of [
    ["stops as ReLU does", (x, d) => (x > 0 ? d : 0), "leak-missing"],
    ["lets everything through", (_, d) => d, "leak-not-applied"],
    ["takes a tenth everywhere", (_, d) => 0.1 * d, "leak-everywhere"],
    ["turns the mask around", (x, d) => (x > 0 ? 0.1 * d : d), "mask-reversed"],
    ["looks at the sign of dout", (_, d) => (d > 0 ? d : 0.1 * d), "mask-from-dout"],
    ["opens at 0", (x, d) => (x >= 0 ? d : 0.1 * d), "zero-on-open-side"],
    ["forgets dout", (x) => (x > 0 ? 1 : 0.1), "dout-ignored"],
    ["multiplies by the output", (x, d) => (x > 0 ? d : 0.1 * x * d), "value-not-slope"],
    ["leaves 0.1 alone", (x, d) => (x > 0 ? d : 0.1), "value-not-scaled"],
  ] as [string, (x: number, dout: number) => number, CauseName][]) {
    it(`tells ${cause} when backward ${title}`, () => {
      expectWrong("06-3", withRule(rule), { method: "backward", parameter: "dx", cause });
    });
  }

  for (const [title, formula, cause] of [
    ["lets everything through", (x) => x, "leak-not-applied"],
    ["takes a tenth everywhere", (x) => 0.1 * x, "leak-everywhere"],
    ["turns the gate around", (x) => (x > 0 ? 0.1 * x : x), "mask-reversed"],
    ["leaves 0.1 alone", (x) => (x > 0 ? x : 0.1), "value-not-scaled"],
    ["leaks a hundredth", (x) => (x > 0 ? x : 0.01 * x), "leak-too-small"],
  ] as [string, (x: number) => number, CauseName][]) {
    it(`tells ${cause} when forward ${title}`, () => {
      const answer = arrayLayer((x) => map(x, formula), todo);
      expectWrong("06-3", answer, { method: "forward", parameter: "out", cause });
    });
  }

  for (const [title, answer] of oddLayers) {
    it(`does not pass ${title}`, () => {
      expect(judge("06-3", answer).state).to.equal("wrong");
    });
  }
});
