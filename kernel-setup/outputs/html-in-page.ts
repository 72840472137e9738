import type { Language } from "../../src/text/languages";
import { words } from "../text/texts";
import { dataBlock } from "./data-block";
import { escapeHtml } from "./escape";
import { safeHtml, type Tree } from "./safe-html";

/** How a page shows outputs. */
export interface Showing {
  /** What it speaks where an output cannot be shown whole. */
  language: Language;
  /** Reads HTML. */
  parse(html: string): Tree;
  /** Whether somebody has said that the output's scripts may run; they may if nothing is said. */
  isTrusted?: boolean;
}

/**
 * HTML of an output as it stands in a page that runs no script but its own. Where it is not whole there, the
 * page's script puts all of it into a frame; where none runs, or nobody trusts it, a sentence stays, with what
 * can be shown.
 */
export function htmlInPage(html: string, { language, parse, isTrusted = true }: Showing): string {
  const { html: shown, isWhole } = safeHtml(parse(html));
  if (isWhole) return shown;
  const sentence = words(isTrusted ? "outputs.framed" : "outputs.untrusted")[language];
  const data = isTrusted ? dataBlock("framed", html) : "";
  return `<div class="framed">${data}${shown}<p>${escapeHtml(sentence)}</p></div>`;
}

/** A script that is an output alone, as HTML. It finds its own place under the name that Jupyter gives it. */
export const scriptHtml = (code: string): string =>
  `<div></div><script>((element) => {${code.replace(/<\/(script)/gi, "<\\/$1")}\n})(document.querySelector("div"))</script>`;
