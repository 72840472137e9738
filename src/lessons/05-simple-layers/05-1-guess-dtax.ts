import type { Exercise } from "../../judging/exercise";
import { type GuessTask, judgeGuess } from "../../judging/judge-guess";

const task: GuessTask = {
  name: "myGuess",
  parameter: "dTax",
  right: 200,
  start: {
    en: "start with one number. A guess is enough, and nobody keeps score.",
    ko: "수 하나를 적는 것부터 시작하세요. 짐작이면 충분하고, 점수를 매기지 않습니다.",
  },
  likely: [
    ["output-itself", 220],
    ["price-afterwards", 420],
    ["change-not-rate", 20],
    ["input-itself", 1.1],
    ["whole-edge-missing", 100],
    ["another-gradient", 2.2],
    ["another-gradient", 110],
  ],
};

/** Lesson 05: predict how the price of two apples changes with the tax. */
export const guessDTax: Exercise = {
  id: "05-1",
  name: task.name,
  hints: [
    {
      en: "The last node computes `price = applePrice × tax`. Hold `applePrice` still and let only `tax` move.",
      ko: "마지막 노드는 `price = applePrice × tax`를 계산합니다. `applePrice`는 그대로 두고 `tax`만 움직여 보세요.",
    },
    {
      en: "A multiply node gives each input the other input, times `dout`. Here `dout` is 1.",
      ko: "곱셈 노드는 각 입력에 상대 입력과 `dout`의 곱을 돌려줍니다. 여기서 `dout`은 1입니다.",
    },
  ],
  passed: {
    en: "`dTax` is what arrives at the other input of that node, the price of all the apples.",
    ko: "`dTax`는 그 노드의 상대 입력, 곧 사과 전체의 가격과 같습니다.",
  },
  judge: (answer) => judgeGuess(task, answer),
};
