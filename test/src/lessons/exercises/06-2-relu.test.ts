import { expect } from "chai";
import { map, mapPairs } from "../../../../src/arrays/map";
import { type NdArray, nj } from "../../../../src/arrays/nj";
import type { CauseName } from "../../../../src/judging/causes";
import { todo } from "../../../../src/judging/todo";
import { Relu } from "../../../../src/layers/relu";
import { judge } from "../../../../src/lessons/judge";
import { arrayLayer, type Keeping, oddLayers } from "../../judging/array-layers";
import { expectPassed, expectWrong } from "../../judging/judging";

function keep(this: Keeping, x: NdArray): NdArray {
  this.x = x;
  this.mask = map(x, (value) => (value <= 0 ? 1 : 0));
  return map(x, (value) => (value <= 0 ? 0 : value));
}

/** A right forward, and a backward of the given rule, number by number. */
const withRule = (rule: (x: number, dout: number) => number) =>
  arrayLayer(keep, function (dout) {
    return mapPairs(this.x, dout, rule);
  });

describe("exercise 06-2, the ReLU layer", () => {
  it("takes an untouched blank for not written yet, forward first", () => {
    const untouched = judge("06-2", arrayLayer(todo, todo));
    expect(untouched.state).to.equal("blank");
    expect(untouched.place.method).to.equal("forward");
    expect(untouched.sentences[0].en).to.match(/^start with `forward`/);
    expect(judge("06-2", arrayLayer(keep, todo)).place.method).to.equal("backward");
  });

  it("passes a right layer in any spelling, and the library's own", () => {
    expectPassed("06-2", Relu);
    expectPassed(
      "06-2",
      arrayLayer(keep, function (dout) {
        return mapPairs(dout, this.mask, (gradient, closed) => (closed ? 0 : gradient));
      }),
    );
    const byProduct = arrayLayer(
      function (x) {
        this.open = map(x, (value) => (value > 0 ? 1 : 0));
        return x.multiply(this.open);
      },
      function (dout) {
        return dout.multiply(this.open);
      },
    );
    expectPassed("06-2", byProduct);
  });

  for (const [title, rule, cause] of [
    ["lets everything through", (_, d) => d, "gradient-not-masked"],
    ["looks at the sign of dout", (_, d) => (d <= 0 ? 0 : d), "mask-from-dout"],
    ["lets through at 0", (x, d) => (x < 0 ? 0 : d), "zero-lets-through"],
    ["turns the mask around", (x, d) => (x > 0 ? 0 : d), "mask-reversed"],
    ["returns the mask", (x) => (x > 0 ? 0 : 1), "mask-returned"],
    ["forgets dout", (x) => (x > 0 ? 1 : 0), "dout-ignored"],
    ["returns the output", (x) => (x > 0 ? x : 0), "inputs-passed-on"],
    ["multiplies by the output", (x, d) => (x > 0 ? x * d : 0), "value-not-slope"],
    ["multiplies by x", (x, d) => x * d, "multiply-rule"],
    ["takes dout for the mask", (x, d) => (d ? 0 : x), "all-stopped"],
    ["uses a name that is not there", () => Number.NaN, "nan-in-result"],
  ] as [string, (x: number, dout: number) => number, CauseName][]) {
    it(`tells ${cause} when backward ${title}`, () => {
      expectWrong("06-2", withRule(rule), { method: "backward", parameter: "dx", cause });
    });
  }

  for (const [title, formula, cause] of [
    ["turns the gate around", (x) => (x > 0 ? 0 : x), "mask-reversed"],
    ["returns where it is open", (x) => (x > 0 ? 1 : 0), "mask-returned"],
    ["returns where it is closed", (x) => (x > 0 ? 0 : 1), "mask-returned"],
    ["lets everything through", (x) => x, "gate-missing"],
    ["takes the size of each number", (x) => Math.abs(x), "sign-removed"],
  ] as [string, (x: number) => number, CauseName][]) {
    it(`tells ${cause} when forward ${title}`, () => {
      const answer = arrayLayer((x) => map(x, formula), todo);
      expectWrong("06-2", answer, { method: "forward", parameter: "out", cause });
    });
  }

  it("sees the article's overwritten dout, and an overwritten x", () => {
    const article = arrayLayer(keep, function (dout) {
      const [height, width] = dout.shape;
      for (let i = 0; i < height; i++) {
        for (let j = 0; j < width; j++) if (this.mask.get(i, j)) dout.set(i, j, 0);
      }
      return dout;
    });
    expectWrong("06-2", article, { method: "backward", parameter: "dout", cause: "dout-changed" });
    const inPlace = arrayLayer(function (x) {
      this.open = map(x, (value) => (value > 0 ? 1 : 0));
      return x.multiply(this.open, false);
    }, todo);
    expectWrong("06-2", inPlace, { method: "forward", parameter: "x", cause: "input-changed" });
  });

  it("sees that the mask is not kept, kept once, or shared", () => {
    class Lost {
      mask = nj.zeros([1]);
      forward(x: NdArray): NdArray {
        return keep.call({}, x);
      }
      backward(dout: NdArray): NdArray {
        return mapPairs(dout, this.mask, (d, closed) => (closed ? 0 : d));
      }
    }
    expectWrong("06-2", Lost, { method: "backward", parameter: "dx", cause: "mask-not-kept" });
    const [seen] = judge("06-2", Lost).sentences;
    expect(seen.en).to.include("expected b of shape [2, 2], but got [1]");
    const once = arrayLayer(
      function (x) {
        this.mask ??= map(x, (value) => (value <= 0 ? 1 : 0));
        return map(x, (value) => Math.max(value, 0));
      },
      function (dout) {
        return mapPairs(dout, this.mask, (d, closed) => (closed ? 0 : d));
      },
    );
    expectWrong("06-2", once, { method: "backward", cause: "first-values-kept" });
    let mask = nj.zeros([1]);
    const shared = arrayLayer(
      (x) => {
        mask = map(x, (value) => (value <= 0 ? 1 : 0));
        return map(x, (value) => Math.max(value, 0));
      },
      (dout) => mapPairs(dout, mask, (d, closed) => (closed ? 0 : d)),
    );
    expectWrong("06-2", shared, { method: "backward", cause: "values-shared" });
  });

  for (const [title, answer] of oddLayers) {
    it(`does not pass ${title}`, () => {
      expect(judge("06-2", answer).state).to.equal("wrong");
    });
  }
});
