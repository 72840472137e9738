import type { Exercise } from "../../judging/exercise";
import { type FunctionTask, judgeFunction } from "../../judging/judge-function";

interface Neuron {
  x1: number;
  x2: number;
  w1: number;
  w2: number;
  b: number;
}

const sum = ({ x1, x2, w1, w2, b }: Neuron) => x1 * w1 + x2 * w2 + b;
const active = (z: number) => Math.max(z, 0);

const task: FunctionTask<Neuron> = {
  name: "myNeuron",
  parameter: "h",
  trials: [
    { x1: 1, x2: 2, w1: 0.5, w2: 1, b: 0.5 },
    { x1: 1, x2: 2, w1: 1.5, w2: -0.5, b: 0.25 },
    { x1: 3, x2: -1, w1: -2, w2: 0.5, b: 1 },
    { x1: -0.5, x2: 4, w1: 2, w2: 3, b: -0.75 },
  ],
  start: {
    en: "start with the sum: each input times its weight, and the bias.",
    ko: "입력마다 가중치를 곱하고 편향까지 더한 합부터 시작하세요.",
  },
  right: (n) => active(sum(n)),
  likely: [
    ["activation-missing", sum],
    ["activation-reversed", (n) => Math.min(sum(n), 0)],
    ["activation-too-early", (n) => active(sum(n) - n.b) + n.b],
    ["activation-too-early", ({ x1, x2, w1, w2, b }) => active(x1 * w1) + active(x2 * w2) + b],
    ["sign-removed", (n) => Math.abs(sum(n))],
    ["bias-missing", (n) => active(sum(n) - n.b)],
    ["bias-missing", (n) => sum(n) - n.b],
    ["weights-missing", ({ x1, x2, b }) => active(x1 + x2 + b)],
    ["weights-missing", ({ x1, x2, b }) => x1 + x2 + b],
    ["weights-exchanged", ({ x1, x2, w1, w2, b }) => active(x1 * w2 + x2 * w1 + b)],
    ["weights-exchanged", ({ x1, x2, w1, w2, b }) => x1 * w2 + x2 * w1 + b],
    ["added-instead", ({ x1, x2, w1, w2, b }) => active(x1 + w1 + x2 + w2 + b)],
  ],
};

/** Lesson 01: what one hidden neuron computes. */
export const neuron: Exercise = {
  id: "01-1",
  name: task.name,
  hints: [
    {
      en: "For the first hidden neuron the sum is 1 × 0.5 + 2 × 1 + 0.5. Write the same with names.",
      ko: "첫 번째 은닉 뉴런의 합은 1 × 0.5 + 2 × 1 + 0.5입니다. 같은 식을 이름으로 써 보세요.",
    },
    {
      en: "A negative sum becomes 0. `Math.max(z, 0)` gives the larger of the two.",
      ko: "음수인 합은 0이 됩니다. `Math.max(z, 0)`은 둘 가운데 큰 쪽을 돌려줍니다.",
    },
  ],
  passed: {
    en: "Weights, bias, activation: that is all a neuron does on the way forward.",
    ko: "가중치, 편향, 활성화 함수. 순전파에서 뉴런이 하는 일은 이것이 전부입니다.",
  },
  judge: (answer) => judgeFunction(task, answer),
};
