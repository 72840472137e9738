import type { Json, Message } from "../messages/message";
import type { CodeCell, Output } from "../notebook-files/notebook";

type Shown = Extract<Output, { data: Json }>;

const asObject = (value: unknown): Json =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};

/** A text of a message: kernels may send lists of lines, and bad kernels anything. */
function asText(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(asText).join("");
  return JSON.stringify(value) ?? "";
}

function asBundle(value: unknown): Json {
  const entries = Object.entries(asObject(value));
  return Object.fromEntries(
    entries.map(([mime, v]) => [mime, /^application\/(.*\+)?json$/.test(mime) ? v : asText(v)]),
  );
}

function asCount(value: unknown): number | null {
  return Number.isInteger(value) ? (value as number) : null;
}

/**
 * Puts the messages of iopub into the outputs of a notebook's cells, as front ends do: streams are
 * merged, `clear_output` clears, and an update of a display reaches it in whichever cell it stands.
 */
export class OutputCollector {
  readonly #displays = new Map<string, Set<Shown>>();
  /** Cells whose outputs go when their next output comes (`clear_output` with `wait`). */
  readonly #clearNext = new Set<CodeCell>();

  /** Takes one message that a cell caused; messages that are no outputs are ignored. */
  collect(cell: CodeCell, { header, content }: Message): void {
    switch (header.msg_type) {
      case "execute_input":
        cell.execution_count = asCount(content.execution_count);
        break;
      case "stream":
        this.#addStream(cell, asText(content.name), asText(content.text));
        break;
      case "display_data":
      case "execute_result":
      case "update_display_data":
        this.#addDisplay(cell, header.msg_type, content);
        break;
      case "error":
        this.#add(cell, {
          output_type: "error",
          ename: asText(content.ename),
          evalue: asText(content.evalue),
          traceback: Array.isArray(content.traceback) ? content.traceback.map(asText) : [],
        });
        break;
      case "clear_output":
        if (content.wait) this.#clearNext.add(cell);
        else this.#clear(cell);
        break;
    }
  }

  #addStream(cell: CodeCell, name: string, text: string): void {
    const last = cell.outputs.at(-1);
    if (last?.output_type === "stream" && last.name === name && !this.#clearNext.has(cell)) {
      last.text += text;
    } else {
      this.#add(cell, { output_type: "stream", name, text });
    }
  }

  #addDisplay(cell: CodeCell, kind: Shown["output_type"] | "update_display_data", content: Json) {
    const data = asBundle(content.data);
    const metadata = asObject(content.metadata);
    const id = asObject(content.transient).display_id;
    const shown = typeof id === "string" ? this.#displays.get(id) : undefined;
    for (const earlier of shown ?? []) Object.assign(earlier, structuredClone({ data, metadata }));
    if (kind === "update_display_data") return;
    const output: Shown =
      kind === "display_data"
        ? { output_type: kind, data, metadata }
        : { output_type: kind, data, metadata, execution_count: asCount(content.execution_count) };
    this.#add(cell, output);
    if (typeof id !== "string") return;
    if (shown) shown.add(output);
    else this.#displays.set(id, new Set([output]));
  }

  #add(cell: CodeCell, output: Output): void {
    if (this.#clearNext.has(cell)) this.#clear(cell);
    cell.outputs.push(output);
  }

  #clear(cell: CodeCell): void {
    this.#clearNext.delete(cell);
    for (const shown of this.#displays.values()) {
      for (const output of cell.outputs) shown.delete(output as Shown);
    }
    cell.outputs.length = 0;
  }
}
