import type { Exercise } from "../../judging/exercise";
import { type FunctionTask, judgeFunction } from "../../judging/judge-function";

interface Order {
  price: number;
  count: number;
}

const task: FunctionTask<Order> = {
  name: "receipt",
  trials: [
    { price: 100, count: 3 },
    { price: 7, count: 5 },
    { price: 2.5, count: 4 },
  ],
  start: {
    en: "start with `total`: the price times the count.",
    ko: "`total`부터 시작하세요. 가격에 개수를 곱합니다.",
  },
  values: {
    total: {
      right: ({ price, count }) => price * count,
      likely: [
        ["price-plus-count", ({ price, count }) => price + count],
        ["step-missing", ({ price }) => price],
        ["results-exchanged", ({ price, count }) => (price * count) / 2],
      ],
    },
    half: {
      right: ({ price, count }) => (price * count) / 2,
      likely: [
        ["not-halved", ({ price, count }) => price * count],
        ["half-of-one", ({ price }) => price / 2],
      ],
    },
  },
};

/** Lesson 00: a function that returns several numbers by name. */
export const receipt: Exercise = {
  id: "00-3",
  name: task.name,
  hints: [
    {
      en: "First make a name for the total: `const total = price * count;`.",
      ko: "먼저 전체 금액에 이름을 붙이세요. `const total = price * count;`입니다.",
    },
    {
      en: "Then return both under their names: `return { total, half: total / 2 };`.",
      ko: "그다음 둘을 이름과 함께 반환합니다. `return { total, half: total / 2 };`입니다.",
    },
  ],
  passed: {
    en: "Both numbers are right, and each stands under its name.",
    ko: "두 수가 모두 맞고, 저마다 제 이름으로 들어 있습니다.",
  },
  judge: (answer) => judgeFunction(task, answer),
};
