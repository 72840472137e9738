import { join } from "node:path";
import { LANGUAGES } from "./lesson-language";
import { shortName, updateCopies } from "./working-copy";

/**
 * Brings the learner's copies of the lessons up to date, and says what a learner should know of it.
 *
 * @param notebooks The folder of the built lessons, with a folder for each language.
 * @returns The folder of the copies.
 */
export function bringCopiesUpToDate(notebooks: string): string {
  const mine = join(notebooks, "mine");
  for (const language of LANGUAGES) reportCopies(notebooks, language, mine);
  return mine;
}

function reportCopies(notebooks: string, language: string, mine: string): void {
  for (const [file, state] of updateCopies(join(notebooks, language), join(mine, language))) {
    const name = `notebooks/mine/${language}/${file}`;
    const reset = `npm run reset -- ${shortName(file)} --lang ${language}`;
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
