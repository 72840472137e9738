import type ts from "typescript";
import type { TypeScript } from "./typescript";

/** A parsed file, with what TypeScript keeps on it for itself. */
export type CellFile = ts.SourceFile & {
  path: ts.Path;
  resolvedPath: ts.Path;
  originalFileName: string;
  /** The names declared at the top of the file. */
  locals?: Map<ts.__String, ts.Symbol>;
  identifiers: Map<string, string>;
  imports?: readonly ts.StringLiteralLike[];
  parseDiagnostics: ts.DiagnosticWithLocation[];
  nodeCount: number;
};

/** What a name stands for; a class is a value and a type at once. */
export const MEANING = { value: 1, type: 2, namespace: 4 } as const;

/**
 * One cell's code on its way through TypeScript. The cells that ran before it form a chain: the
 * file of each has the one before as its parent, so that TypeScript's look-up of a name goes on from
 * a cell to the earlier ones. A later declaration hides an earlier one, as an inner block does.
 */
export interface Cell {
  file: CellFile;
  /** What later cells see in place of the file, when the cell failed before its end. */
  view: CellFile | undefined;
  previous: Cell | undefined;
  /** What its imports were found to be, when it was compiled. */
  imports: Map<string, ts.ResolvedModuleWithFailedLookupLocations>;
  /** The names it declares, each with a sum of MEANING; known once it was checked. */
  names: Map<string, number>;
}

/** Reads a cell's code, without looking at any type. */
export function parseCell(
  typescript: TypeScript,
  fileName: string,
  code: string,
  options: ts.CompilerOptions,
): CellFile {
  const file = typescript.createSourceFile(
    fileName,
    code,
    {
      languageVersion: typescript.ScriptTarget.ES2022,
      setExternalModuleIndicator: typescript.getSetExternalModuleIndicator(options),
    },
    false,
    typescript.ScriptKind.TS,
  ) as CellFile;
  file.path = fileName as ts.Path;
  file.resolvedPath = fileName as ts.Path;
  file.originalFileName = fileName;
  return file;
}

/** A cell and those before it, the latest first. */
export function* chain(from: Cell | undefined): Generator<Cell> {
  for (let cell = from; cell !== undefined; cell = cell.previous) yield cell;
}

/** Puts a cell behind another one. */
export function link(cell: Cell, previous: Cell | undefined): void {
  cell.previous = previous;
  for (const file of [cell.file, cell.view]) {
    if (file !== undefined) {
      (file as { parent: ts.Node | undefined }).parent = previous?.view ?? previous?.file;
    }
  }
}

/** The names of a cell that later cells see. */
export function visibleLocals({ file, view }: Cell): ReadonlyMap<ts.__String, ts.Symbol> {
  return (view ?? file).locals ?? new Map();
}

/** The names a checked cell declares, and what they stand for. */
export function declaredNames(
  typescript: TypeScript,
  file: CellFile,
  checker: ts.TypeChecker,
): Map<string, number> {
  const { Value, Type, Namespace, Alias } = typescript.SymbolFlags;
  const names = new Map<string, number>();
  for (const [name, local] of file.locals ?? []) {
    // What the name of an exported declaration stands for is kept in another place.
    const symbol = checker.getExportSymbolOfSymbol(local);
    const { flags } = symbol.flags & Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const meaning =
      (flags & Value ? MEANING.value : 0) |
      (flags & Type ? MEANING.type : 0) |
      (flags & Namespace ? MEANING.namespace : 0);
    names.set(typescript.unescapeLeadingUnderscores(name), meaning);
  }
  return names;
}

/**
 * Takes cells out of the chain of which no later one can see anything: cells without names, and
 * those whose every name was declared anew and is used by nobody in between.
 */
export function prune(typescript: TypeScript, latest: Cell): void {
  const everything = MEANING.value | MEANING.type | MEANING.namespace;
  /** What later cells have given each name: the next cell sees no earlier meaning of it. */
  const hidden = new Map<string, number>();
  /** In which meanings the kept cells read each name from the cells before them. */
  const read = new Map<string, number>();
  let kept: Cell | undefined;
  for (const cell of [...chain(latest)]) {
    const isSeen = [...cell.names].some(
      ([name, meaning]) =>
        (meaning & ~(hidden.get(name) ?? 0)) !== 0 || (meaning & (read.get(name) ?? 0)) !== 0,
    );
    if (!isSeen && !changesGlobals(typescript, cell.file)) continue;
    if (kept !== undefined) link(kept, cell);
    kept = cell;
    for (const [name, meaning] of cell.names) {
      hidden.set(name, (hidden.get(name) ?? 0) | meaning);
      read.set(name, (read.get(name) ?? 0) & ~meaning);
    }
    for (const name of cell.file.identifiers.keys()) {
      const own = cell.names.get(name) ?? 0;
      read.set(name, (read.get(name) ?? 0) | (everything & ~own));
    }
  }
  if (kept !== undefined) link(kept, undefined);
}

/** Whether a file says something about globals or other modules, for as long as the kernel lives. */
export function changesGlobals(typescript: TypeScript, file: ts.SourceFile): boolean {
  return file.statements.some(
    (statement) =>
      typescript.isModuleDeclaration(statement) &&
      (typescript.isStringLiteral(statement.name) || statement.name.text === "global"),
  );
}
