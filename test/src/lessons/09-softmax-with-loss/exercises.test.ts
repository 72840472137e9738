import { expect } from "chai";
import { map } from "../../../../src/arrays/map";
import { type NdArray, nj } from "../../../../src/arrays/nj";
import { logSoftmaxRows, softmaxRows } from "../../../../src/arrays/softmax-rows";
import type { CauseName } from "../../../../src/judging/causes";
import { todo } from "../../../../src/judging/todo";
import { SoftmaxWithLoss } from "../../../../src/layers/softmax-with-loss";
import { judge } from "../../../../src/lessons/judge";
import { arrayLayer, type Keeping, oddLayers } from "../../judging/array-layers";
import { expectPassed, expectWrong } from "../../judging/judging";

describe("exercise 09-1, the pull on the right score", () => {
  it("takes an untouched blank for not written yet", () => {
    expect(judge("09-1", todo).state).to.equal("blank");
  });

  it("passes y − t", () => {
    expectPassed("09-1", () => -0.8);
    expectPassed("09-1", () => 0.2 - 1);
  });

  it("tells the probability, a wrong sign and the gradient at y apart", () => {
    const at = { parameter: "dx" };
    expectWrong("09-1", () => 0.2, { ...at, cause: "probability-itself" });
    expectWrong("09-1", () => 0.8, { ...at, cause: "minus-missing" });
    expectWrong("09-1", () => -1 / 0.2, { ...at, cause: "stopped-at-log" });
    expectWrong("09-1", () => 1 / 0.2, { ...at, cause: "stopped-at-log" });
    expectWrong("09-1", () => -0.3, { ...at, cause: undefined });
  });
});

const shifted = (a: NdArray) => a.subtract(a.max()).exp();

const fromLowest = (a: NdArray) => {
  const exps = a.subtract(a.min()).exp();
  return exps.divide(exps.sum());
};

const withoutExp = (a: NdArray) => {
  const rest = a.subtract(a.max());
  return rest.divide(rest.sum());
};

describe("exercise 09-2, softmax", () => {
  it("takes an untouched blank for not written yet", () => {
    expect(judge("09-2", todo).state).to.equal("blank");
  });

  it("passes any shift that keeps exp small", () => {
    expectPassed("09-2", (a: NdArray) => shifted(a).divide(shifted(a).sum()));
    expectPassed("09-2", (a: NdArray) => {
      const rest = a.subtract(a.max());
      return rest.subtract(Math.log(rest.exp().sum())).exp();
    });
  });

  for (const [title, answer, cause] of [
    ["takes exp of the scores", (a) => a.exp().divide(a.exp().sum()), "exp-overflow"],
    ["shifts by the lowest score", fromLowest, "exp-overflow"],
    ["forgets exp", (a) => a.divide(a.sum()), "node-missing"],
    ["shifts and forgets exp", withoutExp, "node-missing"],
    ["shifts above only", (a) => shifted(a).divide(a.exp().sum()), "not-normalized"],
    ["does not divide", shifted, "not-normalized"],
    ["divides by the number of classes", (a) => shifted(a).divide(a.size), "not-normalized"],
    ["divides by the sum of the scores", (a) => shifted(a).divide(a.sum()), "not-normalized"],
    [
      "turns the scores around",
      (a) => shifted(a.negative()).divide(shifted(a.negative()).sum()),
      "sign-in-exp",
    ],
    ["gives a list", (a) => shifted(a).divide(shifted(a).sum()).tolist(), "list-instead-of-array"],
    [
      "gives the largest",
      (a) => shifted(a).divide(shifted(a).sum()).max(),
      "number-instead-of-array",
    ],
    ["gives NaN", (a) => a.multiply(Number.NaN), "nan-in-result"],
    ["gives nothing", () => undefined, "nothing-returned"],
  ] as [string, (a: NdArray) => unknown, CauseName][]) {
    it(`tells ${cause} when it ${title}`, () => {
      expectWrong("09-2", answer, { layer: "softmax", parameter: "y", cause });
    });
  }

  it("sees scores that are changed, and anything that is no function", () => {
    const inPlace = (a: NdArray) => {
      a.subtract(a.max(), false).exp(false);
      return a.divide(a.sum(), false);
    };
    expectWrong("09-2", inPlace, { parameter: "a", cause: "input-changed" });
    expectWrong("09-2", 1, { cause: "result-given" });
  });
});

const naive = (a: NdArray) => a.exp().divide(a.exp().sum());

const rest = (a: NdArray) => a.subtract(a.max());

const logS = (a: NdArray) => Math.log(rest(a).exp().sum());

