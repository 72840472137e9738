import type ts from "typescript";
import type { CellNames } from "./cell-names";
import { toAssignmentPattern } from "./patterns";
import type { MakePlace } from "./rewrite-imports";
import type { TypeScript } from "./typescript";

/** What a global of this name does for `import()` in cells. */
export const DYNAMIC_IMPORT = "tslab.import";

/** Makes every variable of the cell a property of the object that all cells share. */
export function rewriteNames(
  typescript: TypeScript,
  names: CellNames,
  place: MakePlace,
): ts.TransformerFactory<ts.SourceFile> {
  const { factory } = typescript;

  return (context) => {
    function visit<T extends ts.Node>(node: T): T {
      return typescript.visitNode(node, rewrite) as T;
    }

    function visitChildren(node: ts.Node): ts.Node {
      return typescript.visitEachChild(node, rewrite, context);
    }

    function placeOf(identifier: ts.Identifier): ts.Expression {
      const access = typescript.setOriginalNode(place(identifier.text), identifier);
      return startOnly(typescript.setTextRange(access, identifier));
    }

    /** What follows belongs to the whole: Node names the end of `(0, cells.f)` as the call's place. */
    function startOnly<T extends ts.Expression>(expression: T): T {
      return typescript.setEmitFlags(expression, typescript.EmitFlags.NoTrailingSourceMap);
    }

    function rewrite(node: ts.Node): ts.VisitResult<ts.Node> {
      if (typescript.isIdentifier(node)) return names.isUse(node) ? placeOf(node) : node;
      if (typescript.isShorthandPropertyAssignment(node)) return shorthand(node);
      if (typescript.isCallExpression(node)) return call(node);
      if (
        typescript.isMetaProperty(node) &&
        node.keywordToken === typescript.SyntaxKind.ImportKeyword
      ) {
        return factory.createPropertyAccessExpression(dynamicImport(), "meta");
      }
      if (typescript.isTaggedTemplateExpression(node)) {
        const visited = visitChildren(node) as ts.TaggedTemplateExpression;
        return isFree(node.tag, visited.tag)
          ? factory.updateTaggedTemplateExpression(
              visited,
              free(visited.tag),
              undefined,
              visited.template,
            )
          : visited;
      }
      if (typescript.isVariableStatement(node)) return variables(node);
      if (typescript.isForStatement(node)) return forLoop(node);
      if (typescript.isForInStatement(node) || typescript.isForOfStatement(node)) {
        return forEachLoop(node);
      }
      return visitChildren(node);
    }

    function shorthand(node: ts.ShorthandPropertyAssignment): ts.Node {
      const { name, objectAssignmentInitializer } = node;
      const origin = typescript.getOriginalNode(node);
      if (!names.isVariable(name.text, origin)) return visitChildren(node);
      const target = placeOf(name);
      const value =
        objectAssignmentInitializer === undefined
          ? target
          : factory.createAssignment(target, visit(objectAssignmentInitializer));
      const key = factory.createIdentifier(name.text);
      return typescript.setTextRange(factory.createPropertyAssignment(key, value), node);
    }

    /** Whether a call's function was a plain name: then it must not be called as a method. */
    function isFree(before: ts.Expression, after: ts.Expression): boolean {
      return typescript.isIdentifier(before) && before !== after;
    }

    function free(expression: ts.Expression): ts.Expression {
      const comma = factory.createComma(factory.createNumericLiteral(0), expression);
      const callee = factory.createParenthesizedExpression(comma);
      return startOnly(typescript.setTextRange(callee, expression));
    }

    function call(node: ts.CallExpression): ts.Node {
      const visited = visitChildren(node) as ts.CallExpression;
      if (node.expression.kind === typescript.SyntaxKind.ImportKeyword) {
        return factory.updateCallExpression(visited, dynamicImport(), undefined, visited.arguments);
      }
      if (!isFree(node.expression, visited.expression)) return visited;
      const callee = free(visited.expression);
      return typescript.isCallChain(visited)
        ? factory.updateCallChain(
            visited,
            callee,
            visited.questionDotToken,
            undefined,
            visited.arguments,
          )
        : factory.updateCallExpression(visited, callee, undefined, visited.arguments);
    }

    function dynamicImport(): ts.Expression {
      const key = factory.createCallExpression(
        factory.createPropertyAccessExpression(factory.createIdentifier("Symbol"), "for"),
        undefined,
        [factory.createStringLiteral(DYNAMIC_IMPORT)],
      );
      return factory.createElementAccessExpression(factory.createIdentifier("globalThis"), key);
    }

    function target(name: ts.BindingName): ts.Expression {
      return typescript.isIdentifier(name)
        ? placeOf(name)
        : toAssignmentPattern(typescript, name, place, visit);
    }

    function isCells(list: ts.VariableDeclarationList): boolean {
      return list.declarations.some((declaration) => names.declares(declaration));
    }

    function assignment({ name, initializer }: ts.VariableDeclaration): ts.Expression {
      return factory.createAssignment(target(name), visit(initializer as ts.Expression));
    }

    function variables(node: ts.VariableStatement): ts.VisitResult<ts.Node> {
      const list = node.declarationList;
      if (!isCells(list)) return visitChildren(node);
      const made = (statement: ts.Statement, range: ts.Node) =>
        typescript.setTextRange(typescript.setOriginalNode(statement, node), range);
      const isVar = (list.flags & typescript.NodeFlags.BlockScoped) === 0;
      return list.declarations.flatMap((declaration): ts.Statement[] => {
        const { name, initializer } = declaration;
        const put = (value: ts.Expression) =>
          made(factory.createExpressionStatement(value), declaration);
        if (initializer === undefined) {
          // The values of `var` were taken away before the cell's first line.
          return isVar
            ? []
            : [put(factory.createAssignment(target(name), factory.createVoidZero()))];
        }
        if (!typescript.isIdentifier(name) || !isNameless(initializer)) {
          return [put(assignment(declaration))];
        }
        // A function gets its name from the variable that it is declared with, not from a property.
        const named = factory.createVariableDeclarationList(
          [
            typescript.setTextRange(
              factory.createVariableDeclaration(
                factory.createIdentifier(name.text),
                undefined,
                undefined,
                visit(initializer),
              ),
              declaration,
            ),
          ],
          isVar ? typescript.NodeFlags.None : typescript.NodeFlags.Const,
        );
        return [
          made(factory.createVariableStatement(undefined, named), node),
          put(factory.createAssignment(place(name.text), factory.createIdentifier(name.text))),
        ];
      });
    }

    function isNameless(node: ts.Expression): boolean {
      const inner = typescript.skipPartiallyEmittedExpressions(node);
      return (
        typescript.isArrowFunction(inner) ||
        ((typescript.isFunctionExpression(inner) || typescript.isClassExpression(inner)) &&
          inner.name === undefined)
      );
    }

    function forLoop(node: ts.ForStatement): ts.Node {
      const { initializer } = node;
      if (initializer === undefined || !typescript.isVariableDeclarationList(initializer)) {
        return visitChildren(node);
      }
      if (!isCells(initializer)) return visitChildren(node);
      const assignments = initializer.declarations
        .filter((declaration) => declaration.initializer !== undefined)
        .map(assignment);
      return factory.updateForStatement(
        node,
        assignments.length === 0
          ? undefined
          : assignments.reduce((left, right) => factory.createComma(left, right)),
        visit(node.condition as ts.Expression),
        visit(node.incrementor as ts.Expression),
        visit(node.statement),
      );
    }

    function forEachLoop(node: ts.ForInStatement | ts.ForOfStatement): ts.Node {
      const { initializer } = node;
      if (!typescript.isVariableDeclarationList(initializer) || !isCells(initializer)) {
        return visitChildren(node);
      }
      const each = target(initializer.declarations[0].name);
      const expression = visit(node.expression);
      const statement = visit(node.statement);
      return typescript.isForInStatement(node)
        ? factory.updateForInStatement(node, each, expression, statement)
        : factory.updateForOfStatement(node, node.awaitModifier, each, expression, statement);
    }

    return (file) => typescript.visitEachChild(file, rewrite, context);
  };
}
