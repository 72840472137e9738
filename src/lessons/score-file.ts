import { home } from "../home/here";
import { say } from "../text/language";
import { words } from "../text/texts";

const VERSION = 1;

/** What a score file holds: the ids of the exercises that have passed. */
export interface Scores {
  passed: Set<string>;
  /** Where a damaged file was put; it was not lost. */
  setAside?: string;
}

/** Names the folder in which a learner's things are kept; kernels of this project find one themselves. */
const LEARNER = "BACKPROP_HOME";

/** Whether it was said that nothing is to be kept: where answers are only tried, by a program. */
export const isKeptNowhere = () => home.setting(LEARNER) === "";

/**
 * The file that belongs to a working copy of the lessons, `notebooks/mine/scorecard.json`; in any other
 * folder the one of the learner's home, if that is known.
 *
 * @param folder the folder a notebook runs in, such as notebooks/mine/ko
 * @example
 * scoreFile("/home/ada/backprop/notebooks/mine/ko"); // "/home/ada/backprop/notebooks/mine/scorecard.json"
 * scoreFile("/home/ada/lessons", ""); // undefined
 */
export function scoreFile(folder: string, learner = home.setting(LEARNER)): string | undefined {
  const { base, join, parent } = home.files;
  for (const mine of [folder, parent(folder)]) {
    if (base(mine) === "mine" && base(parent(mine)) === "notebooks") {
      return join(mine, "scorecard.json");
    }
  }
  return learner ? join(learner, "notebooks", "mine", "scorecard.json") : undefined;
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
  return alone(file, () => readOrSetAside(file));
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
  home.files.makeFolder(home.files.parent(file));
  return alone(file, () => {
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
  home.files.write(file, `${JSON.stringify(content, null, 2)}\n`);
}

/** Does something with a score file that no other kernel does at the same time. */
function alone<T>(file: string, work: () => T): T {
  try {
    return home.files.alone(file, work);
  } catch (error) {
    if ((error as { code?: string }).code !== "EHELD") throw error;
    throw new Error(say(words("errors.held", { file: `${home.files.base(file)}.lock` })));
  }
}

/** What a file holds; nothing when it is damaged. */
function readPassed(file: string): Set<string> | undefined {
  const { has, read } = home.files;
  if (!has(file)) return new Set();
  return parseScores(new TextDecoder("utf-8", { ignoreBOM: true }).decode(read(file)));
}

function readOrSetAside(file: string): Scores {
  const passed = readPassed(file);
  if (passed !== undefined) return { passed };
  let number = 1;
  const asideName = () => file.replace(/\.json$/, `-damaged-${number}.json`);
  while (home.files.has(asideName())) number++;
  const setAside = asideName();
  home.files.move(file, setAside);
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
