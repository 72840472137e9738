import type { Exercise } from "../../judging/exercise";
import { type FunctionTask, judgeFunction } from "../../judging/judge-function";

interface Node {
  x: number;
  y: number;
  dout: number;
}

const task: FunctionTask<Node> = {
  name: "maxBackward",
  trials: [
    { x: 10, y: 5, dout: 1.3 },
    { x: 2, y: 7, dout: 4 },
    { x: -3, y: -6, dout: -0.5 },
    { x: -2.5, y: 0.5, dout: 11 },
    { x: 4, y: 4, dout: 3 },
  ],
  start: {
    en: "start with a question: if the smaller input grows a little, does `max(x, y)` change?",
    ko: "질문 하나로 시작하세요. 작은 쪽 입력이 조금 커지면 `max(x, y)`는 변할까요?",
  },
  dx: {
    right: ({ x, y, dout }) => (x > y ? dout : 0),
    likely: [
      ["tie-to-first", ({ x, y, dout }) => (x >= y ? dout : 0)],
      ["gate-reversed", ({ x, y, dout }) => (x < y ? dout : 0)],
      ["gate-reversed", ({ x, y, dout }) => (x <= y ? dout : 0)],
      ["gate-open-to-both", ({ dout }) => dout],
      ["gradient-split-at-max", ({ dout }) => dout / 2],
      ["dout-ignored", ({ x, y }) => (x > y ? 1 : 0)],
      ["dout-ignored", ({ x, y }) => (x >= y ? 1 : 0)],
      ["inputs-passed-on", ({ x, y }) => (x > y ? x : 0)],
      ["inputs-passed-on", ({ x, y }) => (x >= y ? x : 0)],
      ["value-not-slope", ({ x, y, dout }) => (x > y ? dout * x : 0)],
      ["value-not-slope", ({ x, y, dout }) => (x >= y ? dout * x : 0)],
      ["multiply-rule", ({ y, dout }) => dout * y],
      ["other-side-zero", () => 0],
      ["tie-shared", ({ x, y, dout }) => (x > y ? dout : x === y ? dout / 2 : 0)],
    ],
  },
  dy: {
    right: ({ x, y, dout }) => (x > y ? 0 : dout),
    likely: [
      ["tie-to-nobody", ({ x, y, dout }) => (y > x ? dout : 0)],
      ["gate-open-to-both", ({ dout }) => dout],
      ["gate-reversed", ({ x, y, dout }) => (x > y ? dout : 0)],
      ["gate-reversed", ({ x, y, dout }) => (x >= y ? dout : 0)],
      ["dout-ignored", ({ x, y }) => (x > y ? 0 : 1)],
      ["dout-ignored", ({ x, y }) => (y > x ? 1 : 0)],
      ["inputs-passed-on", ({ x, y }) => (x > y ? 0 : y)],
      ["value-not-slope", ({ x, y, dout }) => (x > y ? 0 : dout * y)],
      ["other-side-zero", () => 0],
      ["tie-shared", ({ x, y, dout }) => (y > x ? dout : x === y ? dout / 2 : 0)],
    ],
  },
};

/** Lesson 04: the max node's backward step, the gate that ReLU is. */
export const maxBackward: Exercise = {
  id: "04-3",
  name: task.name,
  hints: [
    {
      en: "The larger input decides the output alone: its local derivative is 1, the other one's 0.",
      ko: "출력은 큰 쪽 입력이 혼자 정합니다. 그쪽의 국소적 미분은 1이고 다른 쪽은 0입니다.",
    },
    {
      en: "So all of `dout` goes to the larger one: `x > y ? [dout, 0] : …`. When both are equal, it goes to `y`.",
      ko: "그래서 큰 쪽으로 `dout`이 모두 갑니다: `x > y ? [dout, 0] : …`. 둘이 같을 때는 `y` 쪽으로 보냅니다.",
    },
  ],
  passed: {
    en: "All of it to the larger input, nothing to the other one, and to `y` when both are equal.",
    ko: "큰 쪽에 모두, 다른 쪽에는 0, 둘이 같으면 `y` 쪽으로 보냅니다.",
  },
  judge: (answer) => judgeFunction(task, answer),
};
