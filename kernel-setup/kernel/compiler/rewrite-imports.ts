import type ts from "typescript";
import type { CellNames } from "./cell-names";
import type { CellScope } from "./cell-scope";
import type { TypeScript } from "./typescript";

type HelperContext = ts.TransformationContext & {
  getEmitHelperFactory(): { createImportStarHelper(expression: ts.Expression): ts.Expression };
};

/**
 * Turns imports into calls of `require` that put what they import where cells' variables live. Also
 * names that this cell does not use are imported, for later cells; names of types are not.
 */
export function rewriteImports(
  typescript: TypeScript,
  checker: ts.TypeChecker,
  names: CellNames,
  scope: CellScope,
): ts.TransformerFactory<ts.SourceFile> {
  const { factory } = typescript;

  function isValue(name: ts.Identifier): boolean {
    const symbol = checker.getSymbolAtLocation(name);
    if (symbol === undefined) return false;
    const { Alias, Value } = typescript.SymbolFlags;
    const target = symbol.flags & Alias ? checker.getAliasedSymbol(symbol) : symbol;
    return (target.flags & Value) !== 0;
  }

  function callRequire(specifier: ts.Expression): ts.Expression {
    return factory.createCallExpression(factory.createIdentifier("require"), undefined, [
      specifier,
    ]);
  }

  function put(name: string, value: ts.Expression, origin: ts.Node): ts.Statement {
    const statement = factory.createExpressionStatement(scope.declare(name, value));
    return typescript.setTextRange(statement, origin);
  }

  /** The default export of an ES module, or else the whole module. */
  function defaultOf(module: ts.Identifier): ts.Expression {
    return factory.createConditionalExpression(
      factory.createLogicalAnd(
        module,
        factory.createPropertyAccessExpression(module, "__esModule"),
      ),
      undefined,
      factory.createPropertyAccessExpression(module, "default"),
      undefined,
      module,
    );
  }

  function rewriteImport(node: ts.ImportDeclaration, context: HelperContext): ts.Statement[] {
    const { importClause, moduleSpecifier } = node;
    const call = callRequire(moduleSpecifier);
    if (importClause === undefined) {
      return [typescript.setTextRange(factory.createExpressionStatement(call), node)];
    }
    if (importClause.isTypeOnly) return [];
    const { name, namedBindings } = importClause;
    const module = factory.createUniqueName("module");
    const puts: ts.Statement[] = [];
    if (name !== undefined && isValue(name)) puts.push(put(name.text, defaultOf(module), name));
    if (namedBindings !== undefined && typescript.isNamespaceImport(namedBindings)) {
      const star = context.getEmitHelperFactory().createImportStarHelper(module);
      if (isValue(namedBindings.name)) puts.push(put(namedBindings.name.text, star, namedBindings));
    } else if (namedBindings !== undefined) {
      for (const element of namedBindings.elements) {
        if (element.isTypeOnly || !isValue(element.name)) continue;
        puts.push(put(element.name.text, memberOf(module, element), element));
      }
    }
    const isEmpty = name === undefined && isEmptyList(namedBindings);
    if (puts.length === 0 && !isEmpty) return [];
    const declaration = factory.createVariableDeclaration(module, undefined, undefined, call);
    const list = factory.createVariableDeclarationList([declaration], typescript.NodeFlags.Const);
    return [
      typescript.setTextRange(factory.createVariableStatement(undefined, list), node),
      ...puts,
    ];
  }

  function isEmptyList(bindings: ts.NamedImportBindings | undefined): boolean {
    return (
      bindings !== undefined &&
      typescript.isNamedImports(bindings) &&
      bindings.elements.length === 0
    );
  }

  function memberOf(module: ts.Identifier, element: ts.ImportSpecifier): ts.Expression {
    const imported = element.propertyName ?? element.name;
    if (imported.text === "default") return defaultOf(module);
    return typescript.isIdentifier(imported)
      ? factory.createPropertyAccessExpression(module, imported.text)
      : factory.createElementAccessExpression(module, imported);
  }

  /** `import x = require("m")`, and `import x = some.name.space`. */
  function rewriteEquals(node: ts.ImportEqualsDeclaration): ts.Statement[] {
    if (node.isTypeOnly || !isValue(node.name)) return [];
    const { moduleReference } = node;
    const value = typescript.isExternalModuleReference(moduleReference)
      ? callRequire(moduleReference.expression)
      : entity(moduleReference);
    return [put(node.name.text, value, node)];
  }

  function entity(name: ts.EntityName): ts.Expression {
    if (typescript.isIdentifier(name)) {
      return names.isVariable(name.text, name)
        ? scope.place(name.text)
        : factory.createIdentifier(name.text);
    }
    return factory.createPropertyAccessExpression(entity(name.left), name.right.text);
  }

  function rewriteStatement(statement: ts.Statement, context: HelperContext): ts.Statement[] {
    if (typescript.isImportDeclaration(statement)) return rewriteImport(statement, context);
    if (typescript.isImportEqualsDeclaration(statement)) return rewriteEquals(statement);
    return [statement];
  }

  return (context) => (file) => {
    const statements = file.statements.flatMap((statement) => {
      const rewritten = rewriteStatement(statement, context as HelperContext);
      for (const made of rewritten) {
        if (made !== statement) typescript.setOriginalNode(made, statement);
      }
      return rewritten;
    });
    const rewritten = factory.updateSourceFile(file, statements);
    typescript.addEmitHelpers(rewritten, context.readEmitHelpers());
    return rewritten;
  };
}
