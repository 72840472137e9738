import type { Exercise } from "../../judging/exercise";
import { type GuessTask, judgeGuess } from "../../judging/judge-guess";

const task: GuessTask = {
  name: "myGuess",
  parameter: "dx",
  right: 6,
  start: {
    en: "start with one number. A guess is enough, and nobody keeps score.",
    ko: "수 하나를 적는 것부터 시작하세요. 짐작이면 충분하고, 점수를 매기지 않습니다.",
  },
  likely: [
    ["value-not-slope", 9],
    ["value-not-slope", 3],
    ["wrong-point", 2],
    ["wrong-point", 4],
    ["wrong-point", 18],
    ["factor-missing", 1],
    ["step-too-large", 7],
  ],
};

/** Lesson 03: predict how fast (x + y)² changes with x. */
export const guessDx: Exercise = {
  id: "03-1",
  name: task.name,
  hints: [
    {
      en: "Call the sum `t = x + y`. If `x` grows a little, by how many times that does `t` grow?",
      ko: "합을 `t = x + y`라고 해 봅시다. `x`가 조금 커지면 `t`는 그 몇 배만큼 커질까요?",
    },
    {
      en: "Then `z = t²`, and its derivative is `2t`. What is `t` here?",
      ko: "그러면 `z = t²`이고 그 미분은 `2t`입니다. 여기서 `t`는 얼마일까요?",
    },
  ],
  passed: {
    en: "`z` grows `2t` times as fast as `t`, and `t` as fast as `x`: that makes `2(x + y)`.",
    ko: "`z`는 `t`보다 `2t`배 빠르게 커지고 `t`는 `x`와 똑같이 커지므로, 미분은 `2(x + y)`입니다.",
  },
  judge: (answer) => judgeGuess(task, answer),
};
