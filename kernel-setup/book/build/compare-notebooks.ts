import type { Cell, CodeCell, Notebook } from "../../jupyter/notebook-files/notebook";
import { approximatelyEqual } from "./approximate";
import { asJson } from "./as-json";
import { lineDifference } from "./line-difference";
import { outputLines } from "./output-lines";

/** One thing in which a notebook differs from the saved one. */
export interface Difference {
  /** The cell's id; none when the notebook as a whole differs. */
  cell?: string;
  /** What differs: "cells", "metadata", "source", "execution count", "outputs". */
  what: string;
  /** `- saved` and `+ got`. */
  lines: string[];
}

/**
 * Compares a notebook with the saved one. Outputs have to be equal, but in cells that state `approx` each
 * number may be off by that tolerance.
 *
 * @param withOutputs Whether outputs, execution counts and the kernel's `language_info` count.
 */
export function compareNotebooks(
  saved: Notebook,
  got: Notebook,
  { withOutputs }: { withOutputs: boolean },
): Difference[] {
  const differences: Difference[] = [];
  const compare = (what: string, lines: string[], cell?: string) => {
    if (lines.length > 0) differences.push({ ...(cell !== undefined && { cell }), what, lines });
  };
  compare("metadata", lineDifference(head(saved, withOutputs), head(got, withOutputs)));
  compare(
    "cells",
    lineDifference(
      saved.cells.map(({ id }) => id),
      got.cells.map(({ id }) => id),
    ),
  );
  for (const cell of got.cells) {
    const before = saved.cells.find(({ id }) => id === cell.id);
    if (before === undefined) continue; // told by "cells"
    compare("source", lineDifference(source(before), source(cell)), cell.id);
    compare("metadata", lineDifference(asJson(before.metadata), asJson(cell.metadata)), cell.id);
    if (withOutputs && cell.cell_type === "code" && before.cell_type === "code") {
      const counts = [before, cell].map(({ execution_count }) => [String(execution_count)]);
      compare("execution count", lineDifference(counts[0], counts[1]), cell.id);
      compare("outputs", outputDifference(before, cell), cell.id);
    }
  }
  return differences;
}

function outputDifference(saved: CodeCell, got: CodeCell): string[] {
  const tolerance = typeof got.metadata.approx === "number" ? got.metadata.approx : 0;
  return lineDifference(outputLines(saved.outputs), outputLines(got.outputs), (a, b) =>
    approximatelyEqual(a, b, tolerance),
  );
}

function source(cell: Cell): string[] {
  return [`[${cell.cell_type}]`, ...cell.source.split("\n")];
}

function head(notebook: Notebook, withKernel: boolean): string[] {
  const { language_info, ...rest } = notebook.metadata;
  return asJson(withKernel ? { ...rest, language_info } : rest);
}
