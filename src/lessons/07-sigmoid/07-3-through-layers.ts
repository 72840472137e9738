import type { Exercise } from "../../judging/exercise";
import { type FunctionTask, judgeFunction } from "../../judging/judge-function";
import { Sigmoid } from "../../layers/sigmoid";

interface Trial {
  x: number;
  n: number;
}

/** The outputs of n sigmoids in a row. */
function outputs({ x, n }: Trial): number[] {
  const all: number[] = [];
  for (let i = 0; i < n; i++) all.push(new Sigmoid().forward(all.at(-1) ?? x));
  return all;
}

const slope = (y: number) => y * (1 - y);
const product = (slopes: number[]) => slopes.reduce((all, one) => all * one, 1);

const task: FunctionTask<Trial> = {
  name: "throughLayers",
  parameter: "dx",
  trials: [
    { x: 0, n: 3 },
    { x: 1, n: 1 },
    { x: -2, n: 2 },
    { x: 0.5, n: 6 },
  ],
  start: {
    en: "start with a list of `n` objects, and send `x` through them in a loop.",
    ko: "객체 `n`개를 담은 배열부터 만들고, 반복문으로 `x`를 차례로 통과시키세요.",
  },
  right: (trial) => product(outputs(trial).map(slope)),
  likely: [
    ["shared-layer", (trial) => slope(outputs(trial).at(-1) ?? 0) ** trial.n],
    ["input-not-passed-on", ({ x, n }) => slope(new Sigmoid().forward(x)) ** n],
    ["largest-slope-everywhere", ({ n }) => 0.25 ** n],
    ["upstream-missing", (trial) => slope(outputs(trial)[0])],
    ["upstream-missing", (trial) => slope(outputs(trial).at(-1) ?? 0)],
    ["value-not-slope", (trial) => outputs(trial).at(-1) ?? 0],
  ],
};

/** Lesson 07: what is left of a gradient after a row of sigmoids. */
export const throughLayers: Exercise = {
  id: "07-3",
  name: task.name,
  hints: [
    {
      en: "Each layer needs an object of its own: push `new Sigmoid()` into a list, `n` times.",
      ko: "층마다 객체가 따로 필요합니다. 배열에 `new Sigmoid()`를 `n`번 넣으세요.",
    },
    {
      en: "On the way forward, what one layer returns is the input of the next.",
      ko: "순전파에서는 한 층이 반환한 값이 다음 층의 입력입니다.",
    },
    {
      en: "On the way back, start with 1 at the last layer. What its `backward` returns is the `dout` of the layer before it.",
      ko: "역전파는 마지막 층에서 1로 시작합니다. `backward`가 반환한 값이 바로 앞 층의 `dout`입니다.",
    },
  ],
  passed: {
    en: "Every layer takes at least three quarters of the gradient away. That is how gradients vanish.",
    ko: "층을 지날 때마다 미분이 적어도 4분의 3씩 사라집니다. 이것이 기울기 소실입니다.",
  },
  judge: (answer) => judgeFunction(task, answer),
};
