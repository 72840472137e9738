import type { Exercise } from "../../judging/exercise";
import { type GuessTask, judgeGuess } from "../../judging/judge-guess";

const task: GuessTask = {
  name: "pull",
  parameter: "dx",
  right: -0.8,
  start: {
    en: "start with one number. A guess is enough, and nobody keeps score.",
    ko: "수 하나를 적는 것부터 시작하세요. 짐작이면 충분하고, 점수를 매기지 않습니다.",
  },
  likely: [
    ["probability-itself", 0.2],
    ["minus-missing", 0.8],
    ["stopped-at-log", -5],
    ["stopped-at-log", 5],
  ],
};

/** Lesson 09: predict the gradient at the score of the right class. */
export const pull: Exercise = {
  id: "09-1",
  name: task.name,
  hints: [
    {
      en: "If the score of the right class grows, the loss shrinks. Which sign has the gradient?",
      ko: "정답 클래스의 점수가 커지면 손실은 줄어듭니다. 미분의 부호는 무엇일까요?",
    },
    {
      en: "At the scores stands `y - t`. For the right class `t` is 1.",
      ko: "점수에 도착하는 미분은 `y - t`입니다. 정답 클래스에서 `t`의 값은 1입니다.",
    },
  ],
  passed: {
    en: "What is missing to 1, with a minus: the more wrong the net, the harder the pull.",
    ko: "1까지 모자란 만큼에 마이너스가 붙습니다. 많이 틀릴수록 세게 끌어당깁니다.",
  },
  judge: (answer) => judgeGuess(task, answer),
};
