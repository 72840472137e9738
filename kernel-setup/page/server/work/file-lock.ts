import { utf8 } from "../bytes";
import type { Files } from "../home";

/** Time between looks at a lock that another holds, in milliseconds. */
const LOOK_MS = 20;

/** As kernels have it: who has held it so long, in milliseconds, is gone or stands still. */
const STALE_MS = 2500;

/**
 * Does something with a file that no kernel does at the same time: they, too, hold `<file>.lock` while
 * they read and write it.
 *
 * @param work At once: a lock is held for no longer than a call.
 * @throws what `work` throws
 */
export async function withLock<T>(files: Files, file: string, work: () => T): Promise<T> {
  const lock = `${file}.lock`;
  let held = files.stat(lock)?.version;
  for (let waited = 0; !take(files, lock); waited += LOOK_MS) {
    const now = files.stat(lock)?.version;
    if (now !== held) waited = 0;
    held = now;
    if (waited > STALE_MS && now !== undefined) files.removeAll(lock);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  try {
    return work();
  } finally {
    files.removeAll(lock);
  }
}

function take(files: Files, lock: string): boolean {
  try {
    // Not a number of a process: it counts as held for as long as it is young.
    files.write(lock, utf8("server"), { isNew: true });
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code === "EEXIST") return false;
    throw error;
  }
}
