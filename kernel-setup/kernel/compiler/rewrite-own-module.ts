import type ts from "typescript";
import type { TypeScript } from "./typescript";

/** A name that an ES module exports. */
export interface Exported {
  name: string;
  /** The expression that reads it, in the module's own scope. */
  read: string;
  /** Whether its value stays what it is once the module has run. */
  isConstant: boolean;
}

/** A name that an ES module has to find in what it imports. */
export interface Needed {
  /** The request. */
  at: number;
  name: string;
  /** Where it stands in the file. */
  offset: number;
}

/** What the rewritten code of an ES module leaves to be done around it. */
export interface Shape {
  /** What it imports, in the order of their evaluation. */
  requests: string[];
  exported: Exported[];
  needed: Needed[];
  /** The requests all of whose names it exports. */
  stars: number[];
  /** The requests that it uses as a whole. */
  namespaces: Set<number>;
}

/** The names that rewritten code gets from around it. */
export interface Names {
  /** The object that links the module to others. */
  es: string;
  /** What a request's module exports. */
  module(at: number): string;
  /** What its default export is a property of. */
  withDefault(at: number): string;
  /** All of it as an object. */
  namespace(at: number): string;
  /** The default export, where it has no name. */
  fallback: string;
}

/** What an imported name stands for. */
interface Binding {
  /** As code. */
  read: string;
  make(): ts.Expression;
}

interface Options {
  names: Names;
  /** Filled in as the code is rewritten. */
  shape: Shape;
  isTypeScript: boolean;
  /** Whether what it exports again may be a mere type, since nobody has looked at what it imports. */
  mayExportTypes: boolean;
}

/**
 * Turns the imports and exports of an ES module into uses of objects that are there from the start:
 * an imported name is read anew each time, as the language has it.
 */
