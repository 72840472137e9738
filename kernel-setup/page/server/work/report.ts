import type { Words } from "../../../../src/text/languages";
import { words } from "../../../text/texts";

/** Why something could not be done: in every language, or as the system says it. */
export type Why = Words | string;

/** What has come of one notebook of a file of work. */
export type Outcome =
  | { came: "taken" }
  /** An equal one is there, or there was nobody's work in it. */
  | { came: "skipped" }
  /** Another one is there, which stays as it is; this one has got a number. */
  | { came: "beside"; as: string }
  | { came: "refused"; why: Why };

/** And of which. */
export type Came = { path: string } & Outcome;

/** What has come of a scorecard. */
export interface ScorecardCame {
  /** The exercises that had not passed here. */
  added: string[];
  /** What the damaged one that was here is called now. */
  setAside?: string;
  /** Why it could not be written. */
  why?: Why;
}

/** What has come of a whole file of work. */
export interface Report {
  notebooks: Came[];
  /** Nothing where the file has none. */
  scorecard?: ScorecardCame;
}

/** Something that is not in a file of work, and why. */
export interface LeftOut {
  path: string;
  why: Why;
}

/** What is said of it to the learner, sentence by sentence. */
export function reportWords({ notebooks, scorecard }: Report): Words[] {
  const of = <C extends Came["came"]>(came: C) =>
    notebooks.filter((one): one is Extract<Came, { came: C }> => one.came === came);
  const list = (names: string[]) => ({ count: names.length, names: names.join(", ") });
  const taken = of("taken").map(({ path }) => path);
  const beside = of("beside").map(({ path, as }) => `${path} → ${as}`);
  const skipped = of("skipped").length;
  const said = [
    ...(taken.length > 0 ? [words("work.taken", list(taken))] : []),
    ...(beside.length > 0 ? [words("work.beside", list(beside))] : []),
    ...(skipped > 0 ? [words("work.skipped", { count: skipped })] : []),
    ...of("refused").map(({ path, why }) => words("work.refused", { path, why })),
    ...(scorecard ? scorecardWords(scorecard) : []),
  ];
  return said.length > 0 ? said : [words("work.nothing")];
}

function scorecardWords({ added, setAside, why }: ScorecardCame): Words[] {
  return [
    ...(setAside === undefined ? [] : [words("work.setAside", { name: setAside })]),
    ...(why === undefined ? [] : [words("work.scorecardRefused", { why })]),
    ...(added.length > 0 ? [words("work.passed", { ids: added.join(", ") })] : []),
    ...(why === undefined && added.length === 0 ? [words("work.nothingPassed")] : []),
  ];
}

/** How many reasons are told one by one. */
const MOST_TOLD = 20;

/** What is said of what a file of work leaves out. */
export function leftOutWords(leftOut: LeftOut[]): Words[] {
  const told = leftOut.slice(0, MOST_TOLD);
  const count = leftOut.length - told.length;
  const said = told.map(({ path, why }) => words("work.leftOut", { path, why }));
  return count > 0 ? [...said, words("work.moreLeftOut", { count })] : said;
}
