import { renameSync } from "node:fs";

/** What Windows says while another program has one of the two files open. */
const HELD = ["EACCES", "EBUSY", "EPERM"];

/** How long a file may be held, and the time between two tries, in milliseconds. */
const PATIENCE_MS = 2000;
const PAUSE_MS = 20;

/**
 * Moves a file that was written beside another into that one's place. On Windows it is tried for a
 * while, since scanners and indexers open each new file for a moment.
 *
 * @param system the system, and its rename: for tests
 * @throws Error of the file system
 */
export function renameOver(
  draft: string,
  target: string,
  { platform = process.platform, rename = renameSync } = {},
): void {
  const end = Date.now() + (platform === "win32" ? PATIENCE_MS : 0);
  for (;;) {
    try {
      rename(draft, target);
      return;
    } catch (error) {
      const { code = "" } = error as NodeJS.ErrnoException;
      if (!HELD.includes(code) || Date.now() >= end) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    }
  }
}
