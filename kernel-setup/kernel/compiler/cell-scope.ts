import type ts from "typescript";
import type { CellNames } from "./cell-names";
import { PLAIN } from "./plain-messages";
import type { TypeScript } from "./typescript";

/** The property of `exports` that holds the variables of all cells. */
export const VARIABLES = "variables";

/** The property of `exports` where a cell takes the list in which it marks what it has reached. */
export const PROGRESS = "progress";

/**
 * What a compiled cell tells while it runs: the element 0 is there once it has begun, the others once
 * it has reached the declarations of its names, counted from one.
 */
export interface Progress extends Array<1> {
  /** Makes the cell's own code look for the names that it declares in another object. */
  move?(to: object): void;
}

/** Where the variables of cells live in a compiled cell, and what it is begun with for that. */
export class CellScope {
  readonly #typescript: TypeScript;
  readonly #names: CellNames;
  readonly #cells: string;
  readonly #own: string;
  readonly #progress: string;
  readonly #plain: string;
  #usesPlain = false;

  constructor(typescript: TypeScript, names: CellNames) {
    this.#typescript = typescript;
    this.#names = names;
    this.#cells = names.internal("cells");
    this.#own = names.internal("own");
    this.#progress = names.internal("progress");
    this.#plain = names.internal("plain");
  }

  /** Whether the cell declares any `var`: then there is something to do even if it has no statement. */
  get hasVars(): boolean {
    return this.#names.vars.length > 0;
  }

  /** A variable of this or an earlier cell. */
  place(name: string): ts.PropertyAccessExpression {
    return this.#property(this.#isReached(name) ? this.#own : this.#cells, name);
  }

  /**
   * Gives a variable its first value: its declaration is reached. Nothing can be cut off between the
   * two, since V8 looks whether it shall stop only where functions and rounds of loops begin.
   */
  declare(name: string, value: ts.Expression): ts.Expression {
    return this.#reach(name, this.#typescript.factory.createAssignment(this.place(name), value));
  }

  /** The same for a variable that is more than a value. */
  define(name: string, make: (variables: ts.Expression) => ts.Expression): ts.Expression {
    const { expression } = this.place(name);
    return this.#reach(name, make(expression));
  }

  #reach(name: string, put: ts.Expression): ts.Expression {
    const { factory } = this.#typescript;
    const at = this.#names.indexOf(name);
    return at === undefined ? put : factory.createComma(put, this.#mark(at + 1));
  }

  #isReached(name: string): boolean {
    return this.#names.indexOf(name) !== undefined;
  }

  /** What was caught, with a message that names things as the cell's author does. */
  plain(caught: ts.Expression): ts.Expression {
    const { factory } = this.#typescript;
    this.#usesPlain = true;
    return factory.createCallExpression(factory.createIdentifier(this.#plain), undefined, [caught]);
  }

  /** The statements before all others; those of functions are put in by `hoisted`. */
  begin(hoisted: readonly ts.Statement[]): ts.Statement[] {
    const { factory, NodeFlags } = this.#typescript;
    const { reached, vars } = this.#names;
    const cells = factory.createIdentifier(this.#cells);
    const statements = [
      // const cells = exports.variables || (exports.variables = {});
      this.#variable(
        this.#cells,
        factory.createLogicalOr(
          this.#property("exports", VARIABLES),
          factory.createParenthesizedExpression(
            factory.createAssignment(
              this.#property("exports", VARIABLES),
              factory.createObjectLiteralExpression(),
            ),
          ),
        ),
        NodeFlags.Const,
      ),
      this.#variable(
        this.#progress,
        factory.createLogicalOr(
          this.#property("exports", PROGRESS),
          factory.createArrayLiteralExpression(),
        ),
        NodeFlags.Const,
      ),
    ];
    if (this.#usesPlain) {
      statements.push(this.#variable(this.#plain, this.#globalBySymbol(PLAIN), NodeFlags.Const));
    }
    if (reached.length > 0) {
      statements.push(this.#variable(this.#own, cells, NodeFlags.Let), this.#makeMove());
    }
    for (const name of vars) {
      statements.push(
        this.#run(factory.createAssignment(this.place(name), factory.createVoidZero())),
      );
    }
    return [...statements, ...hoisted, this.#run(this.#mark(0))];
  }

  /** `progress.move = (to) => { own = to; };` */
  #makeMove(): ts.Statement {
    const { factory } = this.#typescript;
    const set = factory.createAssignment(
      factory.createIdentifier(this.#own),
      factory.createIdentifier("to"),
    );
    const move = factory.createArrowFunction(
      undefined,
      undefined,
      [factory.createParameterDeclaration(undefined, undefined, "to")],
      undefined,
      undefined,
      factory.createBlock([this.#run(set)]),
    );
    return this.#run(factory.createAssignment(this.#property(this.#progress, "move"), move));
  }

  #mark(at: number): ts.Expression {
    const { factory } = this.#typescript;
    return factory.createAssignment(
      factory.createElementAccessExpression(factory.createIdentifier(this.#progress), at),
      factory.createNumericLiteral(1),
    );
  }

  #globalBySymbol(name: string): ts.Expression {
    const { factory } = this.#typescript;
    const symbol = factory.createCallExpression(this.#property("Symbol", "for"), undefined, [
      factory.createStringLiteral(name),
    ]);
    return factory.createElementAccessExpression(factory.createIdentifier("globalThis"), symbol);
  }

  #variable(name: string, value: ts.Expression, flags: ts.NodeFlags): ts.Statement {
    const { factory } = this.#typescript;
    const declaration = factory.createVariableDeclaration(name, undefined, undefined, value);
    const list = factory.createVariableDeclarationList([declaration], flags);
    return factory.createVariableStatement(undefined, list);
  }

  #property(object: string, name: string): ts.PropertyAccessExpression {
    const { factory } = this.#typescript;
    return factory.createPropertyAccessExpression(factory.createIdentifier(object), name);
  }

  #run(expression: ts.Expression): ts.Statement {
    return this.#typescript.factory.createExpressionStatement(expression);
  }
}
