import type ts from "typescript";
import type { Cell } from "./cell";
import { importsOf } from "./imports";
import type { TypeScript } from "./typescript";

/** What is asked of the session that holds the cells. */
interface Imports {
  typescript: TypeScript;
  /** The file that an import of another file stands for. */
  importedFile(importer: ts.SourceFile, literal: ts.StringLiteralLike): ts.SourceFile | undefined;
}

/** Whether an import names a file by its place beside the importing one. */
export function isRelative(name: string): boolean {
  return /^\.\.?(?:[\\/]|$)/.test(name);
}

/** Whether a file is its author's own code: not declared elsewhere, no part of a package. */
export function isOwnFile(path: string): boolean {
  if (path.includes("/node_modules/") || /\.d\.[cm]?ts$/.test(path)) return false;
  return /\.(?:[cm]?[jt]s|[jt]sx|json)$/.test(path);
}

/** The files beside the notebook that a cell imports, also through each other. */
export function ownFiles(session: Imports, cell: Cell): ts.SourceFile[] {
  const found = new Map<string, ts.SourceFile>();
  function follow(importer: ts.SourceFile): void {
    for (const literal of importsOf(session.typescript, importer)) {
      const file = session.importedFile(importer, literal);
      if (file === undefined || !isOwnFile(file.fileName) || found.has(file.fileName)) continue;
      found.set(file.fileName, file);
      follow(file);
    }
  }
  follow(cell.file);
  return [...found.values()];
}
