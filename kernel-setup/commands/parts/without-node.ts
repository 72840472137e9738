import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import ts from "typescript";
import { codeBelow, WITHOUT_NODE } from "./house";

/** A part of TypeScript that its declarations leave out: it finds out what each block declares. */
const { bindSourceFile } = ts as unknown as {
  bindSourceFile(file: ts.SourceFile, options: ts.CompilerOptions): void;
};

/** A node, with what it declares for those in it. */
type Scope = ts.Node & { locals?: ReadonlyMap<ts.__String, unknown> };

/** What Node alone has without an import. */
const GLOBALS = new Set([
  "Buffer",
  "NodeJS",
  "__dirname",
  "__filename",
  "clearImmediate",
  "exports",
  "global",
  "module",
  "process",
  "require",
  "setImmediate",
]);

/** What Node alone gives a timer. */
const TIMER_METHODS = new Set(["hasRef", "ref", "unref"]);

/**
 * What names something of Node in rooms that are to run in a page too: its modules, types included, its
 * globals, and what its timers alone have.
 *
 * @param root The clone.
 * @returns File and line of each, with what stands there; none when all is well.
 */
export function nodeIn(root: string, { rooms, homes } = WITHOUT_NODE): string[] {
  const isBelow = (file: string, folder: string) => file.startsWith(`${folder}/`);
  return rooms
    .flatMap((room) => codeBelow(root, room))
    .filter((file) => !homes.some((home) => isBelow(file, home)))
    .flatMap((file) => inFile(file, readFileSync(join(root, file), "utf8")));
}

function inFile(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  bindSourceFile(source, {});
  const found: string[] = [];
  const say = (node: ts.Node, what: string) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${file}:${line + 1} names ${what}, which only Node has.`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && isModule(node.text) && isImported(node))
      say(node, node.text);
    if (ts.isIdentifier(node) && GLOBALS.has(node.text) && isFree(node) && !isDeclared(node))
      say(node, node.text);
    if (ts.isPropertyAccessExpression(node) && TIMER_METHODS.has(node.name.text))
      say(node, `.${node.name.text}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const isModule = (name: string) =>
  name.startsWith("node:") || builtinModules.includes(name.split("/")[0]);

/** Whether a text is what a statement, a type or a call imports. */
function isImported({ parent }: ts.Node): boolean {
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent)) return true;
  if (ts.isExternalModuleReference(parent)) return true;
  if (ts.isLiteralTypeNode(parent)) return ts.isImportTypeNode(parent.parent);
  if (!ts.isCallExpression(parent)) return false;
  const { expression } = parent;
  if (ts.isIdentifier(expression)) return expression.text === "require" && !isDeclared(expression);
  return expression.kind === ts.SyntaxKind.ImportKeyword;
}

/** Whether a name stands for itself: it is neither a member of something nor the key of one, nor declared here. */
function isFree(name: ts.Identifier): boolean {
  const { parent } = name;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === name || ofGlobal(parent);
  if (ts.isQualifiedName(parent)) return parent.left === name;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === name;
  if (ts.isBindingElement(parent)) return parent.initializer === name;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  return !("name" in parent && parent.name === name);
}

/** Whether a name stands for something that is declared around it. */
function isDeclared(name: ts.Identifier): boolean {
  for (let node: Scope = name; node !== undefined; node = node.parent)
    if (node.locals?.has(name.escapedText)) return true;
  return false;
}

/** `globalThis.process` is `process`. */
const ofGlobal = ({ expression }: ts.PropertyAccessExpression) =>
  /^(?:globalThis|self|window)$/.test(expression.getText());
