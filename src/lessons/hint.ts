import { cardBundle } from "../judging/card";
import { emit } from "../show/emit";
import { say, type Words } from "../text/language";
import { loadExercises } from "./load-exercises";

const given = new Map<string, number>();

const LAST: Words = {
  en: "No more hints: the solution is folded away below the exercise. Open it, close it, and write it from memory.",
  ko: "힌트는 여기까지입니다. 연습문제 아래에 풀이가 접혀 있습니다. 펼쳐서 읽고, 다시 접은 다음 기억해서 작성해 보세요.",
};

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
  const { hints, name } = loadExercises().findExercise("hint", id);
  const calls = given.get(id) ?? 0;
  const next = Math.min(calls, hints.length);
  given.set(id, next + 1);
  const number = `${next + 1}/${hints.length}`;
  const headline = say({
    en: `→ Hint ${number} (${id}): ${name}`,
    ko: `→ 힌트 ${number} (${id}): ${name}`,
  });
  const lines = next < hints.length ? [headline, say(hints[next])] : [`→ ${say(LAST)}`];
  emit(cardBundle("hint", lines));
}
