import { wordsOf } from "../../src/text/fill";
import { en } from "./en";
import { ko } from "./ko";

/**
 * A text of kernel, page or book by its name, in every language, with its blanks filled in.
 *
 * @example
 * words("book.solution", { exercise: "05-1" }).en; // "Solution of 05-1"
 */
export const words = wordsOf({ en, ko });
