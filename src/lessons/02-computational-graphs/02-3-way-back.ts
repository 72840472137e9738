import type { Exercise } from "../../judging/exercise";
import { type FunctionTask, judgeFunction } from "../../judging/judge-function";

interface Apples {
  apple: number;
  appleNum: number;
  tax: number;
}

const task: FunctionTask<Apples> = {
  name: "wayBack",
  trials: [
    { apple: 100, appleNum: 2, tax: 1.1 },
    { apple: 7, appleNum: 3, tax: 1.5 },
    { apple: 40, appleNum: 9, tax: 2.5 },
  ],
  start: {
    en: "start with the price: its gradient is 1. What does the last node send to each of its two inputs?",
    ko: "가격부터 시작하세요. 가격의 미분은 1입니다. 마지막 노드는 두 입력에 각각 무엇을 보낼까요?",
  },
  values: {
    dApplePrice: {
      right: ({ tax }) => tax,
      likely: [
        ["gradients-exchanged", ({ apple, appleNum }) => apple * appleNum],
        ["step-itself", () => 1],
        ["result-not-change", ({ apple, appleNum, tax }) => apple * appleNum * tax],
      ],
    },
    dTax: {
      right: ({ apple, appleNum }) => apple * appleNum,
      likely: [
        ["gradients-exchanged", ({ tax }) => tax],
        ["node-missing", ({ apple }) => apple],
        ["change-for-rate", ({ apple, appleNum, tax }) => apple * appleNum * (tax - 1)],
        ["result-not-change", ({ apple, appleNum, tax }) => apple * appleNum * tax],
      ],
    },
    dApple: {
      right: ({ appleNum, tax }) => appleNum * tax,
      likely: [
        ["started-from-one", ({ appleNum }) => appleNum],
        ["gradients-exchanged", ({ apple, tax }) => apple * tax],
        ["node-missing", ({ tax }) => tax],
        ["gradients-added", ({ appleNum, tax }) => appleNum + tax],
      ],
    },
    dAppleNum: {
      right: ({ apple, tax }) => apple * tax,
      likely: [
        ["started-from-one", ({ apple }) => apple],
        ["gradients-exchanged", ({ appleNum, tax }) => appleNum * tax],
        ["node-missing", ({ tax }) => tax],
        ["gradients-added", ({ apple, tax }) => apple + tax],
      ],
    },
  },
};

/** Lesson 02: the way back through two nodes, by hand. */
export const wayBack: Exercise = {
  id: "02-3",
  name: task.name,
  hints: [
    {
      en: "The last node is `applePrice × tax`. One won more at `applePrice` is `tax` won more at the price.",
      ko: "마지막 노드는 `applePrice × tax`입니다. `applePrice`가 1원 늘면 가격은 `tax`원 늘어납니다.",
    },
    {
      en: "What came back to `applePrice` goes on to the first node. There it is multiplied by the other input of each side.",
      ko: "`applePrice`에 돌아온 미분은 첫 번째 노드로 이어집니다. 거기서 양쪽 모두 상대 입력을 곱합니다.",
    },
    {
      en: "`dApple = dApplePrice * appleNum` and `dAppleNum = dApplePrice * apple`.",
      ko: "`dApple = dApplePrice * appleNum`, `dAppleNum = dApplePrice * apple`입니다.",
    },
  ],
  passed: {
    en: "All four gradients are right, and `dApplePrice` was computed once for two of them.",
    ko: "네 미분이 모두 맞습니다. `dApplePrice`는 한 번 구해서 두 번 썼습니다.",
  },
  judge: (answer) => judgeFunction(task, answer),
};
