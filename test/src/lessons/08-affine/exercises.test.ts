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

const right = { dX: "[5, 2]", dW: "[2, 3]", dB: "[3]" };

describe("exercise 08-1, the shapes of the gradients", () => {
  it("takes an untouched blank for not written yet", () => {
    expect(judge("08-1", todo).state).to.equal("blank");
  });

  it("passes the shapes of what they belong to", () => {
    expectPassed("08-1", () => right);
    expectPassed("08-1", () => ({ dX: "[5,2]", dW: "[2,3]", dB: "[ 3 ]" }));
  });

  for (const [answer, parameter, cause] of [
    [{ ...right, dX: "[5, 3]" }, "dX", "gradient-shape"],
    [{ ...right, dW: "[3, 2]" }, "dW", "shape-turned"],
    [{ ...right, dW: "[5, 3]" }, "dW", "gradient-shape"],
    [{ ...right, dW: "[5, 2, 3]" }, "dW", "gradient-shape"],
    [{ ...right, dB: "[1, 3]" }, "dB", "gradient-shape"],
    [{ ...right, dB: "[5, 3]" }, "dB", "column-sum-missing"],
    [{ ...right, dB: "[5]" }, "dB", "gradient-shape"],
    [{ ...right, dB: "3" }, "dB", "not-a-choice"],
    [{ dX: "[5, 2]", dW: "[2, 3]" }, "dB", "value-missing"],
  ] as const) {
    it(`tells ${cause} at ${parameter} of ${JSON.stringify(answer)}`, () => {
      expectWrong("08-1", () => answer, { parameter, cause });
    });
  }
});

const column = (x: NdArray) => x.reshape(x.size, 1);

const row = (x: NdArray) => x.reshape(1, x.size);

describe("exercise 08-2, the gradient of the weights for one sample", () => {
  it("takes an untouched blank for not written yet", () => {
    expect(judge("08-2", todo).state).to.equal("blank");
  });

  it("passes a column times a row, and loops", () => {
    expectPassed("08-2", (x: NdArray, dout: NdArray) => dot(column(x), row(dout)));
    expectPassed("08-2", (x: NdArray, dout: NdArray) => {
      const rows = x.tolist<number[]>().map((a) => dout.tolist<number[]>().map((d) => a * d));
      return nj.array(rows);
    });
  });

  it("names what learners get wrong", () => {
    const at = { layer: "weightGradient" };
    const expectCause = (
      answer: (x: NdArray, dout: NdArray) => unknown,
      cause: Parameters<typeof expectWrong>[2]["cause"],
      parameter = "dW",
    ) => expectWrong("08-2", answer, { ...at, parameter, cause });
    expectCause((x, dout) => dot(x, dout), "vectors-dotted");
    expectCause((x, dout) => dot(x.T, dout), "vectors-dotted");
    expectCause((x, dout) => dot(x, dout).get(0), "vectors-dotted");
    expectCause((x, dout) => x.multiply(dout), "vectors-dotted");
    expectCause((x, dout) => dot(column(dout), row(x)), "operands-exchanged");
    expectCause((x, dout) => dot(column(x), row(dout)).tolist(), "list-instead-of-array");
    expectCause((x, dout) => dot(column(x), row(dout)).flatten(), "gradient-shape");
    expectCause(
      () =>
        nj.array([
          [1, 2, 3],
          [2, 4, 6],
        ]),
      "gradient-shape",
    );
    expectCause((x, dout) => dot(column(x.multiply(0, false)), row(dout)), "input-changed", "x");
    expectCause(() => undefined, "nothing-returned");
    expectWrong("08-2", 3, { cause: "result-given" });
    expectWrong("08-2", (x: NdArray) => dot(x, nj.zeros([9])), { ...at, cause: "error-thrown" });
  });

  it("passes neither NaN nor infinity", () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const answer = (x: NdArray, dout: NdArray) => dot(column(x), row(dout)).add(value);
      expect(judge("08-2", answer).state).to.equal("wrong");
    }
  });
});

