// Who may set a clone up: whoever can write into it. Others run what its owner has built.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { SetupFailure } from "./failure.mjs";

/** What a set-up writes into, as far as it is there. */
const PARTS = ["", "node_modules", "dist", ".jupyter"];

/** How a system says that a file must not be written: by its permissions, or since all of the disk may only be read. */
const REFUSED = ["EACCES", "EPERM", "EROFS"];

/**
 * @param {string} root the clone
 * @returns {string | undefined} a folder of it that a set-up would write into, and this user cannot
 */
export function unwritable(root) {
  return PARTS.map((part) => path.join(root, part)).find(
    (folder) => fs.existsSync(folder) && !canWrite(folder),
  );
}

/**
 * What this user can do about a clone that has to be set up.
 * @param {string} root the clone
 * @param {string} command as its owner runs it
 * @returns {string} the command; or whom to ask for it
 */
export function advice(root, command) {
  const folder = unwritable(root);
  if (folder === undefined) return command;
  const owner = ownerOf(folder);
  return owner.isYou
    ? `make ${folder} writable, then run \`${command}\``
    : `ask ${owner.name} to run \`${command}\` in ${root}`;
}

/**
 * Sets a clone up where that is possible.
 * @param {string} root the clone
 * @param {{ what: string, reason: string, command: string }} due what is due and why, as half a sentence, and who can do it by which command
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 * @template T
 */
export async function whereWritable(root, due, work) {
  const folder = unwritable(root);
  if (folder !== undefined) throw refusal(root, due, folder);
  try {
    return await work();
  } catch (error) {
    // A file of somebody else, deep inside.
    if (!REFUSED.includes(error.code) || error.path === undefined) throw error;
    throw refusal(root, due, error.path);
  }
}

/** One sentence for whoever cannot set the clone up: why it must be, and who does it how. */
function refusal(root, { what, reason, command }, place) {
  if (process.platform === "win32") {
    // It says the same of a file that another program has open as of one that is somebody else's.
    const sentence = `${place} cannot be written (another program may have it open, or it is somebody else's), and ${reason}: close that program, or ask the clone's owner, and run \`${command}\` in ${root}.`;
    return new SetupFailure(what, sentence);
  }
  const owner = ownerOf(place);
  const sentence = owner.isYou
    ? `${place} is yours, but cannot be written (its disk may be read-only), and ${reason}: make it writable, then run \`${command}\` in ${root}.`
    : `This clone, ${root}, belongs to ${owner.name}, you cannot write into it, and ${reason}: ${owner.name} runs \`${command}\` in it, and then your command works.`;
  return new SetupFailure(what, sentence);
}

function canWrite(folder) {
  try {
    fs.accessSync(folder, fs.constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function ownerOf(place) {
  let there = place;
  while (!fs.existsSync(there)) there = path.dirname(there);
  const { uid } = fs.statSync(there);
  // Windows numbers no users.
  if (process.getuid === undefined) return { name: "its owner", isYou: false };
  const { stdout } = spawnSync("id", ["-un", String(uid)], { encoding: "utf8" });
  return { name: stdout?.trim() || `the user ${uid}`, isYou: uid === process.getuid() };
}
