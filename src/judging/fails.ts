import { home } from "../home/here";
import { emit } from "../show/emit";
import { say } from "../text/language";
import { words } from "../text/texts";
import { describe, describeError } from "./describe";

/**
 * Runs something that is meant to fail and shows the error's name and message, so that a lesson
 * can show a failure without stopping at it.
 *
 * Introduced in lesson 00.
 *
 * @throws Error when nothing was thrown: what should fail, and does not, is news
 * @example
 * fails(() => 220); // throws fails: expected the function to throw, but it returned 220
 */
export function fails(run: () => unknown): void {
  let value: unknown;
  try {
    value = run();
  } catch (thrown) {
    emit({ "text/plain": describeError(thrown) });
    return;
  }
  if (home.isPromise(value)) {
    Promise.prototype.then.call(value, undefined, () => {});
    throw new Error(say(words("fails.async")));
  }
  throw new Error(say(words("fails.returned", { returned: describe(value) })));
}
