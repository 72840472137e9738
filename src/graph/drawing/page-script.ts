import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Picture, pictureHtml } from "../../text/picture-html";
import type { PageModel } from "./page-model";

/** Made by the build from the browser's part of the sources, src/browser/graph. */
const BUNDLE = join(__dirname, "..", "..", "browser", "graph", "main.js");

let code: string | undefined;

/** The script of all live drawings: a few kB, the same rules and number texts as the library's. */
export function pageCode(): string {
  code ??= readFileSync(BUNDLE, "utf8");
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
