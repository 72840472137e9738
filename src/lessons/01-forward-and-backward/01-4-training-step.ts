import type { Exercise } from "../../judging/exercise";
import { type FunctionTask, judgeFunction } from "../../judging/judge-function";

interface Step {
  w: number;
  x: number;
  t: number;
  learningRate: number;
}

const error = ({ w, x, t }: Step) => w * x - t;
const slope = (step: Step) => error(step) * step.x;

const task: FunctionTask<Step> = {
  name: "trainingStep",
  trials: [
    { w: 2, x: 3, t: 5, learningRate: 0.1 },
    { w: -1.5, x: 2, t: 4, learningRate: 0.05 },
    { w: 0.5, x: -4, t: 1, learningRate: 0.02 },
  ],
  start: {
    en: "start with the forward pass: `y` is the weight times the input.",
    ko: "순전파부터 시작하세요. `y`는 가중치와 입력의 곱입니다.",
  },
  values: {
    y: { right: ({ w, x }) => w * x, likely: [["added-instead", ({ w, x }) => w + x]] },
    loss: {
      right: (s) => error(s) ** 2 / 2,
      likely: [
        ["half-missing", (s) => error(s) ** 2],
        ["error-itself", error],
        ["error-itself", (s) => Math.abs(error(s))],
      ],
    },
    dw: {
      right: slope,
      likely: [
        ["error-reversed", (s) => -slope(s)],
        ["error-itself", error],
        ["error-reversed", (s) => -error(s)],
      ],
    },
    newW: {
      right: (s) => s.w - s.learningRate * slope(s),
      likely: [
        ["uphill", (s) => s.w + s.learningRate * slope(s)],
        ["learning-rate-missing", (s) => s.w - slope(s)],
        ["gradient-not-used", (s) => s.w - s.learningRate * error(s)],
        ["gradient-not-used", (s) => s.w - (s.learningRate * error(s) ** 2) / 2],
        ["step-alone", (s) => s.learningRate * slope(s)],
        ["step-alone", (s) => -s.learningRate * slope(s)],
        ["weight-unchanged", ({ w }) => w],
      ],
    },
  },
};

/** Lesson 01: forward, loss, backward and the change of the weight, for the smallest net there is. */
export const trainingStep: Exercise = {
  id: "01-4",
  name: task.name,
  hints: [
    {
      en: "Four lines in this order: `y`, then `loss`, then `dw`, then `newW`. The error is `y - t`.",
      ko: "`y`, `loss`, `dw`, `newW` 순서로 네 줄이면 됩니다. 오차는 `y - t`입니다.",
    },
    {
      en: "Take the loss and the gradient from the text: `loss = error ** 2 / 2` and `dw = error * x`.",
      ko: "손실과 미분은 본문에서 가져오세요. `loss = error ** 2 / 2`, `dw = error * x`입니다.",
    },
    {
      en: "The optimizer's line is `newW = w - learningRate * dw`.",
      ko: "옵티마이저가 하는 일은 `newW = w - learningRate * dw`입니다.",
    },
  ],
  passed: {
    en: "That is a whole training step. Large nets do the same for each of their weights.",
    ko: "학습 한 단계를 모두 작성했습니다. 큰 신경망도 가중치마다 똑같은 일을 합니다.",
  },
  judge: (answer) => judgeFunction(task, answer),
};
