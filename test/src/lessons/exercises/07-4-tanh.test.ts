import { expect } from "chai";
import { map, mapPairs } from "../../../../src/arrays/map";
import { type NdArray, nj } from "../../../../src/arrays/nj";
import type { CauseName } from "../../../../src/judging/causes";
import { todo } from "../../../../src/judging/todo";
import { Sigmoid } from "../../../../src/layers/sigmoid";
import { judge } from "../../../../src/lessons/judge";
import { arrayLayer, type Keeping, oddLayers } from "../../judging/array-layers";
import { expectPassed, expectWrong } from "../../judging/judging";

function keep(this: Keeping, x: NdArray): NdArray {
  this.x = x;
  this.out = new Sigmoid().forward(x.multiply(2)).multiply(2).subtract(1);
  return this.out;
}

const withRule = (rule: (y: number, dout: number, x: number) => number) =>
  arrayLayer(keep, function (dout) {
    const x = this.x.flatten().tolist();
    let i = 0;
    return mapPairs(this.out, dout, (y, d) => rule(y, d, x[i++]));
  });

describe("exercise 07-4, the tanh layer", () => {
  it("takes an untouched blank for not written yet, forward first", () => {
    expect(judge("07-4", arrayLayer(todo, todo)).place.method).to.equal("forward");
    const { state, place } = judge("07-4", arrayLayer(keep, todo));
    expect([state, place.method]).to.deep.equal(["blank", "backward"]);
  });

  it("passes the right rule, with Math.tanh too", () => {
    expectPassed(
      "07-4",
      withRule((y, d) => d * (1 - y * y)),
    );
    const withMath = arrayLayer(
      function (x) {
        this.out = map(x, Math.tanh);
        return this.out;
      },
      function (dout) {
        return dout.multiply(this.out.multiply(this.out).negative().add(1));
      },
    );
    expectPassed("07-4", withMath);
  });

  for (const [title, rule, cause] of [
    ["takes the sigmoid's rule", (y, d) => d * y * (1 - y), "sigmoid-rule"],
    ["forgets dout", (y) => 1 - y * y, "dout-ignored"],
    ["does not square", (y, d) => d * (1 - y), "output-not-squared"],
    ["keeps the sigmoid inside", (y, d) => d * (1 - ((y + 1) / 2) ** 2), "another-output-kept"],
    ["takes x for y", (_, d, x) => d * (1 - x * x), "input-for-output"],
    ["turns the sign around", (y, d) => d * (y * y - 1), "minus-missing"],
    ["adds dout", (y, d) => d + 1 - y * y, "dout-added"],
  ] as [string, (y: number, d: number, x: number) => number, CauseName][]) {
    it(`tells ${cause} when backward ${title}`, () => {
      expectWrong("07-4", withRule(rule), { method: "backward", parameter: "dx", cause });
    });
  }

  const { exp } = Math;
  for (const [title, formula, cause] of [
    ["overflows upwards", (x) => (exp(2 * x) - 1) / (exp(2 * x) + 1), "exp-overflow"],
    ["overflows downwards", (x) => (1 - exp(-2 * x)) / (1 + exp(-2 * x)), "exp-overflow"],
    ["overflows both ways", (x) => (exp(x) - exp(-x)) / (exp(x) + exp(-x)), "exp-overflow"],
    ["turns the sign around", (x) => Math.tanh(-x), "sign-in-exp"],
    ["forgets the inner 2", (x) => 2 / (1 + exp(-x)) - 1, "node-missing"],
    ["forgets to stretch and shift", (x) => 1 / (1 + exp(-2 * x)), "node-missing"],
    ["forgets the outer 2", (x) => 1 / (1 + exp(-2 * x)) - 1, "node-missing"],
    ["forgets the −1", (x) => 2 / (1 + exp(-2 * x)), "node-missing"],
  ] as [string, (x: number) => number, CauseName][]) {
    it(`tells ${cause} when forward ${title}`, () => {
      const answer = arrayLayer((x) => map(x, formula), todo);
      expectWrong("07-4", answer, { method: "forward", parameter: "out", cause });
    });
  }

  it("sees an output that is returned, but not kept", () => {
    const notKept = arrayLayer(
      (x) => map(x, Math.tanh),
      (dout) => dout.multiply(nj.array([0])), // where the lesson's class starts
    );
    const at = { method: "backward", parameter: "dx", cause: "output-not-kept" } as const;
    expectWrong("07-4", notKept, at);
  });

  for (const [title, answer] of oddLayers) {
    it(`does not pass ${title}`, () => {
      expect(judge("07-4", answer).state).to.equal("wrong");
    });
  }
});
