import { expect } from "chai";
import { addBias } from "../../../../src/arrays/add-bias";
import { columnSums } from "../../../../src/arrays/column-sums";
import { dot } from "../../../../src/arrays/dot";
import { map } from "../../../../src/arrays/map";
import { type NdArray, nj } from "../../../../src/arrays/nj";
import type { CauseName } from "../../../../src/judging/causes";
import { todo } from "../../../../src/judging/todo";
import { Affine } from "../../../../src/layers/affine";
import { judge } from "../../../../src/lessons/judge";
import { type Keeping, oddLayers, parameterLayer } from "../../judging/array-layers";
import { expectPassed, expectWrong } from "../../judging/judging";

function keep(this: Keeping, x: NdArray): NdArray {
  this.x = x;
  return addBias(dot(x, this.W), this.b);
}

type Rule = (layer: Keeping, dout: NdArray) => unknown;

/** The solution, with one of its three rules replaced. */
const withRules = (rules: { dx?: Rule; dW?: Rule; db?: Rule }) =>
  parameterLayer(keep, function (dout) {
    this.dW = (rules.dW ?? (({ x }) => dot(x.T, dout)))(this, dout);
    this.db = (rules.db ?? (() => columnSums(dout)))(this, dout);
    return (rules.dx ?? (({ W }) => dot(dout, W.T)))(this, dout);
  });

const half = (sum: NdArray, { x }: Keeping) => map(sum, (value) => value / x.shape[0]);

describe("exercise 08-3, the affine layer", () => {
  it("takes an untouched blank for not written yet, forward first", () => {
    expect(judge("08-3", parameterLayer(todo, todo)).place.method).to.equal("forward");
    const { state, place } = judge("08-3", parameterLayer(keep, todo));
    expect([state, place.method]).to.deep.equal(["blank", "backward"]);
  });

  it("passes the solution and the library's own class", () => {
    expectPassed("08-3", withRules({}));
    expectPassed("08-3", Affine);
  });

  for (const [title, rules, parameter, cause] of [
    ["dout · W", { dx: ({ W }, d) => dot(d, W) }, "dx", "transpose-missing"],
    ["W · doutᵀ", { dx: ({ W }, d) => dot(W, d.T) }, "dx", "operands-exchanged"],
    ["Wᵀ · dout", { dx: ({ W }, d) => dot(W.T, d) }, "dx", "operands-exchanged"],
    ["no dW stored", { dW: () => nj.array([[0]]) }, "dW", "gradient-not-stored"],
    ["no db stored", { db: () => nj.array([0]) }, "db", "gradient-not-stored"],
    ["x not kept", { dW: (_, d) => dot(nj.array([[0]]), d) }, "dW", "input-not-kept"],
    ["x · dout", { dW: ({ x }, d) => dot(x, d) }, "dW", "transpose-missing"],
    ["doutᵀ · x", { dW: ({ x }, d) => dot(d.T, x) }, "dW", "operands-exchanged"],
    ["dW over N", { dW: (l, d) => half(dot(l.x.T, d), l) }, "dW", "averaged-instead"],
    ["db = dout", { db: (_, d) => d }, "db", "column-sum-missing"],
    ["db = all of it", { db: (_, d) => d.sum() }, "db", "summed-too-far"],
    ["db = [all of it]", { db: (_, d) => nj.array([d.sum()]) }, "db", "summed-too-far"],
    ["db over N", { db: (l, d) => half(columnSums(d), l) }, "db", "averaged-instead"],
    ["db along rows", { db: (_, d) => columnSums(d.T) }, "db", "summed-across"],
    ["no db", { db: () => undefined }, "db", "gradient-not-kept"],
    ["NaN in dW", { dW: ({ x }, d) => dot(x.T, d).multiply(Number.NaN) }, "dW", "nan-in-result"],
  ] as [string, Parameters<typeof withRules>[0], string, CauseName][]) {
    it(`tells ${cause} at ${title}`, () => {
      expectWrong("08-3", withRules(rules), { method: "backward", parameter, cause });
    });
  }

  it("sees a missing bias, and operands exchanged in forward", () => {
    const at = { method: "forward", parameter: "out" };
    const noBias = parameterLayer(function (x) {
      return dot(x, this.W);
    }, todo);
    expectWrong("08-3", noBias, { ...at, cause: "bias-missing" });
    const exchanged = parameterLayer(function (x) {
      return dot(this.W, x);
    }, todo);
    expectWrong("08-3", exchanged, { ...at, cause: "operands-exchanged" });
  });

  it("sees dW, dx and db returned together, gradients piled up, and weights learning too early", () => {
    const together = withRules({ dx: ({ W, dW, db }, d) => [dot(d, W.T), dW, db] });
    expectWrong("08-3", together, { parameter: "dx", cause: "arrays-in-a-list" });
    const piled = parameterLayer(keep, function (dout) {
      const dW = dot(this.x.T, dout);
      this.dW = this.dW ? this.dW.add(dW) : dW;
      this.db = columnSums(dout);
      return dot(dout, this.W.T);
    });
    expectWrong("08-3", piled, { parameter: "dW", cause: "gradient-piled-up" });
    const learning = withRules({
      dW: ({ x, W }, d) => {
        const dW = dot(x.T, d);
        W.subtract(dW, false);
        return dW;
      },
    });
    expectWrong("08-3", learning, { parameter: "W", cause: "input-changed" });
  });

  for (const [title, answer] of oddLayers) {
    it(`does not pass ${title}`, () => {
      expect(judge("08-3", answer).state).to.equal("wrong");
    });
  }
});
