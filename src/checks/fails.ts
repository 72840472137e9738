import { types } from "node:util";
import { emit } from "../display/emit";
import { describe, describeError } from "./describe";

/**
 * Runs something that is meant to fail and shows the error's name and message, so that a lesson
 * can show a failure without stopping at it.
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
  if (types.isPromise(value)) {
    Promise.prototype.then.call(value, undefined, () => {});
    throw new Error("fails: expected a function that throws, but got an async one");
  }
  throw new Error(`fails: expected the function to throw, but it returned ${describe(value)}`);
}
