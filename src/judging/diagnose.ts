import type { CauseName } from "./causes";
import { describePair } from "./describe";
import { wrongNumber } from "./finding";
import type { Place } from "./place";

/** One number that an answer owes: its formula, and the wrong formulas learners really write. */
export interface Owed<Trial> {
  right: (trial: Trial) => number;
  likely: [CauseName, (trial: Trial) => number][];
  /** What NaN in every trial means here; otherwise the general words for NaN are used. */
  nan?: CauseName;
}

/** Relative, for rounding in another order of the same formula. */
const TOLERANCE = 1e-9;

/** Equal within rounding; NaN equals nothing, infinity only itself. */
export function same(a: number, b: number): boolean {
  if (a === b) return true;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
  return Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
}

/**
 * Compares what came with what is right, trial by trial. A cause is named only when its formula
 * explains every trial. The first trial uses the lesson's own numbers: right there and the same
 * elsewhere means a number written down instead of computed; right there and another wrong one
 * elsewhere, a formula that holds for such numbers only.
 */
export function diagnose<Trial extends object>(
  place: Place & { parameter: string },
  { right, likely, nan }: Owed<Trial>,
  trials: readonly Trial[],
  got: readonly number[],
): void {
  const fits = (formula: (trial: Trial) => number) =>
    trials.every((trial, i) => same(formula(trial), got[i]));
  if (fits(right)) return;

  const first = trials.findIndex((trial, i) => !same(right(trial), got[i]));
  let cause = likely.find(([, formula]) => fits(formula))?.[0];
  if (cause === undefined && got.every(Number.isNaN)) cause = nan;
  if (cause === undefined && got.some(Number.isNaN)) cause = "nan-returned";
  if (cause === undefined && first > 0) {
    cause = got.every((value) => same(value, got[0])) ? "hard-coded" : "right-at-first";
  }

  const { parameter } = place;
  const [expected, came] = describePair(right(trials[first]), got[first]);
  const inputs = Object.entries(trials[first])
    .map(([name, value]) => `${name} = ${value}`)
    .join(", ");
  const stop = wrongNumber(
    place,
    {
      en: `For \`${inputs}\`, \`${parameter}\` should be ${expected}, but it is ${came}.`,
      ko: `\`${inputs}\`에서 \`${parameter}\`의 맞는 값은 ${expected}, 나온 값은 ${came}입니다.`,
    },
    cause,
  );
  stop.finding.trial = first;
  throw stop;
}
