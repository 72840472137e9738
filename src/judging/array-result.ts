import { flat } from "../arrays/flat";
import { NdArray } from "../arrays/nj";
import type { NestedArray } from "../arrays/numjs-types";
import { toNdArray } from "../arrays/to-ndarray";
import type { NumberOrArray } from "../layers/each";
import { asNumber } from "./attempt";
import type { CauseName } from "./causes";
import { describe } from "./describe";
import { wrongForm } from "./finding";
import type { Place } from "./place";
import { Stop } from "./verdict";

/** What a call gave: a value, or the error it stopped with. */
export type Outcome = NumberOrArray | Stop;

/** Values by name: what a layer is given, or what it gives. */
export type Values = Record<string, NumberOrArray>;

/**
 * Copies an array, so that later changes to it change nothing here; anything else comes back as it
 * is. Reading may run the learner's code, so it belongs inside of `attempt`.
 */
export function copied(value: unknown): unknown {
  if (!(value instanceof NdArray)) return value;
  return new NdArray(Float64Array.from(flat(value)), [...value.shape]);
}

/** A trial as its task writes it, with numbers in rows, as arrays. */
export function ownTrial<Trial extends Values>(
  trial: Record<keyof Trial, number | NestedArray>,
): Trial {
  const own = Object.entries<number | NestedArray>(trial).map(([name, value]) => [
    name,
    typeof value === "number" ? value : toNdArray(value),
  ]);
  return Object.fromEntries(own);
}

/** Accepts a number or an array; what is neither ends judging, with words for what is owed. */
export function asNumberOrArray(place: Place, value: unknown, owed: NumberOrArray): NumberOrArray {
  if (typeof value === "number" || value instanceof NdArray) return value;
  if (typeof owed === "number") return asNumber(place, value);
  if (typeof value === "string") throw wrongForm(place, "text-returned");
  if (Array.isArray(value) || ArrayBuffer.isView(value)) {
    const holdsArrays = Array.isArray(value) && value.some((item) => item instanceof NdArray);
    throw wrongForm(place, holdsArrays ? "arrays-in-a-list" : "list-instead-of-array");
  }
  throw wrongForm(place, "not-an-array", describe(value));
}

/** What is told only when its own turn to be judged comes; anything else ends judging at once. */
const LATER = new Set<unknown>(["error-thrown", "gradient-not-kept"] satisfies CauseName[]);

/** Runs a piece of code that may stop with a finding. */
export function outcome(run: () => NumberOrArray): Outcome {
  try {
    return run();
  } catch (thrown) {
    if (thrown instanceof Stop && LATER.has(thrown.finding.cause)) return thrown;
    throw thrown;
  }
}
