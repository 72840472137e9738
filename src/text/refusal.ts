import type { Filling } from "./fill";
import { say, type Words } from "./language";
import { words } from "./texts";

/**
 * What came instead of what was expected: a value, which all languages write alike; a noun; or, where
 * "받은 것은 …입니다" does not fit, a sentence.
 */
export type Got = string | Words | { sentence: Words };

/**
 * The library's one form of error, in the language in force.
 *
 * @param who the class and method, or the function, that was called
 *
 * @example
 * const expected = { en: "two numbers", ko: "숫자 둘이어야 합니다" };
 * refusal("add", expected, "3"); // add: expected two numbers, but got 3
 */
export function refusal(who: Filling, expected: Words, got: Got): string {
  return say(
    typeof got === "object" && "sentence" in got
      ? words("errors.instead", { who, expected, sentence: got.sentence })
      : words("errors.expected", { who, expected, got }),
  );
}
