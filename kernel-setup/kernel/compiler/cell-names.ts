import type ts from "typescript";
import { type Cell, chain, visibleLocals } from "./cell";
import { isAmbient, isHoisted } from "./declarations";
import { OBJECT_MARK } from "./plain-messages";
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
  /** The names that stand there. */
  readonly #declared = new Set<ts.Node>();
  readonly #own: Map<ts.__String, ts.Symbol>;
  readonly #marks: string;
  readonly #reached = new Map<string, number>();
  /** The names that the cell declares with `var`, wherever in it. */
  readonly vars: readonly string[];

  constructor(typescript: TypeScript, checker: ts.TypeChecker, cell: Cell) {
    this.#typescript = typescript;
    this.#checker = checker;
    this.#own = cell.file.locals ?? new Map();
    for (const before of chain(cell)) {
      for (const [name, symbol] of visibleLocals(before)) {
        if (isAmbient(typescript, symbol)) continue;
        this.#symbols.add(symbol);
        this.#names.add(typescript.unescapeLeadingUnderscores(name));
      }
    }
    const vars: string[] = [];
    for (const [escaped, symbol] of this.#own) {
      for (const declaration of symbol.declarations ?? []) {
        const name = typescript.getNameOfDeclaration(declaration);
        if (name !== undefined) this.#declared.add(name);
        if (
          typescript.isVariableDeclaration(declaration) ||
          typescript.isBindingElement(declaration)
        ) {
          this.#declarations.add(declaration);
        }
      }
      if (isAmbient(typescript, symbol)) continue;
      const name = typescript.unescapeLeadingUnderscores(escaped);
      if (symbol.flags & typescript.SymbolFlags.FunctionScopedVariable) vars.push(name);
      if (this.#isValue(symbol) && !isHoisted(typescript, symbol)) {
        this.#reached.set(name, this.#reached.size);
      }
    }
    this.vars = vars;
    let marks = OBJECT_MARK;
    while ([...cell.file.identifiers.keys()].some((name) => name.endsWith(marks))) {
      marks += OBJECT_MARK;
    }
    this.#marks = marks;
  }

  /** A name that nothing else in the compiled cell has, and that errors are shown without. */
  internal(name: string): string {
    return name + this.#marks;
  }

  /**
   * The names whose declarations are reached one after the other as the cell runs. Functions, and
   * `var` without a value, are there from the start.
   */
  get reached(): string[] {
    return [...this.#reached.keys()];
  }

  /** Where a name stands among these, if it does. */
  indexOf(name: string): number | undefined {
    return this.#reached.get(name);
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

  /**
   * Whether an identifier of compiled code is one that a declaration of the cell's was made of: after
   * `using`, TypeScript makes assignments of all of them.
   */
  isDeclared(identifier: ts.Identifier): boolean {
    return this.#declared.has(this.#typescript.getOriginalNode(identifier));
  }

  /** Whether there is anything of a name while the cell runs; an import may be of a mere type. */
  #isValue(symbol: ts.Symbol): boolean {
    const { Alias, Value, ExportValue } = this.#typescript.SymbolFlags;
    if ((symbol.flags & Alias) === 0) return (symbol.flags & (Value | ExportValue)) !== 0;
    return (this.#checker.getAliasedSymbol(symbol).flags & Value) !== 0;
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
