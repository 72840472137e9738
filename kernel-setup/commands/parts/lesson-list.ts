import { join } from "node:path";
import { LANGUAGES, type Language } from "../../../src/text/languages";
import { type Notebook, readNotebook } from "../../jupyter/notebook-files/notebook";
import { notebookFiles } from "./working-copy";

/** A lesson as the page lists it. */
export interface ListedLesson {
  /** In the folder of the copies, as in "en/05-simple-layers.ipynb". */
  path: string;
  title: string;
  /** The ids of its exercises, as its checks name them. */
  exercises: string[];
}

/**
 * The lessons of each language with their titles and exercises; a copy that cannot be read has its
 * file's name as title.
 *
 * @param mine The folder of the copies.
 */
export function listLessons(mine: string): Record<Language, ListedLesson[]> {
  return forEach((language) =>
    inOrder(notebookFiles(join(mine, language))).map((file) => listed(mine, `${language}/${file}`)),
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

function listed(mine: string, path: string): ListedLesson {
  let notebook: Notebook | undefined;
  try {
    notebook = readNotebook(join(mine, path));
  } catch {
    // It is listed all the same: opened, it says what is wrong.
  }
  const cells = notebook?.cells ?? [];
  const number = /^\w+\/(\d\d)-/.exec(path)?.[1];
  const code = cells.filter(({ cell_type }) => cell_type === "code").map(({ source }) => source);
  const ids = code.flatMap((source) => [...source.matchAll(/\bcheck\(\s*["'](\d\d-\d+)["']/g)]);
  const own = ids.map(([, id]) => id as string).filter((id) => id.slice(0, 2) === number);
  const heading = cells
    .filter(({ cell_type }) => cell_type === "markdown")
    .map(({ source }) => /^# (.+)$/m.exec(source)?.[1])
    .find((title) => title !== undefined);
  const name = path.replace(/^\w+\//, "").replace(/\.ipynb$/, "");
  return { path, title: heading?.trim() ?? name, exercises: [...new Set(own)].sort() };
}
