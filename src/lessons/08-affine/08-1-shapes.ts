import type { Exercise } from "../../judging/exercise";
import { type ChoiceTask, judgeChoice } from "../../judging/judge-choice";

const SHAPES = ["[5, 2]", "[2, 5]", "[2, 3]", "[3, 2]", "[5, 3]", "[3, 5]", "[2]", "[3]", "[5]"];
const MORE_SHAPES = ["[1]", "[1, 2]", "[1, 3]", "[2, 1]", "[3, 1]", "[5, 2, 3]", "[2, 3, 5]"];
const choices = [...SHAPES, ...MORE_SHAPES];

const likely = Object.fromEntries(choices.map((shape) => [shape, "gradient-shape" as const]));

const task: ChoiceTask<string> = {
  name: "shapes",
  start: {
    en: 'start with one of the three, as a text: `dX: "[2]"`. A guess is enough.',
    ko: '셋 중 하나를 `dX: "[2]"`처럼 문자열로 적는 것부터 시작하세요. 짐작이면 충분합니다.',
  },
  choices,
  decisions: {
    dX: { right: "[5, 2]", likely },
    dW: { right: "[2, 3]", likely: { ...likely, "[3, 2]": "shape-turned" } },
    dB: { right: "[3]", likely: { ...likely, "[5, 3]": "column-sum-missing" } },
  },
};

/** Lesson 08: predict the shapes of an affine layer's gradients. */
export const affineShapes: Exercise = {
  id: "08-1",
  name: task.name,
  hints: [
    {
      en: "A gradient says for each number of `W` how the result changes with it. So there are as many numbers in it as in `W`, in the same places.",
      ko: "미분은 `W`의 수 하나하나에 대해 결과가 얼마나 변하는지 말해 줍니다. 그러니 `W`에 있는 수만큼, 같은 자리에 있습니다.",
    },
    {
      en: "`B` has the shape `[3]`, whatever the size of the batch.",
      ko: "배치 크기와 상관없이 `B`의 형상은 `[3]`입니다.",
    },
  ],
  passed: {
    en: "A gradient has the shape of what it belongs to. That finds most mistakes in this lesson.",
    ko: "미분의 형상은 미분하는 대상의 형상과 같습니다. 이것만 알아도 실수를 대부분 찾아냅니다.",
  },
  judge: (answer) => judgeChoice(task, answer),
};
