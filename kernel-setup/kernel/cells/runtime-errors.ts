import { types } from "node:util";
import { asText } from "./as-text";
import { codeFrame } from "./caret";
import { type ErrorContent, headline } from "./error-content";
import type { SourceLines } from "./source-lines";

/** Frames shown of a deep recursion. */
const MOST_FRAMES = 12;

/** Errors shown that are each other's cause. */
const MOST_CAUSES = 8;

/** Reads a property of a thrown value, which may refuse. */
function read(error: object, key: string): unknown {
  try {
    return (error as Record<string, unknown>)[key];
  } catch {
    return undefined;
  }
}

function readText(error: object, key: string): string {
  const value = read(error, key);
  return typeof value === "string" ? value : "";
}

function isError(value: unknown): value is object {
  return types.isNativeError(value) || value instanceof Error;
}

/** Name and message of anything that can be thrown. */
function nameAndMessage(thrown: unknown): { ename: string; evalue: string } {
  if (!isError(thrown)) return { ename: "Thrown", evalue: asText(thrown) };
  return { ename: readText(thrown, "name") || "Error", evalue: readText(thrown, "message") };
}

/** The lines of a stack that lie in cells, with the code of the innermost one. */
function cellFrames(error: object, sources: SourceLines): string[] {
  const frames = readText(error, "stack")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .map((line) => sources.rewrite(line))
    .filter((line) => line !== undefined && sources.place(line) !== undefined) as string[];
  if (frames.length === 0) return [];
  const lines = frames.slice(0, MOST_FRAMES);
  if (frames.length > MOST_FRAMES) lines.push(`    … and ${frames.length - MOST_FRAMES} more`);
  const place = sources.place(frames[0]);
  const code = place && sources.text(place);
  if (place === undefined || code === undefined) return lines;
  return [...codeFrame(code, place.line, place.column), ...lines];
}

/** What was thrown, as front ends show it: only the cells' own frames, causes included. */
export function runtimeErrorContent(thrown: unknown, sources: SourceLines): ErrorContent {
  const { ename, evalue } = nameAndMessage(thrown);
  const traceback = [headline(ename, evalue)];
  if (!isError(thrown)) return { ename, evalue, traceback };
  traceback.push(...cellFrames(thrown, sources));
  const seen = new Set<unknown>([thrown]);
  let cause = read(thrown, "cause");
  while (cause !== undefined && !seen.has(cause) && seen.size <= MOST_CAUSES) {
    seen.add(cause);
    const { ename: name, evalue: message } = nameAndMessage(cause);
    traceback.push(`Caused by ${headline(name, message)}`);
    if (!isError(cause)) break;
    traceback.push(...cellFrames(cause, sources));
    cause = read(cause, "cause");
  }
  return { ename, evalue, traceback };
}
