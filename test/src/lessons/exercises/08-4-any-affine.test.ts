import { expect } from "chai";
import { addBias } from "../../../../src/arrays/add-bias";
import { columnSums } from "../../../../src/arrays/column-sums";
import { dot } from "../../../../src/arrays/dot";
import { type NdArray, nj } from "../../../../src/arrays/nj";
import { todo } from "../../../../src/judging/todo";
import { Affine } from "../../../../src/layers/affine";
import { judge } from "../../../../src/lessons/judge";
import { type Keeping, oddLayers, parameterLayer } from "../../judging/array-layers";
import { expectPassed, expectWrong } from "../../judging/judging";

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

describe("exercise 08-4, an affine layer for any shape", () => {
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
