import { join } from "node:path";
import { runCommand, type Usage, UsageError } from "./parts/arguments";
import { copyName, HOME_OPTION, homeHelp, openHome } from "./parts/learner-home";
import { langHelp, lessonLanguage } from "./parts/lesson-language";
import { NOTEBOOKS } from "./parts/project";
import { notebookFiles, resetCopy, shortName } from "./parts/working-copy";

const usage = {
  command: "npm run reset",
  positionals: "one lesson number or more",
  options: { lang: { type: "string" }, ...HOME_OPTION },
  help: `npm run reset -- LESSON … [OPTIONS]: a fresh copy of each lesson named, such as 05, or of
the pages beside them, index and glossary.

${langHelp("the language", 16)}
${homeHelp(16)}

Your own copy is kept beside it, as 05-…-kept-1.ipynb.`,
} satisfies Usage;

/** Gives a fresh copy of a lesson and keeps the old one. */
export function main(args: string[]): Promise<number> {
  return runCommand(usage, args, async ({ values, positionals }) => {
    const language = lessonLanguage(usage.command, values.lang);
    const lessons = join(NOTEBOOKS, language);
    // All are found before the first is reset.
    const files = findLessons(positionals, notebookFiles(lessons));
    const home = openHome(usage.command, values.home);
    const mine = join(home.copies, language);
    for (const file of files) {
      const kept = resetCopy(join(lessons, file), mine, file);
      const words = kept ? `; your copy is kept as ${kept}` : "";
      console.log(`${copyName(home, language, file)} is fresh${words}.`);
    }
    return 0;
  });
}

/**
 * The files of the lessons named: by number ("5", "05") or by name, and the pages beside them by name.
 *
 * @throws UsageError when none is named, or one that there is not.
 */
export function findLessons(asked: string[], files: string[]): string[] {
  const there = files.map(shortName).join(", ") || "none";
  if (asked.length === 0)
    throw new UsageError(
      `npm run reset: expected a lesson to reset (there are ${there}), but got none; as in \`npm run reset -- 05\`.`,
    );
  return asked.map((name) => {
    const wanted = /^\d$/.test(name) ? `0${name}` : name;
    const found = files.find((file) => [shortName(file), file, file.slice(0, -6)].includes(wanted));
    if (found) return found;
    throw new UsageError(
      `npm run reset: expected a lesson that there is (${there}), but got ${JSON.stringify(name)}.`,
    );
  });
}
