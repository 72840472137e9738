import type { Filling } from "../text/fill";
import type { Words } from "../text/language";
import { type Got, refusal } from "../text/refusal";

/**
 * Ends a call with the library's one form of error, in the language in force.
 *
 * @param who the class and method, or the function, that was called
 * @throws always: `<who>: expected <expected>, but got <got>`
 */
export function fail(who: Filling, expected: Words, got: Got): never {
  throw new Error(refusal(who, expected, got));
}
