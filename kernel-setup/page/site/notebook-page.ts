import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build, type Metafile } from "esbuild";
import type { FreshCopy } from "../server/contents/copies";

/** The font files that formulas are set with. */
const FONTS = join(dirname(require.resolve("katex/package.json")), "dist", "fonts");

/**
 * What the page may load: files of its own site, and nothing from elsewhere, whatever a notebook wants. No
 * script that an output brings runs in it: see ui/safe-outputs.ts.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'", // charts and formulas place their parts by style
  "img-src 'self' data: blob:",
  "media-src data: blob:",
  "font-src 'self' data:",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** What a site's notebook page is made of. */
export interface PageSources {
  /** The clone, from whose packages it is bundled. */
  root: string;
  /** The folder of the built page. */
  page: string;
  /** The script with the page's home. */
  home: string;
  /** The site's folder, from the page. */
  site: string;
  /** What the site shows outputs with, by its addresses from the site's folder. */
  outputs: { frame: string; live: string };
  /** What the page starts with: its lists of lessons, say. */
  config: Record<string, unknown>;
  /** The lessons as learners get them, by their paths in the page. */
  lessons: ReadonlyMap<string, FreshCopy>;
}

/** A notebook page as files of a static site. */
export interface NotebookPage {
  /** By their paths, from the page. */
  files: Map<string, string | Buffer>;
  /** What the bundler has put into them, besides what the built page names itself. */
  metafile: Metafile;
}

/**
 * The notebook page for a static site: the page as npm start has it, with its server and files inside of
 * it, and the lessons. It works in any folder of any host that gives files.
 */
export async function notebookPage(sources: PageSources): Promise<NotebookPage> {
  const { root, page, home, site, outputs, config, lessons } = sources;
  const files = new Map<string, string | Buffer>();
  for (const name of readdirSync(page))
    if (!/^(?:index|enter)\.|^enter/.test(name)) files.set(name, readFileSync(join(page, name)));
  for (const name of readdirSync(FONTS))
    if (name.endsWith(".woff2")) files.set(`fonts/${name}`, readFileSync(join(FONTS, name)));
  const { code, metafile } = await bundle(root, home);
  files.set("home.js", code);
  for (const [path, { text }] of lessons) files.set(`lessons/${path}`, text);
  const origins = Object.fromEntries([...lessons].map(([path, { origin }]) => [path, origin]));
  const told = {
    folder: site,
    home: `home.js?v=${createHash("sha256").update(code).digest("hex").slice(0, 12)}`,
    outputs: { frame: site + outputs.frame, live: site + outputs.live },
    config: { ...config, origins },
  };
  files.set("index.html", pageHtml(readFileSync(join(page, "index.html"), "utf8"), site, told));
  return { files, metafile };
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

async function bundle(root: string, entry: string): Promise<{ code: string; metafile: Metafile }> {
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
  return { code: outputFiles[0]?.text ?? "", metafile };
}
