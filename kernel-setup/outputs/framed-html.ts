import type { Language } from "../../src/text/languages";
import { words } from "../text/texts";
import { dataBlock } from "./data-block";
import { escapeHtml } from "./escape";

/**
 * What stands in the page for HTML that would not be whole in it: the page's script puts it into a frame, and
 * where none runs, a sentence stays.
 *
 * @param isTrusted Whether somebody has said that its scripts may run: otherwise there is the sentence alone.
 */
export function framedHtml(html: string, language: Language, isTrusted = true): string {
  const sentence = words(isTrusted ? "outputs.framed" : "outputs.untrusted")[language];
  const data = isTrusted ? dataBlock("framed", html) : "";
  return `<div class="framed">${data}<p>${escapeHtml(sentence)}</p></div>`;
}

/** A script that is an output alone, as HTML. It finds its own place under the name that Jupyter gives it. */
export const scriptHtml = (code: string): string =>
  `<div></div><script>((element) => {${code.replace(/<\/(script)/gi, "<\\/$1")}\n})(document.querySelector("div"))</script>`;
