import type { Json } from "../../../jupyter/messages/message";
import {
  type CodeCell,
  joinBundle,
  type Notebook,
  type Output,
} from "../../../jupyter/notebook-files/notebook";
import { systemWords } from "../../../jupyter/notebook-files/system-words";
import { fromHex, toBase64, toHex, utf8 } from "../bytes";
import type { Files, Home } from "../home";
import { inFolder } from "../paths";

/** How many signatures are kept; the oldest go first. */
const MOST = 50_000;

/** How many outputs of the kernels are remembered until they are saved, and at the server's end. */
const MOST_MADE = 20_000;
const MOST_LEFT = 2000;

/** What shows the same whether trusted or not. */
const HARMLESS = new Set(["text/plain", "image/png", "image/jpeg"]);

/** An output that may hold a script. */
type Shown = Extract<Output, { data: Json }>;

/**
 * Remembers which outputs were made here, or were trusted here: only those may run their scripts.
 *
 * An output was made here when a kernel of this server sent it, whatever a page or a file says of it.
 * Each is signed by itself, so that it stays live in whichever file it is saved, beside others or not;
 * a cell is live when all its outputs are. A signature is an HMAC with a secret of this home; it
 * says nothing about the output and is no use elsewhere.
 */
export class Signatures {
  readonly #home: Home;
  readonly #file: string;
  readonly #secret: Uint8Array;
  /** Of outputs that were saved or trusted: the file's list, the youngest last. */
  readonly #kept = new Set<string>();
  /** Of outputs that were made here, saved or not. */
  readonly #made = new Set<string>();
  /** Which state of the file has been read. */
  #read = "";

  /** @param folder For the secret and the list, out of reach of the page. */
  constructor(home: Home, folder: string) {
    this.#home = home;
    home.files.makeFolders(folder, { isPrivate: true });
    this.#file = inFolder(folder, "signatures.json");
    this.#secret = readSecret(home, inFolder(folder, "signature-secret"));
    this.#refresh();
  }

  /** Remembers the output in a kernel's message. */
  made({ data, metadata }: Json): void {
    const shown = { data: asObject(data), metadata: asObject(metadata) };
    if (isHarmless(shown)) return;
    this.#remember(this.#sign({ ...shown, data: joinBundle(shown.data) }));
  }

  /** Marks each code cell as the page wants to hear it, `metadata.trusted`, and nothing else so. */
  mark(notebook: Notebook): void {
    this.#refresh();
    removeMarks(notebook);
    for (const cell of notebook.cells) {
      if (cell.cell_type !== "code") continue;
      cell.metadata = { ...cell.metadata, trusted: this.#isLive(cell) };
    }
  }

  /** Keeps the signatures of what was made here, and takes all marks out. */
  keep(notebook: Notebook): void {
    removeMarks(notebook);
    this.#addIfPossible(this.#signaturesOf(notebook).filter((each) => this.#isKnown(each)));
  }

  /** Signs all outputs: the reader trusts them. @throws Error from the file system. */
  trust(notebook: Notebook): void {
    this.#add(this.#signaturesOf(notebook));
  }

  /** Keeps what was made last: a page may save it with the next server. */
  close(): void {
    this.#addIfPossible([...this.#made].slice(-MOST_LEFT));
  }

  #signaturesOf({ cells }: Notebook): string[] {
    return cells.flatMap((cell) =>
      cell.cell_type === "code" ? shownIn(cell).map((output) => this.#sign(output)) : [],
    );
  }

  #isKnown(signature: string): boolean {
    return this.#kept.has(signature) || this.#made.has(signature);
  }

  #isLive(cell: CodeCell): boolean {
    const signatures = shownIn(cell).map((output) => this.#sign(output));
    if (signatures.every((each) => this.#isKnown(each))) return true;
    // Signed by an earlier edition, which knew only whole cells.
    if (!this.#kept.has(this.#signWhole(cell))) return false;
    for (const each of signatures) this.#remember(each);
    return true;
  }

  #remember(signature: string): void {
    this.#made.delete(signature); // so that it becomes the youngest
    this.#made.add(signature);
    trim(this.#made, MOST_MADE);
  }

  /** A notebook is saved, and a server ends, also where its signatures cannot be kept. */
  #addIfPossible(signatures: string[]): void {
    try {
      this.#add(signatures);
    } catch (error) {
      const words = systemWords(error) ?? (error as Error).message;
      console.error(`The signatures of outputs could not be kept: ${words}.`);
    }
  }

  #add(signatures: string[]): void {
    this.#refresh();
    const isNew = signatures.some((each) => !this.#kept.has(each));
    for (const each of signatures) {
      this.#kept.delete(each);
      this.#kept.add(each);
    }
    if (!isNew) return;
    trim(this.#kept, MOST);
    this.#home.files.write(this.#file, utf8(`${JSON.stringify([...this.#kept])}\n`));
    this.#read = this.#state;
  }

  /** Takes in what another server of this clone has added. */
  #refresh(): void {
    const state = this.#state;
    if (state === this.#read) return;
    this.#read = state;
    for (const each of readList(this.#home.files, this.#file)) this.#kept.add(each);
  }

  /** Each list is a file of its own, moved into place. */
  get #state(): string {
    return this.#home.files.stat(this.#file)?.version ?? "";
  }

  /** Counts differ from run to run and show nothing. */
  #sign({ data, metadata }: Pick<Shown, "data" | "metadata">): string {
    return this.#hmac({ data, metadata });
  }

  #signWhole({ outputs }: CodeCell): string {
    return this.#hmac(outputs.map((output) => ({ ...output, execution_count: undefined })));
  }

  #hmac(value: unknown): string {
    const text = JSON.stringify(sorted(value));
    return toBase64(this.#home.secrets.hmac(this.#secret, text));
  }
}

/** The outputs of a cell that may hold scripts; streams and errors are shown as text. */
function shownIn({ outputs }: CodeCell): Shown[] {
  return outputs.filter(
    (output): output is Shown =>
      (output.output_type === "display_data" || output.output_type === "execute_result") &&
      !isHarmless(output),
  );
}

const isHarmless = ({ data }: Pick<Shown, "data">) =>
  Object.keys(data).every((type) => HARMLESS.has(type));

const asObject = (value: unknown): Json =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};

function removeMarks(notebook: Notebook): void {
  for (const cell of notebook.cells) {
    const { trusted: _, ...metadata } = cell.metadata;
    cell.metadata = metadata;
  }
}

function trim(set: Set<string>, most: number): void {
  for (const oldest of set) {
    if (set.size <= most) break;
    set.delete(oldest);
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}

function readSecret({ files, secrets }: Home, file: string): Uint8Array {
  if (!files.stat(file)) {
    try {
      files.write(file, utf8(toHex(secrets.random(32))), { isNew: true, isPrivate: true });
    } catch (error) {
      // Another server has just made it.
      if ((error as { code?: unknown }).code !== "EEXIST") throw error;
    }
  }
  return fromHex(new TextDecoder().decode(files.read(file)));
}

function readList(files: Files, file: string): string[] {
  try {
    const list: unknown = JSON.parse(new TextDecoder().decode(files.read(file)));
    return Array.isArray(list) ? list.filter((each) => typeof each === "string") : [];
  } catch {
    // None yet, or damaged: then outputs are static until they are run again.
    return [];
  }
}
