import type { Exercise } from "../../judging/exercise";
import { type FunctionTask, judgeFunction } from "../../judging/judge-function";

const task: FunctionTask<{ x: number }> = {
  name: "double",
  parameter: "double(x)",
  trials: [{ x: 7 }, { x: 0.5 }, { x: -3 }, { x: 100 }],
  start: {
    en: "start with `return x`, run both cells, and read what the verdict says.",
    ko: "`return x`부터 적고 두 셀을 실행한 다음, 판정을 읽어 보세요.",
  },
  right: ({ x }) => 2 * x,
  likely: [
    ["squared", ({ x }) => x * x],
    ["two-added", ({ x }) => x + 2],
    ["step-missing", ({ x }) => x],
  ],
};

/** Lesson 00: the first function. */
export const double: Exercise = {
  id: "00-2",
  name: task.name,
  hints: [
    {
      en: "Twice a number is the number times 2.",
      ko: "어떤 수의 두 배는 그 수에 2를 곱한 것입니다.",
    },
    {
      en: "Write `return 2 * x;` in place of `return todo();`.",
      ko: "`return todo();` 자리에 `return 2 * x;`라고 적으세요.",
    },
  ],
  passed: {
    en: "It is right for every number that was tried, and not for 7 alone.",
    ko: "7뿐 아니라 시험해 본 모든 수에서 맞습니다.",
  },
  judge: (answer) => judgeFunction(task, answer),
};
