import { join } from "node:path";
import { LANGUAGES } from "../../../src/text/languages";
import type { Home } from "../../jupyter/kernelspecs/home";
import { inFolder } from "../../page/server/paths";
import type { FoundLesson } from "../../page/server/routes/work";
import type { WorkPlace } from "../../page/server/work/learner-work";
import { VERSION } from "./project";
import { freshCopy, notebookFiles } from "./working-copy";

/** What files of a learner's work hold besides notebooks; the kernels of this home keep its scorecard. */
export const learnerWork = ({ copies }: Home): WorkPlace => ({
  home: "machine",
  pack: VERSION,
  scorecard: inFolder(copies, "scorecard.json"),
});

/**
 * Finds lessons by the hash that their copies keep.
 *
 * @param lessons The folder of the built lessons, with a folder for each language.
 * @returns What gives a fresh copy; all are read when it is first asked.
 */
export function lessonFinder(lessons: string): (hash: string) => FoundLesson | undefined {
  let found: Map<string, FoundLesson> | undefined;
  return (hash) => {
    found ??= new Map(
      LANGUAGES.flatMap((language) =>
        notebookFiles(join(lessons, language)).map((file) => {
          const { origin, text } = freshCopy(join(lessons, language, file));
          return [origin.lesson, { path: `${language}/${file}`, text }] as const;
        }),
      ),
    );
    return found.get(hash);
  };
}
