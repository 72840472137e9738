import { expect } from "chai";
import { map, mapPairs } from "../../../../src/arrays/map";
import { type NdArray, nj } from "../../../../src/arrays/nj";
import type { CauseName } from "../../../../src/judging/causes";
import { todo } from "../../../../src/judging/todo";
import { Sigmoid } from "../../../../src/layers/sigmoid";
import { judge } from "../../../../src/lessons/judge";
import { arrayLayer, type Keeping, oddLayers } from "../../judging/array-layers";
import { expectPassed, expectWrong } from "../../judging/judging";

describe("exercise 07-1, the steepest slope", () => {
  it("takes an untouched blank for not written yet", () => {
    expect(judge("07-1", todo).state).to.equal("blank");
  });

  it("passes a quarter, as a number or a formula", () => {
    expectPassed("07-1", () => 0.25);
    expectPassed("07-1", () => 0.5 * (1 - 0.5));
  });

  it("tells the height, a slope too steep and a wrong sign apart", () => {
    const at = { parameter: "slope" };
    expectWrong("07-1", () => 0.5, { ...at, cause: "value-not-slope" });
    expectWrong("07-1", () => 1, { ...at, cause: "slope-too-steep" });
    expectWrong("07-1", () => -0.25, { ...at, cause: "minus-missing" });
    expectWrong("07-1", () => 0.3, { ...at, cause: undefined });
  });
});

describe("exercise 07-2, the sigmoid layer", () => {
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

/** The solution, with the objects it makes and the way it starts each backward step. */
function through(
  x: number,
  n: number,
  layers: Sigmoid[],
  upstream = (gradient: number) => gradient,
) {
  let value = x;
  for (let i = 0; i < n; i++) value = layers[i].forward(value);
  let gradient = 1;
  for (let i = n - 1; i >= 0; i--) gradient = layers[i].backward(upstream(gradient));
  return gradient;
}

const fresh = (n: number) => Array.from({ length: n }, () => new Sigmoid());

describe("exercise 07-3, a row of sigmoids", () => {
  it("takes an untouched blank for not written yet", () => {
    expect(judge("07-3", todo).state).to.equal("blank");
  });

  it("passes the loops, and the product of the slopes", () => {
    expectPassed("07-3", (x: number, n: number) => through(x, n, fresh(n)));
    expectPassed("07-3", (x: number, n: number) => {
      let [y, gradient] = [x, 1];
      for (let i = 0; i < n; i++) {
        y = 1 / (1 + Math.exp(-y));
        gradient *= y * (1 - y);
      }
      return gradient;
    });
  });

  it("names what learners get wrong", () => {
    const at = { parameter: "dx" };
    const shared = (x: number, n: number) => {
      const one = new Sigmoid();
      return through(
        x,
        n,
        Array.from({ length: n }, () => one),
      );
    };
    expectWrong("07-3", shared, { ...at, cause: "shared-layer" });
    const fromOne = (x: number, n: number) => through(x, n, fresh(n), () => 1);
    expectWrong("07-3", fromOne, { ...at, cause: "upstream-missing" });
    const sameInput = (x: number, n: number) => {
      const layers = fresh(n);
      for (const layer of layers) layer.forward(x);
      return layers.reduceRight((gradient, layer) => layer.backward(gradient), 1);
    };
    expectWrong("07-3", sameInput, { ...at, cause: "input-not-passed-on" });
    const ceiling = (_: number, n: number) => 0.25 ** n;
    expectWrong("07-3", ceiling, { ...at, cause: "largest-slope-everywhere" });
    const value = (x: number, n: number) => {
      for (let i = 0; i < n; i++) x = new Sigmoid().forward(x);
      return x;
    };
    expectWrong("07-3", value, { ...at, cause: "value-not-slope" });
    const lesson = through(0, 3, fresh(3));
    expectWrong("07-3", () => lesson, { ...at, cause: "hard-coded" });
    expectWrong("07-3", () => Number.NaN, { ...at, cause: "nan-returned" });
  });
});

describe("exercise 07-4, the tanh layer", () => {
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
