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

/** A trial as its task writes it: numbers, and arrays as numbers in rows. */
export type Written<Trial> = {
  [Name in keyof Trial]: Trial[Name] extends NumberOrArray ? number | NestedArray : Trial[Name];
};

/** A written trial, its rows as arrays. */
export function ownTrial<Trial extends object>(trial: Written<Trial>): Trial {
  const own = Object.entries(trial).map(([name, value]) => [
    name,
    Array.isArray(value) ? toNdArray(value) : value,
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

/** Runs a call of so many results, which may stop with a finding: that then stands for each of them. */
export function outcomes(count: number, run: () => NumberOrArray[]): Outcome[] {
  try {
    return run();
  } catch (thrown) {
    if (thrown instanceof Stop && LATER.has(thrown.finding.cause)) return Array(count).fill(thrown);
    throw thrown;
  }
}
