import type { Json } from "../../jupyter/messages/message";
import { syntaxErrors } from "./syntax-errors";

/** What has no end yet, wherever TypeScript reports it: a comment, a template. */
const UNTERMINATED = new Set([1010, 1160]);

/** A string or regular expression must end on its line, so that no further line helps it. */
const HOPELESS = new Set([1002, 1161]);

/** Whether code can be run as it is, needs more lines, or is wrong whatever follows. */
export function isComplete(content: Json): Json {
  const code = String(content.code ?? "");
  const errors = syntaxErrors(code);
  if (errors.length === 0) return { status: "complete" };
  const end = code.trimEnd().length;
  const unfinished = errors.every(
    ({ start, code: number }) =>
      !HOPELESS.has(number) && (start.offset >= end || UNTERMINATED.has(number)),
  );
  return unfinished ? { status: "incomplete", indent: indentAfter(code) } : { status: "invalid" };
}

/** A line whose next one lies deeper although no bracket is open: a head without its body. */
const HEAD = /^\s*(?:(?:if|for|while)\b.*\)|(?:}\s*)?else|do|case\b.*:|default:)\s*$/;

/** The blanks for the next line: those of the last one, more after an opening bracket or a head. */
function indentAfter(code: string): string {
  const line = code.trimEnd().split("\n").at(-1) ?? "";
  const indent = /^\s*/.exec(line)?.[0] ?? "";
  // A bracket that closes at the start of a line belongs to an earlier one.
  const rest = line.replace(/^[\s\])}]+/, "");
  const opened = (rest.match(/[[({]/g) ?? []).length - (rest.match(/[\])}]/g) ?? []).length;
  return opened > 0 || HEAD.test(line) ? `${indent}  ` : indent;
}
