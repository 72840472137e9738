// biome-ignore-all lint/suspicious/noExplicitAny: as in TypeScript's own declarations.
// biome-ignore-all lint/suspicious/noConfusingVoidType: as in those of Node, whose timers these are, too.
// biome-ignore-all lint/complexity/noBannedTypes: as in TypeScript's own declarations.
// What cells find in a page besides the language itself: what a worker of a page has and Node has, too, under
// the same names. The document, the network and what the browser keeps are not here: cells do not reach them.
// Its ending keeps these names out of the project's own programs.

/** Prints below the cell. */
interface Console {
  /** Prints what is wrong, unless the first value is true. */
  assert(value: any, message?: string, ...optionalParams: any[]): void;
  /** Does nothing here; clearOutput() removes what the cell has shown. */
  clear(): void;
  /** Prints how often it was called with this label. */
  count(label?: string): void;
  countReset(label?: string): void;
  debug(message?: any, ...optionalParams: any[]): void;
  /** Prints an object as its properties, so deep. */
  dir(obj: any, options?: { depth?: number | null; showHidden?: boolean; colors?: boolean }): void;
  dirxml(...data: any[]): void;
  /** Prints a line among the errors. */
  error(message?: any, ...optionalParams: any[]): void;
  /** Prints a line, and moves those in that come until groupEnd(). */
  group(...label: any[]): void;
  groupCollapsed(...label: any[]): void;
  groupEnd(): void;
  info(message?: any, ...optionalParams: any[]): void;
  /** Prints values on a line; in a first text %s, %d, %i, %f, %j, %o and %O stand for those behind it. */
  log(message?: any, ...optionalParams: any[]): void;
  /** Prints a list of rows as a table. */
  table(tabularData: any, properties?: readonly string[]): void;
  /** Starts a clock under a label. */
  time(label?: string): void;
  /** Prints how long it has run, and stops it. */
  timeEnd(label?: string): void;
  /** Prints how long it has run so far. */
  timeLog(label?: string, ...data: any[]): void;
  /** Prints a line among the errors, with the lines from which it was called. */
  trace(message?: any, ...optionalParams: any[]): void;
  warn(message?: any, ...optionalParams: any[]): void;
}
declare var console: Console;

/** Calls back once, after so many milliseconds. @returns what clearTimeout takes */
declare function setTimeout(callback: (_: void) => void, delay?: number): number;
declare function setTimeout<A extends any[]>(
  callback: (...args: A) => void,
  delay?: number,
  ...args: A
): number;
/** Calls back again and again, each time after so many milliseconds. @returns what clearInterval takes */
declare function setInterval(callback: (_: void) => void, delay?: number): number;
declare function setInterval<A extends any[]>(
  callback: (...args: A) => void,
  delay?: number,
  ...args: A
): number;
declare function clearTimeout(timeout: number | undefined): void;
declare function clearInterval(timeout: number | undefined): void;
declare function queueMicrotask(callback: () => void): void;

/** A copy of a value, however deep, that shares nothing with it. */
declare function structuredClone<T>(
  value: T,
  options?: { transfer?: (ArrayBuffer | MessagePort)[] },
): T;

/** The bytes that a base64 text stands for, one character each. */
declare function atob(data: string): string;
/** Base64 of a text whose characters are bytes. */
declare function btoa(data: string): string;

/** Loads a package of the page, or a file beside the notebook. */
declare function require(name: string): any;

interface ImportMeta {
  dirname: string;
  filename: string;
  url: string;
  resolve(name: string): string;
}

interface ErrorConstructor {
  captureStackTrace(target: object, below?: Function): void;
}

/** Time in milliseconds, finer than a Date's. */
interface Performance {
  /** Since the page's worker began. */
  now(): number;
  readonly timeOrigin: number;
}
declare var performance: Performance;

interface Crypto {
  /** Fills an array of whole numbers with chance. */
  getRandomValues<T extends ArrayBufferView>(array: T): T;
  randomUUID(): `${string}-${string}-${string}-${string}-${string}`;
  readonly subtle: SubtleCrypto;
}
interface SubtleCrypto {
  digest(
    algorithm: "SHA-1" | "SHA-256" | "SHA-384" | "SHA-512",
    data: ArrayBuffer | ArrayBufferView,
  ): Promise<ArrayBuffer>;
}
declare var crypto: Crypto;

