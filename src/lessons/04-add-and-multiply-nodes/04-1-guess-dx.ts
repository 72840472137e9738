import type { Exercise } from "../../judging/exercise";
import { type GuessTask, judgeGuess } from "../../judging/judge-guess";

const task: GuessTask = {
  name: "myGuess",
  parameter: "dx",
  right: 6.5,
  start: {
    en: "start with one number. A guess is enough, and nobody keeps score.",
    ko: "수 하나를 적는 것부터 시작하세요. 짐작이면 충분하고, 점수를 매기지 않습니다.",
  },
  likely: [
    ["own-input", 13],
    ["passed-unchanged", 1.3],
    ["dout-ignored", 5],
    ["value-not-slope", 65],
    ["value-not-slope", 50],
    ["input-itself", 10],
    ["gradient-split", 0.65],
    ["dout-added", 6.3],
  ],
};

/** Lesson 04: predict what a multiply node sends back to one of its inputs. */
export const guessMulDx: Exercise = {
  id: "04-1",
  name: task.name,
  hints: [
    {
      en: "Hold the 5 still. If the 10 grows by 1, by how much does `10 × 5` grow?",
      ko: "5는 그대로 두세요. 10이 1 커지면 `10 × 5`는 얼마나 커질까요?",
    },
    {
      en: "That is the local derivative. The chain rule multiplies it by what comes back, 1.3.",
      ko: "그것이 국소적 미분입니다. 연쇄 법칙은 여기에 상류에서 온 1.3을 곱합니다.",
    },
  ],
  passed: {
    en: "The 10 receives the other input, 5, times 1.3.",
    ko: "10 쪽으로는 상대 입력인 5에 1.3을 곱한 값이 흘러갑니다.",
  },
  judge: (answer) => judgeGuess(task, answer),
};
