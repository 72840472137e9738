import { home } from "../home/here";
import { describe } from "./describe";
import { wrongForm } from "./finding";
import type { Place } from "./place";

/** Whether it is written as a class: no call without `new` gives anything then. */
export const isWrittenAsClass = (answer: unknown): boolean =>
  typeof answer === "function" && /^class\b/.test(Function.prototype.toString.call(answer));

/** Ends judging unless a function is given, which no class is. */
export function expectFunction(
  place: Place,
  answer: unknown,
): asserts answer is (...given: unknown[]) => unknown {
  if (typeof answer !== "function") throw wrongForm(place, "result-given", describe(answer));
  if (isWrittenAsClass(answer)) throw wrongForm(place, "class-for-function", describe(answer));
}

/**
 * How to get at what is given as such, or returned by a function. What can be neither ends judging: a
 * class, and a promise, whose own later failure is kept quiet.
 */
export function readerOf(place: Place, answer: unknown): () => unknown {
  if (home.isPromise(answer)) {
    Promise.prototype.then.call(answer, undefined, () => {});
    throw wrongForm(place, "promise-given");
  }
  if (isWrittenAsClass(answer)) throw wrongForm(place, "class-for-value", describe(answer));
  return typeof answer === "function" ? () => answer() : () => answer;
}
