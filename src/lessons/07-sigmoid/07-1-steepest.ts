import type { Exercise } from "../../judging/exercise";
import { type GuessTask, judgeGuess } from "../../judging/judge-guess";

const task: GuessTask = {
  name: "steepest",
  parameter: "slope",
  right: 0.25,
  start: {
    en: "start with one number. A guess is enough, and nobody keeps score.",
    ko: "수 하나를 적는 것부터 시작하세요. 짐작이면 충분하고, 점수를 매기지 않습니다.",
  },
  likely: [
    ["value-not-slope", 0.5],
    ["slope-too-steep", 1],
    ["minus-missing", -0.25],
  ],
};

/** Lesson 07: predict the largest slope of a sigmoid. */
export const steepest: Exercise = {
  id: "07-1",
  name: task.name,
  hints: [
    {
      en: "The slope is `y * (1 - y)`. Which `y` does the curve have at `x = 0`?",
      ko: "기울기는 `y * (1 - y)`입니다. `x = 0`에서 `y`의 값은 얼마일까요?",
    },
    {
      en: "`exp(0)` is 1, so `y` is `1 / (1 + 1)`. Put that into `y * (1 - y)`.",
      ko: "`exp(0)`은 1이므로 `y`의 값은 `1 / (1 + 1)`입니다. 이 값을 `y * (1 - y)`에 넣어 보세요.",
    },
  ],
  passed: {
    en: "Remember this number: no sigmoid lets more than a quarter of a gradient through.",
    ko: "이 숫자를 기억해 두세요. 어떤 시그모이드도 미분의 4분의 1보다 많이 통과시키지 않습니다.",
  },
  judge: (answer) => judgeGuess(task, answer),
};
