import { words } from "../../text/texts";
import { ownPlace, withOwnLine } from "../compiler/own-lines";
import { withPlainMessage } from "../compiler/plain-messages";
import { asText, shorten } from "./as-text";
import { codeFrame, type ErrorContent, headline } from "./error-content";
import { home } from "./home";
import { say } from "./language";
import type { SourceLines } from "./source-lines";

/** Frames kept per error: enough to find the cell below a deep library. */
const FRAMES = 50;

/** As Node's own first line: also of objects that are no errors, as console.trace makes one. */
function head(error: unknown): string {
  try {
    return Error.prototype.toString.call(withPlainMessage(error));
  } catch {
    return "Error";
  }
}

/**
 * Where cells are run by `eval`, V8 calls each of their functions that has no name by that one, and all else
 * that it runs a file.
 */
function withoutEval(frame: string): string {
  return frame.replace(
    /at (async )?eval \(([^()]+:\d+:\d+)\)$/,
    (_, isAsync = "", place) => `at ${isAsync}${place}`,
  );
}

/** Lines of a stack with the places that their authors know, without those of the machinery. */
function ownLines(frames: string[], sources: SourceLines): string[] {
  return frames
    .map((frame) => sources.rewrite(frame) ?? "")
    .filter((frame) => frame !== "" && !home().isMachinery(frame))
    .map(withOwnLine)
    .map(home().withShortPath);
}

/**
 * Makes every `error.stack` name cells and the files beside them by their TypeScript lines, and leave
 * the machinery out.
 */
export function installStackTraces(sources: SourceLines): void {
  Error.stackTraceLimit = FRAMES;
  const text = (error: unknown, frames: string[]) =>
    [head(error), ...ownLines(frames, sources)].join("\n");
  Error.prepareStackTrace = (error, callSites) =>
    text(
      error,
      callSites.map((site) => withoutEval(`    at ${site}`)),
    );
  home().hookStacks?.((error, stack) => text(error, home().frames(stack)));
}

/** Frames shown of a deep recursion. */
const MOST_FRAMES = 12;

/** Frames shown of packages, where there is none of a cell. */
const FOREIGN_FRAMES = 3;

/** Errors shown of all that hang on one: causes, and what an AggregateError holds. */
const MOST_RELATED = 8;

/** Characters shown of one message. */
const MOST_CHARACTERS = 10_000;

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
  return home().isNativeError(value) || value instanceof Error;
}

/** An error's name; a class of one's own that sets none is named by itself. */
function nameOf(error: object): string {
  const name = readText(error, "name") || "Error";
  if (name !== "Error") return name;
  const made = read(error, "constructor");
  return (typeof made === "function" && readText(made, "name")) || name;
}

/** Name and message of anything that can be thrown. */
function nameAndMessage(thrown: unknown): { ename: string; evalue: string } {
  const [ename, evalue] = isError(thrown)
    ? [nameOf(thrown), readText(withPlainMessage(thrown), "message")]
    : ["Thrown", asText(thrown)];
  return { ename, evalue: shorten(evalue, MOST_CHARACTERS) };
}

/** The lines of a stack that lie in cells and files beside them, with the code of the innermost one. */
function cellFrames(error: object, sources: SourceLines): string[] {
  const all = ownLines(home().frames(readText(error, "stack")), sources);
  const frames = all.filter((line) => sources.place(line) ?? ownPlace(line));
  // No cell took part, as in the timer of a package: better its frames than none.
  if (frames.length === 0) return all.slice(0, FOREIGN_FRAMES);
  const lines = frames.slice(0, MOST_FRAMES);
  if (frames.length > MOST_FRAMES)
    lines.push(`    ${say(words("kernel.andMore", { count: frames.length - MOST_FRAMES }))}`);
  return [...codeOf(frames[0], sources), ...lines];
}

/** The code that a line of a stack names, with a caret under the place. */
function codeOf(frame: string, sources: SourceLines): string[] {
  const own = ownPlace(frame);
  if (own !== undefined) return codeFrame(own.code, own.line, own.column);
  const place = sources.place(frame);
  const code = place && sources.text(place);
  return place === undefined || code === undefined ? [] : codeFrame(code, place.line, place.column);
}

/** Shows one error after the other, each only once. */
class Report {
  readonly lines: string[] = [];
  readonly #sources: SourceLines;
  readonly #seen = new Set<unknown>();

  constructor(sources: SourceLines) {
    this.#sources = sources;
  }

  /** Adds an error and all that hangs on it. */
  add(label: string, thrown: unknown): void {
    if (this.#seen.has(thrown) || this.#seen.size > MOST_RELATED) return;
    this.#seen.add(thrown);
    const { ename, evalue } = nameAndMessage(thrown);
    this.lines.push(label + headline(ename, evalue));
    if (!isError(thrown)) return;
    this.lines.push(...cellFrames(thrown, this.#sources));
    for (const [at, error] of listOf(read(thrown, "errors")).entries()) {
      this.add(say(words("kernel.oneOfThese", { n: at + 1 })), error);
    }
    const cause = read(thrown, "cause");
    if (cause !== undefined) this.add(say(words("kernel.causedBy")), cause);
  }
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value.slice(0, MOST_RELATED) : [];
}

/** What was thrown, as front ends show it: only the cells' own frames; causes and parts included. */
export function runtimeErrorContent(thrown: unknown, sources: SourceLines): ErrorContent {
  const report = new Report(sources);
  report.add("", thrown);
  if (!isError(thrown)) {
    report.lines.push(`  ${say(words("hints.label", { hint: words("hints.throwError") }))}`);
  }
  return { ...nameAndMessage(thrown), traceback: report.lines };
}
