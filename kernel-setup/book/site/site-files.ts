import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { LANGUAGES } from "../../../src/text/languages";
import { fileOf, LICENCES } from "./addresses";
import type { Surroundings } from "./frame";
import { indexHtml, rootHtml } from "./index-html";
import { FRONT } from "./page";
import { pageHtml, type Site } from "./page-html";

const { resolve } = createRequire(__filename);
const KATEX = dirname(resolve("katex/dist/katex.min.css"));
const folderOf = (name: string) => dirname(resolve(`${name}/package.json`));

/** The kernel's folder in the site. */
const KERNEL = "kernel/";

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
  /** The folder of the kernel for pages, as the build makes it; without it no cell runs. */
  web?: string;
  /** plotly.js, minified. */
  plotly: string;
  /** The kernel beside whose kernelspec charts look for it. */
  kernel: string;
  /** The text of the licences of packages, by their folders, and of fonts. */
  licences(redistributed: { folders: string[]; fonts: string[] }): string;
}

/** All files of the site by their paths in it: pages, styles, fonts, scripts, the kernel, and plotly.js once. */
export function siteFiles(
  content: Omit<Site, keyof Surroundings> & Pick<Site, "title">,
  sources: Sources,
): Map<string, string | Buffer> {
  const assets = assetFiles(sources);
  const kernel = kernelFiles(sources);
  const site: Site = {
    ...content,
    address: (file) => `${file}?v=${hashOf(assets.get(file) ?? "")}`,
    ...(kernel.size > 0 && { kernel: `${KERNEL}?v=${hashOf(...kernel.values())}` }),
  };
  const files = new Map<string, string | Buffer>([["index.html", rootHtml(site)]]);
  for (const language of LANGUAGES) files.set(`${language}/index.html`, indexHtml(language, site));
  for (const page of site.pages) {
    if (page.name !== FRONT) files.set(fileOf(page), pageHtml(page, site));
  }
  const fonts = [...assets.keys()].filter((file) => file.endsWith(".woff2"));
  const licences = sources.licences({
    folders: [folderOf("katex"), folderOf("plotly.js-dist"), ...sources.packages],
    fonts: fonts.map((font) => join(KATEX, "fonts", basename(font))),
  });
  return new Map([
    ...files,
    ...assets,
    ...kernel,
    [`kernelspecs/${sources.kernel}/plotly.min.js`, readFileSync(sources.plotly)],
    [LICENCES, licences],
  ]);
}

/** What pages load. */
function assetFiles(sources: Sources): Map<string, string | Buffer> {
  const files = new Map<string, string | Buffer>();
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
  return files;
}

/** What runs cells, with the licences of what is in it. */
function kernelFiles({ web }: Sources): Map<string, string | Buffer> {
  if (web === undefined) return new Map();
  const names = readdirSync(web).filter((name) => name !== "build.json");
  return new Map(names.sort().map((name) => [KERNEL + name, readFileSync(join(web, name))]));
}

/** What stands for the contents of files in their addresses: another edition has another one. */
function hashOf(...contents: (string | Buffer)[]): string {
  const hash = createHash("sha256");
  for (const content of contents) hash.update(content);
  return hash.digest("hex").slice(0, 12);
}
