import { home } from "../home/here";
import { describeError } from "../judging/describe";
import type { Words } from "../text/language";
import { words } from "../text/texts";
import { addScores, isKeptNowhere, readScores, scoreFile } from "./score-file";

/** What has passed in this process: the whole truth where no file keeps it. */
const passedHere = new Set<string>();

/** What has passed, and what there is to say about the file that keeps it. */
export interface ScoresNow {
  passed: ReadonlySet<string>;
  notes: Words[];
}

/** Remembers that an exercise has passed. Never throws: a learner's pass counts all the same. */
export function remember(id: string, folder = home.files.folder()): Words[] {
  const isFirst = passedHere.size === 0;
  passedHere.add(id);
  if (scoreFile(folder) === undefined && !isFirst) return []; // said already
  return withFile(folder, (file) => addScores(file, passedHere)).notes;
}

/** All that has passed, here and in the learner's file. */
export function scoresNow(folder = home.files.folder()): ScoresNow {
  return withFile(folder, readScores);
}

/** For tests. */
export function forgetScores(): void {
  passedHere.clear();
}

function withFile(folder: string, use: (file: string) => ReturnType<typeof readScores>): ScoresNow {
  const file = scoreFile(folder);
  if (file === undefined) return { passed: passedHere, notes: isKeptNowhere() ? [] : [nowhere()] };
  try {
    const { passed, setAside } = use(file);
    const notes =
      setAside === undefined
        ? []
        : [words("scorecard.damaged", { name: home.files.base(setAside) })];
    return { passed: new Set([...passed, ...passedHere]), notes };
  } catch (thrown) {
    const why = describeError(thrown);
    const note = home.isPage
      ? words("scorecard.unsaved-in-page", { why })
      : words("scorecard.unsaved", { why });
    return { passed: passedHere, notes: [note] };
  }
}

const nowhere = () => words(home.isPage ? "scorecard.kept-in-page" : "scorecard.kept-nowhere");
