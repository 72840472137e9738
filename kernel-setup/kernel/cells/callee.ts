import type ts from "@tslab/typescript-for-tslab";
import { loadTypeScript } from "./typescript";

/**
 * Where the name of the function ends in whose brackets a position lies, or undefined.
 *
 * @example
 * calleeAt("Math.max(1, 2)", 12); // 8
 */
export function calleeAt(code: string, position: number): number | undefined {
  const typescript = loadTypeScript();
  const { ScriptTarget, ScriptKind } = typescript;
  const file = typescript.createSourceFile(
    "cell.ts",
    code,
    ScriptTarget.Latest,
    false,
    ScriptKind.TS,
  );
  let found: number | undefined;
  function visit(node: ts.Node): void {
    // An unfinished call at the end of the code reaches as far as its blanks.
    const end = node.end >= code.trimEnd().length ? code.length : node.end;
    if (position < node.pos || position > end) return;
    const isCall = typescript.isCallExpression(node) || typescript.isNewExpression(node);
    // Later ones lie further inside.
    if (isCall && position > node.expression.end) found = node.expression.end;
    typescript.forEachChild(node, visit);
  }
  visit(file);
  return found;
}
