import type ts from "@tslab/typescript-for-tslab";
import type { Diagnostic, DiagnosticPos } from "tslab/dist/converter";
import { loadTypeScript } from "./typescript";

/** What TypeScript cannot read in a cell, without looking at any type. */
export function syntaxErrors(code: string): Diagnostic[] {
  const typescript = loadTypeScript();
  const { ScriptTarget, ScriptKind } = typescript;
  const file = typescript.createSourceFile(
    "cell.ts",
    code,
    ScriptTarget.Latest,
    false,
    ScriptKind.TS,
  ) as ts.SourceFile & { parseDiagnostics: ts.DiagnosticWithLocation[] };
  const place = (offset: number): DiagnosticPos => ({
    offset,
    ...typescript.getLineAndCharacterOfPosition(file, offset),
  });
  return file.parseDiagnostics.map((error) => ({
    start: place(error.start),
    end: place(error.start + error.length),
    messageText: typescript.flattenDiagnosticMessageText(error.messageText, "\n"),
    category: error.category,
    code: error.code,
  }));
}
