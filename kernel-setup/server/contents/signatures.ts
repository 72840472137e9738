import { createHmac, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CodeCell, Notebook, Output } from "../../client/notebook";
import { writeFileWhole } from "../../client/write-file-whole";

/** How many signatures are kept; the oldest go first. */
const MOST = 50_000;

/**
 * Remembers which outputs were made here, or were trusted here: only those may run their scripts.
 *
 * Each cell's outputs are signed by themselves, so that running one cell of a foreign notebook makes
 * that one live, and it stays so. A signature is an HMAC with a secret of this machine; it says
 * nothing about the output and is no use elsewhere.
 */
export class Signatures {
  readonly #file: string;
  readonly #secret: Buffer;
  readonly #known: Set<string>;

  /** @param home The folder for the secret and the list, out of reach of the page. */
  constructor(home: string) {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    this.#file = join(home, "signatures.json");
    this.#secret = readSecret(join(home, "signature-secret"));
    this.#known = new Set(readList(this.#file));
  }

  /** Marks each code cell as the page wants to hear it: `metadata.trusted`. */
  mark(notebook: Notebook): void {
    for (const cell of notebook.cells) {
      if (cell.cell_type !== "code") continue;
      cell.metadata = { ...cell.metadata, trusted: this.#isTrusted(cell) };
    }
  }

  /** Signs the outputs of the cells that the page trusts, and takes its marks out. */
  keep(notebook: Notebook): void {
    let isNew = false;
    for (const cell of notebook.cells) {
      const { trusted, ...metadata } = cell.metadata;
      cell.metadata = metadata;
      if (cell.cell_type !== "code" || trusted !== true || !cell.outputs.some(isUnsafe)) continue;
      const signature = this.#sign(cell);
      isNew ||= !this.#known.has(signature);
      this.#known.delete(signature); // so that it becomes the youngest
      this.#known.add(signature);
    }
    if (!isNew) return;
    for (const oldest of this.#known) {
      if (this.#known.size <= MOST) break;
      this.#known.delete(oldest);
    }
    writeFileWhole(this.#file, `${JSON.stringify([...this.#known])}\n`);
  }

  #isTrusted(cell: CodeCell): boolean {
    return !cell.outputs.some(isUnsafe) || this.#known.has(this.#sign(cell));
  }

  #sign({ outputs }: CodeCell): string {
    // Counts differ from run to run and show nothing.
    const shown = outputs.map((output) => ({ ...output, execution_count: undefined }));
    const text = JSON.stringify(sorted(shown));
    return createHmac("sha256", this.#secret).update(text).digest("base64");
  }
}

/** Whether an output may hold a script; streams and errors are shown as text. */
const isUnsafe = ({ output_type }: Output) =>
  output_type === "display_data" || output_type === "execute_result";

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}

function readSecret(file: string): Buffer {
  if (!existsSync(file)) {
    try {
      writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
    } catch (error) {
      // Another server has just made it.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
  return Buffer.from(readFileSync(file, "utf8"), "hex");
}

function readList(file: string): string[] {
  try {
    const list: unknown = JSON.parse(readFileSync(file, "utf8"));
    return Array.isArray(list) ? list.filter((each) => typeof each === "string") : [];
  } catch {
    // None yet, or damaged: then outputs are static until they are run again.
    return [];
  }
}
