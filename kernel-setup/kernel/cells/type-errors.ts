import type { Json } from "../../jupyter/messages/message";
import { words } from "../../text/texts";
import type { Refused } from "../compiler/compiler";
import type { Diagnostic, Message } from "../compiler/diagnostics";
import { shorten } from "./as-text";
import { notReached } from "./cell-progress";
import { codeFrame, type ErrorContent, headline } from "./error-content";
import { hintFor, nameNotFound } from "./hints";
import { home } from "./home";
import { language, say } from "./language";
import { translated } from "./translation";

/** Errors shown of one cell; the rest is counted. */
const MOST_ERRORS = 10;

/** Explanations shown of one error: the outermost ones and, after a gap, the innermost. */
const MOST_EXPLANATIONS = 4;

/** Characters shown of one message, in which TypeScript may repeat long types. */
const MOST_CHARACTERS = 400;

function shortened<T>(list: T[], most: number, gap: T): T[] {
  return list.length <= most ? list : [...list.slice(0, most - 1), gap, ...list.slice(-1)];
}

function placeOf({ fileName, start }: Diagnostic): string {
  const place = `${start.line + 1}:${start.character + 1}`;
  return fileName === undefined ? place : `${fileName}:${place}`;
}

/** A message in the language of the cell, however long the types in it are. */
function wordsOf({ code, text }: Message): string {
  return shorten(translated(code, text, language()), MOST_CHARACTERS);
}

function describe(error: Diagnostic, lines: string[]): string {
  const text = [`${placeOf(error)} - ${wordsOf(error)} (TS${error.code})`];
  const inner = error.explanations.map(wordsOf);
  shortened(inner, MOST_EXPLANATIONS, "…").forEach((explanation, depth) => {
    text.push(`${"  ".repeat(depth + 1)}${explanation}`);
  });
  const code = lines[error.start.line];
  if (error.fileName === undefined && code !== undefined) {
    const { line, character } = error.start;
    const length =
      error.end.line === line ? error.end.character - character : code.length - character;
    text.push(...codeFrame(code, line + 1, character + 1, length));
  }
  return text.join("\n");
}

type Missing = ReadonlyMap<string, number>;

/** What helps with an error, in plain words, and what that is about. */
function hintOf(
  { code, text, explanations }: Diagnostic,
  missing: Missing,
): { about: string | number; hint: string | undefined } {
  const name = nameNotFound(code, text);
  const count = name === undefined ? undefined : missing.get(name);
  if (name !== undefined && count !== undefined) {
    return { about: name, hint: notReached(name, count) };
  }
  const hint = hintFor(
    code,
    text,
    explanations.map((one) => one.code),
  );
  return { about: code, hint: hint && say(hint) };
}

/** An error whose texts name packages instead of folders of the machine. */
function withPackages({ text, explanations, ...rest }: Diagnostic, code: string): Diagnostic {
  const named = (message: string) => home().withPackageNames(message, code);
  const namedExplanations = explanations.map((one) => ({ ...one, text: named(one.text) }));
  return { ...rest, text: named(text), explanations: namedExplanations };
}

/** The errors one after the other, each kind explained in plain words where it comes first. */
function describeAll(errors: readonly Diagnostic[], lines: string[], missing: Missing): string[] {
  const explained = new Set<string | number>();
  const said = new Set<string | undefined>();
  const descriptions = errors.slice(0, MOST_ERRORS).map((error) => {
    const { about, hint } = hintOf(error, missing);
    const isNew = !explained.has(about) && !said.has(hint);
    explained.add(about);
    said.add(hint);
    const text = describe(error, lines);
    return hint === undefined || !isNew
      ? text
      : `${text}\n  ${say(words("hints.label", { hint }))}`;
  });
  if (errors.length > MOST_ERRORS)
    descriptions.push(say(words("kernel.andMore", { count: errors.length - MOST_ERRORS })));
  return descriptions;
}

const enameOf = ({ isSyntax }: Pick<Refused, "isSyntax">) =>
  isSyntax ? "SyntaxError" : "TypeScriptError";

/**
 * What is wrong with a cell as one error: name, place, message, and carets under the code.
 *
 * @param missing - Names that a cell of that number would have declared, if it had not stopped before.
 */
export function typeErrorContent(
  { errors, isSyntax }: Pick<Refused, "errors" | "isSyntax">,
  code: string,
  missing: Missing,
): ErrorContent {
  const ename = enameOf({ isSyntax });
  const named = errors.map((error) => withPackages(error, code));
  const [first] = named;
  const more = errors.length === 1 ? "" : say(words("kernel.more", { count: errors.length - 1 }));
  const evalue = `${placeOf(first)} - ${wordsOf(first)}${more}`;
  const descriptions = describeAll(named, code.split("\n"), missing);
  return {
    ename,
    evalue,
    traceback: [headline(ename, descriptions[0]), ...descriptions.slice(1)],
  };
}

/** What is wrong with a cell one by one, with its places: for an editor, which underlines it. */
export function typeErrorList(
  refused: Refused | undefined,
  cell: string,
  missing: Missing,
): Json[] {
  if (refused === undefined) return [];
  const ename = enameOf(refused);
  return refused.errors.map((found) => {
    const error = withPackages(found, cell);
    const { code, start, end, fileName, explanations } = error;
    const { hint } = hintOf(error, missing);
    return {
      ename,
      code,
      message: wordsOf(error),
      explanations: explanations.map(wordsOf),
      hint: hint ?? null,
      file: fileName ?? null,
      start: start.offset,
      end: end.offset,
      line: start.line + 1,
      column: start.character + 1,
      end_line: end.line + 1,
      end_column: end.character + 1,
    };
  });
}