const right = (a: NdArray, t: NdArray) => logS(a) - rest(a).multiply(t).sum();

const entropy = (y: NdArray, t: NdArray, log = Math.log) => -map(y, log).multiply(t).sum();

const place = (t: NdArray) => t.tolist<number[]>().indexOf(1);

describe("exercise 09-3, the loss straight from the scores", () => {
  it("takes an untouched blank for not written yet", () => {
    expect(judge("09-3", todo).state).to.equal("blank");
  });

  it("passes log-sum-exp in any spelling", () => {
    expectPassed("09-3", right);
    expectPassed("09-3", (a: NdArray, t: NdArray) => -logSoftmaxRows(a).multiply(t).sum());
    expectPassed("09-3", (a: NdArray, t: NdArray) => -logSoftmaxRows(a).get(place(t)));
  });

  for (const [title, answer, cause] of [
    [
      "adds a small number",
      (a, t) => entropy(softmaxRows(a), t, (y) => Math.log(y + 1e-7)),
      "small-number-added",
    ],
    ["takes the logarithm of y", (a, t) => entropy(softmaxRows(a), t), "log-of-zero"],
    [
      "takes the logarithm of the right y",
      (a, t) => -Math.log(softmaxRows(a).get(place(t))),
      "log-of-zero",
    ],
    ["uses the plain softmax", (a, t) => entropy(naive(a), t), "exp-overflow"],
    [
      "uses the plain softmax's right y",
      (a, t) => -Math.log(naive(a).get(place(t))),
      "exp-overflow",
    ],
    ["does not shift", (a, t) => Math.log(a.exp().sum()) - a.multiply(t).sum(), "exp-overflow"],
    ["shifts S only", (a, t) => logS(a) - a.multiply(t).sum(), "score-not-shifted"],
    ["forgets the log", (a, t) => Math.exp(logS(a)) - rest(a).multiply(t).sum(), "log-missing"],
    ["forgets t", (a) => logS(a) - rest(a).sum(), "targets-ignored"],
    ["forgets the minus", (a, t) => -right(a, t), "loss-sign"],
    ["counts all classes", (a) => -logSoftmaxRows(a).sum(), "targets-ignored"],
    [
      "gives an array",
      (a, t) => logSoftmaxRows(a).multiply(t).negative(),
      "array-instead-of-number",
    ],
    ["gives NaN", () => Number.NaN, "nan-in-result"],
    ["gives text", (a, t) => right(a, t).toFixed(6), "text-returned"],
  ] as [string, (a: NdArray, t: NdArray) => unknown, CauseName | undefined][]) {
    it(`tells ${cause} when it ${title}`, () => {
      expectWrong("09-3", answer, { layer: "lossOf", parameter: "loss", cause });
    });
  }
});

function oneHot(labels: NdArray, classes: number): NdArray {
  const rows = nj.zeros([labels.size, classes]);
  for (let i = 0; i < labels.size; i++) rows.set(i, labels.get(i), 1);
  return rows;
}

function keep(this: Keeping, x: NdArray, t: NdArray): number {
  this.t = t.ndim === 1 ? oneHot(t, x.shape[1]) : t;
  this.y = softmaxRows(x);
  return -logSoftmaxRows(x).multiply(this.t).sum() / x.shape[0];
}

type Scalar = number | NdArray;

/** The solution with another forward result, made of its own. */
const withLoss = (loss: (right: number, x: NdArray, layer: Keeping) => Scalar) =>
  arrayLayer(function (x, t) {
    return loss(keep.call(this, x, t), x, this);
  }, todo);

/** The solution with another gradient, made of y − t. */
const withDx = (dx: (difference: NdArray, dout: number, N: number, C: number) => NdArray) =>
  arrayLayer(keep, function (dout) {
    const [N, C] = this.t.shape;
    return dx(this.y.subtract(this.t), dout as unknown as number, N, C);
  });

