import { SourceMap, type SourceMapPayload } from "node:module";

/** What is known of one executed cell. */
export interface CompiledCell {
  /** The number that front ends show in brackets. */
  count: number;
  code: string;
  /** What tslab's executor wraps and runs. */
  output: string;
  isAsync: boolean;
  /** Source maps in the order in which the cell was compiled. */
  maps: string[];
  /** Lines that were put before the code before it was compiled. */
  linesBefore: number;
}

/** A place in a cell as its author sees it, counted from one. */
export interface Place {
  count: number;
  line: number;
  column: number;
}

/** What tslab's executor puts before the first line of what Node runs. */
const SYNC_WRAPPER = "(function(exports, require) { ";
const ASYNC_WRAPPER = "(async function(exports, require) { ";

const RAW = /cell-(\d+)\.ts:(\d+):(\d+)/;
const NAMED = /cell \[(\d+)\]:(\d+):(\d+)/;

interface Known extends CompiledCell {
  outputLines: number;
  parsed: SourceMap[] | undefined;
}

/** Finds the TypeScript lines of cells in stack traces. */
export class SourceLines {
  readonly #cells = new Map<number, Known>();
  readonly #byCount = new Map<number, Known>();

  /** The name that a cell's script carries in stack traces. */
  static scriptName(cell: number): string {
    return `cell-${cell}.ts`;
  }

  add(cell: number, compiled: CompiledCell): void {
    const outputLines = compiled.output.split("\n").length;
    const known = { ...compiled, outputLines, parsed: undefined };
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
    let line = fromLine;
    let column = fromColumn;
    if (line >= cell.outputLines) return undefined;
    if (line === 0) column -= (cell.isAsync ? ASYNC_WRAPPER : SYNC_WRAPPER).length;
    cell.parsed ??= cell.maps.map((map) => new SourceMap(JSON.parse(map) as SourceMapPayload));
    for (const map of cell.parsed.toReversed()) {
      const entry = map.findEntry(line, column);
      if (!("originalLine" in entry)) return undefined;
      line = entry.originalLine;
      column = entry.originalColumn;
    }
    line -= cell.linesBefore;
    return line < 0 ? undefined : { count: cell.count, line: line + 1, column: column + 1 };
  }
}
