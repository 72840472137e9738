import { createHash } from "node:crypto";
import { closeSync, lstatSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Language } from "../../../../src/text/languages";
import type { Header } from "../../../jupyter/messages/message";

/** What a kernel leaves behind, so that others can say how it ended. */
export interface Note {
  /** The process it is about. */
  pid: number;
  /** The bytes of memory it was last seen to use, and those that its heap may hold. */
  memory?: number;
  heapLimit?: number;
  /** The cell that ran at that time, and what its reply needs: identities are in base64. */
  cell?: { count: number; header: Header; identities: string[] };
  /** The language in which its cells were spoken to. */
  language?: Language;
  /** Why it ended, once that is known. */
  reason?: string;
  /** Whether the cell was told. */
  told?: boolean;
  /** Whether it ended because it had to: then there is nothing to tell. */
  asked?: boolean;
}

/**
 * Where the note of a kernel lies: beside its connection file, which Jupyter keeps for the next
 * kernel when it restarts one, in a folder of the user's own. Not named after it, since Jupyter
 * looks connection files up by parts of their names.
 */
function noteFile(connectionFile: string): string {
  const path = resolve(connectionFile);
  const name = createHash("sha256").update(path).digest("hex").slice(0, 16);
  return join(dirname(path), `.kernel-note-${name}`);
}

/** The note that an earlier process left, if there is one. */
export function readNote(connectionFile: string): Note | undefined {
  try {
    const file = noteFile(connectionFile);
    // In a folder for everybody, anybody may leave notes.
    if (lstatSync(file).uid !== (process.getuid?.() ?? 0)) return undefined;
    // A longer text that stood there before may follow.
    const [line] = readFileSync(file, "utf8").split("\n", 1);
    return JSON.parse(line) as Note;
  } catch {
    return undefined;
  }
}

/** Keeps one note up to date. A folder that cannot be written to has none. */
export class NoteKeeper {
  readonly #file: string;
  #descriptor: number | undefined;

  constructor(connectionFile: string) {
    this.#file = noteFile(connectionFile);
  }

  write(note: Note): void {
    try {
      if (this.#descriptor === undefined) {
        // Made anew, so that it is never somebody else's file.
        rmSync(this.#file, { force: true });
        this.#descriptor = openSync(this.#file, "wx", 0o600);
      }
      writeSync(this.#descriptor, `${JSON.stringify(note)}\n`, 0);
    } catch {
      // The kernel works without.
    }
  }

  remove(): void {
    try {
      if (this.#descriptor !== undefined) closeSync(this.#descriptor);
      this.#descriptor = undefined;
      rmSync(this.#file, { force: true });
    } catch {
      // What stays is replaced by the next kernel.
    }
  }
}
