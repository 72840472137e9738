import fs from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Files } from "../home";
import { withLock } from "./file-lock";
import { renameOver } from "./rename-over";

/** The system's own files. */
export const files: Files = {
  folder: () => process.cwd(),
  base: (path) => basename(path),
  parent: (path) => dirname(path),
  join: (...parts) => join(...parts),
  has: (path) => fs.existsSync(path),
  read: (path) => fs.readFileSync(path),
  write: writeWhole,
  makeFolder: (path) => void fs.mkdirSync(path, { recursive: true }),
  move: (from, to) => renameOver(from, to),
  alone: withLock,
};

/**
 * Written beside and moved into place. A folder that stands there is found first: each system has another
 * code for what is moved onto one.
 */
function writeWhole(path: string, content: string | Uint8Array): void {
  if (fs.statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    const message = `EISDIR: illegal operation on a directory, open '${path}'`;
    throw Object.assign(new Error(message), { code: "EISDIR" });
  }
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    const file = fs.openSync(draft, "w");
    try {
      for (let at = 0; at < bytes.length; ) at += fs.writeSync(file, bytes, at);
      fs.fsyncSync(file);
    } finally {
      fs.closeSync(file);
    }
    renameOver(draft, path);
  } finally {
    fs.rmSync(draft, { force: true });
  }
}
