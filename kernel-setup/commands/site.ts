import { readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Metafile } from "esbuild";
import { LessonError } from "../book/build/lesson";
import { bundleScripts } from "../book/site/bundle-scripts";
import { readPages } from "../book/site/page";
import { PageError } from "../book/site/page-html";
import { readFacts, readStart } from "../book/site/read-facts";
import { type Sources, siteFiles } from "../book/site/site-files";
import { textWeights, weightLines } from "../book/site/text-weights";
import { expectOwnFolder, FolderError, writeSite } from "../book/site/write-site";
import { canKeep } from "../jupyter/kernelspecs/home";
import { NotebookError } from "../jupyter/notebook-files/validate-notebook";
import { CannotRun, runCommand, type Usage, UsageError } from "./parts/arguments";
import { JUPYTER_FOLDER, KERNEL_NAME, NOTEBOOKS, ROOT } from "./parts/project";
import { bundlePageHome, PAGE_FOLDER, sitePage } from "./parts/site-page";

const usage = {
  command: "npm run site",
  options: {
    out: { type: "string" },
    source: { type: "string" },
    notebooks: { type: "string" },
  },
  help: `npm run site [-- OPTIONS]: makes web pages of the saved notebooks, in all languages, with their outputs as they
are saved. The folder works without a network, opened as files or put on any web server.

  --out DIR        where the pages go (dist/site)
  --notebooks DIR  the folder of the notebooks (notebooks)
  --source DIR     the folder of the lessons, for their minutes and what they need (src/lessons)

Exit code: 0 all pages are written; 1 a page cannot be made; 2 the command was not understood.`,
} satisfies Usage;

/** Exports the saved notebooks as a site. */
export function main(args: string[]): Promise<number> {
  return runCommand(usage, args, async ({ values }) => {
    const out = resolve(values.out ?? join(ROOT, "dist", "site"));
    if (!canKeep(out))
      throw new CannotRun(
        `${usage.command}: expected to be able to write into ${out}, but it does not allow that: name another folder with --out DIR.`,
      );
    const notebooks = resolve(values.notebooks ?? NOTEBOOKS);
    const source = values.source ?? join(ROOT, "src", "lessons");
    try {
      expectOwnFolder(out);
      const { name } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
      const site = {
        title: name,
        pages: readPages(notebooks),
        facts: readFacts(source),
        start: readStart(source),
        notebook: `${PAGE_FOLDER}/`,
        warn: (problem: string) => console.error(problem),
      };
      const { licencesText, redistributed } = await loadLicences();
      const { scripts, metafile } = await bundleScripts(ROOT);
      const home = await bundlePageHome();
      // What the notebook page itself brings is named beside it.
      const bundled = [metafile, home.metafile].flatMap((one) => redistributed(one, ROOT).folders);
      const files = siteFiles(site, {
        assets: join(ROOT, "kernel-setup", "book", "site", "assets"),
        scripts,
        packages: [...new Set(bundled)],
        web: join(ROOT, "dist", "web"),
        live: join(ROOT, "dist", "src", "browser", "outputs", "main.js"),
        plotly: join(JUPYTER_FOLDER, "kernels", KERNEL_NAME, "plotly.min.js"),
        kernel: KERNEL_NAME,
        licences: licencesText,
      });
      for (const [name, content] of sitePage(notebooks, home.script, files))
        files.set(name, content);
      writeSite(out, files);
      for (const line of weightLines(textWeights(files))) console.log(line);
      const first = relative(process.cwd(), join(out, "index.html"));
      console.log(`${site.pages.length} notebooks are exported: open ${first}.`);
      return 0;
    } catch (error) {
      if (error instanceof FolderError) throw new UsageError(`${usage.command}: ${error.message}.`);
      const known = [LessonError, NotebookError, PageError].some((kind) => error instanceof kind);
      if (!known) throw error;
      console.error((error as Error).message);
      return 1;
    }
  });
}

/** It is JavaScript, since the page is built with it before anything is compiled. */
async function loadLicences(): Promise<{
  licencesText: Sources["licences"];
  redistributed(metafile: Metafile, root: string): { folders: string[] };
}> {
  const file = join(ROOT, "kernel-setup", "commands", "boot", "licences", "licences.mjs");
  return import(pathToFileURL(file).href);
}
