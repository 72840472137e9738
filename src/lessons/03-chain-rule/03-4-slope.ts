import type { Owed } from "../../judging/diagnose";
import type { Exercise } from "../../judging/exercise";
import { type FunctionTask, judgeFunction } from "../../judging/judge-function";

interface Step {
  f: (x: number) => number;
  x: number;
  h: number;
}

const change = ({ f, x, h }: Step) => f(x + h) - f(x - h);

type Likely = NonNullable<Owed<Step>["likely"]>[number];

/** Steps that a learner may have written down in place of `h`. */
const OWN_STEPS = [0.1, 0.01, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7];

const task: FunctionTask<Step> = {
  name: "slope",
  parameter: "out",
  trials: [
    { f: (x) => x ** 2, x: 3, h: 0.5 },
    { f: (x) => x ** 3, x: 2, h: 0.5 },
    { f: (x) => 5 - 2 * x, x: -1, h: 0.25 },
    { f: (x) => x ** 4 + x, x: 1.5, h: 0.125 },
  ],
  start: {
    en: "start with the two values of `f`: one step right of `x`, and one step left of it.",
    ko: "`f`의 값 두 개부터 시작하세요. `x`에서 오른쪽으로 한 걸음, 왼쪽으로 한 걸음입니다.",
  },
  right: (step) => change(step) / (2 * step.h),
  likely: [
    ["one-sided", ({ f, x, h }) => (f(x + h) - f(x)) / h],
    ["one-sided", ({ f, x, h }) => (f(x) - f(x - h)) / h],
    ["step-counted-once", (step) => change(step) / step.h],
    ["step-not-divided", change],
    ["step-not-divided", ({ f, x, h }) => f(x + h) - f(x)],
    ["step-not-divided", (step) => change(step) / 2],
    ["parentheses-missing", (step) => (change(step) / 2) * step.h],
    ["difference-not-grouped", ({ f, x, h }) => f(x + h) - f(x - h) / (2 * h)],
    ["minus-missing", (step) => -change(step) / (2 * step.h)],
    ["value-not-slope", ({ f, x }) => f(x)],
    ["value-not-slope", ({ f, x, h }) => (f(x + h) + f(x - h)) / 2],
    ...OWN_STEPS.map((h): Likely => ["own-step", ({ f, x }) => change({ f, x, h }) / (2 * h)]),
  ],
};

/** Lesson 03: the slope of any function, from one small step to each side. */
export const slope: Exercise = {
  id: "03-4",
  name: task.name,
  hints: [
    {
      en: "How much does `f` change between the two sides? `f(x + h) - f(x - h)`.",
      ko: "왼쪽에서 오른쪽으로 가는 동안 `f`는 얼마나 변할까요? `f(x + h) - f(x - h)`입니다.",
    },
    {
      en: "From `x - h` to `x + h` it is `2 * h` far. Divide the change by that, with parentheses around `2 * h`.",
      ko: "`x - h`에서 `x + h`까지의 거리는 `2 * h`입니다. 변한 양을 이 거리로 나누고, `2 * h`를 괄호로 묶으세요.",
    },
  ],
  passed: {
    en: "It works for any function, and you can now check every gradient by a small step.",
    ko: "어떤 함수에나 쓸 수 있습니다. 이제 어떤 미분이든 조금씩 움직여서 확인할 수 있습니다.",
  },
  judge: (answer) => judgeFunction(task, answer),
};
