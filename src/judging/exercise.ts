import type { Words } from "../text/language";

/** One exercise: what its verdicts call it, how it is judged, and the way to its solution. */
export interface Exercise {
  /** `05-2`: lesson and place in it. */
  id: string;
  /** The name the lesson gives the learner's class or function. */
  name: string;
  /** Each goes one step further than the one before; the solution itself is in the lesson. */
  hints: Words[];
  /** Said when it passes. */
  passed: Words;
  /** Returns when the answer is right; throws `Stop` at the first finding. */
  judge: (answer: unknown) => void;
}
