import { inspect } from "node-inspect-extracted";
import type { Language } from "../../../src/text/languages";
import {
  type Home,
  type MessageForm,
  type Output,
  PHASE,
  type Phase,
  type Signals,
} from "../cells/home";
import { PackageNames } from "../cells/package-names";
import type { TypeScript } from "../compiler/typescript";
import { hintInPage, type Reach } from "./hints";
import { isMap, isNativeError, isProxy, isSet } from "./kinds";
import type { MemoryFiles } from "./memory-files";
import type { FromWorker } from "./messages";
import type { WorkerOutbox } from "./outbox";
import { after, later } from "./platform";
import { framesIn, hookStacks, withTidyStack } from "./stacks";

/** Arguments that a call takes at once. */
const MANY = 8192;

function base64(bytes: Uint8Array): string {
  let characters = "";
  for (let from = 0; from < bytes.length; from += MANY)
    characters += String.fromCharCode(...bytes.subarray(from, from + MANY));
  return btoa(characters);
}

/** As a UUID; a page without a safe connection has only the chance of which those are made. */
function newId(): string {
  const digits = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  );
  return digits.join("").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** TypeScript's list of all its messages, which its declarations leave out. */
interface Internals {
  Diagnostics: Record<string, MessageForm>;
}

/** What stack traces call the script that all of the kernel is in: the library, too, which is a part of it. */
const script = (globalThis as unknown as { location?: { href: string } }).location?.href ?? "";

interface Parts {
  typescript: TypeScript;
  files: MemoryFiles;
  folder: string;
  reach: Reach;
  /** What TypeScript says in other languages, as far as it was handed in. */
  messages: ReadonlyMap<Language, Readonly<Record<string, string>>>;
}

/** What cells ask for, in a page's worker. */
export function pageHome({ typescript, files, folder, reach, messages }: Parts): Home {
  const names = new PackageNames(files);
  return {
    inspect: (value, depth) => inspect(withTidyStack(value), { depth }),
    isProxy,
    isMap,
    isSet,
    isNativeError,
    base64,
    newId,
    frames: (stack) => framesIn(stack),
    hookStacks,
    isMachinery: (frame) => frame.includes(script) || frame.endsWith("at eval (<anonymous>)"),
    withShortPath: (frame) => frame,
    withPackageNames: (message, code) => names.inMessage(message, code, folder),
    hint: (code, quoted) => hintInPage(code, quoted, reach),
    later,
    after,
    messageForms: () => Object.values((typescript as unknown as Internals).Diagnostics),
    translations: (language) => messages.get(language) ?? {},
  };
}

/** Sends what cells show to the page. */
export const outputInto = (outbox: WorkerOutbox): Output => ({
  message: (cell, message) => outbox.message(cell, message),
  stderr: (cell, text) => outbox.print("stderr", cell, text),
  recover: () => {},
});

/**
 * What the page and this thread tell each other at any moment.
 *
 * @param isInterrupted Whether the page has asked to stop, as far as that can be known while a cell runs.
 */
export function signalsTo(
  post: (message: FromWorker) => void,
  isInterrupted: () => boolean,
): Signals {
  let phase: Phase = PHASE.idle;
  return {
    enter(next) {
      const before = phase;
      phase = next;
      // Checking takes its time, and is no endless loop.
      const isChecking = next === PHASE.checking;
      if (isChecking !== (before === PHASE.checking)) post({ type: "checking", isChecking });
      return before;
    },
    get isInterrupted() {
      return isInterrupted();
    },
    calm: () => post({ type: "calm" }),
    speak: (language) => post({ type: "language", language }),
  };
}
