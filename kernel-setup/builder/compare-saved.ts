import { existsSync } from "node:fs";
import { relative } from "node:path";
import { type Notebook, readNotebook } from "../client/notebook";
import { NotebookError } from "../client/validate-notebook";
import { compareNotebooks } from "./compare-notebooks";
import type { LessonNotebook } from "./lesson-notebooks";

/**
 * Compares a lesson's notebook with the saved one.
 *
 * @param got The notebook of now: built, or built and executed.
 * @returns A paragraph for each difference, with lesson, language and cell; none when all agrees.
 */
export function compareSaved(
  { lesson, language, path }: LessonNotebook,
  got: Notebook,
  options: { withOutputs: boolean },
): string[] {
  const where = `Lesson ${lesson.number} (${language})`;
  const file = relative(process.cwd(), path);
  if (!existsSync(path)) return [`${where}: expected ${file}, but it is missing.`];
  let saved: Notebook;
  try {
    saved = readNotebook(path);
  } catch (error) {
    if (error instanceof NotebookError) return [`${where}: ${error.message}`];
    throw error;
  }
  return compareNotebooks(saved, got, options).map(({ cell, what, lines }) =>
    [
      `${where}, ${cell === undefined ? "the notebook" : `cell ${cell}`}: ${what} of ${file} (-) and of now (+) differ:`,
      ...lines.map((line) => `  ${line}`),
    ].join("\n"),
  );
}
