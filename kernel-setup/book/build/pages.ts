import { join } from "node:path";
import type { Notebook } from "../../jupyter/notebook-files/notebook";
import { LANGUAGES, type Language, type Lesson, LessonError, type Words } from "./lesson";
import { readTerms, type Term } from "./read-terms";

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
  /** One sentence on each term, by its English name. */
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
  const unexplained = terms.find(({ en }) => texts.meanings[en] === undefined);
  if (unexplained !== undefined) {
    const { en, lesson } = unexplained;
    throw new LessonError(
      lesson.file,
      1,
      `expected a meaning of "${en}" in glossary.yaml, but got none`,
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
  const head = {
    en: "| | lesson | time | needs |",
    ko: "| | 노트북 | 시간 | 먼저 볼 것 |",
  }[language];
  const minutes = { en: " min", ko: "분" }[language];
  const rows = lessons.map((lesson) => {
    const needs = lesson.needs.map((need) => {
      const found = lessons.find(({ number }) => number === need);
      return found === undefined ? need : `[${need}](${fileOf(found)})`;
    });
    const time = lesson.minutes === undefined ? "" : `${lesson.minutes}${minutes}`;
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
  const other = language === "en" ? "ko" : "en";
  const head = {
    en: "| English | Korean | in the code | meaning | introduced in |",
    ko: "| 한국어 | 영어 | 코드에서 | 뜻 | 처음 나오는 곳 |",
  }[language];
  const rows = [...terms]
    .sort((a, b) => a[language].localeCompare(b[language], language))
    .map((term) => {
      const { symbol, lesson } = term;
      const meaning = meanings[term.en][language];
      const link = `[${lesson.number} · ${lesson.title[language]}](${fileOf(lesson)})`;
      return `| ${term[language]} | ${term[other]} | ${symbol[language]} | ${meaning} | ${link} |`;
    });
  return [head, "|--|--|--|--|--|", ...rows].join("\n");
}

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
