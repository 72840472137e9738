import { join } from "node:path";
import { LANGUAGES } from "../../../src/text/languages";
import type { FreshCopy } from "../../page/server/contents/copies";
import { type NotebookPage, notebookPage, type PageSources } from "../../page/site/notebook-page";
import { listLessons } from "./lesson-list";
import { PAGE, ROOT } from "./project";
import { freshCopy, notebookFiles } from "./working-copy";

/** The folder of the notebook page in a site. */
export const PAGE_FOLDER = "notebook";

/** The home of the page of a site. */
const HOME = join(ROOT, "kernel-setup", "page", "homes", "browser", "web", "main.ts");

/**
 * The notebook page of a site, with the lessons of a folder.
 *
 * @param notebooks The folder of the built lessons, with a folder for each language.
 * @param outputs What the site shows outputs with, by its addresses from the site's folder.
 * @param home The script with the page's home.
 */
export function sitePage(
  notebooks: string,
  outputs: PageSources["outputs"],
  home = HOME,
): Promise<NotebookPage> {
  const lessons = new Map<string, FreshCopy>();
  for (const language of LANGUAGES)
    for (const file of notebookFiles(join(notebooks, language)))
      lessons.set(`${language}/${file}`, freshCopy(join(notebooks, language, file)));
  return notebookPage({
    root: ROOT,
    page: PAGE,
    home,
    site: "../",
    outputs,
    config: { lessons: listLessons(notebooks, notebooks), scorecard: "scorecard.json" },
    lessons,
  });
}
