/**
 * All that the library asks of the home it runs in: Node, or a page of a browser. What differs between
 * the two stands beside this file, one file a home; nothing else of the library knows either.
 */
export interface Home {
  /** The text of a value, as Node's `util.inspect` writes it. */
  inspect(value: unknown, options?: InspectOptions): string;
  /** Whether it is a promise, of whatever class. */
  isPromise(value: unknown): boolean;
  /** The files that the learner's code reads and writes. */
  readonly files: Files;
  /** Data as base64; a text as its UTF-8. */
  toBase64(data: string | Uint8Array): string;
  /** The bytes that a base64 text stands for. */
  fromBase64(text: string): Uint8Array;
  /** The SHA-256 of all parts, one after the other, in hexadecimal digits. */
  sha256(...parts: (string | Uint8Array)[]): string;
  /** What the surroundings set under a name; in Node an environment variable. */
  setting(name: string): string | undefined;
  /** Whether it is a page, whose files are those it is handed, and which is closed in the end. */
  readonly isPage: boolean;
  /**
   * Does something after so many milliseconds; only in a page, where no cell ends, at which it would be
   * done elsewhere.
   */
  readonly later?: (work: () => void, milliseconds: number) => void;
  /** Where words go that are no output of a cell. */
  readonly terminal: Terminal;
  /**
   * Runs something for so long at most, in milliseconds.
   *
   * @returns whether it has ended by itself; always true where nothing can stop it
   * @throws what it throws, and what ends the cell around it
   */
  withinTime(limit: number, run: () => void): boolean;
  /**
   * Ends what runs, if it is to end and nothing can end it from outside. To be called between the steps of
   * what takes long, and first of all where everything that is thrown is caught.
   *
   * @throws what nobody may catch, but who has called a cell
   */
  look(): void;
  /**
   * A package by its name, or a part of the library by its path from `src`, with `./` before it: loaded
   * when it is first asked for.
   *
   * @throws Error where there is none; one of the code `ENOTLOADED` where it has to be loaded beforehand
   */
  load(name: string): unknown;
  /** The text of a file that the build has made, by its path from `src`. */
  built(file: string): string;
  /** The folder of a package's files. @throws Error when it is not there */
  packageFolder(name: string): string;
  /** What draws still pictures; nothing in a page, which draws by itself. */
  readonly studio?: Studio;
}

/** What the library asks for of `util.inspect`'s options. */
export interface InspectOptions {
  breakLength?: number;
  compact?: boolean | number;
  customInspect?: boolean;
  depth?: number | null;
  maxArrayLength?: number | null;
  maxStringLength?: number | null;
  showProxy?: boolean;
}

/** Files by their paths, as the home writes them. All calls throw an Error with the system's `code`. */
export interface Files {
  /** The folder that the running code is in. */
  folder(): string;
  /** A path's last name. */
  base(path: string): string;
  /** The path of what a path lies in. */
  parent(path: string): string;
  join(...parts: string[]): string;
  has(path: string): boolean;
  read(path: string): Uint8Array;
  /** Writes a file whole or not at all: until it is complete, an old one stays. */
  write(path: string, content: string | Uint8Array): void;
  makeFolder(path: string): void;
  /** In the place of what has the new path, if there is anything. */
  move(from: string, to: string): void;
  /**
   * Does something with a file while nobody else does who asks here.
   *
   * @throws what `work` throws; an Error of the code `EHELD` when another has held it for too long
   */
  alone<T>(path: string, work: () => T): T;
}

/** What a line of words is written to: process.stderr, or a stand-in. */
export interface Terminal {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

/** A thread of its own that draws, which needs a page without a browser. */
export interface Studio {
  /**
   * Starts a thread with a part of the library, by its path from `src`.
   *
   * @param lost called when it has ended by an error
   */
  open(part: string, lost: () => void): Asked;
  /** In the thread: gives an answer to whatever is asked. */
  serve(answer: (question: unknown) => Promise<unknown>): void;
  /** happy-dom's exports: a page without a browser. */
  openDom(): Kept<unknown>;
  /** Runs the main file of a package as a script of the page. */
  runScript(name: string, file: string): Kept<unknown>;
}

/** What has been loaded, and a way to keep its compiled code for the next process. */
export interface Kept<T> {
  value: T;
  /** Does nothing when it was found kept. */
  keep(): void;
}

/** A thread that is asked and waited for, so that what a cell shows keeps its order. */
export interface Asked {
  /** @returns nothing when there is no answer after so many milliseconds; the thread is ended then */
  ask(question: unknown, longest: number): unknown;
}

/** The method that tells `inspect` a value's text. */
export const INSPECT: unique symbol = Symbol.for("nodejs.util.inspect.custom");
