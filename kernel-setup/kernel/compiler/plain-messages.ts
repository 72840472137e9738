/**
 * Ends the names of objects that compiled cells keep variables in. Node's messages quote compiled
 * code, as in "cellsº.f is not a function"; by this letter, which code hardly has, they are made plain.
 */
export const OBJECT_MARK = "º";

/** The property of `globalThis`, by symbol, at which compiled cells find `withPlainMessage`. */
export const PLAIN = "tslab.plain";

const CALLEE = new RegExp(`\\(0 , \\w+${OBJECT_MARK}+\\.([^\\s()]+)\\)`, "g");
const OBJECT = new RegExp(`\\b\\w+${OBJECT_MARK}+\\.`, "g");

/**
 * A message of Node with the names that the cell's author wrote.
 *
 * @example
 * plainMessage("(0 , cellsº.f) is not a function"); // "f is not a function"
 */
export function plainMessage(message: string): string {
  return message.includes(OBJECT_MARK)
    ? message.replace(CALLEE, "$1").replace(OBJECT, "")
    : message;
}

let isNativeError: (value: unknown) => value is Error = (value) => value instanceof Error;

/** Makes the message of an error of Node's own plain, in the error itself; returns what it was given. */
export function withPlainMessage<T>(thrown: T): T {
  if (!isNativeError(thrown)) return thrown;
  const message = Object.getOwnPropertyDescriptor(thrown, "message");
  if (typeof message?.value !== "string" || !message.writable) return thrown;
  const plain = plainMessage(message.value);
  if (plain !== message.value) thrown.message = plain;
  return thrown;
}

/**
 * Lets compiled cells find `withPlainMessage`.
 *
 * @param isNative - Whether a value is an error of the language itself.
 */
export function installPlainMessages(isNative: (value: unknown) => value is Error): void {
  isNativeError = isNative;
  Object.defineProperty(globalThis, Symbol.for(PLAIN), {
    value: withPlainMessage,
    configurable: true,
  });
}
