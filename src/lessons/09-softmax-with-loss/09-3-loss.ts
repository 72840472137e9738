import type { NdArray } from "../../arrays/numjs-types";
import { logSoftmaxRows, softmaxRows } from "../../arrays/softmax-rows";
import type { Exercise } from "../../judging/exercise";
import { type FunctionTask, judgeFunction } from "../../judging/judge-function";

type Trial = { a: NdArray; t: NdArray };

/** −Σ t · log y, number by number as it is written. */
const entropy = (y: readonly number[], t: readonly number[], log: (y: number) => number) =>
  -y.reduce((sum, one, k) => sum + t[k] * log(one), 0);
const lists = ({ a, t }: Trial) => [a.tolist<number[]>(), t.tolist<number[]>()] as const;
const stable = ({ a }: Trial) => softmaxRows(a).tolist<number[]>();
const naive = ({ a }: Trial) => a.exp().divide(a.exp().sum()).tolist<number[]>();
/** S, with the largest score taken off of all of them. */
const sumOfExps = (a: NdArray) => a.subtract(a.max()).exp().sum();
const rightClass = ({ t }: Trial) => t.tolist<number[]>().indexOf(1);

const right = (trial: Trial) => -logSoftmaxRows(trial.a).get(rightClass(trial)) + 0;

const task: FunctionTask<Trial> = {
  name: "lossOf",
  parameter: "loss",
  trials: [
    { a: [0.3, 2.9, 4], t: [0, 1, 0] },
    { a: [1, 2], t: [1, 0] },
    { a: [-3, 5, 0.5, 0], t: [0, 0, 0, 1] },
    { a: [0, 1000], t: [1, 0] },
    { a: [1000, 0], t: [1, 0] },
    { a: [1000, 999], t: [0, 1] },
  ],
  start: {
    en: "start with the score of the right class: `a.multiply(t).sum()`.",
    ko: "정답 클래스의 점수부터 시작하세요. `a.multiply(t).sum()`입니다.",
  },
  right,
  likely: [
    [
      "small-number-added",
      (trial) => entropy(stable(trial), lists(trial)[1], (y) => Math.log(y + 1e-7)),
    ],
    ["log-of-zero", (trial) => entropy(stable(trial), lists(trial)[1], Math.log)],
    ["log-of-zero", (trial) => -Math.log(stable(trial)[rightClass(trial)])],
    ["exp-overflow", (trial) => entropy(naive(trial), lists(trial)[1], Math.log)],
    ["exp-overflow", (trial) => -Math.log(naive(trial)[rightClass(trial)])],
    ["exp-overflow", ({ a, t }) => Math.log(a.exp().sum()) - a.multiply(t).sum()],
    ["score-not-shifted", ({ a, t }) => Math.log(sumOfExps(a)) - a.multiply(t).sum()],
    ["log-missing", ({ a, t }) => sumOfExps(a) - a.subtract(a.max()).multiply(t).sum()],
    ["loss-sign", (trial) => -right(trial)],
    ["targets-ignored", ({ a }) => -logSoftmaxRows(a).sum()],
    ["targets-ignored", ({ a }) => Math.log(sumOfExps(a)) - a.subtract(a.max()).sum()],
  ],
};

/** Lesson 09: the loss of one sample, straight from the scores. */
export const lossFunction: Exercise = {
  id: "09-3",
  name: task.name,
  hints: [
    {
      en: "The loss is `log(S)` minus the score of the right class, where `S` is the sum of all `exp`. Take the largest score off of every score first.",
      ko: "손실은 모든 `exp`의 합 `S`의 로그에서 정답 클래스의 점수를 뺀 값입니다. 먼저 모든 점수에서 가장 큰 점수를 빼세요.",
    },
    {
      en: "With `const rest = a.subtract(a.max())`, the sum is `rest.exp().sum()` and the right score `rest.multiply(t).sum()`.",
      ko: "`const rest = a.subtract(a.max())`라고 하면 합은 `rest.exp().sum()`, 정답의 점수는 `rest.multiply(t).sum()`입니다.",
    },
    {
      en: "Return `Math.log(rest.exp().sum()) - rest.multiply(t).sum()`.",
      ko: "`Math.log(rest.exp().sum()) - rest.multiply(t).sum()`을 반환하세요.",
    },
  ],
  passed: {
    en: "No probability of 0 is ever touched, so no logarithm of 0 either.",
    ko: "0이 된 확률을 거치지 않으니 0의 로그도 나오지 않습니다.",
  },
  judge: (answer) => judgeFunction(task, answer),
};
