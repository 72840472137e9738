import { home } from "../home/here";
import type { Words } from "../text/language";
import { describe, describeError } from "./describe";
import { blank, wrongForm } from "./finding";
import type { Place } from "./place";
import { TodoError } from "./todo";
import { Stop } from "./verdict";

/** A learner waits this long for a loop that never ends. The right answers need a few milliseconds. */
const TIME_LIMIT_MS = 2000;

let here: Place;

/**
 * Runs a piece of the learner's code and gives back what it returned. A blank and a thrown error
 * end judging with a finding; so does a promise, whose own later failure is kept quiet.
 */
export function attempt(place: Place, start: Words, run: () => unknown): unknown {
  here = place;
  let value: unknown;
  try {
    value = run();
  } catch (thrown) {
    home.look();
    throw thrown instanceof TodoError
      ? blank(place, start)
      : wrongForm(place, "error-thrown", describeError(thrown));
  }
  if (home.isPromise(value)) {
    Promise.prototype.then.call(value, undefined, () => {});
    throw wrongForm(place, "promise-returned");
  }
  return value;
}

/** Runs judging under a time limit, so that an endless loop in an answer ends in a finding. */
export function withinTimeLimit(start: Place, run: () => void): void {
  here = start;
  try {
    if (home.withinTime(TIME_LIMIT_MS, run)) return;
  } catch (thrown) {
    home.look();
    if (thrown instanceof Stop) throw thrown;
    throw wrongForm(here, "error-thrown", describeError(thrown));
  }
  throw wrongForm(here, "never-ends");
}

/** Accepts a plain number, NaN included; anything else ends judging. */
export function asNumber(place: Place, value: unknown): number {
  if (typeof value === "number") return value;
  if (value === undefined) throw wrongForm(place, "nothing-returned");
  if (typeof value === "string") throw wrongForm(place, "text-returned");
  throw wrongForm(place, "not-a-number", describe(value));
}
