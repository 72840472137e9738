import { inEach, LANGUAGES, type Language, type Words } from "../../../src/text/languages";
import { words } from "../../text/texts";
import { nameOf } from "./language-names";
import { type Lesson, LessonError } from "./lesson";

/** A term of the field, and the lesson whose summary lists it first. */
export interface Term {
  name: Words;
  /** How formulas or code write it; may be empty. */
  symbol: Words;
  lesson: Lesson;
}

/** The columns of a table of terms: the language of the text first, then the others. */
export const ownFirst = (language: Language): Language[] => [
  language,
  ...LANGUAGES.filter((other) => other !== language),
];

/** The first line of a summary's table of terms, in each language. */
const HEADS = inEach((language) =>
  [
    ...ownFirst(language).map((other) => nameOf(other, language)),
    words("book.inCode")[language],
  ].join(),
);

/**
 * Collects the terms that the lessons' summaries list, each once, in the order of the lessons.
 *
 * @throws LessonError when a lesson's tables do not list the same terms in the same order.
 */
export function readTerms(lessons: readonly Lesson[]): Term[] {
  const terms = new Map<string, Term>();
  for (const lesson of lessons) {
    const tables = LANGUAGES.map((language) => tableOf(lesson, language));
    for (let i = 0; i < Math.max(...tables.map(({ length }) => length)); i++) {
      const [first, ...others] = tables.map((table) => table[i]);
      const wrong = others.findIndex((row) => first === undefined || textOf(row) !== textOf(first));
      if (wrong >= 0) {
        const other = LANGUAGES[wrong + 1];
        throw new LessonError(
          lesson.file,
          1,
          `expected the same terms in all summaries, but line ${i + 1} is ${textOf(first)} in ${nameOf(LANGUAGES[0])} and ${textOf(others[wrong])} in ${nameOf(other)}`,
        );
      }
      const key = first.name[LANGUAGES[0]];
      if (terms.has(key)) continue;
      const symbol = inEach((language) => tables[LANGUAGES.indexOf(language)][i].symbol);
      terms.set(key, { name: first.name, symbol, lesson });
    }
  }
  return [...terms.values()];
}

/** A line of one language's table. */
interface Row {
  name: Words;
  symbol: string;
}

/** A line as messages show it: the same for the tables of all languages. */
const textOf = (row: Row | undefined) =>
  row === undefined
    ? "missing"
    : JSON.stringify(LANGUAGES.map((language) => row.name[language]).join(" | "));

/** The rows of a lesson's table of terms; none when it has no such table. */
function tableOf(lesson: Lesson, language: Language): Row[] {
  for (const part of lesson.parts) {
    if (part.kind !== "prose") continue;
    const lines = part.text[language].split("\n");
    const head = lines.findIndex((line) => cellsOf(line).join() === HEADS[language]);
    if (head < 0) continue;
    const rest = lines.slice(head + 2);
    const end = rest.findIndex((line) => !line.startsWith("|"));
    return rest.slice(0, end < 0 ? rest.length : end).map((line) => {
      const cells = cellsOf(line);
      return {
        name: inEach((other) => cells[ownFirst(language).indexOf(other)]),
        symbol: cells[LANGUAGES.length] ?? "",
      };
    });
  }
  return [];
}

/** A row's cells; a bar inside of code or behind a backslash is part of its cell. */
function cellsOf(row: string): string[] {
  const cells = row.trim().match(/(?:`[^`]*`|\\\||[^|])+/g) ?? [];
  return cells.map((cell) => cell.trim());
}
