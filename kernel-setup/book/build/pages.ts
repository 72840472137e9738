import { join } from "node:path";
import {
  DEFAULT_LANGUAGE,
  inEach,
  LANGUAGES,
  type Language,
  type Words,
} from "../../../src/text/languages";
import type { Notebook } from "../../jupyter/notebook-files/notebook";
import { words } from "../../text/texts";
import { nameOf } from "./language-names";
import { type Lesson, LessonError } from "./lesson";
import { ownFirst, readTerms, type Term } from "./read-terms";

/** The names of the notebooks beside the lessons, which hold text only. */
export const PAGES = ["index", "glossary"] as const;

/** One language of a page, and where it is saved. */
export interface PageNotebook {
  name: (typeof PAGES)[number];
  language: Language;
  path: string;
  notebook: Notebook;
}

/** What the pages say beside what they list. */
export interface PageTexts {
  index: Words;
  glossary: Words;
  /** One sentence on each term, by its name in the first language. */
  meanings: Record<string, Words>;
}

/**
 * Builds the list of lessons, from their front matter, and the glossary, from the tables of terms in
 * their summaries.
 *
 * @param folder Has a folder for each language.
 * @throws LessonError when a lesson's two tables of terms do not agree, or a term has no meaning.
 */
export function buildPages(
  lessons: readonly Lesson[],
  texts: PageTexts,
  folder: string,
): PageNotebook[] {
  const terms = readTerms(lessons);
  const unexplained = terms.find((term) => texts.meanings[keyOf(term)] === undefined);
  if (unexplained !== undefined) {
    throw new LessonError(
      unexplained.lesson.file,
      1,
      `expected a meaning of "${keyOf(unexplained)}" in glossary.yaml, but got none`,
    );
  }
  return LANGUAGES.flatMap((language) =>
    PAGES.map((name) => {
      const list =
        name === "index"
          ? lessonTable(lessons, language)
          : termTable(terms, texts.meanings, language);
      return {
        name,
        language,
        path: join(folder, language, `${name}.ipynb`),
        notebook: textNotebook(name, language, [texts[name][language].trim(), list]),
      };
    }),
  );
}

/** The lessons with their time and what they build on. */
export function lessonTable(lessons: readonly Lesson[], language: Language): string {
  const heads = [words("book.lesson"), words("book.time"), words("book.needs")];
  const head = `| | ${heads.map((text) => text[language]).join(" | ")} |`;
  const rows = lessons.map((lesson) => {
    const needs = lesson.needs.map((need) => {
      const found = lessons.find(({ number }) => number === need);
      return found === undefined ? need : `[${need}](${fileOf(found)})`;
    });
    const { minutes } = lesson;
    const time = minutes === undefined ? "" : words("book.minutes", { minutes })[language];
    return `| ${lesson.number} | [${lesson.title[language]}](${fileOf(lesson)}) | ${time} | ${needs.join(", ") || "–"} |`;
  });
  return [head, "|--|--|--|--|", ...rows].join("\n");
}

/** The terms in the order of the language's alphabet. */
function termTable(
  terms: readonly Term[],
  meanings: PageTexts["meanings"],
  language: Language,
): string {
  const languages = ownFirst(language);
  const heads = [
    ...languages.map((one) => inEach((speaking) => nameOf(one, speaking))),
    words("book.inCode"),
    words("book.meaning"),
    words("book.introducedIn"),
  ].map((text) => text[language]);
  const rows = [...terms]
    .sort((a, b) => a.name[language].localeCompare(b.name[language], language))
    .map((term) => {
      const { name, symbol, lesson } = term;
      const names = languages.map((one) => name[one]).join(" | ");
      const meaning = meanings[keyOf(term)][language];
      const link = `[${lesson.number} · ${lesson.title[language]}](${fileOf(lesson)})`;
      return `| ${names} | ${symbol[language]} | ${meaning} | ${link} |`;
    });
  return [`| ${heads.join(" | ")} |`, `|${"--|".repeat(heads.length)}`, ...rows].join("\n");
}

/** By which the meanings are found. */
const keyOf = ({ name }: Term) => name[DEFAULT_LANGUAGE];

const fileOf = ({ number, name }: Lesson) => `${number}-${name}.ipynb`;

function textNotebook(name: string, language: Language, texts: string[]): Notebook {
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {
      kernelspec: { name: "tslab", display_name: "TypeScript", language: "typescript" },
      language_info: { name: "typescript" },
      page: { name, language },
    },
    cells: texts.map((source, i) => ({
      cell_type: "markdown",
      id: i === 0 ? "opening" : `list-${i}`,
      metadata: {},
      source,
    })),
  };
}
