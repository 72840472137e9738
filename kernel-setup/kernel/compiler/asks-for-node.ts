import type ts from "typescript";
import type { TypeScript } from "./typescript";

/**
 * The few globals of Node that almost every cell uses. Parsing all types of Node takes several
 * times as long as everything else at start, so these stand in for them until a cell needs more.
 * They must agree with Node's own types wherever a cell without errors could tell the difference.
 */
export const GLOBALS = `
interface Console {
  assert(condition?: unknown, ...data: any[]): void;
  clear(): void;
  count(label?: string): void;
  countReset(label?: string): void;
  debug(...data: any[]): void;
  dir(item?: any, options?: any): void;
  dirxml(...data: any[]): void;
  error(...data: any[]): void;
  group(...data: any[]): void;
  groupCollapsed(...data: any[]): void;
  groupEnd(): void;
  info(...data: any[]): void;
  log(...data: any[]): void;
  table(tabularData?: any, properties?: string[]): void;
  time(label?: string): void;
  timeEnd(label?: string): void;
  timeLog(label?: string, ...data: any[]): void;
  trace(...data: any[]): void;
  warn(...data: any[]): void;
}
declare var console: Console;
declare namespace NodeJS {
  interface Timeout {
    hasRef(): boolean;
    ref(): this;
    refresh(): this;
    unref(): this;
    close(): this;
    [Symbol.toPrimitive](): number;
  }
  interface Immediate {
    hasRef(): boolean;
    ref(): this;
    unref(): this;
  }
}
declare function setTimeout(callback: (_: void) => void, delay?: number): NodeJS.Timeout;
declare function setTimeout<A extends any[]>(callback: (...args: A) => void, delay?: number, ...args: A): NodeJS.Timeout;
declare function setInterval(callback: (_: void) => void, delay?: number): NodeJS.Timeout;
declare function setInterval<A extends any[]>(callback: (...args: A) => void, delay?: number, ...args: A): NodeJS.Timeout;
declare function setImmediate(callback: (_: void) => void): NodeJS.Immediate;
declare function setImmediate<A extends any[]>(callback: (...args: A) => void, ...args: A): NodeJS.Immediate;
declare function clearTimeout(timeout: NodeJS.Timeout | string | number | undefined): void;
declare function clearInterval(timeout: NodeJS.Timeout | string | number | undefined): void;
declare function clearImmediate(immediate: NodeJS.Immediate | undefined): void;
declare function queueMicrotask(callback: () => void): void;
declare module "node:util" {
  namespace inspect {
    const custom: unique symbol;
  }
}
`;

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
