import { map } from "../../arrays/map";
import type { NdArray } from "../../arrays/numjs-types";
import { softmaxRows } from "../../arrays/softmax-rows";
import type { Exercise } from "../../judging/exercise";
import { type FunctionTask, judgeFunction } from "../../judging/judge-function";

type Trial = { a: NdArray };

const rest = (a: NdArray) => map(a, (score) => score - a.max());
const shifted = (a: NdArray) => rest(a).exp();
const divided = (values: NdArray, by: number) => map(values, (value) => value / by);
/** Shifted by the lowest score, so that the highest still overflow. */
function fromLowest(a: NdArray): NdArray {
  const exps = map(a, (score) => Math.exp(score - a.min()));
  return divided(exps, exps.sum());
}

const task: FunctionTask<Trial> = {
  name: "softmax",
  parameter: "y",
  trials: [
    { a: [0.3, 2.9, 4] },
    { a: [1, 1] },
    { a: [-2, 0, 5, 1] },
    { a: [1000, 999, -1000] },
    { a: [-1000, -1001] },
  ],
  start: {
    en: "start with the largest score: take it off, `a.subtract(a.max())`.",
    ko: "가장 큰 점수를 빼는 것부터 시작하세요. `a.subtract(a.max())`입니다.",
  },
  right: ({ a }) => softmaxRows(a),
  likely: [
    ["exp-overflow", ({ a }) => divided(a.exp(), a.exp().sum())],
    ["exp-overflow", ({ a }) => fromLowest(a)],
    ["node-missing", ({ a }) => divided(a, a.sum())],
    ["node-missing", ({ a }) => divided(rest(a), rest(a).sum())],
    ["not-normalized", ({ a }) => shifted(a)],
    ["not-normalized", ({ a }) => divided(shifted(a), a.exp().sum())],
    ["not-normalized", ({ a }) => a.exp()],
    ["not-normalized", ({ a }) => divided(shifted(a), a.size)],
    ["not-normalized", ({ a }) => divided(shifted(a), a.sum())],
    ["sign-in-exp", ({ a }) => softmaxRows(a.negative())],
  ],
};

/** Lesson 09: softmax of a vector that does not overflow. */
export const softmaxFunction: Exercise = {
  id: "09-2",
  name: task.name,
  hints: [
    {
      en: "Take off the largest score first, then `exp`: `a.subtract(a.max()).exp()`. No number can overflow any more.",
      ko: "먼저 가장 큰 점수를 빼고 `exp`를 취합니다. `a.subtract(a.max()).exp()`라면 오버플로가 생길 수 없습니다.",
    },
    {
      en: "Keep that array in a constant and divide it by its own sum: `exps.divide(exps.sum())`.",
      ko: "그 배열을 상수에 담고 자기 합으로 나눕니다. `exps.divide(exps.sum())`입니다.",
    },
  ],
  passed: {
    en: "It adds up to 1, and it is right at 1000 as well.",
    ko: "합이 1이고, 1000에서도 맞습니다.",
  },
  judge: (answer) => judgeFunction(task, answer),
};
