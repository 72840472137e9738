import { join } from "node:path";
import { LANGUAGES } from "../../../src/text/languages";
import type { FreshCopy } from "../../page/server/contents/copies";
import { bundleHome, hashOf, notebookPage } from "../../page/site/notebook-page";
import { listLessons } from "./lesson-list";
import { packedMnist } from "./packed-mnist";
import { PAGE, ROOT, VERSION } from "./project";
import { freshCopy, notebookFiles } from "./working-copy";

/** The folder of the notebook page in a site. */
export const PAGE_FOLDER = "notebook";

/** The home of the page of a site. */
const HOME = join(ROOT, "kernel-setup", "page", "homes", "browser", "web", "main.ts");

/** The home of the page, bundled. */
export const bundlePageHome = (entry = HOME) => bundleHome(ROOT, entry);

/**
 * The notebook page of a site, with the lessons of a folder, and what its kernels load besides.
 *
 * @param notebooks The folder of the built lessons, with a folder for each language.
 * @param home The script of the page's home.
 * @param site The other files of the site, by their paths: its kernel, and what shows outputs.
 * @returns all files by their paths in the site
 */
export function sitePage(
  notebooks: string,
  home: string,
  site: ReadonlyMap<string, string | Buffer>,
): Map<string, string | Buffer> {
  const lessons = new Map<string, FreshCopy>();
  for (const language of LANGUAGES)
    for (const file of notebookFiles(join(notebooks, language)))
      lessons.set(`${language}/${file}`, freshCopy(join(notebooks, language, file)));
  const address = (file: string) => `../${file}?v=${hashOf(site.get(file) ?? "")}`;
  const kernel = [...site].filter(([path]) => path.startsWith("kernel/"));
  const page = notebookPage({
    page: PAGE,
    home,
    site: "../",
    outputs: { frame: address("assets/frame.html"), live: address("assets/live.js") },
    config: {
      lessons: listLessons(notebooks, notebooks),
      scorecard: "scorecard.json",
      version: VERSION,
      kernels: {
        kernel: `kernel/?v=${hashOf(...kernel.map(([, content]) => content))}`,
        mnist: "mnist/",
      },
    },
    lessons,
  });
  const files = [...page].map(([path, content]) => [`${PAGE_FOLDER}/${path}`, content] as const);
  return new Map([...files, ...packedMnist()]);
}
