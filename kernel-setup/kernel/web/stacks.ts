import { isNativeError } from "./kinds";
import { nameOfScript } from "./scripts";

/** A line of Firefox or WebKit: what runs, and the script with line and column. */
const PLACED = /^(.*?)@(.+?):(\d+):(\d+)$/;

/** What those engines call code that is in no function. */
const NO_FUNCTION = /^(?:global|eval|module) code$|^anonymous$/;

/** What Firefox writes before what goes on later; V8 says "async". */
const LATER = /^(?:async|promise callback|[\w.]+ handler)\*/;

/**
 * The name of a function. By what it adds, Firefox tells where one stands: `outer/inner`, and of one that has no
 * name `outer/<` or, where it becomes the value of something, `something<`.
 */
function nameOf(written: string): string {
  const name = written.replace(LATER, "").split("/").at(-1) ?? "";
  return name.endsWith("<") || NO_FUNCTION.test(name) ? "" : name;
}

function frameOf(line: string, scriptAt: typeof nameOfScript): string[] {
  const [, written, script, at, column] = PLACED.exec(line) ?? [];
  // Functions of the language itself stand at no place.
  if (script === undefined) return [];
  const known = scriptAt(script);
  const place = `${known?.name ?? script}:${Number(at) - (known?.linesBefore ?? 0)}:${column}`;
  const name = nameOf(written);
  const isLater = LATER.test(written) ? "async " : "";
  return [`    at ${isLater}${name === "" ? place : `${name} (${place})`}`];
}

const OF_V8 = /^\s+at /;

/**
 * The lines of a stack as V8 writes them, whichever engine has written it.
 *
 * @param scriptAt - Whose lines an address stands for.
 * @example
 * framesIn("f@cell-1.ts:2:24\n@cell-1.ts:3:9\n"); // [ "    at f (cell-1.ts:2:24)", "    at cell-1.ts:3:9" ]
 */
export function framesIn(stack: string, scriptAt = nameOfScript): string[] {
  const lines = stack.split("\n");
  const ofV8 = lines.filter((line) => OF_V8.test(line));
  return ofV8.length > 0 ? ofV8 : lines.flatMap((line) => frameOf(line, scriptAt));
}

type Rewrite = (error: object, stack: string) => string;

/** What an engine without `Error.prepareStackTrace` is to write; nothing in V8. */
let rewriteStack: Rewrite | undefined;

/** Has stacks written as V8 writes them, where another engine does. */
export function hookStacks(rewrite: Rewrite): void {
  let isAsked = false;
  const { prepareStackTrace } = Error;
  Error.prepareStackTrace = () => {
    isAsked = true;
    return "";
  };
  void new Error("who is asked?").stack;
  Error.prepareStackTrace = prepareStackTrace;
  if (isAsked) return;
  rewriteStack = rewrite;
  const { get, set } = Object.getOwnPropertyDescriptor(Error.prototype, "stack") ?? {};
  // Firefox: one getter for all errors. In WebKit each error has a text of its own from the beginning.
  if (get === undefined) return;
  Object.defineProperty(Error.prototype, "stack", {
    get(this: object) {
      const stack: unknown = get.call(this);
      return typeof stack === "string" && isRaw(stack) ? rewrite(this, stack) : stack;
    },
    set,
    configurable: true,
  });
}

/** Whether a text is another engine's, and not empty. */
const isRaw = (stack: string) => stack.split("\n").some((line) => /^[^@\n]*@/.test(line));

/** The same value; of an error of WebKit the stack is written anew first. */
export function withTidyStack<T>(value: T): T {
  if (rewriteStack === undefined || typeof value !== "object" || value === null) return value;
  const { stack } = value as { stack?: unknown };
  if (typeof stack !== "string" || !isRaw(stack) || !isKept(value)) return value;
  const text = rewriteStack(value, stack);
  Object.defineProperty(value, "stack", { value: text, writable: true, configurable: true });
  return value;
}

/** Whether an object has a stack of its own because it is an error, or was given one. */
const isKept = (value: object) =>
  isNativeError(value) || Object.getOwnPropertyDescriptor(value, "stack") !== undefined;
