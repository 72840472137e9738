import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";

/**
 * Reads a file and nothing else: opening a pipe would wait, and all else with it, until somebody writes
 * there, and a device may have no end.
 *
 * @throws Error from the file system. Its code is EISDIR for a folder, EFTYPE for what else is no file.
 */
export function readFileWhole(path: string): Buffer {
  const descriptor = openFile(path);
  try {
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Opens a file, and nothing else, to be read. @throws Error as `readFileWhole` does. */
export function openFile(path: string): number {
  // Windows has no such flag, and no pipes among the files.
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  const stats = fstatSync(descriptor);
  if (stats.isFile()) return descriptor;
  closeSync(descriptor);
  throw Object.assign(new Error(`expected a file at ${path}, but got something else`), {
    code: stats.isDirectory() ? "EISDIR" : "EFTYPE",
  });
}
