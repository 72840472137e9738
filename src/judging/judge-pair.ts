import type { Words } from "../text/language";
import { asPair, readPair } from "./as-pair";
import { attempt } from "./attempt";
import { describe } from "./describe";
import { diagnose, type Owed } from "./diagnose";
import { wrongForm } from "./finding";
import type { Place } from "./place";

/** What a function owes that returns the two gradients of a node. */
export interface PairTask<Trial extends object> {
  /** The name the lesson gives the function. */
  name: string;
  /** The arguments in order; the lesson's own numbers first. */
  trials: Trial[];
  start: Words;
  dx: Owed<Trial>;
  dy: Owed<Trial>;
}

/** Judges a function of several numbers that returns `[dx, dy]`. */
export function judgePair<Trial extends object>(task: PairTask<Trial>, answer: unknown): void {
  const { name, trials, start } = task;
  const place: Place = { layer: name };
  if (typeof answer !== "function") throw wrongForm(place, "result-given", describe(answer));
  const pairs = trials.map((trial) =>
    asPair(
      place,
      attempt(place, start, () => readPair(answer(...Object.values(trial)))),
    ),
  );
  for (const [i, parameter] of (["dx", "dy"] as const).entries()) {
    const got = pairs.map((pair) => pair[i]);
    diagnose({ ...place, parameter }, task[parameter], trials, got);
  }
}
