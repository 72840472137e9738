import type { Diagnostic } from "tslab/dist/converter";
import type { Words } from "../../../src/text/languages";
import { words } from "../../text/texts";
import { shorten } from "./as-text";
import { notReached } from "./cell-progress";
import { codeFrame, type ErrorContent, headline } from "./error-content";
import { hintFor, nameNotFound } from "./hints";
import { language, say } from "./language";
import { syntaxErrors } from "./syntax-errors";
import { translated } from "./translation";

/** Errors shown of one cell; the rest is counted. */
const MOST_ERRORS = 10;

/** Explanations shown of one error: the outermost ones and, after a gap, the innermost. */
const MOST_EXPLANATIONS = 4;

/** Characters shown of one message, in which TypeScript may repeat long types. */
const MOST_CHARACTERS = 400;

function samePlace(a: Diagnostic, b: Diagnostic): boolean {
  return (
    a.fileName === b.fileName && a.start.offset === b.start.offset && a.end.offset === b.end.offset
  );
}

/** tslab hands on an error and its explanations one by one; here they are together again. */
function group(diagnostics: Diagnostic[]): Diagnostic[][] {
  const groups: Diagnostic[][] = [];
  for (const diagnostic of diagnostics) {
    const last = groups.at(-1);
    if (last !== undefined && samePlace(last[0], diagnostic)) last.push(diagnostic);
    else groups.push([diagnostic]);
  }
  return groups;
}

/**
 * What is left after what only tslab's way of working brought up: names that a cell's declarations
 * would hide (TS4000 to TS4199), and lines that it put behind the cell.
 */
function ofTheCell(diagnostics: Diagnostic[], lines: number): Diagnostic[] {
  const own = diagnostics.filter(
    ({ code, fileName, start }) =>
      (code < 4000 || code > 4199) && (fileName !== undefined || start.line < lines),
  );
  return own.length > 0 ? own : diagnostics;
}

function shortened<T>(list: T[], most: number, gap: T): T[] {
  return list.length <= most ? list : [...list.slice(0, most - 1), gap, ...list.slice(-1)];
}

function placeOf({ fileName, start }: Diagnostic): string {
  const place = `${start.line + 1}:${start.character + 1}`;
  return fileName === undefined ? place : `${fileName}:${place}`;
}

/** A message in the language of the cell, however long the types in it are. */
function wordsOf({ code, messageText }: Diagnostic): string {
  return shorten(translated(code, messageText, language()), MOST_CHARACTERS);
}

function describe([first, ...explanations]: Diagnostic[], lines: string[]): string {
  const message = wordsOf(first);
  const text = [`${placeOf(first)} - ${message} (TS${first.code})`];
  const inner = explanations.map(wordsOf);
  shortened(inner, MOST_EXPLANATIONS, "…").forEach((explanation, depth) => {
    text.push(`${"  ".repeat(depth + 1)}${explanation}`);
  });
  const code = lines[first.start.line];
  if (first.fileName === undefined && code !== undefined) {
    const { line, character } = first.start;
    const length =
      first.end.line === line ? first.end.character - character : code.length - character;
    text.push(...codeFrame(code, line + 1, character + 1, length));
  }
  return text.join("\n");
}

/** The errors one after the other, each kind explained in plain words where it comes first. */
function describeAll(
  groups: Diagnostic[][],
  lines: string[],
  missing: ReadonlyMap<string, number>,
): string[] {
  const hinted = new Set<number>();
  const named = new Set<string>();
  function hintOf([{ code, messageText }, ...rest]: Diagnostic[]): string | Words | undefined {
    const name = nameNotFound(code, messageText);
    const count = name === undefined ? undefined : missing.get(name);
    if (name !== undefined && count !== undefined) {
      const isFirst = !named.has(name);
      named.add(name);
      return isFirst ? notReached(name, count) : undefined;
    }
    const isFirst = !hinted.has(code);
    hinted.add(code);
    return isFirst ? hintFor(code, messageText, rest.length > 0) : undefined;
  }
  const descriptions = groups.slice(0, MOST_ERRORS).map((diagnostics) => {
    const hint = hintOf(diagnostics);
    return (
      describe(diagnostics, lines) +
      (hint === undefined ? "" : `\n  ${say(words("hints.label", { hint }))}`)
    );
  });
  if (groups.length > MOST_ERRORS)
    descriptions.push(say(words("kernel.andMore", { count: groups.length - MOST_ERRORS })));
  return descriptions;
}

/**
 * The type errors of a cell as one error: name, place, message, and carets under the code.
 *
 * @param diagnostics - At least one.
 * @param missing - Names that a cell of that number would have declared, if it had not stopped before.
 */
export function typeErrorContent(
  diagnostics: Diagnostic[],
  code: string,
  missing: ReadonlyMap<string, number>,
): ErrorContent {
  const lines = code.split("\n");
  // Code that cannot be read has errors of type too, which only lead astray.
  const syntax = syntaxErrors(code);
  const groups = group(syntax.length > 0 ? syntax : ofTheCell(diagnostics, lines.length));
  const ename = syntax.length > 0 ? "SyntaxError" : "TypeScriptError";
  const [first] = groups[0];
  const more = groups.length === 1 ? "" : say(words("kernel.more", { count: groups.length - 1 }));
  const evalue = `${placeOf(first)} - ${wordsOf(first)}${more}`;
  const descriptions = describeAll(groups, lines, missing);
  return {
    ename,
    evalue,
    traceback: [headline(ename, descriptions[0]), ...descriptions.slice(1)],
  };
}
