import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { LANGUAGES, type Language } from "../../../src/text/languages";
import type { Notebook } from "../../jupyter/notebook-files/notebook";
import { readNotebook } from "../../jupyter/notebook-files/notebook-file";

/** A notebook on its way to the site. */
export interface Page {
  language: Language;
  /** The file's name without its ending: the same in every language. */
  name: string;
  /** Two digits; what is no lesson, such as a glossary, has none. */
  number?: string;
  title: string;
  path: string;
  notebook: Notebook;
}

/** The name of the notebook that becomes a language's front page. */
export const FRONT = "index";

/**
 * Reads all notebooks of all languages: lessons by number, then the others by name.
 *
 * @param folder Has a folder for each language.
 * @throws NotebookError when one is not valid.
 */
export function readPages(folder: string): Page[] {
  return LANGUAGES.flatMap((language) =>
    notebooksIn(join(folder, language))
      .map((file) => readPage(language, join(folder, language, file), file))
      .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)),
  );
}

function readPage(language: Language, path: string, file: string): Page {
  const notebook = readNotebook(path);
  const name = file.replace(/\.ipynb$/, "");
  const [number] = /^\d\d(?=-)/.exec(name) ?? [];
  const { title } = (notebook.metadata.lesson ?? {}) as { title?: unknown };
  return {
    language,
    name,
    number,
    title: typeof title === "string" ? title : (headingOf(notebook) ?? name),
    path,
    notebook,
  };
}

const notebooksIn = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((file) => /^[^.].*\.ipynb$/.test(file)) : [];

const orderOf = ({ number = "~", name }: Page): string => number + name;

/** The first heading of the text, without signs of Markdown and the lesson's number. */
function headingOf({ cells }: Notebook): string | undefined {
  const texts = cells.filter(({ cell_type }) => cell_type === "markdown");
  const [, heading] =
    /^#\s+(.+?)\s*#*$/m.exec(texts.map(({ source }) => source).join("\n\n")) ?? [];
  return heading?.replace(/[*_`]/g, "").replace(/^\d\d\s*[·:.]\s*/, "");
}
