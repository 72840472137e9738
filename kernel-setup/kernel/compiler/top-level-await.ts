import type ts from "typescript";
import type { TypeScript } from "./typescript";

/** Whether a cell awaits outside of any function, so that it has to run in an async one. */
export function awaitsAtTop(typescript: TypeScript, file: ts.SourceFile): boolean {
  return file.text.includes("await") && awaits(typescript, file);
}

/** Whether code awaits, in itself and not in a function in it. */
export function awaits(typescript: TypeScript, node: ts.Node): boolean {
  const { AwaitUsing } = typescript.NodeFlags;
  if (typescript.isAwaitExpression(node)) return true;
  if (typescript.isForOfStatement(node) && node.awaitModifier !== undefined) return true;
  if (typescript.isVariableDeclarationList(node) && (node.flags & AwaitUsing) === AwaitUsing) {
    return true;
  }
  if (typescript.isFunctionLike(node)) {
    // Names in brackets and decorators are computed outside of the function's own body.
    return node.name !== undefined && awaits(typescript, node.name);
  }
  if (typescript.isClassStaticBlockDeclaration(node)) return false;
  if (typescript.isPropertyDeclaration(node)) return awaits(typescript, node.name);
  return typescript.forEachChild(node, (child) => awaits(typescript, child) || undefined) ?? false;
}
