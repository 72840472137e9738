import type ts from "typescript";
import { type Cell, type CellFile, link, MEANING } from "./cell";
import type { TypeScript } from "./typescript";

type Table = Map<ts.__String, ts.Symbol>;

/**
 * Lets later cells see of a cell that failed what it had reached: the values it had, and all mere
 * types. Whatever else it declares stays hidden, so that an earlier declaration of the name counts.
 * The cell itself is left as it is, since the types of what it reached follow from all of it.
 *
 * @param missing - The names whose declarations it did not reach.
 */
export function hideMissing(typescript: TypeScript, cell: Cell, missing: readonly string[]): void {
  const { Interface, TypeAlias, NamespaceModule, Class, Enum, Value, ExportValue, Alias } =
    typescript.SymbolFlags;

  /** The part of a symbol that is there without its value. */
  function typesOf(symbol: ts.Symbol): ts.Symbol | undefined {
    const { flags } = symbol;
    const rest = flags & ~(Value | ExportValue);
    // A class or enum is one thing: its type would be of use to nobody.
    if (
      flags & (Class | Enum | Alias) ||
      (rest & (Interface | TypeAlias | NamespaceModule)) === 0
    ) {
      return undefined;
    }
    // By its number the checker knows what it found out about a symbol: both share that.
    typescript.getSymbolId(symbol);
    return Object.create(symbol, { flags: { value: rest } }) as ts.Symbol;
  }

  function withoutMissing(table: Table): Table {
    const left: Table = new Map(table);
    for (const name of missing) {
      const key = typescript.escapeLeadingUnderscores(name);
      const symbol = table.get(key);
      const types = symbol && typesOf(symbol);
      if (types === undefined) left.delete(key);
      else left.set(key, types);
    }
    return left;
  }

  const { file } = cell;
  const { symbol } = file as unknown as { symbol: ts.Symbol };
  const locals = withoutMissing(file.locals ?? new Map());
  const exports = withoutMissing((symbol.exports ?? new Map()) as Table);
  cell.view = Object.create(file, {
    locals: { value: locals },
    symbol: { value: Object.create(symbol, { exports: { value: exports } }) },
    parent: { value: undefined, writable: true },
  }) as CellFile;
  link(cell, cell.previous);
  for (const name of missing) {
    const key = typescript.escapeLeadingUnderscores(name);
    const left = (cell.names.get(name) ?? 0) & ~MEANING.value;
    if (left !== 0 && (locals.has(key) || exports.has(key))) cell.names.set(name, left);
    else cell.names.delete(name);
  }
}
