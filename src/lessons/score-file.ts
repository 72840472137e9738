import { home } from "../home/here";
import { say } from "../text/language";
import { words } from "../text/texts";
import { emptyScorecard, parseScorecard, type Scorecard, scorecardText } from "./score-format";

/** What a score file holds. */
export interface Scores extends Scorecard {
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
  const scorecard = readWhole(file);
  if (scorecard !== undefined) return scorecard;
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
  const before = readWhole(file);
  if (before !== undefined && holds(before.passed)) return before;
  home.files.makeFolder(home.files.parent(file));
  return alone(file, () => {
    const scores = readOrSetAside(file);
    if (holds(scores.passed)) return scores;
    for (const id of wanted) scores.passed.add(id);
    writeScores(file, scores);
    return scores;
  });
}

/** Writes a score file, as a whole or not at all. @throws when it may not be written */
export function writeScores(file: string, scorecard: Scorecard): void {
  home.files.write(file, scorecardText(scorecard));
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
function readWhole(file: string): Scorecard | undefined {
  const { has, read } = home.files;
  if (!has(file)) return emptyScorecard();
  return parseScorecard(new TextDecoder("utf-8", { ignoreBOM: true }).decode(read(file)));
}

function readOrSetAside(file: string): Scores {
  const scorecard = readWhole(file);
  if (scorecard !== undefined) return scorecard;
  let number = 1;
  const asideName = () => file.replace(/\.json$/, `-damaged-${number}.json`);
  while (home.files.has(asideName())) number++;
  const setAside = asideName();
  home.files.move(file, setAside);
  return { ...emptyScorecard(), setAside };
}
