import { home } from "../../home/here";
import { type Picture, pictureHtml } from "../../text/picture-html";
import type { PageModel } from "./page-model";

let code: string | undefined;

/**
 * The script of all live drawings, made by the build from the browser's part of the sources: a few kB, the same rules and number texts as the library's.
 */
export function pageCode(): string {
  code ??= home.built("browser/graph/main.js");
  return code;
}

/**
 * A picture that becomes live where scripts run, and stays what it is elsewhere. Both find each
 * other by a hash of the content: equal drawings on one page become live one and all.
 */
export function liveHtml(picture: Picture, model: PageModel): string {
  const data = JSON.stringify(model).replaceAll("<", "\\u003c");
  const key = home.sha256(picture.svg, data).slice(0, 12);
  const image = pictureHtml(picture).replace(/>$/, ` data-graph="${key}">`);
  return `${image}<script>((KEY,MODEL)=>{${pageCode()}})("${key}",${data})</script>`;
}
