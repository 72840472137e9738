import type ts from "typescript";
import type { TypeScript } from "./typescript";

/** Whether a declaration makes a value, in a cell or, after `declare`, elsewhere. */
function isOfValue(typescript: TypeScript, node: ts.Declaration): boolean {
  if (typescript.isModuleDeclaration(node)) {
    return (
      typescript.getModuleInstanceState(node) !== typescript.ModuleInstanceState.NonInstantiated
    );
  }
  return !typescript.isInterfaceDeclaration(node) && !typescript.isTypeAliasDeclaration(node);
}

/** Whether a name is only declared to exist: whoever uses it means the global of that name. */
export function isAmbient(typescript: TypeScript, { declarations = [] }: ts.Symbol): boolean {
  const { Ambient } = typescript.NodeFlags as unknown as { Ambient: ts.NodeFlags };
  // Asked of every name of all cells for each new one; hardly any is.
  if (declarations.length === 1) return (declarations[0].flags & Ambient) !== 0;
  if (!declarations.some(({ flags }) => flags & Ambient)) return false;
  return declarations.every((node) => node.flags & Ambient || !isOfValue(typescript, node));
}

/** Whether a name has its value, or has none to get, before the cell's first line. */
export function isHoisted(
  typescript: TypeScript,
  { flags, declarations = [] }: ts.Symbol,
): boolean {
  const { Function: functions, FunctionScopedVariable } = typescript.SymbolFlags;
  if (flags & functions || declarations.some(typescript.isFunctionDeclaration)) return true;
  if ((flags & FunctionScopedVariable) === 0) return false;
  return declarations.some(
    (node) =>
      typescript.isVariableDeclaration(node) &&
      node.initializer === undefined &&
      !typescript.isForInStatement(node.parent.parent) &&
      !typescript.isForOfStatement(node.parent.parent),
  );
}
