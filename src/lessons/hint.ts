import { cardBundle } from "../judging/card";
import { emit } from "../show/emit";
import { say } from "../text/language";
import { words } from "../text/texts";
import { findExercise } from "./exercises";
import { exerciseTexts } from "./lessons";

const given = new Map<string, number>();

/**
 * Shows a hint for an exercise, one step further at each call, and in the end where the solution
 * is.
 *
 * Introduced in lesson 00.
 *
 * @throws Error when there is no exercise of that id
 * @example
 * hint("5-2"); // throws hint: expected the id of an exercise
 */
export function hint(id: string): void {
  const { name } = findExercise("hint", id);
  const { hints } = exerciseTexts(id);
  const calls = given.get(id) ?? 0;
  const next = Math.min(calls, hints.length);
  given.set(id, next + 1);
  const number = `${next + 1}/${hints.length}`;
  const lines =
    next < hints.length
      ? [words("exercise.hint", { number, id, name }), hints[next]]
      : [words("exercise.last-hint")];
  emit(cardBundle("hint", lines.map(say)));
}
