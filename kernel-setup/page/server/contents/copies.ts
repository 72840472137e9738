import {
  formatNotebook,
  type Notebook,
  parseNotebook,
} from "../../../jupyter/notebook-files/notebook";
import { utf8 } from "../bytes";
import type { Files, Home, Secrets } from "../home";
import { inFolder } from "../paths";
import { hashSources, ORIGIN, type Origin, originOf } from "../work/lesson-copy";

/**
 * What is, or was, to be done with one copy of a lesson:
 * - `new`: copied for the first time;
 * - `refreshed`: the lesson has changed, the learner has not touched the cells;
 * - `current`: the copy of the lesson as it is, with or without the learner's work;
 * - `behind`: the lesson has changed, and so has the learner: the copy is left alone;
 * - `unreadable`: the copy is not a notebook: it is left alone too.
 */
export type CopyState = "new" | "refreshed" | "current" | "behind" | "unreadable";

/** A lesson as a learner gets it. */
export interface FreshCopy {
  text: string;
  origin: Origin;
}

/** What of a home copies are made with. */
type Means = Pick<Home, "files" | "secrets">;

/**
 * A lesson as it is before its first run: the learner predicts, and then sees.
 *
 * @param path Where it is from, for the messages.
 */
export function freshCopy(lesson: Notebook, path: string, secrets: Secrets): FreshCopy {
  const { cells, metadata, ...rest } = lesson;
  const blank: Notebook = {
    ...rest,
    metadata,
    cells: cells.map((cell) =>
      cell.cell_type === "code" ? { ...cell, outputs: [], execution_count: null } : cell,
    ),
  };
  const origin = {
    lesson: secrets.sha256(formatNotebook(blank, path)),
    sources: hashSources(blank, secrets.sha256),
  };
  const text = formatNotebook({ ...blank, metadata: { ...metadata, [ORIGIN]: origin } }, path);
  return { text, origin };
}

/**
 * What is to be done with a copy: one that is `new` or `refreshed` gets the text of the fresh one.
 *
 * @param origin Of the lesson as it is now.
 */
export function copyState({ files, secrets }: Means, copy: string, origin: Origin): CopyState {
  if (!isThere(files, copy)) return "new";
  let notebook: Notebook;
  try {
    notebook = parseNotebook(files.read(copy), copy);
  } catch {
    return "unreadable";
  }
  const was = originOf(notebook);
  if (was?.lesson === origin.lesson) return "current";
  const sources = hashSources(notebook, secrets.sha256);
  if (was?.sources === sources) return "refreshed";
  return sources === origin.sources ? "current" : "behind";
}

/**
 * Replaces a copy by a fresh one and keeps the old one beside it.
 *
 * @param folder The learner's folder.
 * @param fresh The text of a fresh copy.
 * @returns The file that holds the old copy; nothing when there was none, or it was fresh.
 */
export function resetCopy(
  files: Files,
  folder: string,
  file: string,
  fresh: string,
): string | undefined {
  const copy = inFolder(folder, file);
  files.makeFolders(folder);
  let kept: string | undefined;
  if (isThere(files, copy) && new TextDecoder().decode(files.read(copy)) !== fresh) {
    kept = freeName(files, folder, file);
    files.replace(copy, inFolder(folder, kept));
  }
  files.write(copy, utf8(fresh));
  return kept;
}

/** "05-simple-layers-kept-1.ipynb", or the next number that is free. */
function freeName(files: Files, folder: string, file: string): string {
  for (let number = 1; ; number++) {
    const name = file.replace(/\.ipynb$/, `-kept-${number}.ipynb`);
    if (!isThere(files, inFolder(folder, name))) return name;
  }
}

/** Also not where a link leads in a circle: what is written there says so. */
function isThere(files: Files, path: string): boolean {
  try {
    return files.stat(path) !== undefined;
  } catch {
    return false;
  }
}
