import { expect } from "chai";
import { map, mapPairs } from "../../../../src/arrays/map";
import type { NdArray } from "../../../../src/arrays/nj";
import type { CauseName } from "../../../../src/judging/causes";
import { todo } from "../../../../src/judging/todo";
import { Relu } from "../../../../src/layers/relu";
import { judge } from "../../../../src/lessons/judge";
import { arrayLayer, type Keeping, oddLayers } from "../../judging/array-layers";
import { expectPassed, expectWrong } from "../../judging/judging";

/** The absolute value out of two gates, which may be one object, with a backward of one's own. */
function twoGates(
  backward: (positive: Relu, negative: Relu, dout: NdArray) => NdArray,
  isShared = false,
): unknown {
  return class MyAbs {
    readonly positive = new Relu();
    readonly negative = isShared ? this.positive : new Relu();

    forward(x: NdArray): NdArray {
      return this.positive.forward(x).add(this.negative.forward(x.negative()));
    }

    backward(dout: NdArray): NdArray {
      return backward(this.positive, this.negative, dout);
    }
  };
}

const right = (positive: Relu, negative: Relu, dout: NdArray) =>
  positive.backward(dout).subtract(negative.backward(dout));

function keep(this: Keeping, x: NdArray): NdArray {
  this.x = x;
  return map(x, Math.abs);
}

const withRule = (rule: (x: number, dout: number) => number) =>
  arrayLayer(keep, function (dout) {
    return mapPairs(this.x, dout, rule);
  });

describe("exercise 06-4, the absolute value out of two gates", () => {
  it("takes an untouched blank for not written yet, forward first", () => {
    const untouched = judge("06-4", arrayLayer(todo, todo));
    expect(untouched.state).to.equal("blank");
    expect(untouched.sentences[0].en).to.match(/^start with `forward`/);
    expect(judge("06-4", arrayLayer(keep, todo)).place.method).to.equal("backward");
  });

  it("passes two gates, or any other right way", () => {
    expectPassed("06-4", twoGates(right));
    expectPassed(
      "06-4",
      withRule((x, d) => d * Math.sign(x)),
    );
  });

  for (const [title, answer, cause] of [
    ["one object serves both branches", twoGates(right, true), "shared-layer"],
    [
      "one object serves both branches, and the minus is missing",
      twoGates((p, n, d) => p.backward(d).add(n.backward(d)), true),
      "shared-layer",
    ],
    [
      "the minus is missing on the way back",
      twoGates((p, n, d) => p.backward(d).add(n.backward(d))),
      "minus-missing",
    ],
    ["only the first gate answers", twoGates((p, _, d) => p.backward(d)), "part-missing"],
    ["only the second gate answers", twoGates((_, n, d) => n.backward(d)), "part-missing"],
    [
      "the minus is at the wrong branch",
      twoGates((p, n, d) => n.backward(d).subtract(p.backward(d))),
      "parts-exchanged",
    ],
    ["dout is forgotten", withRule((x) => Math.sign(x)), "dout-ignored"],
    ["everything comes through", withRule((_, d) => d), "gate-missing"],
    ["dout is divided", withRule((x, d) => (Math.sign(x) * d) / 2), "gradient-split"],
    ["dout is multiplied by the output", withRule((x, d) => Math.abs(x) * d), "value-not-slope"],
  ] as [string, unknown, CauseName][]) {
    it(`tells ${cause} when ${title}`, () => {
      expectWrong("06-4", answer, { method: "backward", parameter: "dx", cause });
    });
  }

  for (const [title, formula, cause] of [
    ["has the first branch only", (x) => Math.max(x, 0), "branch-missing"],
    ["has the second branch only", (x) => Math.max(-x, 0), "branch-missing"],
    ["subtracts the second branch", (x) => x, "branch-subtracted"],
    ["forgets the minus", (x) => 2 * Math.max(x, 0), "minus-missing"],
    ["turns the sign behind the gate", (x) => Math.max(x, 0) - Math.max(x, 0), "minus-behind-gate"],
  ] as [string, (x: number) => number, CauseName][]) {
    it(`tells ${cause} when forward ${title}`, () => {
      const answer = arrayLayer((x) => map(x, formula), todo);
      expectWrong("06-4", answer, { method: "forward", parameter: "out", cause });
    });
  }

  for (const [title, answer] of oddLayers) {
    it(`does not pass ${title}`, () => {
      expect(judge("06-4", answer).state).to.equal("wrong");
    });
  }
});