describe("exercise 09-4, softmax with loss", () => {
  it("takes an untouched blank for not written yet, forward first", () => {
    expect(judge("09-4", arrayLayer(todo, todo)).place.method).to.equal("forward");
    const { state, place } = judge("09-4", arrayLayer(keep, todo));
    expect([state, place.method]).to.deep.equal(["blank", "backward"]);
  });

  it("passes the solution and the library's own class", () => {
    expectPassed(
      "09-4",
      withDx((difference, dout, N) => difference.multiply(dout / N)),
    );
    expectPassed("09-4", SoftmaxWithLoss);
  });

  const entropy = (layer: Keeping, log: (y: number) => number, N: number) =>
    -map(layer.y, log).multiply(layer.t).sum() / N;
  for (const [title, loss, cause] of [
    ["is not divided", (right, x) => right * x.shape[0], "batch-size-missing"],
    ["is over C", (right, x) => (right * x.shape[0]) / x.shape[1], "divided-by-classes"],
    ["is over N · C", (right, x) => right / x.shape[1], "divided-by-all"],
    ["lacks its minus", (right) => -right, "loss-sign"],
    ["uses log y", (_, x, layer) => entropy(layer, Math.log, x.shape[0]), "log-of-zero"],
    [
      "uses log(y + 1e-7)",
      (_, x, layer) => entropy(layer, (y) => Math.log(y + 1e-7), x.shape[0]),
      "small-number-added",
    ],
    ["counts all classes", (_, x) => -logSoftmaxRows(x).sum() / x.shape[0], "targets-ignored"],
    ["is an array", (right) => nj.array([right]), "array-instead-of-number"],
  ] as [string, (right: number, x: NdArray, layer: Keeping) => Scalar, CauseName][]) {
    it(`tells ${cause} when the loss ${title}`, () => {
      expectWrong("09-4", withLoss(loss), { method: "forward", parameter: "loss", cause });
    });
  }

  for (const [title, dx, cause] of [
    ["is not divided", (d, dout) => d.multiply(dout), "batch-size-missing"],
    ["is over C", (d, dout, _, C) => d.multiply(dout / C), "divided-by-classes"],
    ["is over N · C", (d, dout, N, C) => d.multiply(dout / (N * C)), "divided-by-all"],
    ["is over dout", (d, dout, N) => d.divide(N * dout), "dout-divided"],
    ["lacks dout", (d, _, N) => d.divide(N), "dout-ignored"],
    ["is bare y − t", (d) => d, "dout-ignored"],
    ["is t − y", (d, dout, N) => d.multiply(-dout / N), "minus-missing"],
    ["is NaN", (d) => d.multiply(Number.NaN), "nan-in-result"],
    ["is a vector", (d, dout, N) => d.multiply(dout / N).flatten(), "gradient-shape"],
  ] as [string, Parameters<typeof withDx>[0], CauseName][]) {
    it(`tells ${cause} when dx ${title}`, () => {
      expectWrong("09-4", withDx(dx), { method: "backward", parameter: "dx", cause });
    });
  }

  it("sees labels used as if they were one-hot", () => {
    const stretched = arrayLayer(
      function (x, t) {
        const loss = keep.call(this, x, t);
        this.given = t;
        return loss;
      },
      function (dout) {
        const { y, given, t } = this;
        const [N, C] = t.shape;
        if (given.ndim === 2) return y.subtract(t).multiply((dout as unknown as number) / N);
        if (given.size !== C) throw new Error("operands could not be broadcast together");
        const row = (i: number) => y.pick(i, null).subtract(given);
        const rows = Array.from({ length: N }, (_, i) => row(i).tolist());
        return nj.array(rows).multiply((dout as unknown as number) / N);
      },
    );
    expectWrong("09-4", stretched, {
      method: "backward",
      parameter: "dx",
      cause: "labels-for-one-hot",
    });
  });

  it("sees labels that are not made one-hot, for the loss or for what is kept", () => {
    const raw = arrayLayer((x, t) => -logSoftmaxRows(x).multiply(t).sum() / x.shape[0], todo);
    expectWrong("09-4", raw, { method: "forward", parameter: "loss", cause: "labels-for-one-hot" });
    const rawKept = arrayLayer(
      function (x, t) {
        const loss = keep.call(this, x, t);
        this.t = t;
        return loss;
      },
      function (dout) {
        return this.y.subtract(this.t).multiply((dout as unknown as number) / this.t.shape[0]);
      },
    );
    const at = { method: "backward", parameter: "dx" };
    expectWrong("09-4", rawKept, { ...at, cause: "labels-for-one-hot" });
    const noTargets = arrayLayer(keep, function (dout) {
      return this.y.multiply((dout as unknown as number) / this.t.shape[0]);
    });
    expectWrong("09-4", noTargets, { ...at, cause: "probability-itself" });
  });

  it("sees the article's layer fail", () => {
    const article = arrayLayer(keep, function () {
      return this.y.subtract(this.t).divide(this.shape[0]);
    });
    const { cause, place } = judge("09-4", article);
    expect([cause, place.method]).to.deep.equal(["error-thrown", "backward"]);
  });

  for (const [title, answer] of oddLayers) {
    it(`does not pass ${title}`, () => {
      expect(judge("09-4", answer).state).to.equal("wrong");
    });
  }
});
