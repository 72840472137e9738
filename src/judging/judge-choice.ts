import type { Words } from "../text/language";
import { words } from "../text/texts";
import { attempt } from "./attempt";
import type { CauseName } from "./causes";
import { describe } from "./describe";
import { wrongForm, wrongNumber } from "./finding";
import { readerOf } from "./given";
import { readNamed } from "./read-named";

/** What a learner is asked to decide: for each name, one of a few words. */
export interface ChoiceTask<Choice extends string> {
  /** The name the lesson gives the function. */
  name: string;
  start: Words;
  choices: readonly Choice[];
  /** In the order in which they are judged. */
  decisions: Record<string, { right: Choice; likely: Partial<Record<Choice, CauseName>> }>;
}

/** Judges an object of words, given as such or returned by a function. Never tells the right one. */
export function judgeChoice<Choice extends string>(
  task: ChoiceTask<Choice>,
  answer: unknown,
): void {
  const place = { layer: task.name };
  const names = Object.keys(task.decisions);
  const given = readerOf(place, answer);
  const result = attempt(place, task.start, () => readNamed(given(), names));
  if (result === undefined) throw wrongForm(place, "nothing-returned");
  if (!(result instanceof Map)) throw wrongForm(place, "object-expected", describe(result));
  for (const name of names) {
    const at = { ...place, parameter: name };
    const word = result.get(name);
    if (word === undefined) throw wrongForm(at, "value-missing");
    const choice = task.choices.find((known) => spaceless(known) === spaceless(word));
    if (choice === undefined) throw wrongForm(at, "not-a-choice", describe(word));
    const { right, likely } = task.decisions[name];
    if (choice === right) continue;
    throw wrongNumber(at, words("verdict.choice", { name, choice }), likely[choice]);
  }
}

/** `[5,2]` is `[5, 2]`: nobody is wrong by a space. */
const spaceless = (word: unknown): unknown =>
  typeof word === "string" ? word.replaceAll(" ", "") : word;
