import { readdirSync } from "node:fs";
import { join } from "node:path";
import { LANGUAGES, type Language } from "../../../src/text/languages";
import type { Notebook } from "../../jupyter/notebook-files/notebook";
import { buildNotebook } from "./build-notebook";
import type { Lesson } from "./lesson";

/** One language of a lesson, built, and where it is saved. */
export interface LessonNotebook {
  lesson: Lesson;
  language: Language;
  /** The folder that it is saved and executed in. */
  folder: string;
  path: string;
  notebook: Notebook;
}

const fileName = ({ number, name }: Lesson) => `${number}-${name}.ipynb`;

/**
 * Builds the notebooks of lessons, without outputs.
 *
 * @param folder Has a folder for each language.
 */
export function lessonNotebooks(
  lessons: Lesson[],
  setup: string,
  folder: string,
): LessonNotebook[] {
  return lessons.flatMap((lesson) =>
    LANGUAGES.map((language) => ({
      lesson,
      language,
      folder: join(folder, language),
      path: join(folder, language, fileName(lesson)),
      notebook: buildNotebook(lesson, language, setup),
    })),
  );
}

/** The paths of saved notebooks that belong to no lesson, and are none of the pages beside them. */
export function strayNotebooks(
  lessons: Lesson[],
  folder: string,
  pages: readonly string[] = [],
): string[] {
  const names = [...lessons.map(fileName), ...pages.map((page) => `${page}.ipynb`)];
  return LANGUAGES.flatMap((language) =>
    filesIn(join(folder, language))
      .filter((name) => name.endsWith(".ipynb") && !names.includes(name))
      .map((name) => join(folder, language, name)),
  );
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
