import { constants } from "node:os";
import {
  DEFAULT_LANGUAGE,
  inEach,
  isLanguage,
  type Language,
  type Words,
} from "../../../../src/text/languages";
import { words } from "../../../text/texts";
import type { Note } from "./note";

/** Part of the heap's limit above which an abort is taken for a full heap. */
const FULL = 0.7;

/** How V8 ends the process when its heap is full. */
const ABORTS = ["SIGABRT", "SIGTRAP", "SIGILL"];

const CRASHES = [...ABORTS, "SIGSEGV", "SIGBUS", "SIGFPE"];

function bytes(count: number): string {
  return count < 1e9 ? `${Math.round(count / 1e6)} MB` : `${(count / 1e9).toFixed(1)} GB`;
}

/** The signal that a shell's exit code stands for. */
export function signalOf(code: number): string | undefined {
  const [name] =
    Object.entries(constants.signals).find(([, number]) => number === code - 128) ?? [];
  return name;
}

/** The language in which the cells of a kernel were spoken to, as its note says. */
export const languageOf = (note: Note | undefined): Language =>
  isLanguage(note?.language) ? note.language : DEFAULT_LANGUAGE;

/**
 * Why a kernel ended, as full sentences in the language of its cells.
 *
 * @param note - What it left behind.
 * @param code - Its exit code, where somebody saw it: 128 and the signal's number after a signal.
 */
export function deathReason(note: Note | undefined, code?: number): string {
  return note?.reason ?? reasonFor(note, code)[languageOf(note)];
}

function reasonFor(note: Note | undefined, code?: number): Words {
  const { memory = 0, heapLimit = Number.POSITIVE_INFINITY } = note ?? {};
  const signal = code === undefined ? undefined : signalOf(code);
  const aborted = signal !== undefined && ABORTS.includes(signal);
  if (memory >= FULL * heapLimit && (code === undefined || aborted))
    return words("kernel.outOfMemory", { used: bytes(memory), limit: bytes(heapLimit) });
  if (code === undefined) return words("kernel.endedSilently");
  if (signal && CRASHES.includes(signal)) return words("kernel.crashed", { signal });
  if (signal === "SIGKILL") {
    const killed = words("kernel.killed");
    const used = words("kernel.used", { used: bytes(memory) });
    return memory > 0 ? inEach((language) => killed[language] + used[language]) : killed;
  }
  return signal === undefined
    ? words("kernel.endedByCode", { code })
    : words("kernel.endedBySignal", { signal });
}
