import { CodeCellModel } from "@jupyterlab/cells";
import { type IOutputAreaModel, OutputAreaModel } from "@jupyterlab/outputarea";
import type { IOutputModel } from "@jupyterlab/rendermime";
import { writeStream } from "../../outputs/stream-text";

type Output = Parameters<OutputAreaModel["add"]>[0];

/** Where the next character of a stream goes: in the last line, counted in characters. */
const cursors = new WeakMap<IOutputModel, number>();

/**
 * The outputs of a cell. What a stream overwrites, with `\r` or `\b`, goes by whole characters:
 * Jupyter's own model goes by halves of them, and of a bar of 🟩 that becomes one of ⬜ a half stays
 * behind, or gets lost on the way into the file.
 */
class Outputs extends OutputAreaModel {
  override add(output: Output): number {
    const { name, text } = output as { name?: string; text?: string | string[] };
    if (output.output_type !== "stream" || text === undefined) return super.add(output);
    const last = this.clearNext || this.length === 0 ? undefined : this.get(this.length - 1);
    const piece = typeof text === "string" ? text : text.join("");
    const stream = last?.toJSON().name === name ? last?.streamText : undefined;
    if (!last || !stream) {
      const written = writeStream("", 0, piece);
      const length = super.add({ ...output, text: written.text });
      cursors.set(this.get(length - 1), written.at);
      return length;
    }
    const start = stream.text.lastIndexOf("\n") + 1;
    const line = stream.text.slice(start);
    const written = writeStream(line, cursors.get(last) ?? [...line].length, piece);
    const same = lengthOfSame(line, written.text);
    if (same < line.length) stream.remove(start + same, stream.text.length);
    if (same < written.text.length) stream.insert(start + same, written.text.slice(same));
    cursors.set(last, written.at);
    return this.length;
  }
}

/** How much two texts have in common at their start, without half a character. */
function lengthOfSame(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return /[\uD800-\uDBFF]/.test(a[length - 1] ?? "") ? length - 1 : length;
}

/** Lets all code cells that are made from now on keep their outputs so. */
export function keepWholeCharacters(): void {
  CodeCellModel.defaultContentFactory.createOutputArea = (options: IOutputAreaModel.IOptions) =>
    new Outputs(options);
}
