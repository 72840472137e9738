import { renameSync } from "node:fs";

/** What Windows says while another program has one of the two files open. */
const HELD = ["EACCES", "EBUSY", "EPERM"];

/** How long a file may be held, and the time between two tries, in milliseconds. */
const PATIENCE_MS = 2000;
const PAUSE_MS = 20;

/**
 * Moves a file that was written beside another into that one's place.
 *
 * Windows does so only while no other program has either of them open, and scanners and indexers open each
 * new file for a moment: there it is tried again for a while.
 *
 * @param system The system, and its rename: for tests.
 * @throws Error from the file system.
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
      // Nothing else may happen meanwhile: who saves is told only when it is done.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    }
  }
}
