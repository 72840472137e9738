import { existsSync } from "node:fs";
import { relative } from "node:path";
import type { Notebook } from "../../jupyter/notebook-files/notebook";
import { readNotebook } from "../../jupyter/notebook-files/notebook-file";
import { NotebookError } from "../../jupyter/notebook-files/validate-notebook";
import { compareNotebooks } from "./compare-notebooks";

/**
 * Compares a notebook with the saved one.
 *
 * @param where How the differences name it, such as "Lesson 05 (en)".
 * @param path Where it is saved.
 * @param got The notebook of now: built, or built and executed.
 * @returns A paragraph for each difference, with the cell; none when all agrees.
 */
export function compareSaved(
  where: string,
  path: string,
  got: Notebook,
  options: { withOutputs: boolean },
): string[] {
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
