import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { renameOver } from "../network/rename-over";
import { withLock } from "./file-lock";

const VERSION = 1;

/** What a score file holds: the ids of the exercises that have passed. */
export interface Scores {
  passed: Set<string>;
  /** Where a damaged file was put; it was not lost. */
  setAside?: string;
}

/** Names the folder in which a learner's things are kept; kernels of this project find one themselves. */
const HOME = "BACKPROP_HOME";

/** Whether it was said that nothing is to be kept: where answers are only tried, by a program. */
export const isKeptNowhere = () => process.env[HOME] === "";

/**
 * The file that belongs to a working copy of the lessons, `notebooks/mine/scorecard.json`; in any other
 * folder the one of the learner's home, if that is known.
 *
 * @param folder the folder a notebook runs in, such as notebooks/mine/ko
 * @example
 * scoreFile("/home/ada/backprop/notebooks/mine/ko"); // "/home/ada/backprop/notebooks/mine/scorecard.json"
 * scoreFile("/home/ada/lessons", ""); // undefined
 */
export function scoreFile(folder: string, home = process.env[HOME]): string | undefined {
  for (const mine of [folder, dirname(folder)]) {
    if (basename(mine) === "mine" && basename(dirname(mine)) === "notebooks") {
      return join(mine, "scorecard.json");
    }
  }
  return home ? join(home, "notebooks", "mine", "scorecard.json") : undefined;
}

/**
 * Reads a score file; one that is not there is an empty one. A damaged one is renamed to
 * `scorecard-damaged-1.json`, or the next number that is free.
 *
 * @throws when it may not be read or renamed
 */
export function readScores(file: string): Scores {
  const passed = readPassed(file);
  if (passed !== undefined) return { passed };
  // Another kernel may have set it aside, and begun a new one, a moment ago.
  return withLock(file, () => readOrSetAside(file));
}

/**
 * Adds to a score file, and changes nothing where all is in it already. Kernels that do so at the same
 * time do it one after the other: what each adds is kept.
 *
 * @returns all that has passed then
 * @throws when it may not be read or written
 */
export function addScores(file: string, ids: Iterable<string>): Scores {
  const wanted = [...ids];
  const holds = (passed: Set<string>) => wanted.every((id) => passed.has(id));
  const before = readPassed(file);
  if (before !== undefined && holds(before)) return { passed: before };
  mkdirSync(dirname(file), { recursive: true });
  return withLock(file, () => {
    const scores = readOrSetAside(file);
    if (holds(scores.passed)) return scores;
    for (const id of wanted) scores.passed.add(id);
    writeScores(file, scores);
    return scores;
  });
}

/**
 * Writes a score file, as a whole or not at all: `{ "version": 1, "passed": { "05-2": true } }`.
 *
 * @throws when it may not be written
 */
export function writeScores(file: string, { passed }: Scores): void {
  const ids = [...passed].sort();
  const content = { version: VERSION, passed: Object.fromEntries(ids.map((id) => [id, true])) };
  const draft = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, `${JSON.stringify(content, null, 2)}\n`);
    renameOver(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** What a file holds; nothing when it is damaged. */
function readPassed(file: string): Set<string> | undefined {
  return existsSync(file) ? parseScores(readFileSync(file, "utf8")) : new Set();
}

function readOrSetAside(file: string): Scores {
  const passed = readPassed(file);
  if (passed !== undefined) return { passed };
  let number = 1;
  const asideName = () => file.replace(/\.json$/, `-damaged-${number}.json`);
  while (existsSync(asideName())) number++;
  const setAside = asideName();
  renameOver(file, setAside);
  return { passed: new Set(), setAside };
}

function parseScores(text: string): Set<string> | undefined {
  try {
    const { version, passed } = JSON.parse(text) as { version: unknown; passed: unknown };
    if (version !== VERSION || typeof passed !== "object" || passed === null) return undefined;
    const entries = Object.entries(passed);
    if (!entries.every(([id, value]) => /^\d\d-\d+$/.test(id) && value === true)) return undefined;
    return new Set(entries.map(([id]) => id));
  } catch {
    return undefined;
  }
}
