import { type Language, setLanguage } from "../text/language";
import { setCurrentLesson } from "./current-lesson";

/** The lessons there are; each has its text beside this file. */
export const LESSONS: readonly string[] = [
  "00",
  "01",
  "02",
  "03",
  "04",
  "05",
  "06",
  "07",
  "08",
  "09",
  "10",
  "11",
  "12",
];

/** Makes our kernel check the cells after this one strictly, wherever the notebook lies. */
const STRICT_SWITCH = Symbol.for("tslab.strict");

/**
 * Opens a lesson: sets the language in which everything after it speaks, and the lesson whose
 * exercises are meant. Where the kernel can, the cells after it are checked strictly, as the lessons
 * are meant. Stands in the first cell of every notebook and prints nothing.
 *
 * @param number the two digits of the lesson, such as `05`
 * @param language `en` or `ko`
 * @throws Error when there is no such lesson or language; nothing is changed then
 * @example
 * lesson("5", "en"); // throws lesson: expected the number of a lesson
 */
export function lesson(number: string, language: Language): void {
  if (!LESSONS.includes(number)) {
    const known = LESSONS.map((name) => `"${name}"`).join(", ");
    throw new Error(
      `lesson: expected the number of a lesson (${known}), but got ${JSON.stringify(number)}`,
    );
  }
  setLanguage(language);
  setCurrentLesson(number);
  const { [STRICT_SWITCH]: setStrict } = globalThis as { [STRICT_SWITCH]?: (on: boolean) => void };
  if (typeof setStrict === "function") setStrict(true);
}
