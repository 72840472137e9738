import type ts from "typescript";
import { type Cell, chain } from "./cell";
import type { TypeScript } from "./typescript";

/**
 * Knows which identifiers of a cell stand for variables of this or an earlier cell. Those live in
 * one object, so that a function sees what a later cell assigns to a variable.
 */
export class CellNames {
  readonly #typescript: TypeScript;
  readonly #checker: ts.TypeChecker;
  readonly #symbols = new Set<ts.Symbol>();
  readonly #names = new Set<string>();
  /** Where the cell itself declares variables. */
  readonly #declarations = new Set<ts.Node>();
  readonly #own: Map<ts.__String, ts.Symbol>;
  /** The name of that object in the compiled cell; nothing else there is called so. */
  readonly objectName: string;

  constructor(typescript: TypeScript, checker: ts.TypeChecker, cell: Cell) {
    this.#typescript = typescript;
    this.#checker = checker;
    this.#own = cell.file.locals ?? new Map();
    for (const { file } of chain(cell)) {
      for (const [name, symbol] of file.locals ?? []) {
        this.#symbols.add(symbol);
        this.#names.add(typescript.unescapeLeadingUnderscores(name));
      }
    }
    for (const { declarations } of this.#own.values()) {
      for (const declaration of declarations ?? []) {
        if (
          typescript.isVariableDeclaration(declaration) ||
          typescript.isBindingElement(declaration)
        ) {
          this.#declarations.add(declaration);
        }
      }
    }
    let objectName = "cells";
    while (cell.file.identifiers.has(objectName) || this.#names.has(objectName)) {
      objectName = `_${objectName}`;
    }
    this.objectName = objectName;
  }

  /** The names that a cell declares with `var`, wherever in it. */
  get vars(): string[] {
    const { FunctionScopedVariable } = this.#typescript.SymbolFlags;
    return [...this.#own]
      .filter(([, { flags }]) => flags & FunctionScopedVariable)
      .map(([name]) => this.#typescript.unescapeLeadingUnderscores(name));
  }

  /** Whether a name as it is used at a place of the cell's code is that of a cell's variable. */
  isVariable(name: string, at: ts.Node): boolean {
    if (!this.#names.has(name)) return false;
    const symbol = this.#find(name, at);
    return symbol !== undefined && this.#symbols.has(symbol);
  }

  /** The same for an identifier of compiled code, which stands for itself where it is no use of one. */
  isUse(identifier: ts.Identifier): boolean {
    const typescript = this.#typescript;
    if (!this.#names.has(identifier.text)) return false;
    if (typescript.isGeneratedIdentifier(identifier)) return false;
    const origin = typescript.getOriginalNode(identifier);
    const parent = origin.parent as (ts.Node & { name?: ts.Node }) | undefined;
    if (origin.pos < 0 || parent === undefined || parent.name === origin) return false;
    if (!typescript.isExpressionNode(origin) && !typescript.isExportAssignment(parent))
      return false;
    return this.isVariable(identifier.text, origin) && !this.#isInside(identifier.text, origin);
  }

  /** Whether a declaration of compiled code declares a cell's variable, not one of an inner block. */
  declares(declaration: ts.VariableDeclaration | ts.BindingElement): boolean {
    if (this.#typescript.isIdentifier(declaration.name)) {
      return this.#declarations.has(this.#typescript.getOriginalNode(declaration));
    }
    return declaration.name.elements.some(
      (element) => this.#typescript.isBindingElement(element) && this.declares(element),
    );
  }

  #find(name: string, at: ts.Node): ts.Symbol | undefined {
    const { Value, ExportValue } = this.#typescript.SymbolFlags;
    const checker = this.#checker as ts.TypeChecker & {
      resolveName(
        name: string,
        location: ts.Node,
        meaning: ts.SymbolFlags,
        excludeGlobals: boolean,
      ): ts.Symbol | undefined;
    };
    return checker.resolveName(name, at, Value | ExportValue, true);
  }

  /** Inside of itself a class, enum or namespace goes by its own name. */
  #isInside(name: string, at: ts.Node): boolean {
    const typescript = this.#typescript;
    const declarations = this.#own.get(typescript.escapeLeadingUnderscores(name))?.declarations;
    return (declarations ?? []).some((declaration) => {
      const isBlock =
        typescript.isClassDeclaration(declaration) ||
        typescript.isEnumDeclaration(declaration) ||
        typescript.isModuleDeclaration(declaration);
      return isBlock && at.pos >= declaration.pos && at.end <= declaration.end;
    });
  }
}
