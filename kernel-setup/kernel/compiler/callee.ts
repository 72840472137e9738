import type ts from "typescript";
import type { TypeScript } from "./typescript";

/** Where the name of the function ends in whose brackets a position lies, or undefined. */
export function calleeAt(
  typescript: TypeScript,
  file: ts.SourceFile,
  position: number,
): number | undefined {
  const { text } = file;
  let found: number | undefined;
  function visit(node: ts.Node): void {
    // An unfinished call at the end of the code reaches as far as its blanks.
    const end = node.end >= text.trimEnd().length ? text.length : node.end;
    if (position < node.pos || position > end) return;
    const isCall = typescript.isCallExpression(node) || typescript.isNewExpression(node);
    // Later ones lie further inside.
    if (isCall && position > node.expression.end) found = node.expression.end;
    typescript.forEachChild(node, visit);
  }
  visit(file);
  return found;
}
