import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * Writes a file so that its name always stands for a whole one: the old before, the new after, also
 * when the machine stops in between. Links are followed, permissions kept.
 *
 * @throws Error from the file system; the old file is then untouched.
 */
export function writeFileWhole(path: string, text: string | Uint8Array): void {
  let target = path;
  let mode = 0o666;
  try {
    target = realpathSync(path);
    mode = statSync(target).mode;
    // Renaming would replace a file that is protected from writing.
    accessSync(target, constants.W_OK);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    const file = openSync(draft, "w", mode);
    try {
      const bytes = typeof text === "string" ? Buffer.from(text) : text;
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, target);
  } finally {
    rmSync(draft, { force: true });
  }
}
