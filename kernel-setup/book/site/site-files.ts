import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { LANGUAGES } from "../../../src/text/languages";
import { fileOf, LICENCES } from "./addresses";
import { indexHtml, rootHtml } from "./index-html";
import { FRONT } from "./page";
import { pageHtml, type Site } from "./page-html";

const { resolve } = createRequire(__filename);
const KATEX = dirname(resolve("katex/dist/katex.min.css"));
const folderOf = (name: string) => dirname(resolve(`${name}/package.json`));

const ASSETS = ["frame.html", "site.css", "theme.js"];

/** Where the files that a site takes along lie. */
export interface Sources {
  /** The folder with the site's own style and scripts. */
  assets: string;
  /** The scripts of pages by their names, and the folders of packages that are in them. */
  scripts: ReadonlyMap<string, string>;
  packages: string[];
  /** What makes outputs live, of the library whose notebooks they are. */
  live: string;
  /** plotly.js, minified. */
  plotly: string;
  /** The kernel beside whose kernelspec charts look for it. */
  kernel: string;
  /** The text of the licences of packages, by their folders, and of fonts. */
  licences(redistributed: { folders: string[]; fonts: string[] }): string;
}

/** All files of the site by their paths in it: pages, styles, fonts, and plotly.js once. */
export function siteFiles(site: Site, sources: Sources): Map<string, string | Buffer> {
  const files = new Map<string, string | Buffer>([["index.html", rootHtml(site)]]);
  for (const language of LANGUAGES) files.set(`${language}/index.html`, indexHtml(language, site));
  for (const page of site.pages) {
    if (page.name !== FRONT) files.set(fileOf(page), pageHtml(page, site));
  }
  for (const file of ASSETS) files.set(`assets/${file}`, readFileSync(join(sources.assets, file)));
  for (const [name, script] of sources.scripts) files.set(`assets/${name}`, script);
  files.set("assets/live.js", readFileSync(sources.live));
  const css = readFileSync(join(KATEX, "katex.min.css"), "utf8");
  // Every browser that knows the rest of the page reads the first of the three kinds of fonts.
  files.set(
    "assets/katex/katex.min.css",
    css.replace(/,url\([^)]*\.(woff|ttf)\) format\("\w+"\)/g, ""),
  );
  const fonts = [...css.matchAll(/url\((fonts\/[^)]*\.woff2)\)/g)].map(([, font]) => font);
  for (const font of fonts) files.set(`assets/katex/${font}`, readFileSync(join(KATEX, font)));
  files.set(`kernelspecs/${sources.kernel}/plotly.min.js`, readFileSync(sources.plotly));
  const licences = sources.licences({
    folders: [folderOf("katex"), folderOf("plotly.js-dist"), ...sources.packages],
    fonts: fonts.map((font) => join(KATEX, font)),
  });
  files.set(LICENCES, licences);
  return files;
}
