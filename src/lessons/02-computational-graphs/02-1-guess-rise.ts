import type { Exercise } from "../../judging/exercise";
import { type GuessTask, judgeGuess } from "../../judging/judge-guess";

const task: GuessTask = {
  name: "myGuess",
  parameter: "rise",
  right: 2.2,
  start: {
    en: "start with one number. A guess is enough, and nobody keeps score.",
    ko: "수 하나를 적는 것부터 시작하세요. 짐작이면 충분하고, 점수를 매기지 않습니다.",
  },
  likely: [
    ["step-itself", 1],
    ["node-missing", 2],
    ["node-missing", 1.1],
    ["result-not-change", 222.2],
    ["result-not-change", 220],
    ["result-not-change", 222],
  ],
};

/** Lesson 02: predict by how much two apples with tax get dearer when an apple costs 1 won more. */
export const guessRise: Exercise = {
  id: "02-1",
  name: task.name,
  hints: [
    {
      en: "Follow the 1 won through the graph. What does it become behind the first node, where it is multiplied by the number of apples?",
      ko: "1원을 계산 그래프를 따라 옮겨 보세요. 사과 개수를 곱하는 첫 번째 노드를 지나면 얼마가 될까요?",
    },
    {
      en: "Behind the first node it is 2 won. The second node multiplies that by the tax.",
      ko: "첫 번째 노드를 지나면 2원입니다. 두 번째 노드는 여기에 소비세를 곱합니다.",
    },
  ],
  passed: {
    en: "The 1 won passes two nodes: times 2, then times 1.1.",
    ko: "1원은 노드 두 개를 지납니다. 2를 곱하고, 다시 1.1을 곱합니다.",
  },
  judge: (answer) => judgeGuess(task, answer),
};
