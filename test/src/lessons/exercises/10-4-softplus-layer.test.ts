import { expect } from "chai";
import type { CauseName } from "../../../../src/judging/causes";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

type Backward = (dout: number, x: number, out: number) => number;

const softplus = (x: number) => Math.log(1 + Math.exp(x));
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** A layer that keeps x and out, with the given backward. */
const layer = (backward: Backward, forward = softplus) =>
  class Mine {
    x = 0;
    out = 0;
    forward(x: number) {
      this.x = x;
      this.out = forward(x);
      return this.out;
    }
    backward(dout: number) {
      return backward(dout, this.x, this.out);
    }
  };
const right: Backward = (dout, x) => dout * sigmoid(x);

describe("exercise 10-4, the softplus layer", () => {
  it("takes an untouched blank for not written yet, forward first", () => {
    expect(
      judge(
        "10-4",
        layer(todo, () => todo()),
      ).place.method,
    ).to.equal("forward");
    const { state, place } = judge("10-4", layer(todo));
    expect(state).to.equal("blank");
    expect(place.method).to.equal("backward");
  });

  it("passes the right formula in any spelling", () => {
    expectPassed("10-4", layer(right));
    expectPassed(
      "10-4",
      layer((dout, x) => (dout * Math.exp(x)) / (1 + Math.exp(x))),
    );
    expectPassed(
      "10-4",
      layer((dout, _, out) => dout * (1 - Math.exp(-out))),
    );
    expectPassed(
      "10-4",
      layer(right, (x) => Math.log1p(Math.exp(x))),
    );
  });

  for (const [title, backward, cause] of [
    ["forgets dout", (_, x) => sigmoid(x), "dout-ignored"],
    [
      "forgets the inner derivative",
      (dout, x) => dout / (1 + Math.exp(x)),
      "inner-derivative-missing",
    ],
    ["forgets the outer derivative", (dout, x) => dout * Math.exp(x), "outer-derivative-missing"],
    ["takes out for x", (dout, _, out) => dout * sigmoid(out), "output-for-input"],
    ["takes ReLU's rule", (dout, x) => (x > 0 ? dout : 0), "relu-instead"],
    ["adds dout", (dout, x) => dout + sigmoid(x), "dout-added"],
    ["turns the sign", (dout, x) => -dout * sigmoid(x), "minus-missing"],
    ["gives the value", (dout, x) => dout * softplus(x), "value-not-slope"],
    ["finds no x", (dout) => dout / 2, "activation-input-not-kept"],
    ["gives NaN", () => Number.NaN, "activation-input-not-kept"],
  ] as [string, Backward, CauseName][]) {
    it(`tells ${cause} when backward ${title}`, () => {
      expectWrong("10-4", layer(backward), { method: "backward", parameter: "dx", cause });
    });
  }

  for (const [title, forward, cause] of [
    ["is ReLU", (x) => Math.max(0, x), "relu-instead"],
    ["lacks the 1", (x) => Math.log(Math.exp(x)), "one-missing"],
    ["turns the sign", (x) => -softplus(x), "minus-missing"],
  ] as [string, (x: number) => number, CauseName][]) {
    it(`tells ${cause} when forward ${title}`, () => {
      expectWrong("10-4", layer(right, forward), { method: "forward", parameter: "out", cause });
    });
  }

  it("sees kept values that are shared", () => {
    let x = 0;
    class Shared {
      forward(given: number) {
        x = given;
        return softplus(x);
      }
      backward(dout: number) {
        return dout * sigmoid(x);
      }
    }
    expectWrong("10-4", Shared, { method: "backward", cause: "values-shared" });
  });
});
