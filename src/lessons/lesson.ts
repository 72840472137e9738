import { type Language, setLanguage } from "../text/language";
import { refusal } from "../text/refusal";
import { words } from "../text/texts";
import { setCurrentLesson } from "./current-lesson";
import { LESSONS } from "./lessons";

/** Makes our kernel check the cells after this one strictly, wherever the notebook lies. */
const STRICT_SWITCH = Symbol.for("tslab.strict");

/** Makes our kernel speak the lesson's language when a cell fails. */
const LANGUAGE_SWITCH = Symbol.for("tslab.language");

/**
 * Opens a lesson: sets the language in which everything after it speaks, and the lesson whose
 * exercises are meant. Where the kernel can, the cells after it are checked strictly, as the lessons
 * are meant, and its errors are told in that language. Stands in the first cell of every notebook and prints nothing.
 *
 * @param number the two digits of the lesson, such as `05`
 * @param language `en` or `ko`
 * @throws Error when there is no such lesson or language; nothing is changed then
 * @example
 * lesson("5", "en"); // throws lesson: expected the number of a lesson
 */
export function lesson(number: string, language: Language): void {
  const numbers = LESSONS.map((one) => one.number);
  if (!numbers.includes(number)) {
    const known = numbers.map((name) => `"${name}"`).join(", ");
    const got = String(JSON.stringify(number));
    throw new Error(refusal("lesson", words("expected.lessonNumber", { known }), got));
  }
  setLanguage(language, "lesson");
  setCurrentLesson(number);
  tellKernel(STRICT_SWITCH, true);
  tellKernel(LANGUAGE_SWITCH, language);
}

/** Sets a switch of our kernel; others have none. */
function tellKernel(name: symbol, value: unknown): void {
  const set = (globalThis as { [name: symbol]: unknown })[name];
  if (typeof set === "function") set(value);
}
