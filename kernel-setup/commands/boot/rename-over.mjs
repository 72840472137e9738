// Before anything is compiled: what kernel-setup/jupyter/notebook-files/rename-over.ts does afterwards.
import fs from "node:fs";

const HELD = ["EACCES", "EBUSY", "EPERM"];
const PATIENCE_MS = 2000;
const PAUSE_MS = 20;

/** Moves a file into another one's place; on Windows it is tried for a while, as others may have either open. */
export function renameOver(
  draft,
  target,
  { platform = process.platform, rename = fs.renameSync } = {},
) {
  const end = Date.now() + (platform === "win32" ? PATIENCE_MS : 0);
  for (;;) {
    try {
      rename(draft, target);
      return;
    } catch (error) {
      if (!HELD.includes(error.code) || Date.now() >= end) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    }
  }
}
