import type { Language, Words } from "../../../src/text/languages";
import type { FromCells } from "./messages";

/** What the thread of the cells is doing; only running code may be cut off. */
export const PHASE = {
  idle: 0,
  /** TypeScript is checking a cell: cutting it off would leave the checker half changed. */
  checking: 1,
  /** A cell's own code runs, or awaits. */
  running: 2,
  /** A timer's callback runs: Node does not survive being cut off inside one. */
  callback: 3,
} as const;

/** One of these. */
export type Phase = (typeof PHASE)[keyof typeof PHASE];

/** Takes what cells show, in order, to whoever speaks with the front end. */
export interface Output {
  message(cell: number, message: FromCells): void;
  /** Adds to what a cell has printed on stderr. */
  stderr(cell: number, text: string): void;
  /** A cell was cut off, perhaps in the middle of any of this. */
  recover(): void;
}

/** What the thread of the cells and whoever speaks with the front end tell each other at any moment. */
export interface Signals {
  /** Says what this thread does from now on. @returns what it did before */
  enter(phase: Phase): Phase;
  /** Whether an interrupt waits to be noticed. */
  readonly isInterrupted: boolean;
  /** It was noticed: nothing is cut off from here on. */
  calm(): void;
  /** The language in which cells are spoken to, from now on. */
  speak(language: Language): void;
}

/** A message of TypeScript as its own code has it: `'{0}' is possibly 'undefined'.` */
export interface MessageForm {
  code: number;
  key: string;
  message: string;
}

/** All that cells ask of the place in which they run, and that is the same for all of them. */
export interface Home {
  /** A value as text, without colours, so deep; it may throw what the value throws. */
  inspect(value: unknown, depth: number): string;
  isProxy(value: unknown): boolean;
  isMap(value: unknown): value is Map<unknown, unknown>;
  isSet(value: unknown): value is Set<unknown>;
  /** Whether a value is an error of the language itself, whatever it says of itself. */
  isNativeError(value: unknown): value is Error;
  base64(bytes: Uint8Array): string;
  /** A name that nothing else has, here or anywhere. */
  newId(): string;
  /** The lines of a stack's text as V8 writes them, `    at f (file:2:9)`, whichever engine has written it. */
  frames(stack: string): string[];
  /**
   * Has `rewrite` make the text of every stack, where the engine does not ask `Error.prepareStackTrace` for that.
   */
  hookStacks?(rewrite: (error: object, stack: string) => string): void;
  /** Whether a line of a stack lies in what runs the cells, and is none of their author's business. */
  isMachinery(frame: string): boolean;
  /** A line of a stack that names its file by its package instead of by folders of the machine. */
  withShortPath(frame: string): string;
  /** A message of TypeScript that names files by their packages; a path that stands in the cell is its author's own. */
  withPackageNames(message: string, code: string): string;
  /**
   * A plain sentence about a message of TypeScript that has its reason in the place, before any other.
   *
   * @param quoted - What the message has in quotes.
   */
  hint?(code: number, quoted: readonly string[]): Words | undefined;
  /** Calls back once everything that is due now has run; on behalf of no cell. */
  later(callback: () => void): void;
  /** Calls back after some milliseconds, on behalf of no cell. @returns what takes that back */
  after(milliseconds: number, callback: () => void): () => void;
  /** All messages of TypeScript. */
  messageForms(): MessageForm[];
  /** Their translations by their keys; none where TypeScript does not speak the language. */
  translations(language: Language): Record<string, string>;
}

let current: Home | undefined;

/** Tells cells where they run; to be called before anything else of them. */
export function useHome(home: Home): void {
  current = home;
}

/** Where cells run. */
export function home(): Home {
  if (current === undefined)
    throw new Error("home: expected useHome to have been called, but it was not");
  return current;
}
