import type { Words } from "../words/language";
import { attempt } from "./attempt";
import type { CauseName } from "./causes";
import { describe } from "./describe";
import { wrongForm, wrongNumber } from "./finding";
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
  const result = attempt(place, task.start, () =>
    readNamed(typeof answer === "function" ? answer() : answer, names),
  );
  if (result === undefined) throw wrongForm(place, "nothing-returned");
  if (!(result instanceof Map)) throw wrongForm(place, "object-expected", describe(result));
  for (const name of names) {
    const at = { ...place, parameter: name };
    const choice = result.get(name);
    if (choice === undefined) throw wrongForm(at, "value-missing");
    if (!task.choices.includes(choice)) throw wrongForm(at, "not-a-choice", describe(choice));
    const { right, likely } = task.decisions[name];
    if (choice === right) continue;
    throw wrongNumber(
      at,
      {
        en: `\`${name}\` is not \`"${choice}"\`.`,
        ko: `\`${name}\`의 답은 \`"${choice}"\` 말고 다른 것입니다.`,
      },
      likely[choice as Choice],
    );
  }
}
