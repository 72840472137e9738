import type { Exercise } from "../../judging/exercise";
import { type GraphTask, judgeGraph } from "../../judging/judge-graph";

interface Bill {
  notebook: number;
  notebookNum: number;
  pen: number;
  penNum: number;
  tax: number;
  delivery: number;
}

const goods = ({ notebook, notebookNum, pen, penNum }: Bill) =>
  notebook * notebookNum + pen * penNum;

const task: GraphTask<Bill> = {
  name: "stationery",
  parameter: "total",
  trials: [
    { notebook: 1200, notebookNum: 3, pen: 800, penNum: 2, tax: 1.1, delivery: 3000 },
    { notebook: 7, notebookNum: 5, pen: 11, penNum: 13, tax: 2, delivery: 17 },
    { notebook: 500, notebookNum: 1, pen: 90, penNum: 4, tax: 1.5, delivery: 60 },
  ],
  start: {
    en: 'start with `const g = graph()` and one input, such as `g.input("notebook", 1200)`.',
    ko: '`const g = graph()`를 쓰고 `g.input("notebook", 1200)` 같은 입력 하나를 만드는 것부터 시작하세요.',
  },
  right: (bill) => goods(bill) * bill.tax + bill.delivery,
  likely: [
    ["tax-on-delivery", (bill) => (goods(bill) + bill.delivery) * bill.tax],
    ["node-missing", (bill) => goods(bill) * bill.tax],
    ["node-missing", (bill) => goods(bill) + bill.delivery],
    ["node-missing", goods],
    [
      "tax-on-one",
      ({ notebook, notebookNum, ...bill }) =>
        notebook * notebookNum + bill.pen * bill.penNum * bill.tax + bill.delivery,
    ],
    [
      "tax-on-one",
      ({ notebook, notebookNum, ...bill }) =>
        notebook * notebookNum * bill.tax + bill.pen * bill.penNum + bill.delivery,
    ],
    [
      "added-instead",
      ({ notebook, notebookNum, pen, penNum, tax, delivery }) =>
        (notebook + notebookNum + pen + penNum) * tax + delivery,
    ],
    [
      "multiplied-instead",
      ({ notebook, notebookNum, pen, penNum, tax, delivery }) =>
        notebook * notebookNum * pen * penNum * tax + delivery,
    ],
  ],
};

/** Lesson 02: the first graph that the learner builds. */
export const stationery: Exercise = {
  id: "02-2",
  name: task.name,
  hints: [
    {
      en: "Six numbers, so six inputs: `notebook`, `notebookNum`, `pen`, `penNum`, `tax`, `delivery`. Then five nodes.",
      ko: "수가 여섯 개이니 입력도 `notebook`, `notebookNum`, `pen`, `penNum`, `tax`, `delivery` 여섯 개입니다. 그다음에 노드가 다섯 개 옵니다.",
    },
    {
      en: "The first four nodes are those of apples and oranges: two times `g.mul`, then `g.add`, then `g.mul` with the tax.",
      ko: "앞의 네 노드는 사과와 귤 때와 같습니다. `g.mul` 두 번, `g.add` 한 번, 그리고 소비세를 곱하는 `g.mul`입니다.",
    },
    {
      en: 'The delivery comes last, behind the tax: `g.add(taxed, delivery, "total")`. End with `return g`.',
      ko: '배송비는 소비세를 곱한 뒤 마지막에 더합니다. `g.add(taxed, delivery, "total")`을 쓰고 `return g`로 끝내세요.',
    },
  ],
  passed: {
    en: "Your graph computes the right total for other prices and numbers too.",
    ko: "다른 가격과 개수를 넣어도 계산 그래프가 맞는 금액을 구합니다.",
  },
  judge: (answer) => judgeGraph(task, answer),
};
