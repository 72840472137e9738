import type { Comparison } from "../graph/drawing/compare";
import type { Words } from "../text/language";
import type { CauseName } from "./causes";
import type { Place } from "./place";

/** What a judge saw in an answer that does not pass. */
export interface Finding {
  state: "blank" | "wrong";
  place: Place;
  cause?: CauseName;
  /** For a blank: what to start with. For a wrong answer: what was seen, then the likely cause. */
  sentences: Words[];
  /** Where a number is wrong: which of the trials was the first to show it. */
  trial?: number;
  /**
   * Draws the learner's own layer beside the right one, where there is one to draw. Runs the
   * learner's code once more, so it may throw.
   */
  comparison?: () => Comparison;
}

/** What `check` shows: pure data in both languages, so that a test can read it. */
export interface Verdict extends Omit<Finding, "state"> {
  exercise: string;
  state: "passed" | "blank" | "wrong";
}

/** Ends judging at the first finding; never leaves `judge`. */
export class Stop extends Error {
  constructor(readonly finding: Finding) {
    super("judging ended at a finding");
  }
}
