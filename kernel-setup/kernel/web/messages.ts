import type { Language } from "../../../src/text/languages";
import type { CellRequest } from "../cells/messages";

/** Files by their whole paths; nothing where one is gone. */
export type FileChanges = Readonly<Record<string, string | Uint8Array | undefined>>;

/** What a worker begins with. */
export interface Start {
  type: "start";
  /** The notebook's folder, a whole path. */
  folder: string;
  /** What the checker reads, by whole paths: TypeScript's own declarations, those of the pack and of its packages. */
  declarations: Readonly<Record<string, string>>;
  /** The files that cells may import. */
  files: FileChanges;
  /** What the pack has kept earlier, by path, such as the scorecard. */
  kept: FileChanges;
  /** What the pack asks its surroundings for, by name, such as the learner's folder. */
  settings: Readonly<Record<string, string>>;
  /** Names of the page that cells may use although the fence is there. */
  allowed: readonly string[];
  /** A name that the worker holds as long as it lives, where the browser knows such locks. */
  lock: string;
}

/** What kernel_info says of what runs the cells. */
export interface Versions {
  tslab: string;
  typescript: string;
}

/** From the page to the worker. */
export type ToWorker =
  | CellRequest
  /** The running cell shall stop; how many of these there have been. */
  | { type: "interrupt"; interrupts: number }
  | { type: "exit" }
  /** Where to ask the page while a cell runs. */
  | { type: "signals"; address: string }
  /** Files beside the notebook are new or have changed. */
  | { type: "files"; files: FileChanges }
  /** Files of the pack, such as data that a lesson asks for. */
  | { type: "kept"; files: FileChanges }
  /** What TypeScript says in a language, by its keys. */
  | { type: "messages"; language: Language; messages: Readonly<Record<string, string>> };

/** What cells have shown: a piece of a stream, or a message as JSON. */
export type Item = readonly [kind: "stdout" | "stderr" | "message", cell: number, text: string];

/** From the worker to the page. */
export type FromWorker =
  | { type: "ready"; versions: Versions }
  /** It cannot start, and why. */
  | { type: "failed"; why: string }
  | { type: "items"; items: readonly Item[] }
  /** Whether it can ask the page while a cell runs, where it was told to. */
  | { type: "asks"; isAnswered: boolean }
  /** TypeScript is at work, or has ended it. */
  | { type: "checking"; isChecking: boolean }
  /** So many interrupts were noticed, and what they were meant for has ended. */
  | { type: "calm"; interrupts: number }
  /** The language in which cells are spoken to, from now on. */
  | { type: "language"; language: Language }
  /** The pack has written a file that is to be kept. */
  | { type: "kept"; files: FileChanges };
