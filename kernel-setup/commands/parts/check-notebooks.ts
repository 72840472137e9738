import { join } from "node:path";
import { LANGUAGES } from "../../../src/text/languages";
import type { Notebook } from "../../jupyter/notebook-files/notebook";
import { readNotebook } from "../../jupyter/notebook-files/notebook-file";
import { KERNEL_NAME } from "./project";
import { notebookFiles } from "./working-copy";

/**
 * What is wrong with the built lessons: one that is not a valid notebook, holds an error, asks for
 * another kernel, or is there in one language only.
 *
 * @param notebooks The folder that holds a folder for each language.
 * @returns A sentence for each fault.
 */
export function checkNotebooks(notebooks: string): string[] {
  const files = LANGUAGES.map((language) => notebookFiles(join(notebooks, language)));
  const all = [...new Set(files.flat())].sort();
  return LANGUAGES.flatMap((language, i) =>
    all.flatMap((file) => {
      const name = `notebooks/${language}/${file}`;
      if (!files[i]?.includes(file))
        return [`${name}: expected a notebook in each language, but got none.`];
      return faults(join(notebooks, language, file)).map((fault) => `${name}: ${fault}`);
    }),
  );
}

function faults(path: string): string[] {
  let notebook: Notebook;
  try {
    notebook = readNotebook(path);
  } catch (error) {
    return [(error as Error).message];
  }
  const { name } = (notebook.metadata.kernelspec ?? {}) as { name?: unknown };
  const kernel =
    name === KERNEL_NAME
      ? []
      : [`expected the kernel ${KERNEL_NAME}, but got ${JSON.stringify(name)}.`];
  const errors = notebook.cells.flatMap((cell) =>
    cell.cell_type === "code" && cell.outputs.some(({ output_type }) => output_type === "error")
      ? [`expected no cell that fails, but got one: ${cell.id}.`]
      : [],
  );
  return [...kernel, ...errors];
}
