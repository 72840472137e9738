import type { Words } from "../text/language";
import { activationCauses } from "./causes/activations";
import { arithmeticCauses } from "./causes/arithmetic";
import { arrayCauses } from "./causes/arrays";
import { backwardCauses } from "./causes/backward";
import { chainCauses } from "./causes/chain";
import { checkingCauses } from "./causes/checking";
import { formCauses } from "./causes/form";
import { gateCauses } from "./causes/gates";
import { graphCauses } from "./causes/graph";
import { learningCauses } from "./causes/learning";
import { lossCauses } from "./causes/loss";
import { trainingCauses } from "./causes/training";
import type { Place } from "./place";

/**
 * The one table of what usually lies behind a wrong answer. Exercises name causes, never write
 * their own. `{layer}`, `{method}`, `{parameter}` and `{got}` are filled in from where it was seen.
 */
export const CAUSES = {
  ...formCauses,
  ...arithmeticCauses,
  ...backwardCauses,
  ...chainCauses,
  ...gateCauses,
  ...graphCauses,
  ...arrayCauses,
  ...activationCauses,
  ...lossCauses,
  ...trainingCauses,
  ...checkingCauses,
  ...learningCauses,
} satisfies Record<string, Words>;

export type CauseName = keyof typeof CAUSES;

/** The words of a cause, for the place it was seen at. */
export function explain(cause: CauseName, place: Place, got = ""): Words {
  const words: Words = CAUSES[cause];
  const values: Record<string, string> = { method: "", parameter: "", ...place, got };
  const fill = (text: string) =>
    text.replaceAll(/\{(layer|method|parameter|got)\}/g, (_, name: string) => values[name]);
  return { en: fill(words.en), ko: fill(words.ko) };
}
