import type { ReadMap, Trace } from "./module-home";

/** An own file as it was compiled once. */
interface Compiled {
  /** What its author calls it, from the notebook's folder. */
  name: string;
  text: string;
  map: string;
  readMap: ReadMap;
  /** Whether its script has a line more before it, which stack traces count. */
  countsFirstLine: boolean;
  trace?: Trace;
}

/** A place in an own file, counted from one, and the code of its line. */
export interface OwnPlace {
  name: string;
  line: number;
  column: number;
  code: string;
}

/** `at `, what is called and a bracket, as far as they are there; file, line, column, bracket. */
const FRAME = /^(\s*at (?:async )?(?:.*? \()?)(.+?):(\d+):(\d+)(\)?)$/;

const scripts = new Map<string, Compiled>();
const latest = new Map<string, Compiled>();

/**
 * Keeps where the lines of a compiled file come from, for stack traces.
 *
 * @returns The name for its script: another one each time, since functions of a file as it was before
 * may still be called.
 */
export function keepLines(filename: string, compiled: Compiled): string {
  let script = filename;
  for (let version = 2; scripts.has(script); version++) script = `${filename}?${version}`;
  scripts.set(script, compiled);
  latest.set(compiled.name, compiled);
  return script;
}

/** A line of a stack trace in an own file as its author knows it: `at area (lib/shapes.ts:6:9)`. */
export function withOwnLine(frame: string): string {
  const [, start, script, line, column, end] = FRAME.exec(frame) ?? [];
  const known = script === undefined ? undefined : scripts.get(script);
  if (known === undefined) return frame;
  known.trace ??= known.readMap(known.map);
  const at = Number(line) - (known.countsFirstLine ? 1 : 0);
  const found = known.trace(at - 1, Number(column) - 1);
  const place = found === undefined ? `${at}:${column}` : `${found.line + 1}:${found.column + 1}`;
  return `${start}${known.name}:${place}${end}`;
}

/** The place that such a line names. */
export function ownPlace(frame: string): OwnPlace | undefined {
  const [, , name, line, column] = FRAME.exec(frame) ?? [];
  const known = name === undefined ? undefined : latest.get(name);
  if (known === undefined) return undefined;
  const code = known.text.split("\n")[Number(line) - 1] ?? "";
  return { name, line: Number(line), column: Number(column), code };
}
