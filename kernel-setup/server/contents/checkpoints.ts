import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { writeFileWhole } from "../../client/write-file-whole";
import { ApiError } from "../api-error";

/** As the API shows it. A file has one, as with Jupyter's own server. */
export interface Checkpoint {
  id: string;
  last_modified: string;
}

const ID = "checkpoint";

/** Where a file's checkpoint is kept: where Jupyter itself keeps it. */
export function checkpointFile(file: string): string {
  const extension = extname(file);
  const name = `${basename(file, extension)}-checkpoint${extension}`;
  return join(dirname(file), ".ipynb_checkpoints", name);
}

export function listCheckpoints(file: string): Checkpoint[] {
  const stats = statSync(checkpointFile(file), { throwIfNoEntry: false });
  return stats ? [{ id: ID, last_modified: stats.mtime.toISOString() }] : [];
}

export function makeCheckpoint(file: string): Checkpoint {
  const target = checkpointFile(file);
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(file, target);
  return listCheckpoints(file)[0] as Checkpoint;
}

/** @throws ApiError 404 when there is none of that name. */
export function restoreCheckpoint(file: string, id: string): void {
  check(file, id);
  writeFileWhole(file, readFileSync(checkpointFile(file)));
}

/** @throws ApiError 404 when there is none of that name. */
export function deleteCheckpoint(file: string, id: string): void {
  check(file, id);
  rmSync(checkpointFile(file));
}

function check(file: string, id: string): void {
  if (id === ID && existsSync(checkpointFile(file))) return;
  throw new ApiError(404, `expected a checkpoint of this file, but got ${JSON.stringify(id)}.`);
}
