import { randomUUID } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename } from "node:path";

/** Time between looks at a lock that another process holds, in milliseconds. */
const LOOK_MS = 5;

/** Longer than any work here takes, in milliseconds: whoever has held a lock so long is gone or stands still. */
const STALE_MS = 2000;

/** How long all of this may take, in milliseconds. */
const PATIENCE_MS = 10_000;

/**
 * Does something with a file that no other process does at the same time: all that ask for the lock, the
 * file `<file>.lock`, wait for one another. One that was left by a process that is no more is removed.
 *
 * @throws what `work` throws, and when the lock cannot be written; an Error of the code `EHELD` when
 *   another has it for too long
 */
export function withLock<T>(file: string, work: () => T): T {
  const lock = `${file}.lock`;
  // A lock of this process alone, so that it can be told from all others.
  const owner = `${process.pid} ${randomUUID()}`;
  const end = Date.now() + PATIENCE_MS;
  while (!take(lock, owner)) {
    if (Date.now() > end) {
      throw Object.assign(new Error(`${basename(lock)} is held by another`), { code: "EHELD" });
    }
    removeStale(lock);
    sleep(LOOK_MS);
  }
  try {
    return work();
  } finally {
    // Taken for stale, if this process stood still: then it is another's by now.
    if (ownerOf(lock) === owner) rmSync(lock, { force: true });
  }
}

function take(lock: string, owner: string): boolean {
  try {
    writeFileSync(lock, owner, { flag: "wx" });
    return true;
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    // Windows says EPERM of a file that is just going away.
    if (code === "EEXIST" || (code === "EPERM" && process.platform === "win32")) return false;
    throw error;
  }
}

function ownerOf(lock: string): string | undefined {
  try {
    return readFileSync(lock, "utf8");
  } catch {
    return undefined;
  }
}

/** Of several that find a lock stale at once, none may remove the new one of another. */
function removeStale(lock: string): void {
  const owner = ownerOf(lock);
  if (owner === undefined || !isStale(lock, owner)) return;
  const aside = `${lock}.${randomUUID()}`;
  try {
    renameSync(lock, aside);
    if (ownerOf(aside) !== owner) linkSync(aside, lock);
  } catch {
    // Another was faster, or has the lock again.
  }
  rmSync(aside, { force: true });
}

function isStale(lock: string, owner: string): boolean {
  const pid = Number.parseInt(owner, 10);
  if (pid > 0 && !isAlive(pid)) return true;
  const stats = statSync(lock, { throwIfNoEntry: false });
  return stats !== undefined && Math.abs(Date.now() - stats.mtimeMs) > STALE_MS;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

/** Waits without a turn of the event loop: a check is over when it returns. */
function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
