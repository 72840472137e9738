import type { Notebook } from "../notebook-files/notebook";
import { plain, type Trouble } from "./cell-trouble";

/** Where in a notebook a run ended. */
export interface Place {
  id: string;
  /** Among the code cells, from 1. */
  number: number;
  /** In the cell, from 1, where the error tells. */
  line?: number;
}

/** Why a run ended early; `message` is a full sentence, `notebook` holds the outputs up to there. */
export class RunError extends Error {
  override name = "RunError";
  readonly kind: Trouble["kind"] | "kernel" | "timeout" | "cancelled";
  readonly ename: string;
  readonly evalue: string;
  /** The kernel's own report, without colours. */
  readonly traceback: string[];
  readonly cell: Place | undefined;
  readonly notebook: Notebook;

  constructor(
    { kind, ename, evalue, traceback }: Omit<Trouble, "kind"> & { kind: RunError["kind"] },
    notebook: Notebook,
    cell?: Place,
  ) {
    const line = cell?.line === undefined ? "" : `, line ${cell.line}`;
    const where = cell ? `Cell ${cell.number} (id ${cell.id})${line}` : "The notebook";
    const what = {
      error: `failed with ${ename}: ${evalue}`,
      rejection: `left an error behind that nothing awaited or caught: ${ename}: ${evalue}`,
      stderr: `wrote to stderr without the tag "stderr": ${evalue}`,
      kernel: `lost its kernel: ${evalue}`,
      timeout: `did not end in time: ${evalue}`,
      cancelled: `was interrupted: ${evalue}`,
    };
    super(`${where} ${plain(what[kind])}`);
    this.kind = kind;
    this.ename = ename;
    this.evalue = plain(evalue);
    this.traceback = traceback.map(plain);
    this.cell = cell;
    this.notebook = notebook;
  }
}
