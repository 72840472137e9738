import { emit } from "../display/emit";
import { findExercise } from "./exercises";
import { judge } from "./judge";
import { remember } from "./scores";
import { verdictBundle } from "./verdict-card";

/**
 * Judges a learner's class, function or value and shows the verdict below the cell. Never throws
 * because of the answer, whatever that is.
 *
 * @param id lesson and exercise, such as `05-2`
 * @param answer the class or function itself, by its name
 * @throws Error when there is no exercise of that id
 * @example
 * check("5-2", 220); // throws check: expected the id of an exercise
 */
export function check(id: string, answer: unknown): void {
  findExercise("check", id);
  const verdict = judge(id, answer);
  if (verdict.state === "passed") verdict.sentences.push(...remember(id));
  emit(verdictBundle(verdict));
}
