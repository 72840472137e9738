import type { Exercise } from "../../judging/exercise";
import { type ChoiceTask, judgeChoice } from "../../judging/judge-choice";

/** What a broken layer can be called, in the order of the exhibits. */
const NAMES = [
  "transpose missing",
  "column sum missing",
  "operands exchanged",
  "gradient piles up",
  "mask from dout",
  "dout overwritten",
  "zero lets through",
  "exp overflows",
  "input for output",
  "batch size missing",
  "dout ignored",
  "labels for one-hot",
] as const;
type Name = (typeof NAMES)[number];

const task: ChoiceTask<Name> = {
  name: "myNames",
  start: {
    en: 'start with one exhibit: `exhibit1: "…"`, one of the twelve names of the list.',
    ko: '전시물 하나부터 시작하세요. 목록의 열두 이름 가운데 하나를 골라 `exhibit1: "…"`처럼 적습니다.',
  },
  choices: NAMES,
  decisions: Object.fromEntries(
    NAMES.map((right, i) => [`exhibit${i + 1}`, { right, likely: {} }]),
  ),
};

/** Lesson 12: every exhibit by its name. */
export const names: Exercise = {
  id: "12-13",
  name: task.name,
  hints: [
    {
      en: "Each name belongs to exactly one exhibit. Begin with those whose verdict told you.",
      ko: "이름 하나는 전시물 하나에만 들어맞습니다. 판정이 알려 준 것부터 채우세요.",
    },
    {
      en: "Room 1 has a transpose, a sum, an order and a pile; room 2 a mask, an overwriting, a zero, an overflow and a mix-up; room 3 has the rest.",
      ko: "1호실은 전치, 합, 순서, 누적이고 2호실은 마스크, 덮어쓰기, 0, 오버플로, 뒤바뀐 값입니다. 나머지는 3호실에 있습니다.",
    },
  ],
  passed: {
    en: "All twelve by name. A bug with a name is half mended.",
    ko: "열둘 모두 이름을 맞혔습니다. 이름을 아는 버그는 절반은 고친 것입니다.",
  },
  judge: (answer) => judgeChoice(task, answer),
};
