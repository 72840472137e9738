import { randomUUID } from "node:crypto";
import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  openSync,
  realpathSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { moveToFreeName } from "./move-to-free-name";
import { renameOver } from "./rename-over";

const NEW_MODE = 0o666;

/**
 * Writes a file so that its name always stands for a whole one: the old before, the new after, also
 * when the machine stops in between. Links are followed, permissions kept.
 *
 * @param isNew Whether the name must be free: then nothing that has it is touched.
 * @param mode The permissions of a file that is new.
 * @throws Error from the file system; the old file is then untouched. Its code is EEXIST when a name
 *   that must be free is taken.
 */
export function writeFileWhole(
  path: string,
  text: string | Uint8Array,
  { isNew = false, mode: newMode = NEW_MODE }: { isNew?: boolean; mode?: number } = {},
): void {
  const { target, mode } = isNew ? { target: path, mode: newMode } : whereToWrite(path, newMode);
  // A name that nobody can have made a link of before; and a short one, since the file's own may be long.
  const draft = join(dirname(target), `.${randomUUID().slice(0, 13)}.tmp`);
  const file = openSync(draft, "wx", mode);
  try {
    try {
      const bytes = typeof text === "string" ? Buffer.from(text) : text;
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (isNew) moveToFreeName(draft, target);
    else renameOver(draft, target);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** The file that a path leads to, and its permissions. */
function whereToWrite(path: string, newMode: number): { target: string; mode: number } {
  try {
    const target = realpathSync(path);
    const { mode } = statSync(target);
    // Renaming would replace a file that is protected from writing.
    accessSync(target, constants.W_OK);
    return { target, mode };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return { target: path, mode: newMode };
  }
}
