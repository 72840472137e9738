import type { MimeBundle } from "../show/displayable";
import { say } from "../text/language";
import { words } from "../text/texts";
import { cardBundle } from "./card";
import type { Place } from "./place";
import type { Verdict } from "./verdict";

/** How a verdict is shown: a sign and a word first, in the language in force. */
export function verdictBundle(verdict: Verdict): MimeBundle {
  const { state, place, exercise } = verdict;
  const [first, ...others] = verdict.sentences.map(say);
  const help = say(words("verdict.help", { exercise }));
  if (state === "passed") {
    const word = say(words("verdict.passed"));
    return cardBundle("passed", [`${word} (${exercise}): ${where(place)}`, first, ...others]);
  }
  if (state === "blank") {
    const start = say(words("verdict.blank", { start: first }));
    return cardBundle("blank", [`○ ${exercise}: ${where(place)}`, start, ...others, help]);
  }
  const word = say(words("verdict.wrong"));
  return cardBundle("wrong", [`${word} (${exercise}): ${where(place)}`, first, ...others, help]);
}

/** `MyAddLayer.backward, dx` */
function where({ layer, method, parameter }: Place): string {
  const call = method === undefined ? layer : `${layer}.${method}`;
  return parameter === undefined ? call : `${call}, ${parameter}`;
}
