import type { Json } from "../../../jupyter/messages/message";
import type { Notebook } from "../../../jupyter/notebook-files/notebook";

/** Under which name a copy of a lesson keeps what it was made from, in its own metadata. */
export const ORIGIN = "backprop";

/** What a copy of a lesson was made from. */
export interface Origin {
  /** Hash of the lesson before its first run. */
  lesson: string;
  /** Hash of the cells' sources. */
  sources: string;
}

/** SHA-256 of a text, in hex. */
export type Hash = (text: string) => string;

/** What a notebook says that it was copied from; nothing where it says nothing. */
export function originOf({ metadata }: Notebook): Partial<Origin> | undefined {
  const origin = metadata[ORIGIN];
  return typeof origin === "object" && origin !== null ? (origin as Json) : undefined;
}

/** A learner's work is in the sources of the cells, and in pictures put into texts; outputs come back with a run. */
export const hashSources = ({ cells }: Notebook, hash: Hash): string =>
  hash(
    JSON.stringify(
      cells.map((cell) => [
        cell.cell_type,
        cell.source,
        cell.cell_type === "code" ? undefined : cell.attachments,
      ]),
    ),
  );

/** Whether a notebook is the copy of a lesson in which nobody has changed or run anything yet. */
export function isUntouched(notebook: Notebook, hash: Hash): boolean {
  const isRun = notebook.cells.some(
    (cell) =>
      cell.cell_type === "code" && (cell.outputs.length > 0 || cell.execution_count !== null),
  );
  return !isRun && originOf(notebook)?.sources === hashSources(notebook, hash);
}