describe("exercise 08-3, the affine layer", () => {
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

describe("exercise 08-4, an affine layer for any shape", () => {
  const rows = (x: NdArray) => {
    const samples = x.ndim === 1 ? 1 : x.shape[0];
    return x.reshape(samples, x.size / samples);
  };

  function keep(this: Keeping, x: NdArray): NdArray {
    this.shape = x.shape;
    this.x = rows(x);
    const out = addBias(dot(this.x, this.W), this.b);
    return x.ndim === 1 ? out.reshape(out.size) : out;
  }

  /** The solution, whose dx gets its shape from the given rule. */
  const withShape = (restore: (dx: NdArray, layer: Keeping) => NdArray) =>
    parameterLayer(keep, function (dout) {
      const upstream = rows(dout);
      this.dW = dot(this.x.T, upstream);
      this.db = columnSums(upstream);
      return restore(dot(upstream, this.W.T), this);
    });

  it("takes an untouched blank for not written yet, forward first", () => {
    expect(judge("08-4", parameterLayer(todo, todo)).place.method).to.equal("forward");
    const { state, place } = judge("08-4", parameterLayer(keep, todo));
    expect([state, place.method]).to.deep.equal(["blank", "backward"]);
  });

  it("passes the solution and the library's own class", () => {
    expectPassed(
      "08-4",
      withShape((dx, { shape }) => dx.reshape(shape)),
    );
    expectPassed("08-4", Affine);
  });

  it("sees a shape that is not restored", () => {
    const at = { method: "backward", parameter: "dx", cause: "shape-not-restored" } as const;
    expectWrong(
      "08-4",
      withShape((dx) => dx),
      at,
    );
    const vectorsOnly = withShape((dx, { shape }) => (shape.length === 1 ? dx.flatten() : dx));
    expectWrong("08-4", vectorsOnly, at);
    const rowsOut = parameterLayer(function (x) {
      return addBias(dot(rows(x), this.W), this.b);
    }, todo);
    expectWrong("08-4", rowsOut, { method: "forward", cause: "batch-axis-left" });
    const noBias = parameterLayer(function (x) {
      return dot(rows(x), this.W);
    }, todo);
    expectWrong("08-4", noBias, { method: "forward", cause: "bias-missing" });
  });

  it("sees the layer of the article fail at a sample, and one that takes vectors for batches", () => {
    const batchOnly = parameterLayer(function (x) {
      return addBias(dot(x, this.W), this.b);
    }, todo);
    expectWrong("08-4", batchOnly, { method: "forward", cause: "error-thrown" });
    const dotted = parameterLayer(keep, function (dout) {
      const single = dout.ndim === 1;
      this.dW = single ? dot(this.x.flatten(), dout) : dot(this.x.T, dout);
      this.db = single ? dout : columnSums(dout);
      return dot(dout, this.W.T).reshape(this.shape);
    });
    expectWrong("08-4", dotted, { method: "backward", parameter: "dW", cause: "vectors-dotted" });
    const untransposed = parameterLayer(keep, function (dout) {
      this.dW = dot(this.x, rows(dout));
      this.db = columnSums(rows(dout));
      return dot(rows(dout), this.W.T).reshape(this.shape);
    });
    const at = { method: "backward", parameter: "dW", cause: "transpose-missing" } as const;
    expectWrong("08-4", untransposed, at);
    const noSum = parameterLayer(keep, function (dout) {
      this.dW = dot(this.x.T, rows(dout));
      this.db = dout;
      return dot(rows(dout), this.W.T).reshape(this.shape);
    });
    expectWrong("08-4", noSum, { parameter: "db", cause: "column-sum-missing" });
  });

  it("sees gradients that are not stored", () => {
    for (const name of ["dW", "db"] as const) {
      const answer = parameterLayer(keep, function (dout) {
        this.dW = dot(this.x.T, rows(dout));
        this.db = columnSums(rows(dout));
        this[name] = name === "dW" ? nj.array([[0]]) : nj.array([0]); // as the lesson's class starts
        return dot(rows(dout), this.W.T).reshape(this.shape);
      });
      expectWrong("08-4", answer, { parameter: name, cause: "gradient-not-stored" });
    }
  });

  for (const [title, answer] of oddLayers) {
    it(`does not pass ${title}`, () => {
      expect(judge("08-4", answer).state).to.equal("wrong");
    });
  }
});
