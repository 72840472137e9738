import type { Exercise } from "../../judging/exercise";
import { type FunctionTask, judgeFunction } from "../../judging/judge-function";

interface Node {
  x: number;
  y: number;
  dout: number;
}

const task: FunctionTask<Node> = {
  name: "mulBackward",
  trials: [
    { x: 10, y: 5, dout: 1.3 },
    { x: 3, y: 7, dout: -2 },
    { x: -2.5, y: 4, dout: 0.5 },
    { x: 0.25, y: -8, dout: 11 },
  ],
  start: {
    en: "start with `dx`: which input does the `x` of a product meet?",
    ko: "`dx`부터 시작하세요. 곱셈에서 `x`와 곱해지는 것은 어느 입력일까요?",
  },
  dx: {
    right: ({ y, dout }) => dout * y,
    likely: [
      ["own-input", ({ x, dout }) => dout * x],
      ["passed-unchanged", ({ dout }) => dout],
      ["dout-ignored", ({ y }) => y],
      ["inputs-passed-on", ({ x }) => x],
      ["value-not-slope", ({ x, y, dout }) => dout * x * y],
      ["value-not-slope", ({ x, y }) => x * y],
      ["dout-added", ({ y, dout }) => dout + y],
      ["gradient-split", ({ dout }) => dout / 2],
    ],
  },
  dy: {
    right: ({ x, dout }) => dout * x,
    likely: [
      ["own-input", ({ y, dout }) => dout * y],
      ["passed-unchanged", ({ dout }) => dout],
      ["dout-ignored", ({ x }) => x],
      ["inputs-passed-on", ({ y }) => y],
      ["value-not-slope", ({ x, y, dout }) => dout * x * y],
      ["value-not-slope", ({ x, y }) => x * y],
      ["dout-added", ({ x, dout }) => dout + x],
      ["gradient-split", ({ dout }) => dout / 2],
    ],
  },
};

/** Lesson 04: the multiply node's backward step, before lesson 05 makes a layer of it. */
export const mulBackward: Exercise = {
  id: "04-2",
  name: task.name,
  hints: [
    {
      en: "If `x` grows by 1, `x * y` grows by `y`. So the local derivative for `x` is `y`.",
      ko: "`x`가 1 커지면 `x * y`는 `y`만큼 커집니다. 그래서 `x`에 대한 국소적 미분은 `y`입니다.",
    },
    {
      en: "Both sides are multiplied by `dout`: return `[dout * y, dout * x]`.",
      ko: "양쪽 모두 `dout`을 곱합니다. `[dout * y, dout * x]`를 반환하세요.",
    },
  ],
  passed: {
    en: "The upstream gradient, times the other input: the two inputs change places.",
    ko: "상류에서 온 미분에 상대 입력을 곱했습니다. 두 입력이 자리를 바꾸었습니다.",
  },
  judge: (answer) => judgeFunction(task, answer),
};
