import type { Comparison } from "../graph/drawing/compare";
import { withinTimeLimit } from "../judging/attempt";
import type { Place } from "../judging/place";
import { verdictBundle } from "../judging/verdict-card";
import { DISPLAY, type MimeBundle } from "../show/displayable";
import { emit } from "../show/emit";
import { findExercise } from "./exercises";
import { judge } from "./judge";
import { remember } from "./scores";

/**
 * Judges a learner's class, function or value and shows the verdict below the cell; of a layer with
 * a wrong number also a drawing, beside the right one. Never throws because of the answer, whatever
 * that is.
 *
 * Introduced in lesson 00.
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
  const drawing = verdict.comparison && drawn(verdict.place, verdict.comparison);
  if (drawing !== undefined) emit(drawing);
}

/** The drawing beside a verdict; none where the learner's code fails or hangs as soon as it is drawn. */
function drawn(place: Place, comparison: () => Comparison): MimeBundle | undefined {
  let bundle: MimeBundle | undefined;
  try {
    withinTimeLimit(place, () => {
      bundle = comparison()[DISPLAY]();
    });
  } catch {
    return undefined;
  }
  return bundle;
}
