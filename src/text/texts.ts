import { en } from "./en";
import { wordsOf } from "./fill";
import { ko } from "./ko";

/**
 * A text of the library by its name, in every language, with its blanks filled in.
 *
 * @example
 * words("language.unknown", { who: "lesson", known: '"en"', got: '"fr"' }).en; // 'lesson: expected "en", but got "fr"'
 */
export const words = wordsOf({ en, ko });
