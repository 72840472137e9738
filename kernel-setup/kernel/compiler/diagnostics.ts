import { relative } from "node:path";
import type { Diagnostic, DiagnosticPos } from "tslab/dist/converter";
import type ts from "typescript";
import type { Cell } from "./cell";
import type { TypeScript } from "./typescript";

/** "implicitly has an 'any' type", said of a variable where it is used, and where it is declared. */
const IMPLICIT_ANY = new Set([7005, 7034]);

/** "is not defined" and the like need no more than the text; all but these may be false alarms. */
export function errorsOf(diagnostics: readonly ts.Diagnostic[], cell: Cell): ts.Diagnostic[] {
  return diagnostics.filter(({ category, code, file, start }) => {
    // The values of DiagnosticCategory.Error and of a variable's first use in the same cell.
    if (category !== 1) return false;
    if (!IMPLICIT_ANY.has(code) || file !== cell.file || start === undefined) return true;
    // A variable of an earlier cell: what it was given there is not followed here.
    const name = /^[\p{ID_Start}$_][\p{ID_Continue}$]*/u.exec(cell.file.text.slice(start))?.[0];
    return name === undefined || cell.file.locals?.has(name as ts.__String) === true;
  });
}

/** Diagnostics in the form that tslab's converter gives them. */
export function toDiagnostics(
  typescript: TypeScript,
  diagnostics: readonly ts.Diagnostic[],
  cell: Cell | undefined,
  folder: string,
): Diagnostic[] {
  return diagnostics.flatMap(({ file, start = 0, length = 0, messageText, category, code }) => {
    if (file === undefined) return [];
    const place = (offset: number): DiagnosticPos => ({
      offset,
      ...typescript.getLineAndCharacterOfPosition(file, offset),
    });
    const common = {
      start: place(start),
      end: place(start + length),
      fileName: file === cell?.file ? undefined : relative(folder, file.fileName),
    };
    const found: Diagnostic[] = [];
    function add(message: string | ts.DiagnosticMessageChain): void {
      if (typeof message === "string") {
        found.push({ ...common, messageText: message, category, code });
        return;
      }
      const { messageText: text, category: kind, code: number } = message;
      found.push({ ...common, messageText: text, category: kind, code: number });
      for (const next of message.next ?? []) add(next);
    }
    add(messageText);
    return found;
  });
}