export function rewriteOwnModule(
  typescript: TypeScript,
  checker: ts.TypeChecker,
  { names, shape, isTypeScript, mayExportTypes }: Options,
): ts.CustomTransformers {
  const { factory } = typescript;
  const { SyntaxKind } = typescript;
  /** What imported names stand for. */
  const bindings = new Map<string, Binding>();
  /** The names declared at the top whose values do not change. */
  const constants = new Set<string>();
  /** The names declared or imported at the top that it exports. */
  const exportedLocals = new Set<string>();

  function requestOf(specifier: ts.Expression | undefined): number {
    const name = (specifier as ts.StringLiteral).text;
    const known = shape.requests.indexOf(name);
    return known >= 0 ? known : shape.requests.push(name) - 1;
  }

  function property(object: string, name: string): ts.Expression {
    const target = factory.createIdentifier(object);
    return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name)
      ? factory.createPropertyAccessExpression(target, name)
      : factory.createElementAccessExpression(target, factory.createStringLiteral(name));
  }

  /** Where a name of a request's module is read, as a name and an object that it is a property of. */
  function member(request: number, name: string): [object: string, name: string] {
    return [name === "default" ? names.withDefault(request) : names.module(request), name];
  }

  /** All of a request's module. */
  function whole(request: number): string {
    shape.namespaces.add(request);
    return names.namespace(request);
  }

  function bind(local: ts.Identifier, object: string, name?: string): void {
    bindings.set(local.text, {
      read: name === undefined ? object : `${object}[${JSON.stringify(name)}]`,
      make: () => (name === undefined ? factory.createIdentifier(object) : property(object, name)),
    });
  }

  function need(at: number, name: string, node: ts.Node): void {
    const origin = typescript.getOriginalNode(node);
    const offset = origin.pos < 0 ? 0 : origin.getStart();
    shape.needed.push({ at, name, offset });
  }

  function needLocally(at: number, name: string, local: ts.Identifier): void {
    if (!(mayExportTypes && exportedLocals.has(local.text))) need(at, name, local);
  }

  function collectImport({ importClause, moduleSpecifier }: ts.ImportDeclaration): void {
    const request = requestOf(moduleSpecifier);
    const { name, namedBindings } = importClause ?? {};
    if (name !== undefined) {
      bind(name, ...member(request, "default"));
      needLocally(request, "default", name);
    }
    if (namedBindings === undefined) return;
    if (typescript.isNamespaceImport(namedBindings)) {
      bind(namedBindings.name, whole(request));
      return;
    }
    for (const element of namedBindings.elements) {
      const imported = (element.propertyName ?? element.name).text;
      bind(element.name, ...member(request, imported));
      needLocally(request, imported, element.name);
    }
  }

  function collectConstants(statement: ts.Statement): void {
    if (typescript.isVariableStatement(statement)) {
      const { flags, declarations } = statement.declarationList;
      if ((flags & typescript.NodeFlags.BlockScoped) !== typescript.NodeFlags.Const) return;
      for (const name of declarations.flatMap((each) => namesIn(each.name))) constants.add(name);
    } else if (typescript.isClassDeclaration(statement) && statement.name !== undefined) {
      constants.add(statement.name.text);
    } else if (typescript.isFunctionDeclaration(statement) && statement.name !== undefined) {
      // In JavaScript nothing forbids to give it another value.
      if (isTypeScript) constants.add(statement.name.text);
    }
  }

  function namesIn(name: ts.BindingName): string[] {
    if (typescript.isIdentifier(name)) return [name.text];
    return name.elements.flatMap((element) =>
      typescript.isOmittedExpression(element) ? [] : namesIn(element.name),
    );
  }

  function isExported(node: ts.Node): boolean {
    return modifiersOf(node).some(({ kind }) => kind === SyntaxKind.ExportKeyword);
  }

  function isDefault(node: ts.Node): boolean {
    return modifiersOf(node).some(({ kind }) => kind === SyntaxKind.DefaultKeyword);
  }

  function modifiersOf(node: ts.Node): readonly ts.ModifierLike[] {
    return typescript.canHaveModifiers(node) ? (node.modifiers ?? []) : [];
  }

  function withoutExport(node: ts.Node): ts.ModifierLike[] {
    const { ExportKeyword, DefaultKeyword } = SyntaxKind;
    return modifiersOf(node).filter(
      ({ kind }) => kind !== ExportKeyword && kind !== DefaultKeyword,
    );
  }

  function exportAs(name: string, read: string, isConstant: boolean): void {
    shape.exported.push({ name, read, isConstant });
  }

  function exportLocal(name: string, local: string): void {
    const binding = bindings.get(local);
    exportAs(name, binding?.read ?? local, binding === undefined && constants.has(local));
  }

  function collectExport(node: ts.ExportDeclaration): void {
    const { exportClause, moduleSpecifier } = node;
    if (moduleSpecifier === undefined) {
      for (const { propertyName, name } of (exportClause as ts.NamedExports).elements) {
        exportLocal(name.text, (propertyName ?? name).text);
      }
      return;
    }
    const request = requestOf(moduleSpecifier);
    if (exportClause === undefined) shape.stars.push(request);
    else if (typescript.isNamespaceExport(exportClause)) {
      exportAs(exportClause.name.text, whole(request), false);
    } else {
      for (const { propertyName, name } of exportClause.elements) {
        const [object, key] = member(request, (propertyName ?? name).text);
        if (!mayExportTypes) need(request, key, propertyName ?? name);
        exportAs(name.text, `${object}[${JSON.stringify(key)}]`, false);
      }
    }
  }

  /** `const name = { default: value }.default`: what has no name of its own is called so. */
  function declareDefault(value: ts.Expression, origin: ts.Node): ts.Statement {
    const key = factory.createIdentifier("default");
    const object = factory.createObjectLiteralExpression([
      factory.createPropertyAssignment(key, value),
    ]);
    const named = factory.createPropertyAccessExpression(object, "default");
    exportAs("default", names.fallback, true);
    return declare(names.fallback, isNameless(value) ? named : value, origin);
  }

  function declare(name: string, value: ts.Expression, origin: ts.Node): ts.Statement {
    const declaration = factory.createVariableDeclaration(name, undefined, undefined, value);
    const list = factory.createVariableDeclarationList([declaration], typescript.NodeFlags.Const);
    const statement = factory.createVariableStatement(undefined, list);
    return typescript.setTextRange(typescript.setOriginalNode(statement, origin), origin);
  }

  function isNameless(node: ts.Expression): boolean {
    const inner = typescript.skipPartiallyEmittedExpressions(node);
    if (typescript.isParenthesizedExpression(inner)) return isNameless(inner.expression);
    if (typescript.isArrowFunction(inner)) return true;
    return (
      (typescript.isFunctionExpression(inner) || typescript.isClassExpression(inner)) &&
      inner.name === undefined
    );
  }

  /** What is left of a statement at the top, its inner parts already rewritten. */
  function plain(node: ts.Statement): ts.Statement[] {
    if (typescript.isImportDeclaration(node) || typescript.isExportDeclaration(node)) return [];
    if (typescript.isExportAssignment(node)) return [declareDefault(node.expression, node)];
    if (!isExported(node)) return [node];
    if (typescript.isVariableStatement(node)) {
      for (const name of node.declarationList.declarations.flatMap((each) => namesIn(each.name))) {
        exportLocal(name, name);
      }
      const modifiers = withoutExport(node) as ts.Modifier[];
      return [factory.updateVariableStatement(node, modifiers, node.declarationList)];
    }
    if (typescript.isFunctionDeclaration(node)) return functionDeclaration(node);
    if (typescript.isClassDeclaration(node)) return classDeclaration(node);
    return [node];
  }

  function functionDeclaration(node: ts.FunctionDeclaration): ts.Statement[] {
    const { asteriskToken, parameters, body } = node;
    const name = node.name ?? factory.createIdentifier(names.fallback);
    const declared = factory.updateFunctionDeclaration(
      node,
      withoutExport(node),
      asteriskToken,
      name,
      undefined,
      parameters,
      undefined,
      body,
    );
    const exportedName = isDefault(node) ? "default" : name.text;
    if (node.name !== undefined) {
      exportLocal(exportedName, name.text);
      return [declared];
    }
    exportAs("default", name.text, true);
    const describe = factory.createCallExpression(property("Object", "defineProperty"), undefined, [
      name,
      factory.createStringLiteral("name"),
      factory.createObjectLiteralExpression([
        factory.createPropertyAssignment("value", factory.createStringLiteral("default")),
        factory.createPropertyAssignment("configurable", factory.createTrue()),
      ]),
    ]);
    return [factory.createExpressionStatement(describe), declared];
  }

  function classDeclaration(node: ts.ClassDeclaration): ts.Statement[] {
    const modifiers = withoutExport(node);
    const { name, heritageClauses, members } = node;
    if (name !== undefined) {
      const declared = factory.updateClassDeclaration(
        node,
        modifiers,
        name,
        undefined,
        heritageClauses,
        members,
      );
      // TypeScript makes up a name that is known only when all is printed.
      if (typescript.isGeneratedIdentifier(name)) return [declared, declareDefault(name, node)];
      exportLocal(isDefault(node) ? "default" : name.text, name.text);
      return [declared];
    }
    const value = factory.createClassExpression(
      modifiers,
      undefined,
      undefined,
      heritageClauses,
      members,
    );
    return [declareDefault(typescript.setTextRange(value, node), node)];
  }

  /** The import that an identifier of compiled code reads, if it does. */
  function bindingOf(identifier: ts.Identifier): Binding | undefined {
    const binding = bindings.get(identifier.text);
    if (binding === undefined || typescript.isGeneratedIdentifier(identifier)) return undefined;
    const origin = typescript.getOriginalNode(identifier);
    const parent = origin.parent as (ts.Node & { name?: ts.Node }) | undefined;
    if (parent === undefined) return undefined;
    // TypeScript's own uses, as of React for JSX, have a place but no text there.
    if (origin.pos >= 0) {
      const isShorthand = typescript.isShorthandPropertyAssignment(parent);
      if (parent.name === origin && !isShorthand) return undefined;
      const isUse =
        isShorthand || typescript.isExportAssignment(parent) || typescript.isExpressionNode(origin);
      if (!isUse) return undefined;
    }
    return isImport(identifier.text, origin.pos >= 0 ? origin : parent) ? binding : undefined;
  }

  function isImport(name: string, at: ts.Node): boolean {
    const { Value, ExportValue, Alias } = typescript.SymbolFlags;
    const symbol = (
      checker as ts.TypeChecker & {
        resolveName(
          name: string,
          location: ts.Node,
          meaning: ts.SymbolFlags,
          excludeGlobals: boolean,
        ): ts.Symbol | undefined;
      }
    ).resolveName(name, at, Value | ExportValue | Alias, true);
    return symbol !== undefined && (symbol.flags & Alias) !== 0;
  }

  function importEquals(node: ts.ImportEqualsDeclaration): ts.Node {
    const { moduleReference, name, modifiers } = node;
    if (node.isTypeOnly || !typescript.isExternalModuleReference(moduleReference)) return node;
    const value = factory.createCallExpression(property(names.es, "require"), undefined, [
      moduleReference.expression,
    ]);
    const declaration = factory.createVariableDeclaration(name, undefined, undefined, value);
    const list = factory.createVariableDeclarationList([declaration], typescript.NodeFlags.Const);
    const made = factory.createVariableStatement(modifiers as ts.Modifier[] | undefined, list);
    return typescript.setTextRange(made, node);
  }

  const before: ts.TransformerFactory<ts.SourceFile> = () => (file) =>
    factory.updateSourceFile(
      file,
      file.statements.map((statement) =>
        typescript.isImportEqualsDeclaration(statement)
          ? (importEquals(statement) as ts.Statement)
          : statement,
      ),
    );

  const after: ts.TransformerFactory<ts.SourceFile> = (context) => {
    function visit<T extends ts.Node>(node: T): T {
      return typescript.visitNode(node, rewrite) as T;
    }

    function visitChildren(node: ts.Node): ts.Node {
      return typescript.visitEachChild(node, rewrite, context);
    }

    function place(identifier: ts.Identifier): ts.Expression {
      const binding = bindingOf(identifier);
      if (binding === undefined) return identifier;
      const made = typescript.setOriginalNode(binding.make(), identifier);
      return startOnly(typescript.setTextRange(made, identifier));
    }

    function startOnly<T extends ts.Expression>(expression: T): T {
      return typescript.setEmitFlags(expression, typescript.EmitFlags.NoTrailingSourceMap);
    }

    /** A function that was a plain name must not be called as a method. */
    function free(before: ts.Expression, after: ts.Expression): ts.Expression | undefined {
      const name = withoutBrackets(before);
      if (!typescript.isIdentifier(name) || typescript.isIdentifier(withoutBrackets(after))) {
        return undefined;
      }
      const comma = factory.createComma(factory.createNumericLiteral(0), after);
      const callee = factory.createParenthesizedExpression(comma);
      return startOnly(typescript.setTextRange(callee, after));
    }

    /** `(f)()` calls f as `f()` does. */
    function withoutBrackets(node: ts.Expression): ts.Expression {
      const inner = typescript.skipPartiallyEmittedExpressions(node);
      return typescript.isParenthesizedExpression(inner)
        ? withoutBrackets(inner.expression)
        : (inner as ts.Expression);
    }

    function call(node: ts.CallExpression): ts.Node {
      const visited = visitChildren(node) as ts.CallExpression;
      const { expression, typeArguments, arguments: values } = visited;
      if (node.expression.kind === SyntaxKind.ImportKeyword) {
        const load = property(names.es, "import");
        return factory.updateCallExpression(visited, load, undefined, values);
      }
      const callee = free(node.expression, expression);
      if (callee === undefined) return visited;
      return typescript.isCallChain(visited)
        ? factory.updateCallChain(visited, callee, visited.questionDotToken, typeArguments, values)
        : factory.updateCallExpression(visited, callee, typeArguments, values);
    }

    function rewrite(node: ts.Node): ts.VisitResult<ts.Node> {
      if (typescript.isIdentifier(node)) return place(node);
      if (typescript.isShorthandPropertyAssignment(node)) {
        const value = place(node.name);
        if (value === node.name) return visitChildren(node);
        const key = factory.createIdentifier(node.name.text);
        return typescript.setTextRange(factory.createPropertyAssignment(key, value), node);
      }
      if (typescript.isCallExpression(node)) return call(node);
      if (typescript.isMetaProperty(node) && node.keywordToken === SyntaxKind.ImportKeyword) {
        return property(names.es, "meta");
      }
      if (typescript.isTaggedTemplateExpression(node)) {
        const visited = visitChildren(node) as ts.TaggedTemplateExpression;
        const tag = free(node.tag, visited.tag);
        return tag === undefined
          ? visited
          : factory.updateTaggedTemplateExpression(visited, tag, undefined, visited.template);
      }
      return visitChildren(node);
    }

    return (file) => {
      for (const statement of file.statements) {
        if (!typescript.isExportDeclaration(statement) || statement.moduleSpecifier !== undefined) {
          continue;
        }
        for (const { propertyName, name } of (statement.exportClause as ts.NamedExports).elements) {
          exportedLocals.add((propertyName ?? name).text);
        }
      }
      for (const statement of file.statements) {
        if (typescript.isImportDeclaration(statement)) collectImport(statement);
        else if (!typescript.isExportDeclaration(statement)) collectConstants(statement);
        else if (statement.moduleSpecifier !== undefined) requestOf(statement.moduleSpecifier);
      }
      for (const statement of file.statements) {
        if (typescript.isExportDeclaration(statement)) collectExport(statement);
      }
      const statements = file.statements.flatMap((statement) =>
        typescript.isImportDeclaration(statement) || typescript.isExportDeclaration(statement)
          ? []
          : plain(visit(statement)),
      );
      return factory.updateSourceFile(file, statements);
    };
  };
  return { before: [before], after: [after] };
}
