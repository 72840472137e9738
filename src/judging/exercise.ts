/** One exercise: what its verdicts call it, and how it is judged. What is said of it stands in its lesson. */
export interface Exercise {
  /** `05-2`: lesson and place in it. */
  id: string;
  /** The name the lesson gives the learner's class or function. */
  name: string;
  /** Returns when the answer is right; throws `Stop` at the first finding. */
  judge: (answer: unknown) => void;
}
