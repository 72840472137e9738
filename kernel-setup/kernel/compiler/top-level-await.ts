import type ts from "typescript";
import type { TypeScript } from "./typescript";

/** Whether a cell awaits outside of any function, so that it has to run in an async one. */
export function awaitsAtTop(typescript: TypeScript, file: ts.SourceFile): boolean {
  if (!file.text.includes("await")) return false;
  const { AwaitUsing } = typescript.NodeFlags;
  function awaits(node: ts.Node): boolean {
    if (typescript.isAwaitExpression(node)) return true;
    if (typescript.isForOfStatement(node) && node.awaitModifier !== undefined) return true;
    if (typescript.isVariableDeclarationList(node) && (node.flags & AwaitUsing) === AwaitUsing) {
      return true;
    }
    if (typescript.isFunctionLike(node)) {
      // Names in brackets and decorators are computed outside of the function's own body.
      return node.name !== undefined && awaits(node.name);
    }
    if (typescript.isClassStaticBlockDeclaration(node)) return false;
    if (typescript.isPropertyDeclaration(node)) return awaits(node.name);
    return typescript.forEachChild(node, (child) => awaits(child) || undefined) ?? false;
  }
  return awaits(file);
}
