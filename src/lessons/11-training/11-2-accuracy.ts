import { argmax } from "../../arrays/argmax";
import { flat } from "../../arrays/flat";
import type { NdArray } from "../../arrays/nj";
import { toNdArray } from "../../arrays/to-ndarray";
import { attempt } from "../../judging/attempt";
import { describe } from "../../judging/describe";
import { diagnose, type Owed } from "../../judging/diagnose";
import type { Exercise } from "../../judging/exercise";
import { wrongForm } from "../../judging/finding";
import { nameOf } from "../../judging/new-layer";
import { asNumberOrArray, type Values } from "../../judging/result";

interface Trial extends Values {
  scores: NdArray;
  t: NdArray;
}

/** Neither the number of classes nor that of samples is the same everywhere. */
const TRIALS: readonly Trial[] = (
  [
    [[[0.1, 2, -1], [3, 0, 0.5], [0, 1, 5], [1, -2, 0]], [1, 0, 2, 2]],
    [[[0.1, 2, -1], [3, 0, 0.5], [0, 1, 5], [1, -2, 0]], [0, 0, 1, 2]],
    [[[-5, -2], [-3, -4]], [1, 0]],
    [[[1, 0], [2, 3], [0.5, 4], [7, 6], [1, 2]], [1, 0, 0, 1, 1]],
    [[[1, 9, 3, 4]], [0]],
  ] as [number[][], number[]][]
).map(([scores, t]) => ({ scores: toNdArray(scores), t: toNdArray(t) })); // biome-ignore format: rows

const labelsOf = ({ t }: Trial) => Array.from(flat(t));
const hits = (trial: Trial, predicted = argmax(trial.scores)) =>
  labelsOf(trial).filter((label, i) => label === predicted[i]).length;
const part = (trial: Trial) => hits(trial) / trial.t.size;

const likely: Owed<Trial>["likely"] = [
  ["errors-counted", (trial) => 1 - part(trial)],
  ["errors-counted", (trial) => trial.t.size - hits(trial)],
  ["not-divided-by-samples", (trial) => hits(trial)],
  ["percent-not-part", (trial) => 100 * part(trial)],
  ["divided-by-classes", (trial) => hits(trial) / trial.scores.shape[1]],
  ["divided-by-classes", (trial) => hits(trial) / trial.scores.size],
  ["lowest-score", (trial) => hits(trial, argmax(trial.scores.negative())) / trial.t.size],
];

const START = {
  en: "start with `argmax(scores)`: the label that the net gives each sample.",
  ko: "신경망이 데이터마다 붙인 레이블인 `argmax(scores)`부터 시작하세요.",
};

function judge(answer: unknown): void {
  const place = { layer: nameOf(answer) ?? "myAccuracy", parameter: "accuracy" };
  if (typeof answer !== "function") {
    throw wrongForm({ layer: "myAccuracy" }, "result-given", describe(answer));
  }
  const got = TRIALS.map((trial) => {
    const result = attempt(place, START, () => answer(trial.scores.clone(), labelsOf(trial)));
    return asNumberOrArray(place, result, 0);
  });
  diagnose(place, { right: TRIALS.map(part), likely }, TRIALS, got, ["scores", "t"]);
}

/** Lesson 11: the part of the samples that a net gets right. */
export const accuracyOfScores: Exercise = {
  id: "11-2",
  name: "myAccuracy",
  hints: [
    {
      en: "`argmax(scores)` gives one label for each row. Compare it with `t` at the same place.",
      ko: "`argmax(scores)`는 행마다 레이블을 하나씩 줍니다. `t`의 같은 자리와 비교하세요.",
    },
    {
      en: "`t.filter((label, i) => label === predicted[i]).length` counts the right ones. Divide by `t.length`.",
      ko: "`t.filter((label, i) => label === predicted[i]).length`로 맞힌 개수를 세고 `t.length`로 나눕니다.",
    },
  ],
  passed: {
    en: "From 0 to 1, whatever the number of samples or classes.",
    ko: "데이터나 클래스가 몇 개든 0에서 1 사이의 값이 나옵니다.",
  },
  judge,
};
