import type ts from "typescript";
import type { CellScope } from "./cell-scope";
import type { TypeScript } from "./typescript";

/** Where each of these methods of promises takes the function that is called when one fails. */
const HANDLER = new Map([
  ["catch", 0],
  ["then", 1],
]);

/**
 * Makes what a cell's own code catches say what stands in the cell: `catch (e) { plain(e); … }`. Where
 * errors leave the cell, or are shown with their lines, nothing needs to be done in its code.
 */
export function rewriteCatches(
  typescript: TypeScript,
  scope: CellScope,
): ts.TransformerFactory<ts.SourceFile> {
  const { factory } = typescript;

  function first(caught: ts.Identifier, { statements }: ts.Block): ts.Block {
    return factory.createBlock(
      [factory.createExpressionStatement(scope.plain(caught)), ...statements],
      true,
    );
  }

  function clause(node: ts.CatchClause): ts.CatchClause {
    const { variableDeclaration, block } = node;
    const name = variableDeclaration?.name;
    if (name === undefined) return node;
    if (typescript.isIdentifier(name)) {
      if (typescript.isGeneratedIdentifier(name)) return node;
      return factory.updateCatchClause(node, variableDeclaration, first(name, block));
    }
    // `catch (caught) { let { message } = plain(caught); … }`
    const caught = factory.createUniqueName("caught");
    const taken = factory.createVariableDeclarationList(
      [factory.createVariableDeclaration(name, undefined, undefined, scope.plain(caught))],
      typescript.NodeFlags.Let,
    );
    const statements = [factory.createVariableStatement(undefined, taken), ...block.statements];
    return factory.updateCatchClause(
      node,
      factory.createVariableDeclaration(caught),
      factory.createBlock(statements, true),
    );
  }

  /** A function that is written into the call of `catch` or `then`, or undefined. */
  function handlerOf({
    expression,
    arguments: given,
  }: ts.CallExpression): ts.Expression | undefined {
    if (!typescript.isPropertyAccessExpression(expression)) return undefined;
    return given[HANDLER.get(expression.name.text) ?? given.length];
  }

  function handler(node: ts.Expression): ts.Expression {
    if (!typescript.isArrowFunction(node) && !typescript.isFunctionExpression(node)) return node;
    const { modifiers, parameters, body } = node;
    const [parameter] = parameters;
    const caught = parameter?.name;
    if (caught === undefined || !typescript.isIdentifier(caught)) return node;
    if (typescript.isFunctionExpression(node)) {
      const { asteriskToken, name } = node;
      return factory.updateFunctionExpression(
        node,
        modifiers,
        asteriskToken,
        name,
        undefined,
        parameters,
        undefined,
        first(caught, node.body),
      );
    }
    return factory.updateArrowFunction(
      node,
      modifiers,
      undefined,
      parameters,
      undefined,
      node.equalsGreaterThanToken,
      typescript.isBlock(body)
        ? first(caught, body)
        : factory.createComma(scope.plain(caught), body),
    );
  }

  function call(node: ts.CallExpression): ts.CallExpression {
    const before = handlerOf(node);
    if (before === undefined) return node;
    const given = node.arguments.map((each) => (each === before ? handler(each) : each));
    return typescript.isCallChain(node)
      ? factory.updateCallChain(node, node.expression, node.questionDotToken, undefined, given)
      : factory.updateCallExpression(node, node.expression, undefined, given);
  }

  return (context) => {
    function rewrite(node: ts.Node): ts.Node {
      const visited = typescript.visitEachChild(node, rewrite, context);
      if (typescript.isCatchClause(visited)) return clause(visited);
      return typescript.isCallExpression(visited) ? call(visited) : visited;
    }
    return (file) =>
      /\bcatch\b|\bthen\b/.test(file.text)
        ? typescript.visitEachChild(file, rewrite, context)
        : file;
  };
}
