import { createHash } from "node:crypto";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { type Picture, pictureHtml } from "../words/picture-html";
import type { PageModel } from "./page-model";

/** The browser's part is read from the sources, which lie beside the built library. */
const ENTRY = join(__dirname, "..", "..", "..", "src", "graph", "page", "main.js");

let code: string | undefined;

/** The script of all live drawings: a few kB, the same rules and number texts as the library's. */
export function pageCode(): string {
  code ??= buildSync({
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    target: "es2020",
    charset: "utf8",
  }).outputFiles[0].text.trim();
  return code;
}

/**
 * A picture that becomes live where scripts run, and stays what it is elsewhere. Both find each
 * other by a hash of the content: equal drawings on one page become live one and all.
 */
export function liveHtml(picture: Picture, model: PageModel): string {
  const data = JSON.stringify(model).replaceAll("<", "\\u003c");
  const key = createHash("sha256").update(picture.svg).update(data).digest("hex").slice(0, 12);
  const image = pictureHtml(picture).replace(/>$/, ` data-graph="${key}">`);
  return `${image}<script>((KEY,MODEL)=>{${pageCode()}})("${key}",${data})</script>`;
}
