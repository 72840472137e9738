import type { Exercise } from "../../judging/exercise";
import { type ChoiceTask, judgeChoice } from "../../judging/judge-choice";

const task: ChoiceTask<"forward" | "backward" | "optimizer"> = {
  name: "roles",
  start: {
    en: "start with `computesTheLoss`: which of the three ends at the loss?",
    ko: "`computesTheLoss`부터 시작하세요. 셋 가운데 손실에서 끝나는 것은 무엇일까요?",
  },
  choices: ["forward", "backward", "optimizer"],
  decisions: {
    computesTheLoss: {
      right: "forward",
      likely: { backward: "passes-exchanged", optimizer: "optimizer-computes" },
    },
    computesGradients: {
      right: "backward",
      likely: { forward: "passes-exchanged", optimizer: "optimizer-computes" },
    },
    changesWeights: {
      right: "optimizer",
      likely: { forward: "forward-changes-weights", backward: "backward-changes-weights" },
    },
  },
};

/** Lesson 01: who computes, and who changes. */
export const roles: Exercise = {
  id: "01-3",
  name: task.name,
  hints: [
    {
      en: "Values go right and end at the loss. Gradients go left, from the loss.",
      ko: "값은 오른쪽으로 가서 손실에서 끝나고, 미분은 손실에서 왼쪽으로 갑니다.",
    },
    {
      en: "Look back at the cell that counts changed parameters, and at the cell with the first change.",
      ko: "바뀐 매개변수를 세는 셀과 처음으로 값이 바뀐 셀을 다시 보세요.",
    },
  ],
  passed: {
    en: "Three jobs, three workers. Most texts that sound confusing mix two of them up.",
    ko: "세 가지 일을 셋이 나누어 맡습니다. 헷갈리는 글은 대개 이 가운데 둘을 섞어 놓았습니다.",
  },
  judge: (answer) => judgeChoice(task, answer),
};
