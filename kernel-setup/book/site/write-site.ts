import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The list of all files that an export wrote; by it the next one knows a folder of its own. */
const LIST = "files.json";

/** A folder that holds something else. */
export class FolderError extends Error {
  override name = "FolderError";
}

/**
 * Ends the export, before anything is made, when the folder holds what no export has written.
 *
 * @throws FolderError
 */
export function expectOwnFolder(folder: string): void {
  if (!existsSync(folder) || existsSync(join(folder, LIST))) return;
  const [file] = readdirSync(folder);
  if (file === undefined) return;
  throw new FolderError(
    `expected ${folder} to be new, empty or an earlier export, but it holds ${file}`,
  );
}

/** Writes the files into a folder, and removes those that an earlier export wrote and this one has not. */
export function writeSite(folder: string, files: ReadonlyMap<string, string | Buffer>): void {
  const list = join(folder, LIST);
  const earlier: string[] = existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : [];
  for (const file of earlier) {
    if (!files.has(file)) rmSync(join(folder, file), { force: true });
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(list, `${JSON.stringify([...files.keys()].sort(), null, 1)}\n`);
  for (const [file, content] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
}
