import { dot } from "../../arrays/dot";
import { mapPairs } from "../../arrays/map";
import { NdArray } from "../../arrays/nj";
import type { Exercise } from "../../judging/exercise";
import { type FunctionTask, judgeFunction } from "../../judging/judge-function";

type Trial = { x: NdArray; dout: NdArray };

/** Every number of one vector times every number of another. */
const table = (rows: NdArray, columns: NdArray) =>
  dot(
    new NdArray(rows.tolist<number[]>(), [rows.size, 1]),
    new NdArray(columns.tolist<number[]>(), [1, columns.size]),
  );

const task: FunctionTask<Trial> = {
  name: "weightGradient",
  parameter: "dW",
  trials: [
    { x: [1, 2], dout: [1, 2, 3] },
    { x: [1, -2], dout: [5, 6] },
    { x: [3, 0, -1, 0.5], dout: [-2] },
    { x: [4], dout: [-1, 0, 2] },
  ],
  start: {
    en: "start with `x` as a column: `x.reshape(x.size, 1)`.",
    ko: "`x`를 열로 만드는 것부터 시작하세요. `x.reshape(x.size, 1)`입니다.",
  },
  right: ({ x, dout }) => table(x, dout),
  likely: [
    ["vectors-dotted", ({ x, dout }) => dot(x, dout)],
    ["vectors-dotted", ({ x, dout }) => dot(x, dout).get(0)],
    ["vectors-dotted", ({ x, dout }) => mapPairs(x, dout, (x, d) => x * d)],
    ["operands-exchanged", ({ x, dout }) => table(dout, x)],
  ],
};

/** Lesson 08: the gradient of the weights for one sample. */
export const weightGradient: Exercise = {
  id: "08-2",
  name: task.name,
  hints: [
    {
      en: "`dW` at row i, column j is `x` at i times `dout` at j. It has as many rows as `x` has numbers.",
      ko: "`dW`의 i행 j열은 `x`의 i번째 수와 `dout`의 j번째 수의 곱입니다. 행의 수는 `x`의 길이와 같습니다.",
    },
    {
      en: "A column `[2, 1]` times a row `[1, 3]` is a table `[2, 3]`.",
      ko: "열 `[2, 1]`에 행 `[1, 3]`을 곱하면 `[2, 3]` 표가 됩니다.",
    },
    {
      en: "Return `dot(x.reshape(x.size, 1), dout.reshape(1, dout.size))`.",
      ko: "`dot(x.reshape(x.size, 1), dout.reshape(1, dout.size))`를 반환하면 됩니다.",
    },
  ],
  passed: {
    en: "Every weight gets its own input times the gradient of its own output.",
    ko: "가중치마다 자기 입력에 자기 출력의 미분을 곱한 값을 받습니다.",
  },
  judge: (answer) => judgeFunction(task, answer),
};
