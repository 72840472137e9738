import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { type Lesson, LessonError } from "./lesson";
import { parseLesson } from "./parse-lesson";

/** The lessons of a folder, by number, and the code cell that comes first in each. */
export interface Lessons {
  lessons: Lesson[];
  setup: string;
}

/**
 * Reads all lessons of a folder, `NN-name.md`, and `lessons.yaml` beside them.
 *
 * @throws LessonError at the first mistake in a lesson, or at two lessons of one number.
 */
export function readLessons(folder: string): Lessons {
  const setup = readSetup(join(folder, "lessons.yaml"));
  const lessons = readdirSync(folder)
    .filter((name) => /^\d.*\.md$/.test(name))
    .sort()
    .map((name) => parseLesson(readFileSync(join(folder, name), "utf8"), join(folder, name)));
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
  return { lessons, setup };
}

function readSetup(file: string): string {
  const document = existsSync(file) ? parseDocument(readFileSync(file, "utf8")) : undefined;
  const setup = document?.errors.length === 0 ? document.toJS()?.setup : undefined;
  if (typeof setup === "string" && setup.includes("{number}") && setup.includes("{language}")) {
    return setup;
  }
  throw new LessonError(
    file,
    1,
    "expected setup, a code cell with {number} and {language} in it, but found none",
  );
}
