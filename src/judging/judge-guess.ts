import { formatNumber } from "../text/format-number";
import type { Words } from "../text/language";
import { words } from "../text/texts";
import { asNumber, attempt } from "./attempt";
import type { CauseName } from "./causes";
import { alike } from "./diagnose";
import { wrongNumber } from "./finding";
import { readerOf } from "./given";
import type { Place } from "./place";

/** What a learner is asked to predict: one number. */
export interface GuessTask {
  /** The name the lesson gives the function that returns the guess. */
  name: string;
  /** What is predicted. */
  parameter: string;
  right: number;
  start: Words;
  likely: [CauseName, number][];
}

/** Judges a number, given as such or returned by a function. Never tells the right one. */
export function judgeGuess(task: GuessTask, answer: unknown): void {
  const place: Place = { layer: task.name, parameter: task.parameter };
  const guess = asNumber(place, attempt(place, task.start, readerOf(place, answer)));
  if (alike(task.right, guess)) return;
  throw wrongNumber(
    place,
    words("verdict.guess", { parameter: task.parameter, guess: formatNumber(guess) }),
    task.likely.find(([, value]) => alike(value, guess))?.[0],
  );
}
