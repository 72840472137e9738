import type ts from "typescript";
import type { CellNames } from "./cell-names";
import type { CellScope } from "./cell-scope";
import { DYNAMIC_IMPORT } from "./rewrite-names";
import type { TypeScript } from "./typescript";

type HelperContext = ts.TransformationContext & {
  getEmitHelperFactory(): { createImportStarHelper(expression: ts.Expression): ts.Expression };
};

/** What is known of a cell's imports, and what comes of them. */
export interface ImportOutcome {
  /** Whether what a name stands for may have to be awaited. */
  mayAwait(name: string): boolean;
  /** Set when the cell has to await one. */
  awaits: boolean;
}

/**
 * Turns imports into calls that put what they import where cells' variables live. Also names that
 * this cell does not use are imported, for later cells; names of types are not.
 */
export function rewriteImports(
  typescript: TypeScript,
  checker: ts.TypeChecker,
  names: CellNames,
  scope: CellScope,
  outcome: ImportOutcome,
): ts.TransformerFactory<ts.SourceFile> {
  const { factory } = typescript;

  function targetOf(name: ts.Identifier): ts.Symbol | undefined {
    const symbol = checker.getSymbolAtLocation(name);
    if (symbol === undefined) return undefined;
    const { Alias } = typescript.SymbolFlags;
    return symbol.flags & Alias ? checker.getAliasedSymbol(symbol) : symbol;
  }

  function isValue(name: ts.Identifier): boolean {
    return ((targetOf(name)?.flags ?? 0) & typescript.SymbolFlags.Value) !== 0;
  }

  function isConst(declaration: ts.Declaration): boolean {
    const flags = typescript.getCombinedNodeFlags(declaration);
    return (flags & typescript.NodeFlags.BlockScoped) === typescript.NodeFlags.Const;
  }

  /** Whether the module may give the name another value later. */
  function mayChange(name: ts.Identifier): boolean {
    const target = targetOf(name);
    const declaration = target?.valueDeclaration;
    if (target === undefined || declaration === undefined) return false;
    const isVariable = (target.flags & typescript.SymbolFlags.Variable) !== 0;
    if (isVariable) return !isConst(declaration);
    // In JavaScript a function's name may be given another value.
    return (
      (target.flags & typescript.SymbolFlags.Function) !== 0 &&
      /\.[cm]?jsx?$/.test(declaration.getSourceFile().fileName)
    );
  }

  function callRequire(specifier: ts.Expression): ts.Expression {
    return factory.createCallExpression(factory.createIdentifier("require"), undefined, [
      specifier,
    ]);
  }

  /** `globalThis[Symbol.for("…")].name` */
  function imports(name: string): ts.Expression {
    const key = factory.createCallExpression(
      factory.createPropertyAccessExpression(factory.createIdentifier("Symbol"), "for"),
      undefined,
      [factory.createStringLiteral(DYNAMIC_IMPORT)],
    );
    const all = factory.createElementAccessExpression(factory.createIdentifier("globalThis"), key);
    return factory.createPropertyAccessExpression(all, name);
  }

  /** What an import of names gives: at once where it can be had at once. */
  function load(
    specifier: ts.Expression,
    isLater: boolean,
    wanted: readonly string[] = [],
  ): ts.Expression {
    const name = isLater ? "later" : "now";
    const list = wanted.map((each) => factory.createStringLiteral(each));
    const call = factory.createCallExpression(imports(name), undefined, [
      specifier,
      ...(list.length > 0 ? [factory.createArrayLiteralExpression(list)] : []),
    ]);
    if (!isLater) return call;
    outcome.awaits = true;
    return factory.createAwaitExpression(call);
  }

  function put(name: string, value: ts.Expression, origin: ts.Node): ts.Statement {
    const statement = factory.createExpressionStatement(scope.declare(name, value));
    return typescript.setTextRange(statement, origin);
  }

  /** The same for a name whose value changes where it comes from. */
  function putLive(name: string, value: ts.Expression, origin: ts.Node): ts.Statement {
    const read = factory.createArrowFunction(
      undefined,
      undefined,
      [],
      undefined,
      factory.createToken(typescript.SyntaxKind.EqualsGreaterThanToken),
      value,
    );
    const define = scope.define(name, (variables) =>
      factory.createCallExpression(imports("live"), undefined, [
        variables,
        factory.createStringLiteral(name),
        read,
      ]),
    );
    return typescript.setTextRange(factory.createExpressionStatement(define), origin);
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
    if (importClause?.isTypeOnly) return [];
    const isLater = outcome.mayAwait((moduleSpecifier as ts.StringLiteral).text);
    if (importClause === undefined) {
      const statement = factory.createExpressionStatement(load(moduleSpecifier, isLater));
      return [typescript.setTextRange(statement, node)];
    }
    const { name, namedBindings } = importClause;
    const module = factory.createUniqueName("module");
    const puts: ts.Statement[] = [];
    const putOne = (local: ts.Identifier, value: ts.Expression, origin: ts.Node) =>
      mayChange(local) ? putLive(local.text, value, origin) : put(local.text, value, origin);
    // What is awaited has its default export under that name in any case.
    const getDefault = () =>
      isLater ? factory.createPropertyAccessExpression(module, "default") : defaultOf(module);
    const wanted: string[] = [];
    if (name !== undefined && isValue(name)) {
      puts.push(putOne(name, getDefault(), name));
      wanted.push("default");
    }
    if (namedBindings !== undefined && typescript.isNamespaceImport(namedBindings)) {
      const star = isLater ? module : context.getEmitHelperFactory().createImportStarHelper(module);
      if (isValue(namedBindings.name)) puts.push(put(namedBindings.name.text, star, namedBindings));
    } else if (namedBindings !== undefined) {
      for (const element of namedBindings.elements) {
        if (element.isTypeOnly || !isValue(element.name)) continue;
        const imported = element.propertyName ?? element.name;
        const value = imported.text === "default" ? getDefault() : memberOf(module, imported);
        puts.push(putOne(element.name, value, element));
        wanted.push(imported.text);
      }
    }
    const isEmpty = name === undefined && isEmptyList(namedBindings);
    if (puts.length === 0 && !isEmpty) return [];
    const declaration = factory.createVariableDeclaration(
      module,
      undefined,
      undefined,
      load(moduleSpecifier, isLater, wanted),
    );
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

  function memberOf(module: ts.Identifier, imported: ts.ModuleExportName): ts.Expression {
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
