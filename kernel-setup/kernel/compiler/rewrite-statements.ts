import type ts from "typescript";
import type { CellScope } from "./cell-scope";
import type { TypeScript } from "./typescript";

/** The property of `exports` that hands the last value out. */
export const LAST_VALUE = "tsLastExpr";

/** What comes of a cell's statements besides code. */
export interface Outcome {
  hasLastValue: boolean;
  /** Whether nothing is left to run. */
  isEmpty: boolean;
}

/**
 * Makes of a cell's statements the body of a function: functions, classes, enums and namespaces go
 * to the object that all cells share, exports become plain declarations, the last value is kept.
 */
export function rewriteStatements(
  typescript: TypeScript,
  scope: CellScope,
  outcome: Outcome,
): ts.TransformerFactory<ts.SourceFile> {
  const { factory } = typescript;

  function run(expression: ts.Expression): ts.Statement {
    return factory.createExpressionStatement(expression);
  }

  function put(name: string): ts.Statement {
    return run(scope.declare(name, factory.createIdentifier(name)));
  }

  function fromExports(name: string): ts.Expression {
    return factory.createPropertyAccessExpression(factory.createIdentifier("exports"), name);
  }

  function withoutExport<T extends ts.ModifierLike>(
    modifiers: readonly T[] | undefined,
  ): T[] | undefined {
    const { ExportKeyword, DefaultKeyword } = typescript.SyntaxKind;
    return modifiers?.filter(({ kind }) => kind !== ExportKeyword && kind !== DefaultKeyword);
  }

  /** Statements that are left of one that exports. */
  function plain(node: ts.Statement): ts.Statement[] {
    if (typescript.isExportDeclaration(node)) return [];
    if (typescript.isExportAssignment(node)) {
      const statement = typescript.setOriginalNode(run(node.expression), node);
      return [typescript.setTextRange(statement, node)];
    }
    if (typescript.isFunctionDeclaration(node)) {
      const { asteriskToken, name, parameters, body } = node;
      return [
        factory.updateFunctionDeclaration(
          node,
          withoutExport(node.modifiers),
          asteriskToken,
          name ?? factory.createUniqueName("defaultExport"),
          undefined,
          parameters,
          undefined,
          body,
        ),
      ];
    }
    if (typescript.isClassDeclaration(node)) {
      const name = node.name ?? factory.createUniqueName("defaultExport");
      const modifiers = withoutExport(node.modifiers);
      const { heritageClauses, members } = node;
      return [
        factory.updateClassDeclaration(node, modifiers, name, undefined, heritageClauses, members),
      ];
    }
    if (typescript.isVariableStatement(node)) {
      const modifiers = withoutExport(node.modifiers);
      return [factory.updateVariableStatement(node, modifiers, node.declarationList)];
    }
    return [node];
  }

  /** The name of a class, enum or namespace of the cell that a statement was compiled from. */
  function blockName(node: ts.Statement): string | undefined {
    const origin = typescript.getOriginalNode(node);
    const isBlock =
      typescript.isClassDeclaration(origin) ||
      typescript.isEnumDeclaration(origin) ||
      typescript.isModuleDeclaration(origin);
    return isBlock ? origin.name?.text : undefined;
  }

  /** Whether a node stands in the cell's code; others were made on the way. */
  function isWritten(node: ts.Node): boolean {
    return typescript.isSourceFile(node.parent ?? node);
  }

  function isSilent(node: ts.Statement): boolean {
    return (
      typescript.isEmptyStatement(node) ||
      node.kind === typescript.SyntaxKind.NotEmittedStatement ||
      typescript.isFunctionDeclaration(node)
    );
  }

  function keepLastValue(statements: ts.Statement[]): void {
    const at = statements.findLastIndex((statement) => !isSilent(statement));
    const last = statements[at];
    if (last === undefined || !typescript.isExpressionStatement(last)) return;
    const origin = typescript.getOriginalNode(last);
    if (!typescript.isExpressionStatement(origin) || !isWritten(origin)) return;
    const value = factory.createAssignment(fromExports(LAST_VALUE), last.expression);
    statements[at] = typescript.setTextRange(run(value), last);
    outcome.hasLastValue = true;
  }

  return () => (file) => {
    const statements: ts.Statement[] = [];
    const functions: ts.Statement[] = [];
    let block: string | undefined;
    for (const statement of file.statements.flatMap(plain)) {
      const name = blockName(statement);
      const isNext = isWritten(typescript.getOriginalNode(statement));
      if (block !== undefined && name !== block && isNext) {
        statements.push(put(block));
        block = undefined;
      }
      if (statement.kind !== typescript.SyntaxKind.NotEmittedStatement) block = name ?? block;
      if (typescript.isFunctionDeclaration(statement) && statement.name !== undefined) {
        if (!typescript.isGeneratedIdentifier(statement.name)) {
          functions.push(put(statement.name.text));
        }
      }
      statements.push(statement);
    }
    if (block !== undefined) statements.push(put(block));
    keepLastValue(statements);
    outcome.isEmpty =
      !scope.hasVars &&
      functions.length === 0 &&
      statements.every(({ kind }) => kind === typescript.SyntaxKind.NotEmittedStatement);
    const rewritten = factory.updateSourceFile(file, [
      run(factory.createStringLiteral("use strict")),
      ...scope.begin(functions),
      ...statements,
    ]);
    return rewritten;
  };
}
