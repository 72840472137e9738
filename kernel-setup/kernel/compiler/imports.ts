import type ts from "typescript";
import type { TypeScript } from "./typescript";

/** How an import is resolved, where it is not that of an ES module: `import x = require("m")`. */
export function modeOf(
  typescript: TypeScript,
  file: ts.SourceFile,
  literal: ts.StringLiteralLike,
): ts.ResolutionMode | undefined {
  const isRequired = file.statements.some(
    (statement) =>
      typescript.isImportEqualsDeclaration(statement) &&
      typescript.isExternalModuleReference(statement.moduleReference) &&
      statement.moduleReference.expression === literal,
  );
  return isRequired ? typescript.ModuleKind.CommonJS : undefined;
}

/** What an import of a file is taken down under: its name, and how it is resolved. */
export function keyOfImport(name: string, mode: ts.ResolutionMode | undefined): string {
  return mode === undefined ? name : `${name}\n${mode}`;
}

/** The import that is taken down under a key. */
export function importOfKey(key: string): { name: string; mode: ts.ResolutionMode | undefined } {
  const [name, mode] = key.split("\n");
  return { name, mode: mode === undefined ? undefined : (Number(mode) as ts.ResolutionMode) };
}

/** Everything that a file imports, in any form, as it stands in the code. */
export function importsOf(typescript: TypeScript, file: ts.SourceFile): ts.StringLiteralLike[] {
  const found: ts.StringLiteralLike[] = [];
  function add(node: ts.Node | undefined): void {
    if (node !== undefined && typescript.isStringLiteralLike(node)) found.push(node);
  }
  for (const statement of file.statements) {
    if (typescript.isImportDeclaration(statement) || typescript.isExportDeclaration(statement)) {
      add(statement.moduleSpecifier);
    } else if (
      typescript.isImportEqualsDeclaration(statement) &&
      typescript.isExternalModuleReference(statement.moduleReference)
    ) {
      add(statement.moduleReference.expression);
    } else if (typescript.isModuleDeclaration(statement)) {
      add(statement.name);
    }
  }
  // import("x") stands anywhere, as a value or as a type.
  function visit(node: ts.Node): void {
    if (typescript.isCallExpression(node)) {
      if (node.expression.kind === typescript.SyntaxKind.ImportKeyword) add(node.arguments[0]);
    } else if (typescript.isImportTypeNode(node) && typescript.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal);
    }
    typescript.forEachChild(node, visit);
  }
  if (/\bimport\s*\(/.test(file.text)) visit(file);
  return found;
}
