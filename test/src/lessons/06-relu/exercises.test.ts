import { expect } from "chai";
import { map, mapPairs } from "../../../../src/arrays/map";
import { type NdArray, nj } from "../../../../src/arrays/nj";
import type { CauseName } from "../../../../src/judging/causes";
import { todo } from "../../../../src/judging/todo";
import { Relu } from "../../../../src/layers/relu";
import { judge } from "../../../../src/lessons/judge";
import { arrayLayer, type Keeping, oddLayers } from "../../judging/array-layers";
import { expectPassed, expectWrong } from "../../judging/judging";

describe("exercise 06-1, the guess of what comes through", () => {
  it("takes an untouched blank for not written yet", () => {
    const { state, sentences } = judge("06-1", () => todo());
    expect(state).to.equal("blank");
    expect(sentences[0].en).to.match(/^start with/);
  });

  it("passes 60, as a function and as a number", () => {
    expectPassed("06-1", () => 10 + 50);
    expectPassed("06-1", 60);
  });

  for (const [guess, cause] of [
    [10 + 20 + 30 + 50, "gradient-not-masked"],
    [20 + 30, "mask-reversed"],
    [110 / 2, "places-counted"],
    [1 + 3, "inputs-passed-on"],
    [1 + 1, "dout-ignored"],
    [10 * 1 + 50 * 3, "value-not-slope"],
    [10 * 1 - 20 * 0.5 - 30 * 2 + 50 * 3, "multiply-rule"],
  ] as const) {
    it(`tells what ${guess} is instead (${cause})`, () => {
      expectWrong("06-1", () => guess, { layer: "myGuess", parameter: "dx", cause });
    });
  }

  it("names no cause for a number that comes from nowhere, or is none", () => {
    for (const guess of [0, -60, 60.1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expectWrong("06-1", guess, { parameter: "dx", cause: undefined });
    }
    expectWrong("06-1", "60", { cause: "text-returned" });
    expectWrong("06-1", undefined, { cause: "nothing-returned" });
    expectWrong("06-1", [[10, 0]], { cause: "not-a-number" });
  });
});

describe("exercise 06-2, the ReLU layer", () => {
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

describe("exercise 06-3, the leaky gate", () => {
  function keep(this: Keeping, x: NdArray): NdArray {
    this.x = x;
    return map(x, (value) => (value <= 0 ? 0.1 * value : value));
  }

  const withRule = (rule: (x: number, dout: number) => number) =>
    arrayLayer(keep, function (dout) {
      return mapPairs(this.x, dout, rule);
    });

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

describe("exercise 06-4, the absolute value out of two gates", () => {
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
