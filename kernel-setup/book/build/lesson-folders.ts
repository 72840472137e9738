import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { frontMatterText, readFrontMatter } from "./front-matter";
import { type Fail, LessonError, type LessonHead } from "./lesson";

/** A lesson's text, in the folder of the lesson. */
const LESSON_FILE = "lesson.md";

/** The texts of all lessons in a folder, `NN-name/lesson.md`, by number. */
export function lessonFiles(folder: string): string[] {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names
    .map((name) => join(folder, name, LESSON_FILE))
    .filter((file) => existsSync(file))
    .sort();
}

/** Number and name of a lesson, from its folder. */
export function readFolder(file: string, fail: Fail): { number: string; name: string } {
  const folder = basename(dirname(file));
  const [, number, name] = folder.match(/^(\d\d)-([a-z0-9-]+)$/) ?? [];
  if (number === undefined) {
    fail(1, `expected a lesson's folder to be named like 05-simple-layers, but got ${folder}`);
  }
  return { number: number as string, name: name as string };
}

/** How a mistake in a file is told. */
export const failIn =
  (file: string): Fail =>
  (line, problem) => {
    throw new LessonError(file, line, problem);
  };

/**
 * Reads what stands above the texts of all lessons in a folder, and nothing else of them.
 *
 * @throws LessonError at the first mistake in it
 */
export function readHeads(folder: string): LessonHead[] {
  return lessonFiles(folder).map((file) => {
    const fail = failIn(file);
    const { number, name } = readFolder(file, fail);
    const text = frontMatterText(readFileSync(file, "utf8"));
    if (text === undefined) failNoFrontMatter(fail);
    return { file, number, name, ...readFrontMatter(text as string, number, fail) };
  });
}

/** Ends reading: a lesson says first what it is. */
export function failNoFrontMatter(fail: Fail): never {
  return fail(
    1,
    "expected the lesson to begin with front matter between two lines of ---, but found none",
  );
}
