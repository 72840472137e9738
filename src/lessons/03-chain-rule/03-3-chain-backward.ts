import type { Exercise } from "../../judging/exercise";
import { type FunctionTask, judgeFunction } from "../../judging/judge-function";

interface Point {
  x: number;
  y: number;
}

const t = ({ x, y }: Point) => 3 * x + y;

const task: FunctionTask<Point> = {
  name: "chainBackward",
  trials: [
    { x: 1, y: 2 },
    { x: -2, y: 0.5 },
    { x: 4, y: -7 },
  ],
  start: {
    en: "start with the forward pass: `u`, then `t`, then `z`.",
    ko: "순전파부터 시작하세요. `u`, `t`, `z`를 차례로 계산합니다.",
  },
  values: {
    z: {
      right: (p) => t(p) ** 2,
      likely: [
        ["node-missing", ({ x, y }) => (x + y) ** 2],
        ["node-missing", (p) => t(p)],
        ["power-rule", (p) => 2 * t(p)],
      ],
    },
    dt: {
      right: (p) => 2 * t(p),
      likely: [
        ["power-rule", (p) => t(p)],
        ["power-rule", () => 2],
        ["value-not-slope", (p) => t(p) ** 2],
        ["wrong-point", ({ x }) => 2 * x],
        ["wrong-point", ({ x }) => 6 * x],
        ["wrong-point", (p) => 2 * t(p) ** 2],
        ["upstream-missing", () => 1],
      ],
    },
    dx: {
      right: (p) => 6 * t(p),
      likely: [
        ["factor-missing", (p) => 2 * t(p)],
        ["factor-missing", (p) => 3 * t(p)],
        ["multiply-rule", (p) => 2 * t(p) * p.x],
        ["multiply-rule", (p) => 6 * t(p) * p.x],
        ["factors-added", (p) => 2 * t(p) + 3],
        ["factors-added", (p) => 2 * t(p) + 4],
        ["wrong-point", ({ x }) => 6 * x],
        ["wrong-point", ({ x }) => 18 * x],
        ["wrong-point", ({ x, y }) => 6 * (x + y)],
        ["upstream-missing", () => 3],
        ["upstream-missing", () => 1],
      ],
    },
    dy: {
      right: (p) => 2 * t(p),
      likely: [
        ["another-gradient", (p) => 6 * t(p)],
        ["factor-missing", (p) => t(p)],
        ["multiply-rule", (p) => 2 * t(p) * p.y],
        ["factors-added", (p) => 2 * t(p) + 1],
        ["wrong-point", ({ y }) => 2 * y],
        ["wrong-point", ({ x, y }) => 2 * (x + y)],
        ["upstream-missing", () => 1],
      ],
    },
  },
};

/** Lesson 03: three nodes in a row, one factor for each. */
export const chainBackward: Exercise = {
  id: "03-3",
  name: task.name,
  hints: [
    {
      en: "Forward: `u = 3 * x`, `t = u + y`, `z = t ** 2`. Keep `t`: backward needs it.",
      ko: "순전파는 `u = 3 * x`, `t = u + y`, `z = t ** 2`입니다. `t`는 역전파에서도 씁니다.",
    },
    {
      en: "Backward starts with 1 at `z`. The power node multiplies it by `2 * t`: that is `dt`.",
      ko: "역전파는 `z`에서 1로 시작합니다. 거듭제곱 노드가 `2 * t`를 곱하고, 그 값이 `dt`입니다.",
    },
    {
      en: "One more at `u` or at `y` is one more at `t`, so both get `dt * 1`. And one more at `x` is three more at `u`: `dx = dt * 1 * 3`.",
      ko: "`u`나 `y`가 1 커지면 `t`도 1 커지므로 둘 다 `dt * 1`을 받습니다. `x`가 1 커지면 `u`는 3 커지니 `dx = dt * 1 * 3`입니다.",
    },
  ],
  passed: {
    en: "One factor for each node on the way back, and `dt` computed once for both inputs.",
    ko: "되돌아가는 길에서 노드마다 인수를 하나씩 곱했고, `dt`는 한 번만 구해 두 입력에 함께 썼습니다.",
  },
  judge: (answer) => judgeFunction(task, answer),
};
