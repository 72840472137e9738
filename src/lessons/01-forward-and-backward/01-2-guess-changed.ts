import type { Exercise } from "../../judging/exercise";
import { type GuessTask, judgeGuess } from "../../judging/judge-guess";

const task: GuessTask = {
  name: "myGuess",
  parameter: "changed",
  right: 0,
  start: {
    en: "start with one number from 0 to 17. A guess is enough, and nobody keeps score.",
    ko: "0에서 17 사이의 수 하나를 적는 것부터 시작하세요. 짐작이면 충분하고, 점수를 매기지 않습니다.",
  },
  likely: Array.from({ length: 17 }, (_, i) => ["passes-change-weights", i + 1]),
};

/** Lesson 01: predict how many parameters one forward and one backward pass change. */
export const guessChanged: Exercise = {
  id: "01-2",
  name: task.name,
  hints: [
    {
      en: "The forward pass multiplies inputs by weights. Does a multiplication change what it multiplies?",
      ko: "순전파는 입력에 가중치를 곱합니다. 곱셈을 한다고 곱하는 수가 바뀔까요?",
    },
    {
      en: "The backward pass gives each weight a gradient, a number beside it. Look at the printed counts in the cell above.",
      ko: "역전파는 가중치마다 미분이라는 수를 하나씩 곁에 둡니다. 위 셀에 출력된 개수를 보세요.",
    },
  ],
  passed: {
    en: "Neither pass writes into a weight. That is somebody else's work.",
    ko: "순전파도 역전파도 가중치에 값을 쓰지 않습니다. 그 일을 하는 것은 따로 있습니다.",
  },
  judge: (answer) => judgeGuess(task, answer),
};
