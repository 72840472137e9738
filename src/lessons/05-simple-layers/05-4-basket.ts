import type { Exercise } from "../../judging/exercise";
import { type FunctionTask, judgeFunction } from "../../judging/judge-function";

interface Basket {
  apple: number;
  appleNum: number;
  orange: number;
  orangeNum: number;
  discount: number;
  tax: number;
}

const apples = ({ apple, appleNum }: Basket) => apple * appleNum;
const oranges = ({ orange, orangeNum }: Basket) => orange * orangeNum;
const reduced = (b: Basket) => oranges(b) * b.discount;

const task: FunctionTask<Basket> = {
  name: "basket",
  trials: [
    { apple: 100, appleNum: 2, orange: 150, orangeNum: 3, discount: 0.9, tax: 1.1 },
    { apple: 7, appleNum: 3, orange: 11, orangeNum: 5, discount: 0.5, tax: 1.3 },
    { apple: 40, appleNum: 9, orange: 13, orangeNum: 4, discount: 0.75, tax: 2 },
  ],
  start: {
    en: "start with the forward pass: one multiply layer for each of the five multiply nodes, and one add layer.",
    ko: "순전파부터 시작하세요. 곱셈 노드 다섯 개에 곱셈 계층을 하나씩, 그리고 덧셈 계층 하나를 만듭니다.",
  },
  values: {
    price: {
      right: (b) => apples(b) * b.tax + reduced(b) * b.tax,
      likely: [
        ["node-missing", (b) => (apples(b) + oranges(b)) * b.tax],
        ["node-missing", (b) => apples(b) + reduced(b)],
        ["node-missing", (b) => apples(b) + reduced(b) * b.tax],
        ["node-missing", (b) => apples(b) * b.tax + reduced(b)],
        ["discount-on-all", (b) => (apples(b) + oranges(b)) * b.discount * b.tax],
      ],
    },
    dApple: {
      right: (b) => b.appleNum * b.tax,
      likely: [
        ["gradients-exchanged", (b) => b.apple * b.tax],
        ["upstream-missing", (b) => b.appleNum],
        ["shared-layer", (b) => b.orangeNum * b.tax],
        ["shared-layer", (b) => b.discount * b.tax],
        ["shared-layer", (b) => b.tax * b.tax],
        ["pair-exchanged", (b) => b.appleNum * apples(b)],
      ],
    },
    dAppleNum: {
      right: (b) => b.apple * b.tax,
      likely: [
        ["gradients-exchanged", (b) => b.appleNum * b.tax],
        ["upstream-missing", (b) => b.apple],
        ["shared-layer", (b) => b.orange * b.tax],
        ["shared-layer", (b) => oranges(b) * b.tax],
        ["shared-layer", (b) => reduced(b) * b.tax],
      ],
    },
    dOrange: {
      right: (b) => b.orangeNum * b.discount * b.tax,
      likely: [
        ["gradients-exchanged", (b) => b.orange * b.discount * b.tax],
        ["upstream-missing", (b) => b.orangeNum],
        ["upstream-missing", (b) => b.orangeNum * b.discount],
        ["node-missing", (b) => b.orangeNum * b.tax],
        ["shared-layer", (b) => b.appleNum * b.discount * b.tax],
        ["shared-layer", (b) => b.discount * b.discount * b.tax],
        ["pair-exchanged", (b) => b.orangeNum * b.discount * reduced(b)],
        ["pair-exchanged", (b) => b.orangeNum * oranges(b) * b.tax],
      ],
    },
    dOrangeNum: {
      right: (b) => b.orange * b.discount * b.tax,
      likely: [
        ["gradients-exchanged", (b) => b.orangeNum * b.discount * b.tax],
        ["upstream-missing", (b) => b.orange],
        ["upstream-missing", (b) => b.orange * b.discount],
        ["node-missing", (b) => b.orange * b.tax],
        ["shared-layer", (b) => b.apple * b.discount * b.tax],
        ["shared-layer", (b) => oranges(b) * b.discount * b.tax],
      ],
    },
    dDiscount: {
      right: (b) => oranges(b) * b.tax,
      likely: [
        ["gradients-exchanged", (b) => b.discount * b.tax],
        ["upstream-missing", (b) => oranges(b)],
        ["discount-on-all", (b) => (apples(b) + oranges(b)) * b.tax],
      ],
    },
    dTax: {
      right: (b) => apples(b) + reduced(b),
      likely: [
        ["part-missing", (b) => apples(b)],
        ["part-missing", (b) => reduced(b)],
        ["shared-layer", (b) => 2 * apples(b)],
        ["shared-layer", (b) => 2 * reduced(b)],
        ["gradients-exchanged", (b) => 2 * b.tax],
        ["parts-multiplied", (b) => apples(b) * reduced(b)],
        ["node-missing", (b) => apples(b) + oranges(b)],
      ],
    },
  },
};

/** Lesson 05: a graph of six nodes in which one value, the tax, feeds two of them. */
export const basket: Exercise = {
  id: "05-4",
  name: task.name,
  hints: [
    {
      en: "Six nodes, six objects: apples, oranges, discount, tax on the apples, tax on the oranges, and the sum.",
      ko: "노드가 여섯 개이므로 객체도 여섯 개입니다. 사과, 귤, 할인, 사과의 소비세, 귤의 소비세, 그리고 합계입니다.",
    },
    {
      en: "Go back in the opposite order. Start with `addAll.backward(1)`, and give each `backward` what the node after it returned.",
      ko: "거꾸로 되짚어 가세요. `addAll.backward(1)`에서 시작해서, 각 `backward`에 바로 뒤 노드가 돌려준 미분을 넣습니다.",
    },
    {
      en: "`tax` goes into two nodes, so two gradients come back for it. `dTax` is their sum.",
      ko: "`tax`는 두 노드로 들어가므로 미분도 두 개가 돌아옵니다. `dTax`는 그 둘의 합입니다.",
    },
  ],
  passed: {
    en: "The price and all six gradients are right, with both parts of `dTax` added up.",
    ko: "가격과 여섯 미분이 모두 맞고, `dTax`의 두 부분도 더했습니다.",
  },
  judge: (answer) => judgeFunction(task, answer),
};
