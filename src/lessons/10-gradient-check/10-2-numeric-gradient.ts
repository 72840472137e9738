import { NdArray } from "../../arrays/nj";
import { toNdArray } from "../../arrays/to-ndarray";
import { attempt } from "../../judging/attempt";
import { describe } from "../../judging/describe";
import { alike, diagnose, type Owed } from "../../judging/diagnose";
import type { Exercise } from "../../judging/exercise";
import { wrongForm } from "../../judging/finding";
import { nameOf } from "../../judging/new-layer";
import { numericGradient } from "../../judging/numeric-gradient";
import type { Place } from "../../judging/place";
import { asNumberOrArray, type Values } from "../../judging/result";

/** A function of a matrix, where it is differentiated, and by which step. */
interface Trial extends Values {
  x: NdArray;
  h: number;
}

type Rule = (x: NdArray) => number;

/**
 * f depends on all numbers together: one that is not put back spoils the next ones. The first x is not
 * square, so that loops with exchanged bounds are wrong from the start.
 */
const RULES: readonly [Rule, x: number[][], h: number][] = [
  [(x) => x.get(0, 0) * x.get(0, 1) * x.get(0, 2), [[2, -1, 3]], 0.25], // biome-ignore format: one line a rule
  [
    (x) => x.get(0, 0) ** 2 + 3 * x.get(0, 1) * x.get(1, 0) + x.get(1, 1) ** 3,
    [
      [1, 2],
      [3, 4],
    ],
    0.5,
  ],
  [(x) => x.get(0, 0) ** 3 - x.get(1, 0) * x.get(2, 0), [[1.5], [-2], [0.5]], 0.125],
];
const TRIALS: readonly Trial[] = RULES.map(([, x, h]) => ({ x: toNdArray(x), h }));
const ruleOf = (trial: Values): Rule => RULES[TRIALS.indexOf(trial as Trial)][0];

/** Each number's slope, from the loss with it moved by some amount. */
function slopes(trial: Trial, slope: (at: (moved: number) => number, h: number) => number) {
  const x = trial.x.clone();
  const f = ruleOf(trial);
  const out = x.clone();
  for (let i = 0; i < x.shape[0]; i++) {
    for (let j = 0; j < x.shape[1]; j++) {
      const value = x.get(i, j);
      const at = (moved: number) => {
        x.set(i, j, value + moved);
        const result = f(x);
        x.set(i, j, value);
        return result;
      };
      out.set(i, j, slope(at, trial.h));
    }
  }
  return out;
}

const likely: Owed<Trial>["likely"] = [
  ["one-sided", (trial) => slopes(trial, (at, h) => (at(h) - at(0)) / h)],
  ["one-sided", (trial) => slopes(trial, (at, h) => (at(0) - at(-h)) / h)],
  ["down-from-above", (trial) => slopes(trial, (at, h) => (at(h) - at(0)) / (2 * h))],
  ["step-counted-once", (trial) => slopes(trial, (at, h) => (at(h) - at(-h)) / h)],
  ["step-not-divided", (trial) => slopes(trial, (at, h) => at(h) - at(-h))],
  ["parentheses-missing", (trial) => slopes(trial, (at, h) => ((at(h) - at(-h)) / 2) * h)],
  ["minus-missing", (trial) => slopes(trial, (at, h) => (at(-h) - at(h)) / (2 * h))],
  ["value-not-slope", (trial) => slopes(trial, (at) => at(0))],
  ...[1e-3, 1e-4, 1e-5].map(
    (step) =>
      [
        "own-step",
        (trial: Trial) => slopes(trial, (at) => (at(step) - at(-step)) / (2 * step)),
      ] as const,
  ),
];

const START = {
  en: "start with two loops over the rows and columns of `x`, and keep each number before you move it.",
  ko: "`x`의 행과 열을 도는 반복문 두 개부터 시작하세요. 수를 움직이기 전에 원래 값을 보관합니다.",
};

function judge(answer: unknown): void {
  const place: Place & { parameter: string } = {
    layer: nameOf(answer) ?? "myNumericGradient",
    parameter: "gradient",
  };
  if (typeof answer !== "function") {
    throw wrongForm({ layer: "myNumericGradient" }, "result-given", describe(answer));
  }
  const got = TRIALS.map((trial) => {
    const x = trial.x.clone();
    const f = ruleOf(trial);
    const result = attempt(place, START, () => answer(() => f(x), x, trial.h));
    if (result === undefined) throw wrongForm({ layer: place.layer }, "nothing-returned");
    if (!alike(trial.x, x)) throw wrongForm({ layer: place.layer, parameter: "x" }, "not-put-back");
    const value = asNumberOrArray(place, result, trial.x);
    return value instanceof NdArray ? value.clone() : value;
  });
  const right = TRIALS.map((trial) => {
    const x = trial.x.clone();
    return numericGradient(() => ruleOf(trial)(x), x, trial.h);
  });
  diagnose(place, { right, likely }, TRIALS, got, ["x", "h"]);
}

/** Lesson 10: the gradient of any function of a matrix, without a formula. */
export const numericGradientOfMatrix: Exercise = {
  id: "10-2",
  name: "myNumericGradient",
  hints: [
    {
      en: 'Make room first: `const gradient = nj.zeros(x.shape, "float64")`. Then two loops, `i` over `x.shape[0]` and `j` over `x.shape[1]`.',
      ko: '먼저 `const gradient = nj.zeros(x.shape, "float64")`로 자리를 만드세요. 그다음 `i`는 `x.shape[0]`까지, `j`는 `x.shape[1]`까지 도는 반복문 두 개입니다.',
    },
    {
      en: "Inside: keep `const value = x.get(i, j)`, then `x.set(i, j, value + h)` and call `f()`; the same with `value - h`.",
      ko: "안에서는 `const value = x.get(i, j)`로 값을 보관하고, `x.set(i, j, value + h)`로 움직인 뒤 `f()`를 부릅니다. `value - h`로도 똑같이 합니다.",
    },
    {
      en: "Put it back with `x.set(i, j, value)` before the next number, and store `(above - below) / (2 * h)` at `[i, j]`.",
      ko: "다음 수로 가기 전에 `x.set(i, j, value)`로 되돌리고, `(above - below) / (2 * h)`를 `[i, j]` 자리에 넣으세요.",
    },
  ],
  passed: {
    en: "It differentiates anything that returns a number, and leaves every parameter where it was.",
    ko: "수 하나를 돌려주는 것이면 무엇이든 미분하고, 매개변수는 모두 제자리에 남겨 둡니다.",
  },
  judge,
};
