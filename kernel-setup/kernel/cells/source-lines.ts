import type { ReadMap, Trace } from "../compiler/module-home";

/** What is known of one executed cell. */
export interface CompiledCell {
  /** The number that front ends show in brackets. */
  count: number;
  code: string;
  /** The body of the function that is run. */
  output: string;
  isAsync: boolean;
  /** The source map from it to the code. */
  map: string;
}

/** A place in a cell as its author sees it, counted from one. */
export interface Place {
  count: number;
  line: number;
  column: number;
}

/** What stands before the first line of what is run. */
const headOf = ({ isAsync }: Pick<CompiledCell, "isAsync">) =>
  `(${isAsync ? "async " : ""}function(exports, require) { `;

/** The script that runs a compiled cell. */
export const wrapped = (cell: Pick<CompiledCell, "isAsync" | "output">): string =>
  `${headOf(cell)}${cell.output}\n})(__tslab__.exports, __tslab__.require)`;

const RAW = /cell-(\d+)\.ts:(\d+):(\d+)/;
const NAMED = /cell \[(\d+)\]:(\d+):(\d+)/;

interface Known extends CompiledCell {
  outputLines: number;
  trace: Trace | undefined;
}

/** Finds the TypeScript lines of cells in stack traces. */
export class SourceLines {
  readonly #cells = new Map<number, Known>();
  readonly #readMap: ReadMap;
  readonly #byCount = new Map<number, Known>();

  constructor(readMap: ReadMap) {
    this.#readMap = readMap;
  }

  /** The name that a cell's script carries in stack traces. */
  static scriptName(cell: number): string {
    return `cell-${cell}.ts`;
  }

  add(cell: number, compiled: CompiledCell): void {
    const outputLines = compiled.output.split("\n").length;
    const known = { ...compiled, outputLines, trace: undefined };
    this.#cells.set(cell, known);
    this.#byCount.set(compiled.count, known);
  }

  /** The code of one line of a cell. */
  text(place: Place): string | undefined {
    return this.#byCount.get(place.count)?.code.split("\n")[place.line - 1];
  }

  /**
   * Rewrites a line of a stack trace to name the cell as its author knows it, as in
   * `at f (cell [3]:2:9)`. Frames of the code around the cell give undefined.
   */
  rewrite(frame: string): string | undefined {
    const match = RAW.exec(frame);
    if (match === null) return frame;
    const cell = this.#cells.get(Number(match[1]));
    const place = cell && this.#trace(cell, Number(match[2]) - 1, Number(match[3]) - 1);
    if (place === undefined) return undefined;
    const name = `cell [${place.count}]:${place.line}:${place.column}`;
    return frame.replace(RAW, name).replace(/at (async )?(?:Object|Proxy|exports)\./, "at $1");
  }

  /** The place that a rewritten line of a stack trace names. */
  place(frame: string): Place | undefined {
    const match = NAMED.exec(frame);
    if (match === null) return undefined;
    return { count: Number(match[1]), line: Number(match[2]), column: Number(match[3]) };
  }

  // Lines and columns are counted from zero in here, as in source maps.
  #trace(cell: Known, fromLine: number, fromColumn: number): Place | undefined {
    if (fromLine >= cell.outputLines) return undefined;
    const column = fromLine === 0 ? fromColumn - headOf(cell).length : fromColumn;
    cell.trace ??= this.#readMap(cell.map);
    const found = cell.trace(fromLine, column);
    return found && { count: cell.count, line: found.line + 1, column: found.column + 1 };
  }
}
