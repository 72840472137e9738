import type { Json } from "../../wire/message";
import { syntaxErrors } from "./syntax-errors";

/** What has no end yet, wherever TypeScript reports it: a template, a comment. */
const UNTERMINATED = new Set([1010, 1160]);

/** Whether code can be run as it is, needs more lines, or is wrong whatever follows. */
export function isComplete(content: Json): Json {
  const code = String(content.code ?? "");
  const errors = syntaxErrors(code);
  if (errors.length === 0) return { status: "complete" };
  const end = code.trimEnd().length;
  const unfinished = errors.every(
    (error) => error.start.offset >= end || UNTERMINATED.has(error.code),
  );
  return unfinished ? { status: "incomplete", indent: indentAfter(code) } : { status: "invalid" };
}

/** The blanks for the next line: those of the last one, more after an opening bracket. */
function indentAfter(code: string): string {
  const line = code.trimEnd().split("\n").at(-1) ?? "";
  const indent = /^\s*/.exec(line)?.[0] ?? "";
  return /[[({]$/.test(line) ? `${indent}  ` : indent;
}
