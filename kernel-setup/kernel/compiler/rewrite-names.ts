import type ts from "typescript";
import type { CellNames } from "./cell-names";
import type { CellScope } from "./cell-scope";
import { awaits } from "./top-level-await";
import type { TypeScript } from "./typescript";

/** What a global of this name does for `import()` in cells. */
export const DYNAMIC_IMPORT = "tslab.import";

/** Makes every variable of the cell a property of the object that all cells share. */
export function rewriteNames(
  typescript: TypeScript,
  names: CellNames,
  scope: CellScope,
): ts.TransformerFactory<ts.SourceFile> {
  const { factory } = typescript;

  return (context) => {
    /** Names that the pattern around has just declared, and that are in their places only after it. */
    let inPattern: ReadonlySet<string> = new Set();

    function visit<T extends ts.Node>(node: T): T {
      return typescript.visitNode(node, rewrite) as T;
    }

    function visitChildren(node: ts.Node): ts.Node {
      return typescript.visitEachChild(node, rewrite, context);
    }

    function placeOf(identifier: ts.Identifier): ts.Expression {
      const access = typescript.setOriginalNode(scope.place(identifier.text), identifier);
      return startOnly(typescript.setTextRange(access, identifier));
    }

    /** What follows belongs to the whole: Node names the end of `(0, cells.f)` as the call's place. */
    function startOnly<T extends ts.Expression>(expression: T): T {
      return typescript.setEmitFlags(expression, typescript.EmitFlags.NoTrailingSourceMap);
    }

    function rewrite(node: ts.Node): ts.VisitResult<ts.Node> {
      if (typescript.isIdentifier(node)) {
        return names.isUse(node) && !inPattern.has(node.text) ? placeOf(node) : node;
      }
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
      if (typescript.isExpressionStatement(node)) return statement(node);
      if (typescript.isForStatement(node)) return forLoop(node);
      if (typescript.isForInStatement(node) || typescript.isForOfStatement(node)) {
        return forEachLoop(node);
      }
      return typescript.isFunctionLike(node) ? outsidePattern(node) : visitChildren(node);
    }

    /** What TypeScript has made of a declaration after `using` is followed by putting it in its place. */
    function statement(node: ts.ExpressionStatement): ts.Node {
      const visited = visitChildren(node) as ts.ExpressionStatement;
      const { expression } = node;
      if (!typescript.isAssignmentExpression(expression, true)) return visited;
      const { left } = expression;
      if (!typescript.isIdentifier(left) || !names.isDeclared(left)) return visited;
      const put = scope.declare(left.text, factory.createIdentifier(left.text));
      return factory.updateExpressionStatement(
        visited,
        factory.createComma(visited.expression, put),
      );
    }

    /** A function in a pattern is called when the pattern's names are in their places. */
    function outsidePattern(node: ts.Node): ts.Node {
      const before = inPattern;
      inPattern = new Set();
      const visited = visitChildren(node);
      inPattern = before;
      return visited;
    }

    function shorthand(node: ts.ShorthandPropertyAssignment): ts.Node {
      const { name, objectAssignmentInitializer } = node;
      const origin = typescript.getOriginalNode(node);
      if (!names.isVariable(name.text, origin) || inPattern.has(name.text)) {
        return visitChildren(node);
      }
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

    /** The names of a pattern, or the one name. */
    function namesIn(name: ts.BindingName): string[] {
      if (typescript.isIdentifier(name)) return [name.text];
      return name.elements.flatMap((element) =>
        typescript.isOmittedExpression(element) ? [] : namesIn(element.name),
      );
    }

    function isCells(list: ts.VariableDeclarationList): boolean {
      return list.declarations.some((declaration) => names.declares(declaration));
    }

    function isVar({ flags }: ts.VariableDeclarationList): boolean {
      return (flags & typescript.NodeFlags.BlockScoped) === 0;
    }

    /** Whether a variable can be put in its place at once, without being declared for a moment. */
    function isDirect({ name, initializer }: ts.VariableDeclaration): boolean {
      // What is taken apart has Node's own words for what is wrong with it only in a declaration; a
      // function gets its name from there; and what comes after an await belongs where the place is then.
      return (
        typescript.isIdentifier(name) &&
        (initializer === undefined || !(isNameless(initializer) || awaits(typescript, initializer)))
      );
    }

    /** Declares variables for a moment, for all that `puts` puts in its place afterwards. */
    function momentary(declaration: ts.VariableDeclaration): ts.VariableDeclaration {
      const before = inPattern;
      if (!typescript.isIdentifier(declaration.name)) {
        inPattern = new Set(namesIn(declaration.name));
      }
      const name = visit(declaration.name);
      inPattern = before;
      const { initializer } = declaration;
      return typescript.setTextRange(
        factory.createVariableDeclaration(
          name,
          undefined,
          undefined,
          initializer && visit(initializer),
        ),
        declaration,
      );
    }

    function puts({ name }: ts.VariableDeclaration): ts.Expression[] {
      return namesIn(name).map((each) => scope.declare(each, factory.createIdentifier(each)));
    }

    function direct({ name, initializer }: ts.VariableDeclaration): ts.Expression {
      const value = initializer === undefined ? factory.createVoidZero() : visit(initializer);
      return scope.declare((name as ts.Identifier).text, value);
    }

    function variables(node: ts.VariableStatement): ts.VisitResult<ts.Node> {
      const list = node.declarationList;
      if (!isCells(list)) return visitChildren(node);
      const made = (statement: ts.Statement, range: ts.Node) =>
        typescript.setTextRange(typescript.setOriginalNode(statement, node), range);
      return list.declarations.flatMap((declaration): ts.Statement[] => {
        const put = (value: ts.Expression) =>
          made(factory.createExpressionStatement(value), declaration);
        // The values of `var` were taken away before the cell's first line.
        if (declaration.initializer === undefined && isVar(list)) return [];
        if (isDirect(declaration)) return [put(direct(declaration))];
        const declared = factory.createVariableDeclarationList(
          [momentary(declaration)],
          isVar(list) ? typescript.NodeFlags.None : typescript.NodeFlags.Const,
        );
        return [
          made(factory.createVariableStatement(undefined, declared), node),
          ...puts(declaration).map(put),
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
      return factory.updateForStatement(
        node,
        forInitializer(initializer.declarations.filter((each) => each.initializer !== undefined)),
        visit(node.condition as ts.Expression),
        visit(node.incrementor as ts.Expression),
        visit(node.statement),
      );
    }

    function forInitializer(
      declarations: readonly ts.VariableDeclaration[],
    ): ts.ForInitializer | undefined {
      if (declarations.length === 0) return undefined;
      if (declarations.every(isDirect)) return commas(declarations.map(direct));
      // `for (var { a } = x, put = (own.a = a); …)`
      return factory.createVariableDeclarationList(
        declarations.flatMap((declaration) => [
          momentary(declaration),
          factory.createVariableDeclaration(
            factory.createUniqueName("put"),
            undefined,
            undefined,
            commas(puts(declaration)),
          ),
        ]),
      );
    }

    function commas(expressions: ts.Expression[]): ts.Expression {
      return expressions.reduce((left, right) => factory.createComma(left, right));
    }

    function forEachLoop(node: ts.ForInStatement | ts.ForOfStatement): ts.Node {
      const { initializer } = node;
      if (!typescript.isVariableDeclarationList(initializer) || !isCells(initializer)) {
        return visitChildren(node);
      }
      // `for (const each of list) { own.each = each; … }`
      const [declaration] = initializer.declarations;
      const each = factory.createVariableDeclarationList(
        [momentary(declaration)],
        typescript.NodeFlags.Const,
      );
      const expression = visit(node.expression);
      const statement = factory.createBlock([
        ...puts(declaration).map((put) => factory.createExpressionStatement(put)),
        visit(node.statement),
      ]);
      return typescript.isForInStatement(node)
        ? factory.updateForInStatement(node, each, expression, statement)
        : factory.updateForOfStatement(node, node.awaitModifier, each, expression, statement);
    }

    return (file) => typescript.visitEachChild(file, rewrite, context);
  };
}
