import type ts from "typescript";
import type { Cell } from "./cell";
import { relative } from "./paths";
import type { TypeScript } from "./typescript";

/** A place in code; all counted from zero, in 16-bit units. */
export interface Position {
  offset: number;
  line: number;
  character: number;
}

/** A sentence of TypeScript, in English, and its number. */
export interface Message {
  code: number;
  text: string;
}

/** Something that TypeScript finds wrong, and where. */
export interface Diagnostic extends Message {
  start: Position;
  end: Position;
  /** Why, from the outermost reason to the innermost. */
  explanations: Message[];
  /** The file beside the notebook in which it lies; undefined for the cell itself. */
  fileName?: string;
}

/** "implicitly has an 'any' type", said of a variable where it is used, and where it is declared. */
const IMPLICIT_ANY = new Set([7005, 7034]);

/** "is used before being assigned". */
const UNASSIGNED = 2454;

/** "Did you forget to use 'await'?", which stands beside an error, not in it. */
const FORGOT_AWAIT = 2773;

/** `import x = require("m")` is said not to be for modules like cells; here it works. */
const IMPORT_REQUIRE = 1202;

/** The same for `export = x`, which is right in files that are CommonJS. */
const EXPORT_EQUALS = 1203;

/**
 * What is wrong with a cell, without what only looks wrong because its code goes on in other cells, or
 * because TypeScript takes CommonJS files for ES modules.
 *
 * @param isEs - Whether a file is an ES module whatever stands in it.
 */
export function errorsOf(
  typescript: TypeScript,
  diagnostics: readonly ts.Diagnostic[],
  { file }: Cell,
  isEs: (path: string) => boolean,
): ts.Diagnostic[] {
  function isFalseAlarm({ code, start, file: at }: ts.Diagnostic): boolean {
    if (code === IMPORT_REQUIRE) return true;
    if (at !== undefined && at !== file) return code === EXPORT_EQUALS && !isEs(at.fileName);
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
      diagnostic.category === typescript.DiagnosticCategory.Error && !isFalseAlarm(diagnostic),
  );
}

function isInFunction(typescript: TypeScript, node: ts.Node): boolean {
  if (typescript.isSourceFile(node)) return false;
  return typescript.isFunctionLike(node) || isInFunction(typescript, node.parent);
}

/**
 * Diagnostics without TypeScript's own objects, which hold on to whole programs.
 *
 * @param file - The cell's.
 * @param folder - The notebook's, which is in no message.
 */
export function toDiagnostics(
  typescript: TypeScript,
  diagnostics: readonly ts.Diagnostic[],
  cellFile: ts.SourceFile,
  folder: string,
): Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => {
    const { file, start = 0, length = 0, messageText, code, relatedInformation = [] } = diagnostic;
    if (file === undefined) return [];
    const place = (offset: number): Position => ({
      offset,
      ...typescript.getLineAndCharacterOfPosition(file, offset),
    });
    const beside = relatedInformation.filter((one) => one.code === FORGOT_AWAIT);
    const messages = [
      ...messagesOf(messageText, code),
      ...beside.flatMap((one) => messagesOf(one.messageText, one.code)),
    ];
    const [text, ...explanations] = messages.map((message) => ({
      ...message,
      // TypeScript tells types of the same name apart by their files.
      text: message.text.replaceAll(`${folder}/`, "./"),
    }));
    return {
      ...text,
      explanations,
      start: place(start),
      end: place(start + length),
      fileName: file === cellFile ? undefined : relative(folder, file.fileName),
    };
  });
}

/** A message and its explanations, one after the other. */
function messagesOf(message: string | ts.DiagnosticMessageChain, code: number): Message[] {
  if (typeof message === "string") return [{ code, text: message }];
  const inner = (message.next ?? []).flatMap((next) => messagesOf(next, next.code));
  return [{ code: message.code, text: message.messageText }, ...inner];
}
