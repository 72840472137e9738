import type ts from "typescript";
import type { TypeScript } from "./typescript";

/** Names whose mention in a package's declarations asks for all types of Node. */
const NODE_NAMES = ["NodeJS", "Buffer", "process", "AbortSignal", "URL", "Blob", "ReadableStream"];

type Declarations = ts.SourceFile & {
  identifiers: ReadonlyMap<string, string>;
  imports?: readonly ts.StringLiteralLike[];
};

/**
 * Whether a package's declarations may need more than these globals.
 *
 * @param isBuiltin - Whether a name is that of one of Node's modules.
 */
export function asksForNode(
  typescript: TypeScript,
  file: ts.SourceFile,
  isBuiltin: (name: string) => boolean,
): boolean {
  const { identifiers, imports } = file as Declarations;
  if (NODE_NAMES.some((name) => identifiers.has(name))) return true;
  const builtins = (imports ?? []).filter(({ text }) => isBuiltin(text));
  return builtins.some((literal) => !isInspectImport(typescript, file, literal));
}

/** `import { inspect } from "node:util"`: many classes name `inspect.custom`, and nothing else of Node. */
function isInspectImport(
  typescript: TypeScript,
  file: ts.SourceFile,
  literal: ts.StringLiteralLike,
): boolean {
  if (literal.text !== "node:util") return false;
  const statement = file.statements.find(
    (node) => typescript.isImportDeclaration(node) && node.moduleSpecifier === literal,
  ) as ts.ImportDeclaration | undefined;
  const clause = statement?.importClause;
  const bindings = clause?.namedBindings;
  if (clause === undefined || clause.name !== undefined || bindings === undefined) return false;
  return (
    typescript.isNamedImports(bindings) &&
    bindings.elements.every(({ name, propertyName }) => (propertyName ?? name).text === "inspect")
  );
}
