import type { Json, Message } from "../../kernel-setup/jupyter/messages/message";
import { joined, type RawOutput } from "../support/lessons";
import { terminalText } from "../support/terminal-text";

/** One output in the form in which all front ends can be compared. */
export type Kept =
  | { kind: "stdout" | "stderr" | "stdin"; text: string }
  | { kind: "error"; ename: string; evalue: string; traceback: string }
  | { kind: "display" | "result"; data: Json; metadata: Json; count?: number };

type SavedOutput = RawOutput & {
  traceback?: string[];
  metadata?: Json;
  execution_count?: number | null;
};

/**
 * The outputs of cells by the words of Jupyter's protocol ("Messages on the IOPub channel"), from what the
 * kernel has sent: each display under an id is replaced wherever it stands, a later cell's too, and
 * `clear_output` with `wait` clears before the next output.
 *
 * @param messages All messages of iopub, in the order in which they came.
 * @param sources The cells' sources, no two the same: which cell a message belongs to is told by the
 *   `execute_input` of its request.
 */
export function outputsByProtocol(messages: Message[], sources: string[]): SavedOutput[][] {
  const outputs: SavedOutput[][] = sources.map(() => []);
  const requests = new Map<string | undefined, number>();
  const clearNext = new Set<number>();
  const displays: { id: unknown; output: SavedOutput }[] = [];
  for (const { header, parent_header, content } of messages) {
    const request = parent_header.msg_id;
    if (header.msg_type === "execute_input")
      requests.set(request, sources.indexOf(content.code as string));
    const cell = requests.get(request);
    if (cell === undefined || outputs[cell] === undefined) continue;
    const type = header.msg_type;
    if (type === "clear_output") {
      if (content.wait === true) clearNext.add(cell);
      else outputs[cell] = [];
      continue;
    }
    const { transient, ...fields } = content as Json & { transient?: { display_id?: string } };
    const id = transient?.display_id;
    if (type === "display_data" || type === "update_display_data") {
      for (const { output } of displays.filter((display) => display.id === id && id !== undefined))
        Object.assign(output, { data: fields.data, metadata: fields.metadata });
    }
    if (!["stream", "display_data", "execute_result", "error"].includes(type)) continue;
    if (clearNext.delete(cell)) outputs[cell] = [];
    const output = { ...fields, output_type: type } as SavedOutput;
    outputs[cell].push(output);
    if (type === "display_data") displays.push({ id, output });
  }
  return outputs;
}

const isJson = (mime: string) => /^application\/(.*\+)?json$/.test(mime);

/**
 * Outputs in the form in which all front ends can be compared. What is made equal here is what they may
 * do as they like:
 *
 * - A text is one string or a list of lines: nbformat allows both.
 * - Neighbours of one stream are one text: the kernel joins and cuts as it comes, the classic Notebook
 *   begins a new output after 8,192 characters, JupyterLab never.
 * - Texts are those of a terminal: JupyterLab and the classic Notebook save a line that was overwritten
 *   with `\r` and `\b` as it looks in the end (the classic one only where a second piece came), the runner
 *   saves what was printed. All show the same.
 */
export function kept(outputs: SavedOutput[]): Kept[] {
  const all: Kept[] = [];
  for (const { output_type, name, text, ename, evalue, traceback, ...rest } of outputs) {
    if (output_type === "stream") {
      const last = all.at(-1);
      if (last && "text" in last && last.kind === name) last.text += joined(text);
      else all.push({ kind: name as "stdout", text: joined(text) });
    } else if (output_type === "error") {
      const lines = (traceback ?? []).join("\n");
      all.push({ kind: "error", ename: ename ?? "", evalue: evalue ?? "", traceback: lines });
    } else {
      const data = Object.entries(rest.data ?? {}).map(([mime, value]) => [
        mime,
        isJson(mime) ? value : joined(value as string),
      ]);
      const isResult = output_type === "execute_result";
      all.push({
        kind: isResult ? "result" : "display",
        data: Object.fromEntries(data),
        metadata: rest.metadata ?? {},
        ...(isResult && { count: rest.execution_count ?? undefined }),
      });
    }
  }
  return all.map((one) => ("text" in one ? { ...one, text: terminalText(one.text) } : one));
}
