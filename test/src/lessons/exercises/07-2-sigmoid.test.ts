import { expect } from "chai";
import { map, mapPairs } from "../../../../src/arrays/map";
import { type NdArray, nj } from "../../../../src/arrays/nj";
import type { CauseName } from "../../../../src/judging/causes";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { arrayLayer, type Keeping, oddLayers } from "../../judging/array-layers";
import { expectPassed, expectWrong } from "../../judging/judging";

function keep(this: Keeping, x: NdArray): NdArray {
  this.x = x;
  this.out = x.negative().exp().add(1).pow(-1);
  return this.out;
}

/** A sigmoid layer with a backward rule of the given formula, number by number. */
const withRule = (rule: (y: number, dout: number, x: number) => number) =>
  arrayLayer(keep, function (dout) {
    const x = this.x.flatten().tolist();
    let i = 0;
    return mapPairs(this.out, dout, (y, d) => rule(y, d, x[i++]));
  });

describe("exercise 07-2, the sigmoid layer", () => {
  it("takes an untouched blank for not written yet, forward first", () => {
    expect(judge("07-2", arrayLayer(todo, todo))).to.deep.include({ state: "blank" });
    expect(judge("07-2", arrayLayer(todo, todo)).place.method).to.equal("forward");
    expect(judge("07-2", arrayLayer(keep, todo)).place.method).to.equal("backward");
  });

  it("passes the right rule in any spelling", () => {
    expectPassed(
      "07-2",
      withRule((y, d) => d * y * (1 - y)),
    );
    expectPassed(
      "07-2",
      withRule((y, d, x) => d * y * y * Math.exp(-x)),
    );
    const solution = arrayLayer(keep, function (dout) {
      return dout.multiply(this.out).multiply(this.out.negative().add(1));
    });
    expectPassed("07-2", solution);
  });

  for (const [title, rule, cause] of [
    ["forgets dout", (y) => y * (1 - y), "dout-ignored"],
    ["takes y alone", (y, d) => d * y, "slope-factor-missing"],
    ["takes 1 - y alone", (y, d) => d * (1 - y), "slope-factor-missing"],
    ["takes y twice", (y, d) => d * y * y, "slope-factor-missing"],
    ["takes x for y", (_, d, x) => d * x * (1 - x), "input-for-output"],
    ["turns the sign around", (y, d) => d * y * (y - 1), "minus-missing"],
    ["adds dout", (y, d) => d + y * (1 - y), "dout-added"],
    ["uses a name that is not there", () => Number.NaN, "nan-in-result"],
  ] as [string, (y: number, d: number, x: number) => number, CauseName][]) {
    it(`tells ${cause} when backward ${title}`, () => {
      expectWrong("07-2", withRule(rule), { method: "backward", parameter: "dx", cause });
    });
  }

  for (const [title, formula, cause] of [
    ["forgets the minus", (x) => 1 / (1 + Math.exp(x)), "sign-in-exp"],
    ["forgets the division", (x) => 1 + Math.exp(-x), "node-missing"],
    ["forgets the 1", (x) => 1 / Math.exp(-x), "node-missing"],
    ["stops at exp", (x) => Math.exp(-x), "node-missing"],
  ] as [string, (x: number) => number, CauseName][]) {
    it(`tells ${cause} when forward ${title}`, () => {
      const answer = arrayLayer((x) => map(x, formula), todo);
      expectWrong("07-2", answer, { method: "forward", parameter: "out", cause });
    });
  }

  it("sees an output that is returned, but not kept", () => {
    const notKept = arrayLayer(
      (x) => keep.call({}, x),
      (dout) => dout.multiply(nj.array([0])), // where the lesson's class starts
    );
    const at = { method: "backward", parameter: "dx", cause: "output-not-kept" } as const;
    expectWrong("07-2", notKept, at);
  });

  it("sees an array that is changed, and a list", () => {
    const inPlace = arrayLayer(
      (x) => x.multiply(-1, false).exp(false).add(1, false).pow(-1, false),
      todo,
    );
    expectWrong("07-2", inPlace, { parameter: "x", cause: "input-changed" });
    const list = arrayLayer((x) => keep.call({}, x).tolist(), todo);
    expectWrong("07-2", list, { parameter: "out", cause: "list-instead-of-array" });
  });

  for (const [title, answer] of oddLayers) {
    it(`does not pass ${title}`, () => {
      expect(judge("07-2", answer).state).to.equal("wrong");
    });
  }
});
