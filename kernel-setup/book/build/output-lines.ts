import type { Output } from "../../jupyter/notebook-files/notebook";
import { asJson } from "./as-json";

const PICTURE = /data:image\/svg\+xml;base64,([A-Za-z0-9+/=]+)/g;

/**
 * Writes a cell's outputs as lines that people can compare. SVG pictures inside of HTML are unpacked, so
 * that their numbers and words are compared, and broken into a line for each element.
 */
export function outputLines(outputs: Output[]): string[] {
  return outputs.flatMap((output) => {
    if (output.output_type === "stream") return [`[${output.name}]`, ...textLines(output.text)];
    if (output.output_type === "error") {
      const { ename, evalue, traceback } = output;
      return ["[error]", `${ename}: ${evalue}`, ...traceback.flatMap(textLines)];
    }
    const { data, metadata } = output;
    const count = "execution_count" in output ? ` ${output.execution_count}` : "";
    const lines = [`[${output.output_type}${count}]`];
    for (const mime of Object.keys(data).sort()) {
      lines.push(`[${mime}]`, ...valueLines(data[mime]));
    }
    if (Object.keys(metadata).length > 0) lines.push("[metadata]", ...valueLines(metadata));
    return lines;
  });
}

function valueLines(value: unknown): string[] {
  if (typeof value !== "string") return asJson(value);
  const unpacked = value.replace(
    PICTURE,
    (_, base64) =>
      `data:image/svg+xml;base64,\n${Buffer.from(base64, "base64").toString("utf8")}\n`,
  );
  const isMarkup = unpacked !== value || value.trimStart().startsWith("<svg");
  return textLines(isMarkup ? unpacked.replaceAll("><", ">\n<") : unpacked);
}

/** A text without a line break at its end must not equal the one that has it. */
function textLines(text: string): string[] {
  if (text === "") return [];
  return text.endsWith("\n")
    ? text.slice(0, -1).split("\n")
    : [...text.split("\n"), "[no line break]"];
}
