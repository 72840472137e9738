import { DEFAULT_LANGUAGE, LANGUAGE_NAMES, LANGUAGES } from "../../../src/text/languages";
import type { Lesson } from "./lesson";

const BEGIN = "<!-- lessons: written by npm run lessons -->\n";
const END = "<!-- end of lessons -->";

/**
 * The text of a README with its list of lessons renewed: all languages, time, and what comes before.
 *
 * @throws Error when the README has no place for the list.
 */
export function withLessonList(readme: string, lessons: readonly Lesson[]): string {
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END);
  if (begin < 0 || end < begin) {
    throw new Error(
      `README.md: expected a place for the list of lessons, ${BEGIN.trim()} … ${END}, but found none.`,
    );
  }
  const rows = lessons.map(({ number, name, title, minutes, needs }) => {
    const file = `${number}-${name}.ipynb`;
    const links = LANGUAGES.map(
      (language) => `[${LANGUAGE_NAMES[language]}](notebooks/${language}/${file})`,
    ).join(" · ");
    const time = minutes === undefined ? "" : `${minutes} min`;
    return `| ${number} | ${title[DEFAULT_LANGUAGE]}: ${links} | ${time} | ${needs.join(", ") || "–"} |`;
  });
  const table = ["| | | time | needs |", "|--|--|--|--|", ...rows].join("\n");
  return `${readme.slice(0, begin + BEGIN.length)}\n${table}\n\n${readme.slice(end)}`;
}
