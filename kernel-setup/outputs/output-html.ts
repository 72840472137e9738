import type { Language } from "../../src/text/languages";
import type { Output } from "../jupyter/notebook-files/notebook";
import { words } from "../text/texts";
import { dataBlock } from "./data-block";
import { escapeHtml } from "./escape";
import { safeHtml } from "./safe-html";
import { withoutCommands, writeStream } from "./stream-text";

/** What a page can show of a bundle, best first. */
const SHOWN: Record<string, (data: string, language: Language) => string> = {
  "text/html": (data, language) => safeHtml(data) ?? framed(data, language),
  "application/javascript": (data, language) => framed(scriptHtml(data), language),
  "image/svg+xml": (data) => image("image/svg+xml", toBase64(data)),
  "image/png": (data) => image("image/png", data.replace(/\s/g, "")),
  "image/jpeg": (data) => image("image/jpeg", data.replace(/\s/g, "")),
  "text/plain": (data) => text(data),
};

const image = (mime: string, data: string): string =>
  `<img alt="" src="data:${mime};base64,${escapeHtml(data)}">`;

const text = (data: string, kind: "text" | "stdout" | "stderr" | "error" = "text"): string =>
  `<pre class="${kind}">${escapeHtml(withoutCommands(data).replace(/\n$/, ""))}</pre>`;

/** What runs scripts of its own: the page's script puts it into a frame; where none runs, the sentence stays. */
const framed = (html: string, language: Language): string =>
  `<div class="framed">${dataBlock("framed", html)}<p>${escapeHtml(words("outputs.framed")[language])}</p></div>`;

/** A script finds its own place under the name that Jupyter gives it. */
const scriptHtml = (code: string): string =>
  `<div></div><script>((element) => {${code.replace(/<\/(script)/gi, "<\\/$1")}\n})(document.querySelector("div"))</script>`;

/**
 * One output of a cell as HTML for a page that runs no script but its own. What the page's script has to
 * do with it stands in it as data.
 *
 * @param language What the page speaks where an output cannot be shown.
 */
export function outputHtml(output: Output, language: Language): string {
  if (output.output_type === "stream") {
    const kind = output.name === "stderr" ? "stderr" : "stdout";
    return text(writeStream("", 0, output.text).text, kind);
  }
  if (output.output_type === "error") {
    const { traceback, ename, evalue } = output;
    return text(traceback.length > 0 ? traceback.join("\n") : `${ename}: ${evalue}`, "error");
  }
  const { data } = output;
  const mime = Object.keys(SHOWN).find((one) => typeof data[one] === "string");
  if (mime === undefined) return text(`(${Object.keys(data).join(", ")})`);
  const html = SHOWN[mime](data[mime] as string, language);
  const said = data["text/plain"];
  return typeof said === "string" && mime.startsWith("image/")
    ? html.replace('alt=""', () => `alt="${escapeHtml(said)}"`)
    : html;
}

function toBase64(text: string): string {
  let bytes = "";
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return btoa(bytes);
}
