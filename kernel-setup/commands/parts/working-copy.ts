import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readNotebook } from "../../jupyter/notebook-files/notebook-file";
import { machineFiles as files } from "../../page/homes/machine/files";
import { machineSecrets as secrets } from "../../page/homes/machine/secrets";
import * as copies from "../../page/server/contents/copies";

/** The lessons in a folder and the pages beside them, in order. */
export function notebookFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => /^(\d\d-.*|index|glossary)\.ipynb$/.test(file))
    .sort();
}

/** What a learner calls a notebook in a command: "05" for a lesson, "glossary" for a page beside them. */
export function shortName(file: string): string {
  return /^\d\d(?=-)/.exec(file)?.[0] ?? file.replace(/\.ipynb$/, "");
}

/** A built lesson as it is before its first run. */
export const freshCopy = (lesson: string): copies.FreshCopy =>
  copies.freshCopy(readNotebook(lesson), lesson, secrets);

/**
 * Brings a learner's folder up to date with the lessons, without touching work: what the learner
 * has changed stays, and so does every file that is no lesson.
 *
 * @param lessons The folder of built lessons, such as notebooks/en.
 * @param mine The learner's folder, such as notebooks/mine/en; made when it is not there.
 * @returns What was done, by file name.
 */
export function updateCopies(lessons: string, mine: string): Map<string, copies.CopyState> {
  files.makeFolders(mine);
  return new Map(
    notebookFiles(lessons).map((file) => [file, updateCopy(join(lessons, file), join(mine, file))]),
  );
}

function updateCopy(lesson: string, copy: string): copies.CopyState {
  const { text, origin } = freshCopy(lesson);
  const state = copies.copyState({ files, secrets }, copy, origin);
  if (state === "new" || state === "refreshed") files.write(copy, Buffer.from(text));
  return state;
}

/**
 * Replaces a copy by a fresh one and keeps the old one beside it.
 *
 * @returns The file that holds the old copy; nothing when there was none, or it was fresh.
 */
export const resetCopy = (lesson: string, mine: string, file: string): string | undefined =>
  copies.resetCopy(files, mine, file, freshCopy(lesson).text);
