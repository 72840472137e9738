import { cardBundle } from "../judging/card";
import { emit } from "../show/emit";
import { say } from "../text/language";
import { words } from "../text/texts";
import { EXERCISE_IDS, LESSONS } from "./lessons";
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
  const { passed, notes } = scoresNow();
  const rows = LESSONS.flatMap(({ number, exercises }) => {
    const ids = Object.keys(exercises);
    if (ids.length === 0) return [];
    const done = ids.filter((id) => passed.has(id));
    const signs = ids.map((id) => (passed.has(id) ? "✓" : "○")).join("");
    const open = ids.filter((id) => !passed.has(id));
    const still = open.length === 0 ? "" : say(words("scorecard.open", { ids: open.join(", ") }));
    return `\`${number}\` ${signs} ${done.length}/${ids.length}${still}`;
  });
  const done = EXERCISE_IDS.filter((id) => passed.has(id)).length;
  const head = say(words("scorecard.head", { done, all: EXERCISE_IDS.length }));
  const tone = done === EXERCISE_IDS.length ? "passed" : "blank";
  emit(cardBundle(tone, [head, ...rows, ...notes.map(say)]));
}
