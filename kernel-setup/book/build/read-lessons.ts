import { readFileSync } from "node:fs";
import type { Lesson } from "./lesson";
import { lessonFiles } from "./lesson-folders";
import { type Common, checkHeads, readCommon } from "./lessons-yaml";
import { parseLesson } from "./parse-lesson";

/** The lessons of a folder, by number, and what belongs to all of them. */
export interface Lessons extends Common {
  lessons: Lesson[];
}

/**
 * Reads all lessons of a folder, `NN-name/lesson.md`, with `lessons.yaml` and `glossary.yaml` beside them.
 *
 * @throws LessonError at the first mistake in a lesson, or at lessons that do not fit together.
 */
export function readLessons(folder: string): Lessons {
  const common = readCommon(folder);
  const lessons = lessonFiles(folder).map((file) => parseLesson(readFileSync(file, "utf8"), file));
  checkHeads(lessons, common);
  return { lessons, ...common };
}
