// A lock folder: two commands started at once set the clone up one after the other.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const BEAT_MS = 1000;
const DEAD_AFTER_MS = 30_000;
const LOOK_AGAIN_MS = 150;

/**
 * Runs `work` while holding the lock of a folder; waits while a living process holds it.
 * @param {string} root the folder that is worked on; the lock is `<root>/.jupyter/set-up.lock`
 * @param {(line: string) => void} say told once when another process must be waited for
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 * @template T
 */
export async function withLock(root, say, work) {
  const folder = path.join(root, ".jupyter", "set-up.lock");
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  for (let waited = false; !take(folder); ) {
    if (isAbandoned(folder)) {
      clear(folder);
      continue;
    }
    if (!waited) say("Another command is setting this folder up; waiting for it …");
    waited = true;
    await new Promise((wake) => setTimeout(wake, LOOK_AGAIN_MS));
  }
  const beat = setInterval(() => touch(folder), BEAT_MS);
  const release = () => removeFolder(folder);
  process.once("exit", release);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    process.removeListener("exit", release);
    release();
  }
}

function take(folder) {
  try {
    fs.mkdirSync(folder);
  } catch (error) {
    // Windows says EPERM while a folder just removed is still going away.
    if (error.code === "EEXIST" || error.code === "EPERM") return false;
    throw error;
  }
  fs.writeFileSync(path.join(folder, "owner"), `${process.pid} ${os.hostname()}`);
  return true;
}

function ownerOf(folder) {
  try {
    return fs.readFileSync(path.join(folder, "owner"), "utf8");
  } catch {
    return undefined;
  }
}

/** True when the owner has died: its process is gone, or it has not touched the lock for long. */
function isAbandoned(folder) {
  let age;
  try {
    age = Date.now() - fs.statSync(folder).mtimeMs;
  } catch {
    return false; // just released
  }
  if (age > DEAD_AFTER_MS) return true;
  const [pid, host] = (ownerOf(folder) ?? "").split(" ");
  return pid !== "" && host === os.hostname() && !isAlive(Number(pid));
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code !== "ESRCH";
  }
}

/** Only one of several waiting processes may clear a dead one's lock: else the second would remove the first one's new lock. */
function clear(folder) {
  const clearing = `${folder}.clearing`;
  try {
    fs.mkdirSync(clearing);
  } catch {
    // Its maker died between two lines: let it go after a while.
    if (
      Date.now() - (fs.statSync(clearing, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) >
      DEAD_AFTER_MS
    )
      removeFolder(clearing);
    return;
  }
  try {
    if (isAbandoned(folder)) removeFolder(folder);
  } finally {
    removeFolder(clearing);
  }
}

/** On Windows a file that another program is just reading goes a moment later, and its folder after it. */
export function removeFolder(folder) {
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

function touch(folder) {
  try {
    const now = new Date();
    fs.utimesSync(folder, now, now);
  } catch {
    // Removed from outside: the work goes on.
  }
}
