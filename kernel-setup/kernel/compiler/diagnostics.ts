import { relative } from "node:path";
import type { Diagnostic, DiagnosticPos } from "tslab/dist/converter";
import type ts from "typescript";
import type { Cell } from "./cell";
import type { TypeScript } from "./typescript";

/** "implicitly has an 'any' type", said of a variable where it is used, and where it is declared. */
const IMPLICIT_ANY = new Set([7005, 7034]);

/** "is used before being assigned". */
const UNASSIGNED = 2454;

/** `import x = require("m")` is said not to be for modules like cells; here it works. */
const IMPORT_REQUIRE = 1202;

/** What is wrong with a cell, without what only looks wrong because its code goes on in other cells. */
export function errorsOf(
  typescript: TypeScript,
  diagnostics: readonly ts.Diagnostic[],
  { file }: Cell,
): ts.Diagnostic[] {
  function isFalseAlarm({ code, start }: ts.Diagnostic): boolean {
    if (code === IMPORT_REQUIRE) return true;
    if (start === undefined || !(IMPLICIT_ANY.has(code) || code === UNASSIGNED)) return false;
    const node = typescript.getTouchingPropertyName(file, start);
    if (!typescript.isIdentifier(node)) return false;
    // A function may be called by a later cell, which has given the variable its value.
    if (code === UNASSIGNED) return isInFunction(typescript, node);
    // What an earlier cell puts into its variables is not followed here.
    return file.locals?.has(node.escapedText) !== true;
  }
  return diagnostics.filter(
    (diagnostic) =>
      diagnostic.category === typescript.DiagnosticCategory.Error &&
      !(diagnostic.file === file && isFalseAlarm(diagnostic)),
  );
}

function isInFunction(typescript: TypeScript, node: ts.Node): boolean {
  if (typescript.isSourceFile(node)) return false;
  return typescript.isFunctionLike(node) || isInFunction(typescript, node.parent);
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
    // TypeScript tells types of the same name apart by their files.
    const withoutFolder = (text: string) => text.replaceAll(`${folder}/`, "./");
    function add(message: string | ts.DiagnosticMessageChain): void {
      if (typeof message === "string") {
        found.push({ ...common, messageText: withoutFolder(message), category, code });
        return;
      }
      const { messageText: text, category: kind, code: number } = message;
      found.push({ ...common, messageText: withoutFolder(text), category: kind, code: number });
      for (const next of message.next ?? []) add(next);
    }
    add(messageText);
    return found;
  });
}
