import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import type { Words } from "../../../src/text/languages";
import { isWords, type Lesson, LessonError } from "./lesson";
import type { PageTexts } from "./pages";
import { parseLesson } from "./parse-lesson";

/** The lessons of a folder, by number, and what belongs to all of them. */
export interface Lessons {
  lessons: Lesson[];
  /** The code cell that comes first in each. */
  setup: string;
  /** The texts of the pages beside them; nothing when there are no such pages. */
  pages?: PageTexts;
}

/** A lesson's text, in the folder of the lesson. */
export const LESSON_FILE = "lesson.md";

/**
 * Reads all lessons of a folder, `NN-name/lesson.md`, with `lessons.yaml` and `glossary.yaml` beside them.
 *
 * @throws LessonError at the first mistake in a lesson, or at two lessons of one number.
 */
export function readLessons(folder: string): Lessons {
  const common = join(folder, "lessons.yaml");
  const setup = readSetup(common);
  const lessons = readdirSync(folder)
    .map((name) => join(folder, name, LESSON_FILE))
    .filter((file) => existsSync(file))
    .sort()
    .map((file) => parseLesson(readFileSync(file, "utf8"), file));
  for (const [i, { number, file }] of lessons.entries()) {
    const earlier = lessons[i - 1];
    if (earlier?.number === number) {
      throw new LessonError(
        file,
        1,
        `expected one lesson of number ${number}, but got ${earlier.file} too`,
      );
    }
  }
  return { lessons, setup, pages: readPages(common, join(folder, "glossary.yaml")) };
}

function readYaml(file: string): Record<string, unknown> | undefined {
  if (!existsSync(file)) return undefined;
  const document = parseDocument(readFileSync(file, "utf8"));
  const [error] = document.errors;
  if (error === undefined) return document.toJS();
  const [problem] = error.message.split(/ at line |\n/);
  throw new LessonError(file, error.linePos?.[0].line ?? 1, `expected YAML, but got: ${problem}`);
}

function readPages(common: string, glossaryFile: string): PageTexts | undefined {
  const { index, glossary } = readYaml(common) ?? {};
  if (index === undefined && glossary === undefined) return undefined;
  for (const [name, text] of Object.entries({ index, glossary })) {
    if (isWords(text)) continue;
    const problem = `expected ${name} to be a text in each language, but got ${JSON.stringify(text)}`;
    throw new LessonError(common, 1, problem);
  }
  const meanings = readYaml(glossaryFile) ?? {};
  for (const [term, text] of Object.entries(meanings)) {
    if (isWords(text)) continue;
    const problem = `expected the meaning of "${term}" to be a text in each language, but got ${JSON.stringify(text)}`;
    throw new LessonError(glossaryFile, 1, problem);
  }
  return {
    index: index as Words,
    glossary: glossary as Words,
    meanings: meanings as Record<string, Words>,
  };
}

function readSetup(file: string): string {
  const setup = readYaml(file)?.setup;
  if (typeof setup === "string" && setup.includes("{number}") && setup.includes("{language}")) {
    return setup;
  }
  throw new LessonError(
    file,
    1,
    "expected setup, a code cell with {number} and {language} in it, but found none",
  );
}
