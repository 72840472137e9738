import type { Exercise } from "../../judging/exercise";
import { type GuessTask, judgeGuess } from "../../judging/judge-guess";

const task: GuessTask = {
  name: "myGuess",
  parameter: "steps",
  right: 600,
  start: {
    en: "start with one number: 60,000 images, 100 in each step.",
    ko: "수 하나를 적는 것부터 시작하세요. 이미지는 60,000장, 한 걸음에 100장입니다.",
  },
  likely: [
    ["samples-not-steps", 60_000],
    ["test-images-counted", 700],
    ["batch-itself", 100],
  ],
};

/** Lesson 11: predict how many steps make one epoch. */
export const guessSteps: Exercise = {
  id: "11-1",
  name: task.name,
  hints: [
    {
      en: "An epoch is over when every image has been used once.",
      ko: "모든 이미지를 한 번씩 쓰면 에폭 하나가 끝납니다.",
    },
    {
      en: "Each step uses 100 images up. Divide.",
      ko: "한 걸음에 이미지 100장을 씁니다. 나누어 보세요.",
    },
  ],
  passed: {
    en: "Every image once, 100 at a time. Each of these steps moves all parameters.",
    ko: "모든 이미지를 100장씩 한 번 봅니다. 한 걸음마다 매개변수가 모두 움직입니다.",
  },
  judge: (answer) => judgeGuess(task, answer),
};