declare class TextEncoder {
  readonly encoding: string;
  encode(text?: string): Uint8Array<ArrayBuffer>;
  encodeInto(text: string, target: Uint8Array): { read: number; written: number };
}
declare class TextDecoder {
  constructor(encoding?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  readonly encoding: string;
  readonly fatal: boolean;
  readonly ignoreBOM: boolean;
  decode(bytes?: ArrayBuffer | ArrayBufferView, options?: { stream?: boolean }): string;
}

declare class URL {
  constructor(url: string | URL, base?: string | URL);
  static canParse(url: string | URL, base?: string | URL): boolean;
  hash: string;
  host: string;
  hostname: string;
  href: string;
  readonly origin: string;
  password: string;
  pathname: string;
  port: string;
  protocol: string;
  search: string;
  readonly searchParams: URLSearchParams;
  username: string;
  toString(): string;
  toJSON(): string;
}
declare class URLSearchParams implements Iterable<[string, string]> {
  constructor(
    init?: string | URLSearchParams | Record<string, string> | Iterable<[string, string]>,
  );
  readonly size: number;
  append(name: string, value: string): void;
  delete(name: string, value?: string): void;
  get(name: string): string | null;
  getAll(name: string): string[];
  has(name: string, value?: string): boolean;
  set(name: string, value: string): void;
  sort(): void;
  forEach(callback: (value: string, name: string, all: URLSearchParams) => void): void;
  entries(): IterableIterator<[string, string]>;
  keys(): IterableIterator<string>;
  values(): IterableIterator<string>;
  toString(): string;
  [Symbol.iterator](): IterableIterator<[string, string]>;
}

declare class Event {
  constructor(
    type: string,
    options?: { bubbles?: boolean; cancelable?: boolean; composed?: boolean },
  );
  readonly type: string;
  readonly target: EventTarget | null;
  readonly currentTarget: EventTarget | null;
  readonly bubbles: boolean;
  readonly cancelable: boolean;
  readonly defaultPrevented: boolean;
  readonly timeStamp: number;
  preventDefault(): void;
  stopPropagation(): void;
  stopImmediatePropagation(): void;
}
declare class CustomEvent<T = any> extends Event {
  constructor(
    type: string,
    options?: { bubbles?: boolean; cancelable?: boolean; composed?: boolean; detail?: T },
  );
  readonly detail: T;
}
type EventListener = ((event: any) => void) | { handleEvent(event: any): void };
declare class EventTarget {
  addEventListener(
    type: string,
    listener: EventListener | null,
    options?:
      | boolean
      | { capture?: boolean; once?: boolean; passive?: boolean; signal?: AbortSignal },
  ): void;
  removeEventListener(
    type: string,
    listener: EventListener | null,
    options?: boolean | { capture?: boolean },
  ): void;
  dispatchEvent(event: Event): boolean;
}

declare class AbortController {
  readonly signal: AbortSignal;
  abort(reason?: any): void;
}
declare class AbortSignal extends EventTarget {
  private constructor();
  static abort(reason?: any): AbortSignal;
  static timeout(milliseconds: number): AbortSignal;
  static any(signals: AbortSignal[]): AbortSignal;
  readonly aborted: boolean;
  readonly reason: any;
  onabort: ((event: Event) => void) | null;
  throwIfAborted(): void;
}
declare class DOMException extends Error {
  constructor(message?: string, name?: string);
  readonly code: number;
}

declare class MessagePort extends EventTarget {
  private constructor();
  onmessage: ((event: { data: any }) => void) | null;
  postMessage(message: any, transfer?: (ArrayBuffer | MessagePort)[]): void;
  start(): void;
  close(): void;
}
declare class MessageChannel {
  readonly port1: MessagePort;
  readonly port2: MessagePort;
}

declare class Blob {
  constructor(
    parts?: (string | ArrayBuffer | ArrayBufferView | Blob)[],
    options?: { type?: string; endings?: "transparent" | "native" },
  );
  readonly size: number;
  readonly type: string;
  arrayBuffer(): Promise<ArrayBuffer>;
  slice(start?: number, end?: number, type?: string): Blob;
  text(): Promise<string>;
}

declare namespace WebAssembly {
  type ValueType = "i32" | "i64" | "f32" | "f64" | "v128" | "externref" | "anyfunc";
  type Imports = Record<string, Record<string, any>>;
  class Module {
    constructor(bytes: ArrayBuffer | ArrayBufferView);
    static exports(module: Module): { name: string; kind: string }[];
    static imports(module: Module): { module: string; name: string; kind: string }[];
  }
  class Instance {
    constructor(module: Module, imports?: Imports);
    readonly exports: Record<string, any>;
  }
  class Memory {
    constructor(options: { initial: number; maximum?: number });
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  class Table {
    constructor(options: { element: ValueType; initial: number; maximum?: number });
    readonly length: number;
    get(at: number): any;
    set(at: number, value?: any): void;
    grow(by: number): number;
  }
  class Global {
    constructor(options: { value: ValueType; mutable?: boolean }, value?: any);
    value: any;
  }
  class CompileError extends Error {}
  class LinkError extends Error {}
  class RuntimeError extends Error {}
  function validate(bytes: ArrayBuffer | ArrayBufferView): boolean;
  function compile(bytes: ArrayBuffer | ArrayBufferView): Promise<Module>;
  function instantiate(module: Module, imports?: Imports): Promise<Instance>;
  function instantiate(
    bytes: ArrayBuffer | ArrayBufferView,
    imports?: Imports,
  ): Promise<{ module: Module; instance: Instance }>;
}
