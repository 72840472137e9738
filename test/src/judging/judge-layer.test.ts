import { expect } from "chai";
import { columnSums } from "../../../src/arrays/column-sums";
import { dot } from "../../../src/arrays/dot";
import { map, mapPairs } from "../../../src/arrays/map";
import { NdArray, nj } from "../../../src/arrays/nj";
import type { CauseName } from "../../../src/judging/causes";
import { judgeLayer } from "../../../src/judging/judge-layer";
import type { LayerTask } from "../../../src/judging/layer-task";
import { todo } from "../../../src/judging/todo";
import { type Finding, Stop } from "../../../src/judging/verdict";
import { Affine } from "../../../src/layers/affine";
import { Relu } from "../../../src/layers/relu";
import { SoftmaxWithLoss } from "../../../src/layers/softmax-with-loss";
import { DISPLAY } from "../../../src/show/displayable";
import { picturesIn } from "../../support/picture";

const start = { en: "start here.", ko: "여기서 시작하세요." };
const starts = { forward: start, backward: start };

const relu: LayerTask<{ x: NdArray; dout: NdArray }> = {
  layer: "MyRelu",
  inputs: ["x"],
  trials: [
    {
      x: [
        [1, -0.5],
        [-2, 3],
      ],
      dout: [
        [10, 20],
        [-30, 40],
      ],
    },
    { x: [[0, 2, -1]], dout: [[1.5, -2, 4]] },
    { x: [[3], [-4], [0]], dout: [[-1], [2], [3]] },
  ],
  start: starts,
  right: () => new Relu(),
  forward: { name: "out" },
  backward: {
    name: "dx",
    likely: [
      ["mask-from-dout", ({ dout }) => map(dout, (d) => (d <= 0 ? 0 : d))],
      ["gradient-not-masked", ({ dout }) => dout],
      ["zero-lets-through", ({ x, dout }) => mapPairs(x, dout, (x, d) => (x < 0 ? 0 : d))],
    ],
  },
};

const affine: LayerTask<{ W: NdArray; b: NdArray; x: NdArray; dout: NdArray }> = {
  layer: "MyAffine",
  parameters: ["W", "b"],
  inputs: ["x"],
  trials: [
    {
      W: [
        [1, 0, -1],
        [2, 1, 0],
      ],
      b: [1, 2, 3],
      x: [
        [1, 2],
        [3, 4],
      ],
      dout: [
        [1, 2, 3],
        [4, 5, 6],
      ],
    },
    {
      W: [
        [1, 2],
        [-3, 4],
      ],
      b: [0.5, -1],
      x: [
        [5, -6],
        [7, 0],
      ],
      dout: [
        [1, -2],
        [0, 3],
      ],
    },
    { W: [[2], [-1]], b: [4], x: [[1, 3]], dout: [[-2]] },
  ],
  start: starts,
  right: ({ W, b }) => new Affine(W, b),
  forward: {
    name: "out",
    likely: [
      ["bias-missing", ({ x, W }) => dot(x, W)],
      ["operands-exchanged", ({ x, W }) => dot(W, x)],
    ],
  },
  backward: {
    name: "dx",
    likely: [["transpose-missing", ({ dout, W }) => dot(dout, W)]],
  },
  kept: [
    {
      name: "dW",
      likely: [
        ["transpose-missing", ({ x, dout }) => dot(x, dout)],
        ["operands-exchanged", ({ x, dout }) => dot(dout, x, { transposeA: true })],
      ],
    },
    {
      name: "db",
      likely: [
        ["column-sum-missing", ({ dout }) => dout],
        ["summed-too-far", ({ dout }) => dout.sum()],
        ["averaged-instead", ({ dout }) => map(columnSums(dout), (sum) => sum / dout.shape[0])],
      ],
    },
  ],
};

