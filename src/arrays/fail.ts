import type { Words } from "../text/language";
import { type Got, refusal } from "../text/refusal";

/**
 * Ends a call with the library's one form of error, in the language in force.
 *
 * @param who the class and method, or the function, that was called
 * @param expected a sentence where the language takes one; a plain text is English, whatever the language
 * @throws always: `<who>: expected <expected>, but got <got>`
 */
export function fail(who: string | Words, expected: string | Words, got: Got): never {
  if (typeof expected === "string") throw new Error(english(who, expected, got));
  throw new Error(refusal(who, expected, got));
}

function english(who: string | Words, expected: string, got: Got): string {
  const text = (words: string | Words): string => (typeof words === "string" ? words : words.en);
  const instead = typeof got === "object" && "sentence" in got ? got.sentence : got;
  return `${text(who)}: expected ${expected}, but got ${text(instead)}`;
}
