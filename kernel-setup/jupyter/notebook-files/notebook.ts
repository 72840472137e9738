import { depthOf, NOTEBOOK_LEVELS } from "../messages/json-depth";
import type { Json } from "../messages/message";
import { NotebookError, validateNotebook } from "./validate-notebook";

/** One result of a cell, with multi-line strings joined (nbformat 4.5, "Code cell outputs"). */
export type Output =
  | { output_type: "stream"; name: string; text: string }
  | { output_type: "display_data"; data: Json; metadata: Json }
  | { output_type: "execute_result"; data: Json; metadata: Json; execution_count: number | null }
  | { output_type: "error"; ename: string; evalue: string; traceback: string[] };

/** A cell of code with what it has shown. */
export interface CodeCell {
  cell_type: "code";
  id: string;
  metadata: Json;
  source: string;
  outputs: Output[];
  execution_count: number | null;
}

/** A cell of Markdown or raw text. */
export interface TextCell {
  cell_type: "markdown" | "raw";
  id: string;
  metadata: Json;
  source: string;
  attachments?: Json;
}

/** Any cell of a notebook. */
export type Cell = CodeCell | TextCell;

/** A notebook of nbformat 4.5, in memory: sources and texts are single strings. */
export interface Notebook {
  nbformat: 4;
  nbformat_minor: 5;
  metadata: Json;
  cells: Cell[];
}

/** The tags of a cell. */
export function tagsOf(cell: Cell): string[] {
  const { tags } = cell.metadata;
  return Array.isArray(tags) ? tags : [];
}

const isJson = (mime: string) => /^application\/(.*\+)?json$/.test(mime);
/** The MIME types whose text nbformat stores as a list of lines, so that differences are readable. */
const hasLines = (mime: string) =>
  mime.startsWith("text/") || mime === "image/svg+xml" || mime === "application/javascript";

const joined = (text: unknown) => (Array.isArray(text) ? text.join("") : text);
const lines = (text: string) => (text === "" ? [] : text.split(/(?<=\n)/));

function mapValues(bundle: Json, change: (value: unknown, mime: string) => unknown): Json {
  return Object.fromEntries(Object.entries(bundle).map(([mime, v]) => [mime, change(v, mime)]));
}

/** A MIME bundle with the lines of its texts joined. */
export const joinBundle = (bundle: Json) =>
  mapValues(bundle, (v, m) => (isJson(m) ? v : joined(v)));
const splitBundle = (bundle: Json) =>
  mapValues(bundle, (v, m) => (typeof v === "string" && hasLines(m) ? lines(v) : v));

/** A copy of a cell with `text` applied to its texts and `bundle` to its MIME bundles. */
function mapTexts(cell: Json, text: (t: never) => unknown, bundle: (b: Json) => Json): Json {
  const copy: Json = { ...cell, source: text(cell.source as never) };
  if (cell.attachments) {
    copy.attachments = mapValues(cell.attachments as Json, (b) => bundle(b as Json));
  }
  if (cell.outputs) {
    copy.outputs = (cell.outputs as Json[]).map((output) => {
      if (output.output_type === "stream") return { ...output, text: text(output.text as never) };
      if (output.data) return { ...output, data: bundle(output.data as Json) };
      return { ...output };
    });
  }
  return copy;
}

/**
 * Reads a notebook's text. Notebooks of nbformat 4.0 to 4.4 are raised to 4.5: cells without an id
 * get `cell-<number>`, the same at each reading.
 *
 * @param path Where the text is from, for the messages.
 * @throws NotebookError saying what is not valid, and in which cell.
 */
export function parseNotebook(text: string | Uint8Array, path: string): Notebook {
  const value =
    typeof text === "string"
      ? parse(text, new TextEncoder().encode(text), path)
      : parse(notebookText(text, path), text, path);
  validateNotebook(value, path);
  const { metadata, cells } = value as { metadata: Json; cells: Json[] };
  const taken = new Set(cells.map(({ id }) => id));
  const freshId = (number: number) => {
    let id = `cell-${number}`;
    while (taken.has(id)) id += "-new";
    return id;
  };
  return {
    nbformat: 4,
    nbformat_minor: 5,
    // nbformat: orig_nbformat "should never be written to a file".
    metadata: Object.fromEntries(Object.entries(metadata).filter(([k]) => k !== "orig_nbformat")),
    cells: cells.map((cell, i) => {
      const whole = mapTexts(cell, joined, joinBundle);
      return { ...whole, id: cell.id ?? freshId(i + 1) } as unknown as Cell;
    }),
  };
}

function parse(text: string, bytes: Uint8Array, path: string): unknown {
  // JSON has none (RFC 8259, section 8.1), and Jupyter does not read it.
  if (text.startsWith("\uFEFF")) {
    throw new NotebookError(
      path,
      'expected UTF-8, but got a byte order mark before it; editors call what is expected "UTF-8 without BOM"',
    );
  }
  const levels = depthOf(bytes);
  if (levels > NOTEBOOK_LEVELS) {
    throw new NotebookError(
      path,
      `expected at most ${NOTEBOOK_LEVELS} levels of lists and objects in each other, but got ${levels}`,
    );
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new NotebookError(path, `expected JSON, but got: ${(error as Error).message}`);
  }
}

/**
 * The text of a notebook's bytes: what is not UTF-8 would be read as other signs, and written back so.
 *
 * @throws NotebookError for other bytes, and for more than a text may hold.
 */
export function notebookText(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    const isTooLong = (error as { code?: unknown }).code === "ERR_STRING_TOO_LONG";
    const came = isTooLong ? "more than a text may hold" : "other bytes";
    throw new NotebookError(path, `expected text in UTF-8, but got ${came}`);
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, v]) => [key, sorted(v)]));
}

/**
 * A notebook's text as Jupyter itself writes it (keys sorted, one space of indent, texts as lines),
 * so that saving in a front end changes only what changed.
 *
 * @throws NotebookError when the notebook would not be valid.
 */
export function formatNotebook(notebook: Notebook, path = "notebook"): string {
  const cells = notebook.cells.map((cell) => mapTexts(cell as unknown as Json, lines, splitBundle));
  // Through JSON first: what is checked is what will be in the file.
  const value = JSON.parse(JSON.stringify(sorted({ ...notebook, cells })));
  validateNotebook(value, path);
  return `${JSON.stringify(value, null, 1)}\n`;
}
