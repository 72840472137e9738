import type { Exercise } from "../../judging/exercise";
import { type GuessTask, judgeGuess } from "../../judging/judge-guess";

const task: GuessTask = {
  name: "myGuess",
  parameter: "1 + 2 * 3",
  right: 7,
  start: {
    en: "start with any number: write it in place of `todo()`, run that cell, then this one again.",
    ko: "아무 수나 적는 것부터 시작하세요. `todo()` 자리에 수를 적고 그 셀을 실행한 다음, 이 셀을 다시 실행합니다.",
  },
  likely: [["left-to-right", 9]],
};

/** Lesson 00: the first prediction. */
export const guessOrder: Exercise = {
  id: "00-1",
  name: task.name,
  hints: [
    {
      en: "There are two operations. Which of them is done first?",
      ko: "연산이 두 개 있습니다. 어느 것을 먼저 할까요?",
    },
    {
      en: "Multiplication first: 2 * 3. Then add the 1.",
      ko: "곱셈 2 * 3을 먼저 하고, 그다음에 1을 더합니다.",
    },
  ],
  passed: {
    en: "You predicted it before you ran it. That is the whole idea of a prediction.",
    ko: "실행하기 전에 맞혔습니다. 예측은 바로 이렇게 하는 것입니다.",
  },
  judge: (answer) => judgeGuess(task, answer),
};
