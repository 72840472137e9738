import {
  closeSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  unlinkSync,
} from "node:fs";
import { basename, dirname, isAbsolute, relative } from "node:path";
import { renameOver } from "./rename-over";

/**
 * Gives a file, a folder or a link another name. What has that name already stays as it is, also when
 * it got it a moment ago: `rename` would replace it, and a look before comes too early.
 *
 * @throws Error with the code EEXIST when the name is taken; another from the file system. What was to
 *   be moved then has its old name.
 */
export function moveToFreeName(source: string, target: string): void {
  const stats = lstatSync(source);
  if (isOtherSpelling(source, target)) renameSync(source, target);
  else if (stats.isDirectory()) moveFolder(source, target);
  else if (stats.isSymbolicLink()) moveLink(source, target);
  else moveFile(source, target);
}

/**
 * Whether two names are one entry of a folder, as "A.ipynb" and "a.ipynb" are where the system ignores
 * case, and two forms of one letter on a Mac. Two hard links to one file are two entries.
 */
function isOtherSpelling(source: string, target: string): boolean {
  const there = lstatSync(target, { bigint: true, throwIfNoEntry: false });
  if (!there) return false;
  const { dev, ino } = lstatSync(source, { bigint: true });
  const isSame = there.dev === dev && there.ino === ino;
  return isSame && !readdirSync(dirname(target)).includes(basename(target));
}

function moveFile(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") throw error;
    // Not every file system has links.
    reserveAndMove(source, target);
    return;
  }
  const moved = lstatSync(target, { bigint: true });
  // Saved anew meanwhile: then the newer one keeps the name.
  if (lstatSync(source, { bigint: true, throwIfNoEntry: false })?.ino !== moved.ino) return;
  removeOld(source, target);
}

/** Takes the name with an empty file of our own, which may be replaced. */
function reserveAndMove(source: string, target: string): void {
  closeSync(openSync(target, "wx"));
  try {
    renameOver(source, target);
  } catch (error) {
    if (lstatSync(target).size === 0) rmSync(target);
    throw error;
  }
}

const taken = (target: string) =>
  Object.assign(new Error(`EEXIST: file already exists, rename to '${target}'`), {
    code: "EEXIST",
  });

function moveFolder(source: string, target: string): void {
  // There a folder never replaces another.
  if (process.platform === "win32") {
    // It says EPERM then, as of a file that is held.
    if (lstatSync(target, { throwIfNoEntry: false })) throw taken(target);
    renameOver(source, target);
    return;
  }
  mkdirSync(target);
  try {
    // Replaces an empty folder only.
    renameSync(source, target);
  } catch (error) {
    rmdirSync(target);
    throw error;
  }
}

/** A relative link leads to the same place from its new folder. */
function moveLink(source: string, target: string): void {
  const written = readlinkSync(source);
  const stays = isAbsolute(written) || dirname(source) === dirname(target);
  symlinkSync(stays ? written : relative(dirname(target), realpathSync(source)), target);
  removeOld(source, target);
}

function removeOld(source: string, target: string): void {
  try {
    unlinkSync(source);
  } catch (error) {
    unlinkSync(target);
    throw error;
  }
}
