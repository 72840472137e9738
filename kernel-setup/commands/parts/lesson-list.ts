import { join } from "node:path";
import { LANGUAGES, type Language } from "../../../src/text/languages";
import { roleOf } from "../../book/build/cell-roles";
import type { Notebook } from "../../jupyter/notebook-files/notebook";
import { readNotebook } from "../../jupyter/notebook-files/notebook-file";
import { notebookFiles, shortName } from "./working-copy";

/** A lesson as the page lists it. */
export interface ListedLesson {
  /** In the folder of the copies, as in "en/05-simple-layers.ipynb". */
  path: string;
  title: string;
  /** The ids of its exercises, as its cells state them. */
  exercises: string[];
}

/**
 * The lessons of each language with their titles and exercises; a copy that cannot be read has its
 * file's name as title.
 *
 * @param mine The folder of the copies.
 * @param lessons The folder of the built lessons: a copy of an edition whose cells did not state their
 * exercises has those of the lesson that it says to be of. (Its code tells less: not every `check` in it is
 * that of an exercise.)
 */
export function listLessons(mine: string, lessons: string): Record<Language, ListedLesson[]> {
  return forEach((language) =>
    inOrder(notebookFiles(join(mine, language))).map((file) => {
      const path = `${language}/${file}`;
      const notebook = read(join(mine, path));
      const isSilent = !notebook?.cells.some(roleOf);
      const told = isSilent ? lessonOf(notebook, join(lessons, language)) : notebook;
      return { path, title: titleOf(notebook) ?? nameOf(file), exercises: exercisesIn(told) };
    }),
  );
}

/** The lists of a folder that holds no lessons of this project. */
export const noLessons = (): Record<Language, ListedLesson[]> => forEach(() => []);

const forEach = (lessons: (language: Language) => ListedLesson[]) =>
  Object.fromEntries(LANGUAGES.map((language) => [language, lessons(language)])) as Record<
    Language,
    ListedLesson[]
  >;

/** The page that leads to all lessons first, the glossary last. */
const inOrder = (files: string[]) => {
  const rank = (file: string) => (file.startsWith("index") ? 0 : /^\d/.test(file) ? 1 : 2);
  return files.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
};

/** Nothing where it cannot be read; it is listed all the same: opened, it says what is wrong. */
function read(path: string): Notebook | undefined {
  try {
    return readNotebook(path);
  } catch {
    return undefined;
  }
}

/** The lesson as it is now that a copy says to be of. */
function lessonOf(copy: Notebook | undefined, lessons: string): Notebook | undefined {
  const { number } = (copy?.metadata.lesson ?? {}) as { number?: unknown };
  const file = notebookFiles(lessons).find((name) => shortName(name) === number);
  return file === undefined ? undefined : read(join(lessons, file));
}

const nameOf = (file: string) => file.replace(/\.ipynb$/, "");

function titleOf(notebook: Notebook | undefined): string | undefined {
  const headings = notebook?.cells
    .filter(({ cell_type }) => cell_type === "markdown")
    .map(({ source }) => /^# (.+)$/m.exec(source)?.[1]?.trim());
  return headings?.find((title) => title !== undefined);
}

function exercisesIn(notebook: Notebook | undefined): string[] {
  const ids = notebook?.cells.flatMap((cell) => roleOf(cell)?.exercise ?? []);
  return [...new Set(ids)].sort((a, b) => a.localeCompare(b, undefined, { numeric: true }));
}
