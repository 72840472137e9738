import type ts from "@tslab/typescript-for-tslab";
import { loadTypeScript } from "./typescript";

/** Whether a cell awaits outside of any function, so that it has to run in an async one. */
export function hasTopLevelAwait(code: string): boolean {
  if (!code.includes("await")) return false;
  const typescript = loadTypeScript();
  // The export makes it a module, where `await (x)` is no call.
  const file = typescript.createSourceFile(
    "cell.ts",
    `export {};\n${code}`,
    typescript.ScriptTarget.ES2022,
    true,
    typescript.ScriptKind.TS,
  );
  function awaits(node: ts.Node): boolean {
    if (typescript.isAwaitExpression(node)) return true;
    if (typescript.isForOfStatement(node) && node.awaitModifier !== undefined) return true;
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