const loss: LayerTask<{ x: NdArray; t: NdArray; dout: number }> = {
  layer: "MyLoss",
  inputs: ["x", "t"],
  trials: [
    { x: [[0.3, 2.9, 4]], t: [[0, 1, 0]], dout: 1 },
    {
      x: [
        [1, 2],
        [0, -1],
      ],
      t: [
        [1, 0],
        [0, 1],
      ],
      dout: 2,
    },
  ],
  start: starts,
  right: () => new SoftmaxWithLoss(),
  forward: { name: "loss" },
  backward: {
    name: "dx",
    likely: [
      [
        "batch-size-missing",
        ({ x, t, dout }) => {
          const layer = new SoftmaxWithLoss();
          layer.forward(x, t);
          return map(layer.backward(dout), (d) => d * x.shape[0]);
        },
      ],
    ],
  },
};

// biome-ignore lint/suspicious/noExplicitAny: answers of learners come in all forms
type Any = any;

/** The right layers, and what is replaced in them. */
function reluWith(methods: Record<string, (this: Any, value: NdArray) => unknown> = {}): unknown {
  class MyRelu extends Relu {}
  Object.assign(MyRelu.prototype, methods);
  return MyRelu;
}
function affineWith(methods: Record<string, (this: Any, value: Any) => unknown> = {}): unknown {
  class MyAffine extends Affine {}
  Object.assign(MyAffine.prototype, methods);
  return MyAffine;
}
/** Affine's own backward, then a change. */
const backwardThen = (change: (layer: Any, dout: NdArray) => unknown) =>
  affineWith({
    backward(dout: NdArray) {
      const dx = Affine.prototype.backward.call(this as Affine, dout);
      return change(this, dout) ?? dx;
    },
  });

// biome-ignore lint/suspicious/noExplicitAny: tasks of all kinds
function judged(task: LayerTask<any>, answer: unknown): Finding | "passed" {
  try {
    judgeLayer(task, answer);
  } catch (thrown) {
    if (thrown instanceof Stop) return thrown.finding;
    throw thrown;
  }
  return "passed";
}

function expectCause(
  // biome-ignore lint/suspicious/noExplicitAny: tasks of all kinds
  task: LayerTask<any>,
  answer: unknown,
  cause: CauseName | undefined,
  place: { method?: string; parameter?: string } = {},
): string {
  const finding = judged(task, answer);
  if (finding === "passed") throw new Error("the answer passed");
  expect({ state: finding.state, cause: finding.cause }).to.deep.equal({ state: "wrong", cause });
  expect(finding.place).to.include(place);
  expect(finding.sentences.map(({ en, ko }) => en + ko).join()).not.to.match(/undefined|\{\w+\}/);
  return finding.sentences[0].en;
}

