import { types } from "node:util";
import { emit } from "../show/emit";
import { say } from "../text/language";
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
  if (types.isPromise(value)) {
    Promise.prototype.then.call(value, undefined, () => {});
    throw new Error(
      say({
        en: "fails: expected a function that throws at once, but got an async one",
        ko: "fails: 바로 오류를 내는 함수를 넘겨야 하는데 async 함수를 받았습니다",
      }),
    );
  }
  const returned = describe(value);
  throw new Error(
    say({
      en: `fails: expected the function to throw, but it returned ${returned}`,
      ko: `fails: 함수가 오류를 내야 하는데 오류 없이 ${returned} 값을 반환했습니다`,
    }),
  );
}
