import { constants } from "node:os";
import { KERNEL_DIED } from "../../../jupyter/messages/kernel-died";
import type { Json } from "../../../jupyter/messages/message";
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

/**
 * Why a kernel ended, as full sentences.
 *
 * @param note - What it left behind.
 * @param code - Its exit code, where somebody saw it: 128 and the signal's number after a signal.
 */
export function deathReason(note: Note | undefined, code?: number): string {
  if (note?.reason !== undefined) return note.reason;
  const { memory = 0, heapLimit = Number.POSITIVE_INFINITY } = note ?? {};
  const signal = code === undefined ? undefined : signalOf(code);
  const aborted = signal !== undefined && ABORTS.includes(signal);
  if (memory >= FULL * heapLimit && (code === undefined || aborted)) {
    const used = `it used ${bytes(memory)}, and its heap may hold ${bytes(heapLimit)}.`;
    return `The kernel ran out of memory: ${used}`;
  }
  if (code === undefined) return "The kernel ended without saying why.";
  if (signal && CRASHES.includes(signal)) return `The kernel crashed in native code (${signal}).`;
  if (signal === "SIGKILL") {
    const used = memory > 0 ? ` It used ${bytes(memory)}.` : "";
    return `The kernel was killed (SIGKILL), as systems do when memory runs short.${used}`;
  }
  return `The kernel ended with ${signal ?? `exit code ${code}`}.`;
}

/** The error that the cell gets. */
export function deathContent(reason: string): Json {
  const evalue = `${reason} Its variables are gone: run the cells again from the first.`;
  const traceback = [`\u001b[31m${KERNEL_DIED}\u001b[39m: ${evalue}`];
  return { ename: KERNEL_DIED, evalue, traceback };
}
