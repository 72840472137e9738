import type ts from "typescript";
import { above } from "./paths";
import { awaitsAtTop } from "./top-level-await";
import type { TypeScript } from "./typescript";

/** How a file is run: with real imports and exports, or with `require` and `exports`. */
export type ModuleKind = "es" | "commonjs" | "json";

/** The `type` that the nearest package.json gives its files, if there is one. */
export function packageTypeOf(
  path: string,
  read: (path: string) => string | undefined,
): string | undefined {
  for (let folder = above(path); ; folder = above(folder)) {
    const text = read(`${folder}/package.json`);
    if (text !== undefined) {
      try {
        return (JSON.parse(text) as { type?: string }).type ?? "none";
      } catch {
        return "none";
      }
    }
    if (folder === "") return undefined;
  }
}

/** Whether Node takes a built file for an ES module by its name and its package. */
export function isEsFile(path: string, read: (path: string) => string | undefined): boolean {
  if (/\.mjs$/.test(path)) return true;
  return /\.js$/.test(path) && packageTypeOf(path, read) === "module";
}

/** How a file's own name or package says that it is run; undefined where neither says it. */
export function declaredKind(
  path: string,
  read: (path: string) => string | undefined,
): ModuleKind | undefined {
  if (path.endsWith(".json")) return "json";
  if (/\.m[jt]s$/.test(path)) return "es";
  if (/\.c[jt]s$/.test(path)) return "commonjs";
  const type = packageTypeOf(path, read);
  if (type === "module") return "es";
  return type === "commonjs" ? "commonjs" : undefined;
}

/** How a file is run by what stands in it, as Node decides where nothing else does. */
export function kindBySyntax(typescript: TypeScript, file: ts.SourceFile): ModuleKind {
  let isEs = false;
  for (const statement of file.statements) {
    if (typescript.isExportAssignment(statement)) {
      if (statement.isExportEquals) return "commonjs";
      isEs = true;
    } else if (typescript.isImportEqualsDeclaration(statement)) {
      if (typescript.isExternalModuleReference(statement.moduleReference)) return "commonjs";
    } else {
      isEs ||= isModuleSyntax(typescript, statement);
    }
  }
  isEs ||= /\bimport\s*\.\s*meta\b/.test(file.text) && hasImportMeta(typescript, file);
  return isEs || awaitsAtTop(typescript, file) ? "es" : "commonjs";
}

function isModuleSyntax(typescript: TypeScript, statement: ts.Statement): boolean {
  return (
    typescript.isImportDeclaration(statement) ||
    typescript.isExportDeclaration(statement) ||
    (typescript.canHaveModifiers(statement) &&
      statement.modifiers?.some(({ kind }) => kind === typescript.SyntaxKind.ExportKeyword) ===
        true)
  );
}

function hasImportMeta(typescript: TypeScript, node: ts.Node): boolean {
  if (typescript.isMetaProperty(node)) {
    return node.keywordToken === typescript.SyntaxKind.ImportKeyword;
  }
  return typescript.forEachChild(node, (child) => hasImportMeta(typescript, child)) ?? false;
}