describe("judging a layer", () => {
  it("passes the right layers", () => {
    expect(judged(relu, Relu)).to.equal("passed");
    expect(judged(affine, Affine)).to.equal("passed");
    expect(judged(loss, SoftmaxWithLoss)).to.equal("passed");
  });

  it("takes a blank for not written yet, forward first", () => {
    class Blank {
      forward = todo;
      backward = todo;
    }
    expect(judged(relu, Blank)).to.deep.include({
      state: "blank",
      place: { layer: "Blank", method: "forward" },
    });
    expect(judged(relu, reluWith({ backward: todo }))).to.deep.include({
      state: "blank",
      place: { layer: "MyRelu", method: "backward" },
    });
  });

  it("names likely wrong formulas, which explain every trial", () => {
    const maskFromDout = { backward: (dout: NdArray) => map(dout, (d) => (d <= 0 ? 0 : d)) };
    const at = { method: "backward", parameter: "dx" };
    expectCause(relu, reluWith(maskFromDout), "mask-from-dout", at);
    expectCause(relu, reluWith({ backward: (dout) => dout }), "gradient-not-masked", at);
    const zeroPasses = reluWith({
      forward(x) {
        this.x = x;
        return map(x, (x) => Math.max(x, 0));
      },
      backward(dout) {
        return mapPairs(this.x, dout, (x, d) => (x < 0 ? 0 : d));
      },
    });
    expectCause(relu, zeroPasses, "zero-lets-through", at);
    const perSample = class extends SoftmaxWithLoss {
      override backward(dout = 1) {
        return map(super.backward(dout), (d) => d * (this.y?.shape[0] ?? 1));
      }
    };
    expectCause(loss, perSample, "batch-size-missing", at);
  });

  it("knows a missing transpose by its error too, where the shapes do not fit", () => {
    const noTranspose = affineWith({
      backward(dout) {
        return dot(dout, this.W);
      },
    });
    const seen = expectCause(affine, noTranspose, "transpose-missing", { parameter: "dx" });
    expect(seen).to.match(/Error: dot: expected as many columns/);
    const at = { method: "backward", parameter: "dW" };
    expectCause(
      affine,
      backwardThen((layer, dout) => {
        layer.dW = dot(layer.x, dout);
      }),
      "transpose-missing",
      at,
    );
    const exchanged = backwardThen((layer, dout) => {
      layer.dW = dot(dout, layer.x, { transposeA: true });
    });
    const text = expectCause(affine, exchanged, "operands-exchanged", at);
    expect(text).to.include(
      "`dW` should be an array of shape [2, 3], but it is an array of shape [3, 2].",
    );
  });

  it("tells sums over the batch that are missing, too many or divided", () => {
    const at = { method: "backward", parameter: "db" };
    const db = (formula: (dout: NdArray) => unknown) =>
      backwardThen((layer, dout) => {
        layer.db = formula(dout);
      });
    expectCause(
      affine,
      db((dout) => dout),
      "column-sum-missing",
      at,
    );
    const summed = db((dout) => dout.sum());
    expect(expectCause(affine, summed, "summed-too-far", at)).to.include(
      "`db` should be an array of shape [3], but it is a single number.",
    );
    const mean = (dout: NdArray) => map(columnSums(dout), (sum) => sum / dout.shape[0]);
    expectCause(affine, db(mean), "averaged-instead", at);
    expectCause(
      affine,
      db(() => undefined),
      "gradient-not-kept",
      at,
    );
    const halved = db((dout) => map(columnSums(dout), (sum) => (sum * 2) / dout.shape[0]));
    expectCause(affine, halved, "shape-hard-coded", at);
    const noBias = affineWith({
      forward(x) {
        this.x = x;
        return dot(x, this.W);
      },
    });
    expectCause(affine, noBias, "bias-missing", { method: "forward", parameter: "out" });
  });

  it("sees what is changed of the caller's", () => {
    const intoDout = reluWith({
      backward(dout) {
        for (let i = 0; i < dout.shape[0]; i++) {
          for (let j = 0; j < dout.shape[1]; j++) if (this.mask.get(i, j)) dout.set(i, j, 0);
        }
        return dout;
      },
    });
    expectCause(relu, intoDout, "dout-changed", { method: "backward", parameter: "dout" });
    const intoX = reluWith({
      forward(x) {
        const out = Relu.prototype.forward.call(this, x) as NdArray;
        return x.assign(out, false);
      },
    });
    expectCause(relu, intoX, "input-changed", { method: "forward", parameter: "x" });
    const intoW = backwardThen((layer) => {
      layer.W.multiply(2, false);
    });
    expectCause(affine, intoW, "input-changed", { method: "backward", parameter: "W" });
  });

  it("tells each wrong form", () => {
    const at = { method: "backward", parameter: "dx" };
    const returning = (value: unknown) => reluWith({ backward: () => value });
    expectCause(relu, returning([[10, 0]]), "list-instead-of-array", at);
    expectCause(relu, returning(new Float64Array(4)), "list-instead-of-array", at);
    expectCause(relu, returning([nj.zeros([2, 2])]), "arrays-in-a-list", at);
    expectCause(relu, returning({ dx: 1 }), "not-an-array", at);
    expectCause(relu, returning(null), "not-an-array", at);
    expectCause(relu, returning("10,0"), "text-returned", at);
    expectCause(relu, returning(undefined), "nothing-returned", at);
    expectCause(relu, returning(3), "number-instead-of-array", at);
    expectCause(relu, returning(Promise.reject(new Error("late"))), "promise-returned", {
      method: "backward",
    });
    const raising = reluWith({
      backward() {
        throw new RangeError("oh");
      },
    });
    expect(expectCause(relu, raising, "error-thrown")).to.include("RangeError: oh");
    const array = class extends SoftmaxWithLoss {
      override forward(...given: [never, never]) {
        return nj.array([super.forward(...given)]) as never;
      }
    };
    expectCause(loss, array, "array-instead-of-number", { method: "forward", parameter: "loss" });
    expectCause(
      affine,
      backwardThen((_, dout) => [dout]),
      "arrays-in-a-list",
      at,
    );
    expectCause(relu, new Relu(), "instance-given");
    expectCause(relu, 3, "result-given");
    expectCause(relu, Affine, "constructor-arguments");
    class Half {
      forward = todo;
    }
    expectCause(relu, Half, "method-missing", { method: "backward" });
  });

  it("passes no NaN, no infinity, no other shape and no number written down", () => {
    const at = { method: "backward", parameter: "dx" };
    const dxOf = (change: (dx: NdArray) => NdArray) =>
      reluWith({
        backward(dout) {
          return change(Relu.prototype.backward.call(this, dout) as NdArray);
        },
      });
    expectCause(
      relu,
      dxOf((dx) => map(dx, () => Number.NaN)),
      "nan-in-result",
      at,
    );
    expectCause(
      relu,
      dxOf((dx) => map(dx, (d) => (d === 0 ? 0 / d : d))),
      "nan-in-result",
      at,
    );
    expectCause(
      relu,
      dxOf((dx) => map(dx, (d) => d / 0 || 0)),
      undefined,
      at,
    );
    expectCause(
      relu,
      dxOf((dx) => dx.flatten()),
      "gradient-shape",
      at,
    );
    expectCause(
      relu,
      dxOf((dx) => new NdArray(dx.tolist<number[][]>().flat(), [...dx.shape].reverse())),
      "shape-turned",
      at,
    );
    const written = reluWith({
      backward: () =>
        nj.array([
          [10, 0],
          [0, 40],
        ]),
    });
    const text = expectCause(relu, written, "gradient-shape", at);
    expect(text).to.include(
      "should be an array of shape [1, 3], but it is an array of shape [2, 2]",
    );
    const off = dxOf((dx) => map(dx, (d) => (d === 10 ? 11 : d)));
    expect(expectCause(relu, off, undefined, at)).to.equal(
      "For `x = [[1, −0.5], [−2, 3]], dout = [[10, 20], [−30, 40]]`, `dx` should be " +
        "[[10, 0], [0, 40]], but it is [[11, 0], [0, 40]].",
    );
    const slightly = dxOf((dx) => map(dx, (d) => d * (1 + 1e-8)));
    expect(expectCause(relu, slightly, undefined, at)).to.include(
      "`dx` at [0, 0] should be 10, but it is 10.0000001.",
    );
  });

  it("sees what objects keep", () => {
    let shared: NdArray | undefined;
    const sharing = reluWith({
      forward(x) {
        shared = x;
        return Relu.prototype.forward.call(this, x);
      },
      backward: (dout) => mapPairs(shared as NdArray, dout, (x, d) => (x > 0 ? d : 0)),
    });
    expectCause(relu, sharing, "values-shared", { method: "backward" });

    const first = reluWith({
      forward(x) {
        this.x ??= x;
        return Relu.prototype.forward.call(this, x);
      },
      backward(dout) {
        return mapPairs(this.x, dout, (x, d) => (x > 0 ? d : 0));
      },
    });
    expectCause(relu, first, "first-values-kept", { method: "backward" });

    const changing = reluWith({
      backward(dout) {
        const dx = Relu.prototype.backward.call(this, dout);
        this.mask = map(this.mask, () => 1);
        return dx;
      },
    });
    expectCause(relu, changing, "backward-changes", { method: "backward" });

    const piling = affineWith({
      backward(dout) {
        const before = this.dW;
        const dx = Affine.prototype.backward.call(this as Affine, dout);
        if (before) this.dW = this.dW.add(before);
        return dx;
      },
    });
    expectCause(affine, piling, "gradient-piled-up", { method: "backward", parameter: "dW" });
  });

  it("judges numbers as well as arrays", () => {
    const numbers = { ...relu, trials: [{ x: 3, dout: 2 }, ...relu.trials] };
    expect(judged(numbers, Relu)).to.equal("passed");
    const arraysOnly = reluWith({
      forward(x) {
        this.x = x;
        return x.clone();
      },
    });
    expect(expectCause(numbers, arraysOnly, "error-thrown")).to.include("TypeError");
  });

  it("sees what objects keep of each of two numbers, and gradients in a pair", () => {
    const mul: LayerTask<{ x: number; y: number; dout: number }> = {
      layer: "MyMul",
      inputs: ["x", "y"],
      trials: [
        { x: 2, y: 3, dout: 1 },
        { x: -4, y: 5, dout: 7 },
      ],
      start: starts,
      node: (g, x, y) => g.mul(x, y, "out"),
      forward: { name: "out" },
      backward: [{ name: "dx" }, { name: "dy" }],
    };
    const mulWith = (keep: (layer: Any, x: number, y: number) => void): unknown =>
      class MyMul {
        x = 0;
        y = 0;
        forward(x: number, y: number) {
          keep(this, x, y);
          return x * y;
        }
        backward(dout: number) {
          return [dout * this.y, dout * this.x];
        }
      };
    const keepBoth = (layer: Any, x: number, y: number) => Object.assign(layer, { x, y });
    expect(judged(mul, mulWith(keepBoth))).to.equal("passed");
    const keepFirstY = mulWith((layer, x, y) => keepBoth(layer, x, layer.y || y));
    expectCause(mul, keepFirstY, "first-values-kept", { method: "backward" });
    const keepFirstX = mulWith((layer, x, y) => keepBoth(layer, layer.x || x, y));
    expectCause(mul, keepFirstX, "first-values-kept", { method: "backward" });
    const keepXOnly = mulWith((layer, x) => Object.assign(layer, { x }));
    const at = { method: "backward", parameter: "dx" };
    expectCause(mul, keepXOnly, undefined, at);
    const drawing = (judged(mul, keepXOnly) as Finding).comparison?.();
    expect(String(drawing)).to.match(/^First difference, backward: .* to x, but yours passes 0/);
  });

  it("draws the layer beside the right one, where an edge differs", () => {
    const finding = judged(relu, reluWith({ backward: (dout) => dout })) as Finding;
    expect(String(finding.comparison?.())).to.match(/^First difference, backward: .* x/);
    const negated = affineWith({ forward: (x) => map(x, (x) => -x) });
    expect(() => (judged(affine, negated) as Finding).comparison?.()).to.throw(/./);
  });

  it("draws edges for parameters, and what is kept for them at these", () => {
    const wrongSum = backwardThen((layer) => {
      layer.db = layer.b;
    });
    const atSum = (judged(affine, wrongSum) as Finding).comparison?.();
    expect(String(atSum)).to.match(/^First difference, backward: .* to b, but yours passes /);
    const noTranspose = backwardThen((layer) => {
      layer.dW = map(layer.dW, (value) => -value);
    });
    const comparison = (judged(affine, noTranspose) as Finding).comparison?.();
    expect(String(comparison)).to.match(/^First difference, backward: .* to W, but yours passes /);
    const pictures = picturesIn(String(comparison?.[DISPLAY]()["text/html"]));
    expect(pictures).to.have.length(2);
    for (const [i, layer] of ["Affine", "MyAffine"].entries()) {
      for (const name of ["x", "W", "b", layer]) expect(pictures[i]).to.include(`>${name}<`);
    }
  });
});
