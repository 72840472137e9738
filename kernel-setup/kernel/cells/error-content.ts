import type { Json } from "../../jupyter/messages/message";
import { words } from "../../text/texts";
import { say } from "./language";

/** What an error looks like on the wire, in `error` messages and in replies. */
export interface ErrorContent extends Json {
  ename: string;
  evalue: string;
  traceback: string[];
}

const RED = "\u001b[31m";
const PLAIN = "\u001b[39m";

/** The first line of a traceback; front ends show the name in red. */
export function headline(ename: string, evalue: string): string {
  return evalue === "" ? `${RED}${ename}${PLAIN}` : `${RED}${ename}${PLAIN}: ${evalue}`;
}

/** Thrown where a cell is stopped before it begins. */
export class InterruptedError extends Error {
  override name = "Interrupted";
}

/** A cell that was stopped. */
export function interrupted(): ErrorContent {
  const [ename, evalue] = ["Interrupted", say(words("kernel.interrupted"))];
  return { ename, evalue, traceback: [headline(ename, evalue)] };
}

/** Characters that take two columns in the fixed-width fonts of front ends (Korean among them). */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;

/** How many columns a text takes in such a font. */
export const columnsOf = (text: string): number => text.replace(WIDE, "--").length;

function blank(text: string): string {
  return text.replace(WIDE, "  ").replace(/[^\t ]/g, " ");
}

/**
 * A line of code with carets under a part of it.
 *
 * @param line - Counted from one.
 * @param column - Counted from one.
 * @param length - Characters to mark; at least one, at most to the line's end.
 * @example
 * codeFrame("let x: number = 'a';", 1, 5, 1).join("\n"); // the code, and ^ under the x
 */
export function codeFrame(code: string, line: number, column: number, length = 1): string[] {
  const gutter = `  ${line} | `;
  const marked = code.slice(column - 1, column - 1 + length);
  const carets = "^".repeat(Math.max(1, columnsOf(marked)));
  return [
    `${gutter}${code}`,
    `${" ".repeat(gutter.length - 2)}| ${blank(code.slice(0, column - 1))}${carets}`,
  ];
}
