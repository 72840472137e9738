import type { Exercise } from "../../judging/exercise";
import { type GuessTask, judgeGuess } from "../../judging/judge-guess";

const task: GuessTask = {
  name: "myGuess",
  parameter: "passes",
  right: 34,
  start: {
    en: "start with one number: count the parameters of the two Affine layers first.",
    ko: "수 하나를 적는 것부터 시작하세요. 먼저 두 Affine 계층의 매개변수를 세어 봅니다.",
  },
  likely: [
    ["one-pass-each", 17],
    ["one-pass-each", 18],
    ["biases-missing", 24],
    ["biases-missing", 12],
    ["backprop-cost", 1],
    ["backprop-cost", 2],
  ],
};

/** Lesson 10: predict what a numeric gradient of a small net costs. */
export const guessPasses: Exercise = {
  id: "10-1",
  name: task.name,
  hints: [
    {
      en: "Count the numbers in `W1` (2 × 3), `b1` (3), `W2` (3 × 2) and `b2` (2).",
      ko: "`W1`(2 × 3), `b1`(3), `W2`(3 × 2), `b2`(2)에 든 수를 모두 세어 보세요.",
    },
    {
      en: "A central difference asks for the loss twice: with the parameter a little larger, and a little smaller.",
      ko: "중심 차분은 손실을 두 번 구합니다. 매개변수를 조금 늘렸을 때 한 번, 조금 줄였을 때 한 번입니다.",
    },
  ],
  passed: {
    en: "17 parameters, two passes each. Backpropagation needs one forward and one backward pass for all of them.",
    ko: "매개변수 17개에 두 번씩입니다. 역전파는 순전파 한 번과 역전파 한 번으로 모두를 구합니다.",
  },
  judge: (answer) => judgeGuess(task, answer),
};
