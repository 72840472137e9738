import type { Output } from "../jupyter/notebook-files/notebook";
import { escapeHtml } from "./escape";
import { htmlInPage, type Showing, scriptHtml } from "./html-in-page";
import { withoutCommands, writeStream } from "./stream-text";

const script = (data: string, how: Showing): string => htmlInPage(scriptHtml(data), how);

/** What a page can show of a bundle, best first. */
const SHOWN: Record<string, (data: string, how: Showing) => string> = {
  "text/html": htmlInPage,
  "application/javascript": script,
  "text/javascript": script,
  "image/svg+xml": (data) => image("image/svg+xml", toBase64(data)),
  "image/png": (data) => image("image/png", data.replace(/\s/g, "")),
  "image/jpeg": (data) => image("image/jpeg", data.replace(/\s/g, "")),
  "text/plain": (data) => text(data),
};

const image = (mime: string, data: string): string =>
  `<img alt="" src="data:${mime};base64,${escapeHtml(data)}">`;

const text = (data: string, kind: "text" | "stdout" | "stderr" | "error" = "text"): string =>
  `<pre class="${kind}">${escapeHtml(withoutCommands(data).replace(/\n$/, ""))}</pre>`;

/**
 * One output of a cell as HTML for a page that runs no script but its own. What the page's script has to
 * do with it stands in it as data.
 */
export function outputHtml(output: Output, how: Showing): string {
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
  const html = SHOWN[mime](data[mime] as string, how);
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
