import type { MimeBundle } from "../show/displayable";
import { say } from "../text/language";
import { cardBundle } from "./card";
import type { Place } from "./place";
import type { Verdict } from "./verdict";

/** How a verdict is shown: a sign and a word first, in the language in force. */
export function verdictBundle(verdict: Verdict): MimeBundle {
  const { state, place, exercise } = verdict;
  const [first, ...others] = verdict.sentences.map(say);
  const help = say({
    en: `Want a push? Run \`hint("${exercise}")\`.`,
    ko: `막히면 \`hint("${exercise}")\`를 실행해 보세요.`,
  });
  if (state === "passed") {
    const word = say({ en: "✓ Passed", ko: "✓ 통과" });
    return cardBundle("passed", [`${word} (${exercise}): ${where(place)}`, first, ...others]);
  }
  if (state === "blank") {
    const start = say({
      en: `Not written yet: ${first}`,
      ko: `아직 작성하지 않았습니다. ${first}`,
    });
    return cardBundle("blank", [`○ ${exercise}: ${where(place)}`, start, ...others, help]);
  }
  const word = say({ en: "✗ Not right yet", ko: "✗ 아직 맞지 않습니다" });
  return cardBundle("wrong", [`${word} (${exercise}): ${where(place)}`, first, ...others, help]);
}

/** `MyAddLayer.backward, dx` */
function where({ layer, method, parameter }: Place): string {
  const call = method === undefined ? layer : `${layer}.${method}`;
  return parameter === undefined ? call : `${call}, ${parameter}`;
}
