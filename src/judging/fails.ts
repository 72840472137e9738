import { home } from "../home/here";
import { emit } from "../show/emit";
import { say, type Words } from "../text/language";
import { refusal } from "../text/refusal";
import { words } from "../text/texts";
import { describe, describeError } from "./describe";
import { isWrittenAsClass } from "./given";

/**
 * Runs something that is meant to fail and shows the error's name and message, so that a lesson
 * can show a failure without stopping at it.
 *
 * Introduced in lesson 00.
 *
 * @throws Error when nothing was thrown: what should fail, and does not, is news; and when run is no
 *   function that can be called as it is
 * @example
 * fails(() => 220); // throws fails: expected the function to throw, but it returned 220
 */
export function fails(run: () => unknown): void {
  const wrong = unfit(run);
  if (wrong !== undefined) throw new Error(refusal("fails", words("expected.failing"), wrong));
  let value: unknown;
  try {
    value = run();
  } catch (thrown) {
    home.look();
    emit({ "text/plain": describeError(thrown) });
    return;
  }
  if (home.isPromise(value)) {
    Promise.prototype.then.call(value, undefined, () => {});
    throw new Error(say(words("fails.async")));
  }
  throw new Error(say(words("fails.returned", { returned: describe(value) })));
}

/** What makes its call fail whatever it does: it is no function, a class, or waits for arguments. */
function unfit(run: unknown): string | Words | undefined {
  if (typeof run !== "function") return describe(run);
  if (isWrittenAsClass(run)) return words("got.aClass");
  if (run.length > 0) return words("got.needy");
  return undefined;
}
