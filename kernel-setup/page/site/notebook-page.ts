import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build, type Metafile } from "esbuild";
import type { FreshCopy } from "../server/contents/copies";

/** The font files that formulas are set with. */
const FONTS = join(dirname(require.resolve("katex/package.json")), "dist", "fonts");

/**
 * What the page may load: files of its own site and nothing else, whatever a notebook wants, and no script
 * that stands in the page. Charts, formulas and outputs place their parts by styles of their own.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src data: blob:",
  "font-src 'self' data:",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** What a site's notebook page is made of. */
export interface PageSources {
  /** The folder of the built page. */
  page: string;
  /** The script with the page's home, as it is bundled. */
  home: string;
  /** The site's folder, from the page. */
  site: string;
  /** By what of the site outputs are shown, from the page: see ui/safe-outputs.ts. */
  outputs: { frame: string; live: string };
  /** What the page starts with: its lists of lessons, say. */
  config: Record<string, unknown>;
  /** The lessons as learners get them, by their paths in the page. */
  lessons: ReadonlyMap<string, FreshCopy>;
}

/**
 * The notebook page for a static site: the page as npm start has it, with its server and files inside of
 * it, and the lessons. It works in any folder of any host that gives files.
 *
 * @returns all files by their paths, from the page
 */
export function notebookPage(sources: PageSources): Map<string, string | Buffer> {
  const { page, home, site, outputs, config, lessons } = sources;
  const files = new Map<string, string | Buffer>();
  for (const name of readdirSync(page))
    if (!/^(?:index|enter)\./.test(name)) files.set(name, readFileSync(join(page, name)));
  for (const name of readdirSync(FONTS))
    if (name.endsWith(".woff2")) files.set(`fonts/${name}`, readFileSync(join(FONTS, name)));
  files.set("home.js", home);
  for (const [path, { text }] of lessons) files.set(`lessons/${path}`, text);
  const origins = Object.fromEntries([...lessons].map(([path, { origin }]) => [path, origin]));
  const told = {
    folder: site,
    home: `home.js?v=${hashOf(home)}`,
    outputs,
    config: { ...config, origins },
  };
  files.set("index.html", pageHtml(readFileSync(join(page, "index.html"), "utf8"), site, told));
  return files;
}

/** What stands for the contents of files in their addresses: another edition has another one. */
export function hashOf(...contents: (string | Buffer)[]): string {
  const hash = createHash("sha256");
  for (const content of contents) hash.update(content);
  return hash.digest("hex").slice(0, 12);
}

/** Makes of the page that a server sends one that lies in a folder, and knows of its site. */
function pageHtml(served: string, site: string, told: object): string {
  const data = JSON.stringify(told).replaceAll("<", "\\u003c");
  return served
    .replaceAll("/static/", "")
    .replace('data-base-url="/"', `data-base-url="${site}"`)
    .replace(
      '<meta charset="utf-8">',
      `$&\n<meta http-equiv="Content-Security-Policy" content="${POLICY}">\n<meta name="referrer" content="no-referrer">`,
    )
    .replace(
      '<script type="module"',
      () => `<script type="application/json" id="site">${data}</script>\n<script type="module"`,
    );
}

/**
 * Bundles the home of a page.
 *
 * @param root The clone, from whose packages it is made.
 * @param entry Its script.
 */
export async function bundleHome(
  root: string,
  entry: string,
): Promise<{ script: string; metafile: Metafile }> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
  });
  return { script: outputFiles[0]?.text ?? "", metafile };
}
