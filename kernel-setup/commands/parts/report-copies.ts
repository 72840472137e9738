import { join } from "node:path";
import { LANGUAGES } from "../../../src/text/languages";
import type { Home } from "../../jupyter/kernelspecs/home";
import { copyName } from "./learner-home";
import { shortName, updateCopies } from "./working-copy";

/**
 * Brings the learner's copies of the lessons up to date, and says what a learner should know of it.
 *
 * @param notebooks The folder of the built lessons, with a folder for each language.
 * @param home Where the copies are kept.
 * @param asked The value of `--home`, which `reset` must be told too.
 * @returns The folder of the copies.
 */
export function bringCopiesUpToDate(notebooks: string, home: Home, asked?: string): string {
  for (const language of LANGUAGES) reportCopies(notebooks, language, home, asked);
  return home.copies;
}

function reportCopies(notebooks: string, language: string, home: Home, asked?: string): void {
  const mine = join(home.copies, language);
  const there = asked === undefined ? "" : ` --home ${JSON.stringify(asked)}`;
  for (const [file, state] of updateCopies(join(notebooks, language), mine)) {
    const name = copyName(home, language, file);
    const reset = `npm run reset -- ${shortName(file)} --lang ${language}${there}`;
    if (state === "refreshed") console.log(`${name}: refreshed, since the lesson has changed.`);
    if (state === "behind")
      console.log(
        `${name}: the lesson has changed, and so have you: your work stays. \`${reset}\` gives the new lesson and keeps yours beside it.`,
      );
    if (state === "unreadable")
      console.log(
        `${name}: is not a notebook that can be read, and was left alone. \`${reset}\` gives a fresh copy and keeps it beside.`,
      );
  }
}
