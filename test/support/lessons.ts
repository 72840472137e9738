import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inProject } from "./project";

export const LANGUAGES = ["en", "ko"] as const;

/** A notebook's cell as it lies in the file, as far as the tests look at it. */
export interface RawCell {
  id: string;
  cell_type: "code" | "markdown" | "raw";
  source: string | string[];
  execution_count?: number | null;
  outputs?: RawOutput[];
  metadata: Record<string, unknown>;
}

export interface RawOutput {
  output_type: string;
  name?: string;
  ename?: string;
  evalue?: string;
  text?: string | string[];
  data?: Record<string, unknown>;
}

export interface RawNotebook {
  cells: RawCell[];
  [field: string]: unknown;
}

export interface CommittedLesson {
  language: (typeof LANGUAGES)[number];
  /** As in 05-simple-layers.ipynb. */
  file: string;
  path: string;
}

/** All lessons that are committed, in both languages. */
export const committedLessons = (): CommittedLesson[] =>
  committedNotebooks().filter(({ file }) => /^\d\d-/.test(file));

/** One with drawings, one with drawings and charts, one that takes its functions apart, one that trains. */
const SOME = /^(?:02|05|09|11)-/;

/**
 * Those of the lessons that stand for all where each takes seconds: in the suite "every lesson", which is
 * asked for by name, they are all of them.
 */
export const someLessons = (): CommittedLesson[] =>
  committedLessons().filter(({ file }) => everyLesson || SOME.test(file));

export const everyLesson = process.env.EVERY_LESSON === "true";

/** Whether a page of the site is none of a lesson, or of one of these lessons. */
export const isSomePage = (file: string) => everyLesson || !/^\d\d-/.test(file) || SOME.test(file);

/** The lessons, and what stands beside them, such as the glossary. */
export function committedNotebooks(): CommittedLesson[] {
  return LANGUAGES.flatMap((language) =>
    readdirSync(inProject("notebooks", language))
      .filter((file) => file.endsWith(".ipynb"))
      .map((file) => ({ language, file, path: inProject("notebooks", language, file) })),
  );
}

export const readNotebook = (path: string) => JSON.parse(readFileSync(path, "utf8")) as RawNotebook;

export const codeCells = (notebook: RawNotebook) =>
  notebook.cells.filter((cell) => cell.cell_type === "code");

/** Text as nbformat keeps it, in one string or in lines. */
export const joined = (text: string | string[] | undefined) =>
  Array.isArray(text) ? text.join("") : (text ?? "");

/** Where a copy of a lesson goes in a folder of a test. */
export const copyPath = (folder: string, lesson: CommittedLesson) =>
  join(folder, `${lesson.language}-${lesson.file}`);

export const writeNotebook = (path: string, notebook: RawNotebook) =>
  writeFileSync(path, `${JSON.stringify(notebook, null, 1)}\n`);
