import { createHash } from "node:crypto";
import { lstatSync, mkdirSync, rmSync, statSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { readFileWhole } from "../../../jupyter/notebook-files/read-file-whole";
import { renameOver } from "../../../jupyter/notebook-files/rename-over";
import { writeFileWhole } from "../../../jupyter/notebook-files/write-file-whole";
import { ApiError } from "../api-error";
import { fits, fittedName } from "./fitted-name";
import { checkSize } from "./model";

/** As the API shows it. A file has one, as with Jupyter's own server. */
export interface Checkpoint {
  id: string;
  last_modified: string;
}

const ID = "checkpoint";
const FOLDER = ".ipynb_checkpoints";

/** Where a file's checkpoint is kept: where Jupyter itself keeps it, if a name can be so long. */
function checkpointFile(file: string): string {
  const [stem, extension] = [basename(file, extname(file)), extname(file)];
  const name = `${stem}-checkpoint${extension}`;
  const digest = () => createHash("sha256").update(basename(file)).digest("hex").slice(0, 8);
  const kept = fits(name) ? name : fittedName(stem, `-${digest()}-checkpoint${extension}`);
  return join(dirname(file), FOLDER, kept);
}

/**
 * Whether a file has a checkpoint. A link in its place, or in that of its folder, is none of ours: it
 * may lead anywhere.
 *
 * @throws ApiError 403 for such a link, and for anything else that is no file or no folder.
 */
function hasCheckpoint(file: string): boolean {
  const place = checkpointFile(file);
  const folder = lstatSync(dirname(place), { throwIfNoEntry: false });
  if (!folder) return false;
  if (!folder.isDirectory()) throw notOurs(`a folder at "${FOLDER}"`);
  const stats = lstatSync(place, { throwIfNoEntry: false });
  if (!stats) return false;
  if (!stats.isFile()) throw notOurs(`a file at "${FOLDER}/${basename(place)}"`);
  return true;
}

/** The checkpoint of a file, if there is one. */
export function listCheckpoints(file: string): Checkpoint[] {
  if (!hasCheckpoint(file)) return [];
  const { mtime } = statSync(checkpointFile(file));
  return [{ id: ID, last_modified: mtime.toISOString() }];
}

/** Keeps a file as it is now. @throws ApiError when it is too large */
export function makeCheckpoint(file: string): Checkpoint {
  hasCheckpoint(file);
  checkSize(basename(file), statSync(file));
  mkdirSync(dirname(checkpointFile(file)), { recursive: true });
  writeFileWhole(checkpointFile(file), readFileWhole(file));
  return listCheckpoints(file)[0] as Checkpoint;
}

/** @throws ApiError 404 when there is none of that name. */
export function restoreCheckpoint(file: string, id: string): void {
  check(file, id);
  writeFileWhole(file, readFileWhole(checkpointFile(file)));
}

/** @throws ApiError 404 when there is none of that name. */
export function deleteCheckpoint(file: string, id: string): void {
  check(file, id);
  rmSync(checkpointFile(file));
}

/** Moves the checkpoint of a file that has got another name. One that cannot be moved stays. */
export function moveCheckpoint(from: string, to: string): void {
  ifPossible(() => {
    if (!hasCheckpoint(from)) return;
    hasCheckpoint(to);
    mkdirSync(dirname(checkpointFile(to)), { recursive: true });
    renameOver(checkpointFile(from), checkpointFile(to));
  });
}

/** Removes the checkpoint of a file that is no more. */
export function dropCheckpoint(file: string): void {
  ifPossible(() => {
    if (hasCheckpoint(file)) rmSync(checkpointFile(file));
  });
}

/** Removes all checkpoints of a folder that has no files any more. */
export function dropAllCheckpoints(folder: string): void {
  // Of a link the link alone.
  rmSync(join(folder, FOLDER), { recursive: true, force: true, maxRetries: 5 });
}

/** Whether a folder of this name holds checkpoints, and is not listed. */
export const isCheckpointFolder = (name: string) => name === FOLDER;

function check(file: string, id: string): void {
  if (hasCheckpoint(file) && id === ID) return;
  throw new ApiError(404, `expected a checkpoint of this file, but got ${JSON.stringify(id)}.`);
}

/** The file itself has been renamed or deleted already: that is not undone for its checkpoint. */
function ifPossible(work: () => void): void {
  try {
    work();
  } catch {
    // It stays where it is.
  }
}

const notOurs = (expected: string) =>
  new ApiError(
    403,
    `expected ${expected} for checkpoints, but got a link or something else: it was left alone.`,
  );
