import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { formatNotebook, type Notebook } from "../../jupyter/notebook-files/notebook";
import { readNotebook } from "../../jupyter/notebook-files/notebook-file";
import { renameOver } from "../../jupyter/notebook-files/rename-over";
import { writeFileWhole } from "../../jupyter/notebook-files/write-file-whole";
import { hashSources, ORIGIN, type Origin, originOf } from "../../page/server/work/lesson-copy";

/**
 * What was done with one copy:
 * - `new`: copied for the first time;
 * - `refreshed`: the lesson has changed, the learner has not touched the cells;
 * - `current`: the copy of the lesson as it is, with or without the learner's work;
 * - `behind`: the lesson has changed, and so has the learner: the copy is left alone;
 * - `unreadable`: the copy is not a notebook: it is left alone too.
 */
export type CopyState = "new" | "refreshed" | "current" | "behind" | "unreadable";

const hash = (text: string) => createHash("sha256").update(text).digest("hex");

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

/**
 * Brings a learner's folder up to date with the lessons, without touching work: what the learner
 * has changed stays, and so does every file that is no lesson.
 *
 * @param lessons The folder of built lessons, such as notebooks/en.
 * @param mine The learner's folder, such as notebooks/mine/en; made when it is not there.
 * @returns What was done, by file name.
 */
export function updateCopies(lessons: string, mine: string): Map<string, CopyState> {
  mkdirSync(mine, { recursive: true });
  return new Map(
    notebookFiles(lessons).map((file) => [file, updateCopy(join(lessons, file), join(mine, file))]),
  );
}

function updateCopy(lesson: string, copy: string): CopyState {
  const fresh = freshCopy(lesson);
  if (!existsSync(copy)) {
    writeFileWhole(copy, fresh.text);
    return "new";
  }
  let notebook: Notebook;
  try {
    notebook = readNotebook(copy);
  } catch {
    return "unreadable";
  }
  const origin = originOf(notebook);
  if (origin?.lesson === fresh.origin.lesson) return "current";
  const sources = hashSources(notebook, hash);
  if (origin?.sources === sources) {
    writeFileWhole(copy, fresh.text);
    return "refreshed";
  }
  return sources === fresh.origin.sources ? "current" : "behind";
}

/**
 * Replaces a copy by a fresh one and keeps the old one beside it.
 *
 * @returns The file that holds the old copy; nothing when there was none, or it was fresh.
 */
export function resetCopy(lesson: string, mine: string, file: string): string | undefined {
  const copy = join(mine, file);
  const { text: fresh } = freshCopy(lesson);
  mkdirSync(mine, { recursive: true });
  let kept: string | undefined;
  if (existsSync(copy) && readFileSync(copy, "utf8") !== fresh) {
    kept = freeName(mine, file);
    renameOver(copy, join(mine, kept));
  }
  writeFileWhole(copy, fresh);
  return kept;
}

/** "05-simple-layers-kept-1.ipynb", or the next number that is free. */
function freeName(folder: string, file: string): string {
  for (let number = 1; ; number++) {
    const name = file.replace(/\.ipynb$/, `-kept-${number}.ipynb`);
    if (!existsSync(join(folder, name))) return name;
  }
}

/** A lesson as it is before its first run: the learner predicts, and then sees. */
export function freshCopy(lesson: string): { text: string; origin: Origin } {
  const { cells, metadata, ...rest } = readNotebook(lesson);
  const blank: Notebook = {
    ...rest,
    metadata,
    cells: cells.map((cell) =>
      cell.cell_type === "code" ? { ...cell, outputs: [], execution_count: null } : cell,
    ),
  };
  const origin = { lesson: hash(formatNotebook(blank, lesson)), sources: hashSources(blank, hash) };
  const text = formatNotebook({ ...blank, metadata: { ...metadata, [ORIGIN]: origin } }, lesson);
  return { text, origin };
}
