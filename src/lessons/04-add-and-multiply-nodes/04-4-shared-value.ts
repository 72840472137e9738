import type { Exercise } from "../../judging/exercise";
import { type FunctionTask, judgeFunction } from "../../judging/judge-function";

interface Point {
  x: number;
  y: number;
}

const task: FunctionTask<Point> = {
  name: "sharedBackward",
  trials: [
    { x: 2, y: 3 },
    { x: -4, y: 1.5 },
    { x: 7, y: -2 },
  ],
  start: {
    en: "start with the forward pass: `s`, then `out`.",
    ko: "순전파부터 시작하세요. `s`, `out`을 차례로 계산합니다.",
  },
  values: {
    out: {
      right: ({ x, y }) => (x + y) * x,
      likely: [
        ["node-missing", ({ x, y }) => x + y],
        ["node-missing", ({ x, y }) => x * y],
        ["inputs-swapped", ({ x, y }) => (x + y) * y],
        ["multiplied-instead", ({ x, y }) => x * y * x],
        ["added-instead", ({ x, y }) => x + y + x],
      ],
    },
    ds: {
      right: ({ x }) => x,
      likely: [
        ["own-input", ({ x, y }) => x + y],
        ["upstream-missing", () => 1],
        ["value-not-slope", ({ x, y }) => (x + y) * x],
      ],
    },
    dx: {
      right: ({ x, y }) => 2 * x + y,
      likely: [
        ["part-missing", ({ x }) => x],
        ["part-missing", ({ x, y }) => x + y],
        ["parts-multiplied", ({ x, y }) => x * (x + y)],
        ["part-twice", ({ x }) => 2 * x],
        ["part-twice", ({ x, y }) => 2 * (x + y)],
        ["upstream-missing", ({ x, y }) => 1 + x + y],
      ],
    },
    dy: {
      right: ({ x }) => x,
      likely: [
        ["another-gradient", ({ x, y }) => 2 * x + y],
        ["inputs-passed-on", ({ y }) => y],
        ["upstream-missing", () => 1],
        ["value-not-slope", ({ x, y }) => x + y],
        ["value-not-slope", ({ x, y }) => x * y],
      ],
    },
  },
};

/** Lesson 04: a value that feeds two nodes gets the sum of what both send back. */
export const sharedBackward: Exercise = {
  id: "04-4",
  name: task.name,
  hints: [
    {
      en: "Forward: `s = x + y`, `out = s * x`. Backward starts with 1 at the multiply node: `s` gets `x`, and `x` gets `s`.",
      ko: "순전파는 `s = x + y`, `out = s * x`입니다. 역전파는 곱셈 노드에서 1로 시작해, `s`는 `x`를 받고 `x`는 `s`를 받습니다.",
    },
    {
      en: "What `s` got goes through the add node to both of its inputs. One of them is `x` again.",
      ko: "`s`가 받은 미분은 덧셈 노드를 지나 두 입력으로 그대로 갑니다. 그중 하나가 또 `x`입니다.",
    },
    {
      en: "So `x` has two parts, one from each node. Add them: `dx = s + ds`.",
      ko: "그래서 `x`에는 노드마다 하나씩 두 부분이 옵니다. 둘을 더하세요: `dx = s + ds`.",
    },
  ],
  passed: {
    en: "`x` feeds two nodes, and its gradient is the sum of what both send back.",
    ko: "`x`는 두 노드로 들어가고, 그 미분은 두 노드가 돌려보낸 것의 합입니다.",
  },
  judge: (answer) => judgeFunction(task, answer),
};
