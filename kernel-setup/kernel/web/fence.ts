import { words } from "../../text/texts";
import { say } from "../cells/language";
import { knownProxy } from "./kinds";

/** The language's own globals. */
const LANGUAGE = `
AggregateError Array ArrayBuffer AsyncDisposableStack Atomics BigInt BigInt64Array BigUint64Array Boolean DataView
Date DisposableStack Error EvalError FinalizationRegistry Float16Array Float32Array Float64Array Function Infinity
Int16Array Int32Array Int8Array Intl Iterator JSON Map Math NaN Number Object Promise Proxy RangeError
ReferenceError Reflect RegExp Set SharedArrayBuffer String SuppressedError Symbol SyntaxError Temporal TypeError
URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakRef WeakSet decodeURI decodeURIComponent
encodeURI encodeURIComponent escape eval globalThis isFinite isNaN parseFloat parseInt undefined unescape`;

/** What a page has besides and cells may use: all that ../globals/page-cells/index.d.cts declares, and what that is made of. */
const PAGE = `
AbortController AbortSignal Blob CustomEvent DOMException ErrorEvent Event EventTarget MessageChannel MessageEvent
MessagePort Performance PromiseRejectionEvent ReadableStream TextDecoder TextEncoder TransformStream URL
URLSearchParams WebAssembly WritableStream atob btoa clearInterval clearTimeout console constructor crypto
performance queueMicrotask self setInterval setTimeout structuredClone`;

const STAYS: ReadonlySet<string> = new Set(`${LANGUAGE} ${PAGE}`.trim().split(/\s+/));

/** What of the browser's description of itself says nothing and does nothing. */
const OF_NAVIGATOR = ["hardwareConcurrency", "language", "languages", "userAgent"] as const;

/** What may be asked of a function without calling it. */
const HARMLESS: ReadonlySet<unknown> = new Set([
  ...["constructor", "length", "name", "prototype", "then", "toJSON", "toString"],
]);

function refuse(name: string): never {
  throw new Error(say(words("kernel.fenced", { name })));
}

/** What stands in the place of something that is out of reach: whoever calls it, or reads of it, is told. */
function refusal(name: string): unknown {
  // It can be called, and made with `new`.
  function Refused(): void {}
  const target = Object.defineProperty(Refused, "name", { value: name });
  return knownProxy(target, {
    apply: () => refuse(name),
    construct: () => refuse(name),
    get(known, key) {
      if (typeof key === "symbol" || HARMLESS.has(key)) return Reflect.get(known, key);
      return refuse(name);
    },
  });
}

/** The browser's description of itself, without all that it could do. */
function plainNavigator(navigator: object): object {
  const plain: object = Object.create(null);
  for (const name of namesBelow(navigator, Object.prototype)) {
    const isPlain = (OF_NAVIGATOR as readonly string[]).includes(name);
    const value = isPlain
      ? (navigator as Record<string, unknown>)[name]
      : refusal(`navigator.${name}`);
    Object.defineProperty(plain, name, { value, enumerable: isPlain });
  }
  return plain;
}

/** All names of an object and of those that it inherits from, up to one of them. */
function namesBelow(object: object, end: object): string[] {
  const names: string[] = [];
  for (let at = object; at !== null && at !== end; at = Object.getPrototypeOf(at))
    names.push(...Object.getOwnPropertyNames(at));
  return names.filter((name) => name !== "constructor");
}

/**
 * Takes what reaches out of the worker (the network, other tabs, what the browser keeps, other threads) out
 * of the cells' reach. It is a fence and not a wall: it keeps a cell from doing by mistake, or by a copied
 * line, what a notebook is not for. Code that is meant to get around it will, as by `import()` in a text that
 * it has evaluated; what must not be reached has to be kept from the page by its server.
 *
 * @param allowed - Names that stay all the same.
 * @returns The names that are out of reach.
 */
export function raiseFence(allowed: readonly string[]): ReadonlySet<string> {
  const fenced = new Set<string>();
  const end = EventTarget.prototype;
  for (let holder: object = globalThis; holder !== end; holder = Object.getPrototypeOf(holder)) {
    for (const name of Object.getOwnPropertyNames(holder)) {
      if (STAYS.has(name) || allowed.includes(name) || name.startsWith("on")) continue;
      if (holder === globalThis && isPlain(name)) continue;
      const value =
        name === "navigator"
          ? plainNavigator((globalThis as unknown as { navigator: object }).navigator)
          : refusal(name);
      Reflect.deleteProperty(holder, name);
      Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
      fenced.add(name);
    }
    if (Object.getPrototypeOf(holder) === null) break;
  }
  return fenced;
}

/** Whether a global is a mere value, such as the worker's name. */
function isPlain(name: string): boolean {
  const { value } = Object.getOwnPropertyDescriptor(globalThis, name) ?? {};
  return value !== undefined && typeof value !== "object" && typeof value !== "function";
}
