import { formatNotebook, type Notebook, notebookText, parseNotebook } from "./notebook";
import { readFileWhole } from "./read-file-whole";
import { systemWords } from "./system-words";
import { NotebookError } from "./validate-notebook";
import { writeFileWhole } from "./write-file-whole";

/** Reads a notebook from a file. @throws NotebookError when it is not there, unreadable or not valid. */
export function readNotebook(path: string): Notebook {
  return parseNotebook(readBytes(path), path);
}

/** The text of a notebook's file. @throws NotebookError when it is not there or unreadable. */
export function readNotebookText(path: string): string {
  return notebookText(readBytes(path), path);
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileWhole(path);
  } catch (error) {
    const words = systemWords(error) ?? (error as Error).message;
    throw new NotebookError(path, `expected a readable file, but ${words}`);
  }
}

/** Writes a notebook into a file: whole, or not at all. @throws NotebookError when it is not valid. */
export function writeNotebook(path: string, notebook: Notebook): void {
  writeFileWhole(path, formatNotebook(notebook, path));
}
