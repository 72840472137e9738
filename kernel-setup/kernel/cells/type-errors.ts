import type { Diagnostic } from "tslab/dist/converter";
import { codeFrame } from "./caret";
import { type ErrorContent, headline } from "./error-content";
import { syntaxErrors } from "./syntax-errors";

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

function placeOf({ fileName, start }: Diagnostic): string {
  const place = `${start.line + 1}:${start.character + 1}`;
  return fileName === undefined ? place : `${fileName}:${place}`;
}

function describe([first, ...explanations]: Diagnostic[], lines: string[]): string {
  const text = [`${placeOf(first)} - ${first.messageText} (TS${first.code})`];
  explanations.forEach((explanation, depth) => {
    text.push(`${"  ".repeat(depth + 1)}${explanation.messageText}`);
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

/**
 * The type errors of a cell as one error: name, place, message, and carets under the code.
 *
 * @param diagnostics - At least one.
 */
export function typeErrorContent(diagnostics: Diagnostic[], code: string): ErrorContent {
  const lines = code.split("\n");
  // Code that cannot be read has errors of type too, which only lead astray.
  const syntax = syntaxErrors(code);
  const groups = group(syntax.length > 0 ? syntax : diagnostics);
  const ename = syntax.length > 0 ? "SyntaxError" : "TypeScriptError";
  const [first] = groups[0];
  const more = groups.length === 1 ? "" : ` (and ${groups.length - 1} more)`;
  const evalue = `${placeOf(first)} - ${first.messageText}${more}`;
  const descriptions = groups.map((diagnostic) => describe(diagnostic, lines));
  return {
    ename,
    evalue,
    traceback: [headline(ename, descriptions[0]), ...descriptions.slice(1)],
  };
}
