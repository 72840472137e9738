import { expect } from "chai";
import { map } from "../../../../src/arrays/map";
import type { NdArray } from "../../../../src/arrays/nj";
import { logSoftmaxRows, softmaxRows } from "../../../../src/arrays/softmax-rows";
import type { CauseName } from "../../../../src/judging/causes";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

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
