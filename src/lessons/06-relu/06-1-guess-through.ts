import type { Exercise } from "../../judging/exercise";
import { type GuessTask, judgeGuess } from "../../judging/judge-guess";

const task: GuessTask = {
  name: "myGuess",
  parameter: "dx",
  right: 60,
  start: {
    en: "start with one number. A guess is enough, and nobody keeps score.",
    ko: "수 하나를 적는 것부터 시작하세요. 짐작이면 충분하고, 점수를 매기지 않습니다.",
  },
  likely: [
    ["gradient-not-masked", 110],
    ["mask-reversed", 50],
    ["places-counted", 55],
    ["inputs-passed-on", 4],
    ["dout-ignored", 2],
    ["value-not-slope", 160],
    ["multiply-rule", 90],
  ],
};

/** Lesson 06: predict how much of a gradient comes back through ReLU. */
export const guessThrough: Exercise = {
  id: "06-1",
  name: task.name,
  hints: [
    {
      en: "Which of the four numbers pass the gate on the way forward?",
      ko: "순전파에서 네 수 가운데 어느 것이 문을 통과할까요?",
    },
    {
      en: "Where a number passes, its gradient comes back whole. Elsewhere nothing comes back.",
      ko: "수가 통과한 자리에서는 미분이 그대로 되돌아오고, 나머지 자리에서는 아무것도 돌아오지 않습니다.",
    },
  ],
  passed: {
    en: "10 and 50 come back, at the two places where the input was positive.",
    ko: "입력이 양수였던 두 자리에서 10과 50이 되돌아옵니다.",
  },
  judge: (answer) => judgeGuess(task, answer),
};
