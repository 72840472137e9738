import { cardBundle } from "../judging/card";
import { emit } from "../show/emit";
import { say } from "../text/language";
import { words } from "../text/texts";
import { loadExercises } from "./load-exercises";
import { scoresNow } from "./scores";

/**
 * Shows which exercises of which lessons have passed. This is kept in `notebooks/mine/scorecard.json`
 * beside the copies of the lessons, wherever a notebook is opened, so it survives a restart; both
 * languages share it. Where it cannot be kept, the card says so.
 *
 * Introduced in lesson 00.
 *
 * @example
 * typeof scorecard(); // "undefined"
 */
export function scorecard(): void {
  const { EXERCISES } = loadExercises();
  const { passed, notes } = scoresNow();
  const lessons = [...new Set(EXERCISES.map(({ id }) => lessonOf(id)))];
  const rows = lessons.map((lesson) => {
    const ids = EXERCISES.map(({ id }) => id).filter((id) => lessonOf(id) === lesson);
    const done = ids.filter((id) => passed.has(id));
    const signs = ids.map((id) => (passed.has(id) ? "✓" : "○")).join("");
    const open = ids.filter((id) => !passed.has(id));
    const still = open.length === 0 ? "" : say(words("scorecard.open", { ids: open.join(", ") }));
    return `\`${lesson}\` ${signs} ${done.length}/${ids.length}${still}`;
  });
  const done = EXERCISES.filter(({ id }) => passed.has(id)).length;
  const head = say(words("scorecard.head", { done, all: EXERCISES.length }));
  const tone = done === EXERCISES.length ? "passed" : "blank";
  emit(cardBundle(tone, [head, ...rows, ...notes.map(say)]));
}

const lessonOf = (id: string) => id.slice(0, 2);
