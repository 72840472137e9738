import type { ExecuteReply } from "../client/kernel-client";
import type { Message } from "../messages/message";
import { type CodeCell, tagsOf } from "../notebook-files/notebook";

/** What went wrong in a cell, in the words of the kernel. */
export interface Trouble {
  kind: "error" | "rejection" | "stderr";
  ename: string;
  evalue: string;
  traceback: string[];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal begin with one.
const COLOURS = /\u001b\[[0-9;]*m/g;

/** Text without the colours of a terminal. */
export const plain = (text: string) => text.replace(COLOURS, "");

const NAMED = /^(?:Uncaught )?(\w*(?:Error|Exception))(?: \[\w+\])?: (.*)/;

/** Reads the error that a kernel without `error` messages (a stock tslab) wrote to stderr. */
function fromStderr(text: string): Omit<Trouble, "kind"> {
  const traceback = plain(text).trim().split("\n");
  // tslab's form of a type error.
  if (/^(?:\S+ )?\d+:\d+ - /.test(traceback[0])) {
    return { ename: "TypeScriptError", evalue: traceback[0], traceback };
  }
  // Node prints where an error was thrown before the error itself.
  const found = traceback.map((line) => NAMED.exec(line)).find((match) => match !== null);
  return { ename: found?.[1] ?? "Error", evalue: found?.[2] ?? traceback[0], traceback };
}

/** Watches what one cell says, and judges whether that is what it declares. */
export class CellWatch {
  readonly cell: CodeCell;
  /** The cell's number among the code cells, from 1. */
  readonly number: number;
  reply: ExecuteReply | undefined;
  #errors: Omit<Trouble, "kind">[] = [];
  #stderr = "";

  constructor(cell: CodeCell, number: number) {
    this.cell = cell;
    this.number = number;
  }

  take({ header, content }: Message): void {
    if (header.msg_type === "stream" && content.name === "stderr") this.#stderr += content.text;
    if (header.msg_type !== "error") return;
    const { ename, evalue, traceback } = content;
    this.#errors.push({
      ename: String(ename ?? "Error"),
      evalue: String(evalue ?? ""),
      traceback: Array.isArray(traceback) ? traceback.map(String) : [],
    });
  }

  /**
   * What is wrong with the cell up to now. The tag `raises-exception` allows errors and the stderr
   * they come with, the tag `stderr` allows words on stderr.
   */
  trouble(): Trouble | undefined {
    const tags = tagsOf(this.cell);
    if (tags.includes("raises-exception")) return undefined;
    const failed = this.reply !== undefined && this.reply.status !== "ok";
    const [error] = this.#errors;
    if (error) return { kind: failed ? "error" : "rejection", ...error };
    if (failed) {
      const { ename, evalue, traceback } = (this.reply?.content ?? {}) as Partial<Trouble>;
      if (ename) return { kind: "error", ename, evalue: evalue ?? "", traceback: traceback ?? [] };
      return { kind: "error", ...fromStderr(this.#stderr) };
    }
    const floating = /^(?:UnhandledPromiseRejection|UncaughtException): ([\s\S]*)/m.exec(
      this.#stderr,
    );
    if (floating) return { kind: "rejection", ...fromStderr(floating[1]) };
    if (this.#stderr === "" || tags.includes("stderr")) return undefined;
    const lines = plain(this.#stderr).trimEnd().split("\n");
    return { kind: "stderr", ename: "stderr", evalue: lines[0], traceback: lines };
  }
}

/**
 * The line that an error points at, from 1, where its text tells.
 *
 * @param count The execution count of the cell: frames of other cells are not of its lines.
 */
export function lineOf({ evalue, traceback }: Trouble, count: number | null): number | undefined {
  const text = plain([evalue, ...traceback].join("\n"));
  const forms = [
    // A type error of tslab; one in another file has its name before the line.
    /^(\d+):\d+ - /m,
    // A frame of this project's kernel.
    new RegExp(`\\bcell \\[${count}\\]:(\\d+)`),
    // A frame of IPython.
    new RegExp(`\\bCell In ?\\[${count}\\], line (\\d+)`),
  ];
  for (const form of forms) {
    const found = form.exec(text);
    if (found) return Number(found[1]);
  }
  return undefined;
}
