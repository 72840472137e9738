import { stripVTControlCharacters } from "node:util";
import type { Output } from "../../jupyter/notebook-files/notebook";
import { escapeHtml } from "./escape";

/** What a page can show of a bundle, best first. */
const SHOWN: Record<string, (data: string) => string> = {
  "text/html": (data) => data,
  "image/svg+xml": (data) => image("image/svg+xml", Buffer.from(data).toString("base64")),
  "image/png": (data) => image("image/png", data.replace(/\s/g, "")),
  "image/jpeg": (data) => image("image/jpeg", data.replace(/\s/g, "")),
  "text/plain": (data) => text(data),
};

const image = (mime: string, data: string): string =>
  `<img alt="" src="data:${mime};base64,${escapeHtml(data)}">`;

const text = (data: string, kind = "text"): string =>
  `<pre class="${escapeHtml(kind)}">${escapeHtml(stripVTControlCharacters(data).replace(/\n$/, ""))}</pre>`;

/** One output of a cell as HTML. */
export function outputHtml(output: Output): string {
  if (output.output_type === "stream") return text(output.text, output.name);
  if (output.output_type === "error") {
    const { traceback, ename, evalue } = output;
    return text(traceback.length > 0 ? traceback.join("\n") : `${ename}: ${evalue}`, "error");
  }
  const { data } = output;
  const mime = Object.keys(SHOWN).find((one) => typeof data[one] === "string");
  if (mime === undefined) return text(`(${Object.keys(data).join(", ")})`);
  const html = SHOWN[mime](data[mime] as string);
  const words = data["text/plain"];
  return typeof words === "string" && mime.startsWith("image/")
    ? html.replace('alt=""', () => `alt="${escapeHtml(words)}"`)
    : html;
}
