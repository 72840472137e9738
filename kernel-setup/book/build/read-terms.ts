import { LANGUAGES, type Language, type Lesson, LessonError } from "./lesson";

/** A term of the field, and the lesson whose summary lists it first. */
export interface Term {
  en: string;
  ko: string;
  /** How formulas or code write it; may be empty. */
  symbol: Record<Language, string>;
  lesson: Lesson;
}

/** The first line of a summary's table of terms, in each language. */
const HEADS = {
  en: /^\| *English *\| *Korean *\| *in the code *\|$/,
  ko: /^\| *한국어 *\| *영어 *\| *코드에서 *\|$/,
};

/**
 * Collects the terms that the lessons' summaries list, each once, in the order of the lessons.
 *
 * @throws LessonError when a lesson's two tables do not list the same terms in the same order.
 */
export function readTerms(lessons: readonly Lesson[]): Term[] {
  const terms = new Map<string, Term>();
  for (const lesson of lessons) {
    const [english, korean] = LANGUAGES.map((language) => tableOf(lesson, language));
    for (let i = 0; i < Math.max(english.length, korean.length); i++) {
      const [en, ko, symbol] = english[i] ?? [];
      const [koToo, enToo, symbolToo] = korean[i] ?? [];
      if (en === undefined || en !== enToo || ko !== koToo) {
        throw new LessonError(
          lesson.file,
          1,
          `expected the same terms in both summaries, but line ${i + 1} is "${en} | ${ko}" in English and "${enToo} | ${koToo}" in Korean`,
        );
      }
      if (terms.has(en)) continue;
      terms.set(en, { en, ko, symbol: { en: symbol ?? "", ko: symbolToo ?? "" }, lesson });
    }
  }
  return [...terms.values()];
}

/** The rows of a lesson's table of terms; none when it has no such table. */
function tableOf(lesson: Lesson, language: Language): string[][] {
  for (const part of lesson.parts) {
    if (part.kind !== "prose") continue;
    const lines = part.text[language].split("\n");
    const head = lines.findIndex((line) => HEADS[language].test(line.trim()));
    if (head < 0) continue;
    const rest = lines.slice(head + 2);
    const end = rest.findIndex((line) => !line.startsWith("|"));
    return rest.slice(0, end < 0 ? rest.length : end).map(cellsOf);
  }
  return [];
}

/** A row's cells; a bar inside of code or behind a backslash is part of its cell. */
function cellsOf(row: string): string[] {
  const cells = row.trim().match(/(?:`[^`]*`|\\\||[^|])+/g) ?? [];
  return cells.map((cell) => cell.trim());
}
