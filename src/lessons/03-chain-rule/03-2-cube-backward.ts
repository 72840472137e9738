import type { Exercise } from "../../judging/exercise";
import { type FunctionTask, judgeFunction } from "../../judging/judge-function";

interface Cube {
  x: number;
  dout: number;
}

const task: FunctionTask<Cube> = {
  name: "cubeBackward",
  parameter: "dx",
  trials: [
    { x: 2, dout: 5 },
    { x: 3, dout: -0.5 },
    { x: -1.5, dout: 7 },
    { x: 0.25, dout: 11 },
  ],
  start: {
    en: "start with the local derivative: how fast does `x³` change with `x`?",
    ko: "국소적 미분부터 시작하세요. `x`가 변할 때 `x³`은 얼마나 빠르게 변할까요?",
  },
  right: ({ x, dout }) => dout * 3 * x ** 2,
  likely: [
    ["dout-ignored", ({ x }) => 3 * x ** 2],
    ["dout-added", ({ x, dout }) => dout + 3 * x ** 2],
    ["power-rule", ({ x, dout }) => dout * x ** 2],
    ["power-rule", ({ x, dout }) => dout * 3 * x ** 3],
    ["power-rule", ({ x, dout }) => dout * 2 * x],
    ["power-rule", ({ x, dout }) => dout * 3 * x],
    ["power-rule", ({ x, dout }) => dout * 2 * x ** 2],
    ["wrong-point", ({ x, dout }) => dout * 3 * (x ** 3) ** 2],
    ["wrong-point", ({ dout }) => dout * 3 * dout ** 2],
    ["wrong-point", ({ x, dout }) => 3 * (x * dout) ** 2],
    ["value-not-slope", ({ x, dout }) => dout * x ** 3],
    ["value-not-slope", ({ x }) => x ** 3],
  ],
};

/** Lesson 03: one node, backward: the upstream gradient times the local derivative. */
export const cubeBackward: Exercise = {
  id: "03-2",
  name: task.name,
  hints: [
    {
      en: "The derivative of `x²` is `2x`. The derivative of `x³` follows the same pattern: the exponent comes down, and one less stays up.",
      ko: "`x²`의 미분은 `2x`입니다. `x³`도 같은 방식입니다. 지수가 앞으로 내려오고, 지수 자리에는 1이 작은 수가 남습니다.",
    },
    {
      en: "So the local derivative is `3 * x ** 2`. Multiply it by what comes back, `dout`.",
      ko: "그래서 국소적 미분은 `3 * x ** 2`입니다. 여기에 상류에서 온 `dout`을 곱하세요.",
    },
  ],
  passed: {
    en: "What comes back, times the local derivative at the `x` of the forward pass.",
    ko: "상류에서 온 미분에, 순전파 때의 `x`에서 구한 국소적 미분을 곱했습니다.",
  },
  judge: (answer) => judgeFunction(task, answer),
};
