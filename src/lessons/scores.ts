import { basename } from "node:path";
import { describeError } from "../judging/describe";
import type { Words } from "../text/language";
import { addScores, isKeptNowhere, readScores, scoreFile } from "./score-file";

/** What has passed in this process: the whole truth where no file keeps it. */
const passedHere = new Set<string>();

/** What has passed, and what there is to say about the file that keeps it. */
export interface ScoresNow {
  passed: ReadonlySet<string>;
  notes: Words[];
}

/** Remembers that an exercise has passed. Never throws: a learner's pass counts all the same. */
export function remember(id: string, folder = process.cwd()): Words[] {
  const isFirst = passedHere.size === 0;
  passedHere.add(id);
  if (scoreFile(folder) === undefined && !isFirst) return []; // said already
  return withFile(folder, (file) => addScores(file, passedHere)).notes;
}

/** All that has passed, here and in the learner's file. */
export function scoresNow(folder = process.cwd()): ScoresNow {
  return withFile(folder, readScores);
}

/** For tests. */
export function forgetScores(): void {
  passedHere.clear();
}

function withFile(folder: string, use: (file: string) => ReturnType<typeof readScores>): ScoresNow {
  const file = scoreFile(folder);
  if (file === undefined) return { passed: passedHere, notes: isKeptNowhere() ? [] : [NO_PLACE] };
  try {
    const { passed, setAside } = use(file);
    const notes = setAside === undefined ? [] : [damaged(basename(setAside))];
    return { passed: new Set([...passed, ...passedHere]), notes };
  } catch (thrown) {
    return { passed: passedHere, notes: [unsaved(describeError(thrown))] };
  }
}

const NO_PLACE: Words = {
  en: "No folder is known in which the scorecard could be kept, so it lasts until the kernel ends. The environment variable `BACKPROP_HOME` names one.",
  ko: "점수표를 보관할 폴더를 알 수 없어 커널이 끝날 때까지만 남습니다. 환경 변수 `BACKPROP_HOME`으로 폴더를 정할 수 있습니다.",
};

const damaged = (name: string): Words => ({
  en: `The scorecard could not be read. It was set aside as \`${name}\`, and a new one begins.`,
  ko: `점수표를 읽을 수 없었습니다. 그 파일은 \`${name}\`(으)로 따로 보관하고 새로 시작합니다.`,
});

const unsaved = (why: string): Words => ({
  en: `The scorecard could not be kept in its file (${why}); it lasts until the kernel ends.`,
  ko: `점수표를 파일에 보관하지 못했습니다(${why}). 커널이 끝날 때까지만 남습니다.`,
});
