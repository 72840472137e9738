import { closeSync, openSync } from "node:fs";
import { devNull } from "node:os";
import { KernelError } from "../client/kernel-error";
import { systemWords } from "./system-words";

/** The files that this process opens for a kernel, and for whoever looks at it: pipes and sockets. */
const FOR_KERNEL = 22;

/** What stays for all else: whoever cannot start one kernel more can still save. */
const FOR_OTHERS = 10;

/** Kernels that are starting: they have not opened all that they will. */
let starting = 0;

/**
 * Makes sure, before a kernel is started, that the system lets this process open what that takes. ZeroMQ
 * opens files in threads of its own and ends the whole process, and with it all other kernels, where
 * it cannot.
 *
 * @returns What is called when the start is over.
 * @throws KernelError when there is not enough room.
 */
export function takeRoom(name: string): () => void {
  starting++;
  try {
    // Windows has no such limit.
    if (process.platform !== "win32") openAndClose(starting * FOR_KERNEL + FOR_OTHERS);
  } catch (error) {
    starting--;
    throw new KernelError(`The kernel "${name}" could not be started: ${systemWords(error)}.`);
  }
  return () => {
    starting--;
  };
}

function openAndClose(count: number): void {
  const files: number[] = [];
  try {
    while (files.length < count) files.push(openSync(devNull, "r"));
  } finally {
    for (const file of files) closeSync(file);
  }
}
