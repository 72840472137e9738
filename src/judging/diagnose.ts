import { shapeText } from "../arrays/describe";
import { flat } from "../arrays/flat";
import { sameShape } from "../arrays/map";
import { NdArray } from "../arrays/nj";
import { valueText } from "../graph/values";
import type { NumberOrArray } from "../layers/each";
import type { Words } from "../text/language";
import { words } from "../text/texts";
import type { CauseName } from "./causes";
import { describePair } from "./describe";
import { wrongForm, wrongNumber } from "./finding";
import type { Place } from "./place";
import type { Outcome } from "./result";
import { Stop } from "./verdict";

/** What usually lies behind a wrong result. */
export interface Likely<Trial> {
  /** Formulas that learners really write. One that throws explains an answer that throws there. */
  likely?: readonly (readonly [CauseName, (trial: Trial) => NumberOrArray])[];
  /** What nothing but NaN in every trial means here; otherwise the general words for NaN are used. */
  nan?: CauseName;
  /** What an error of the answer's own in every trial usually means. */
  thrown?: CauseName;
}

/** One result that an answer owes: the right formula, and wrong ones by their causes. */
export interface Owed<Trial> extends Likely<Trial> {
  right: (trial: Trial) => NumberOrArray;
}

/**
 * Relative to the largest number of the array, which for a number alone is the number itself: sums in
 * another order differ by that little.
 */
const TOLERANCE = 1e-9;
/** For results that would be exactly 0: a few roundings of numbers around 1000. */
const TINY = 5e-13;

/** Equal in kind, shape and, within rounding, in value; NaN equals NaN, an error any error. */
export function alike(a: Outcome | undefined, b: Outcome | undefined): boolean {
  if (isValue(a) !== isValue(b)) return false;
  if (!isValue(a) || !isValue(b)) return true;
  if (!sameForm(a, b)) return false;
  const [left, right] = [numbersOf(a), numbersOf(b)];
  const scale = left.reduce((max, x) => (Number.isFinite(x) ? Math.max(max, Math.abs(x)) : max), 0);
  return left.every((x, i) => near(x, right[i], scale));
}

const near = (x: number, y: number, scale: number) =>
  Object.is(x, y) || x === y || Math.abs(x - y) <= Math.max(TOLERANCE * scale, TINY);

/**
 * Compares what came with what is right, trial by trial, in shape and in value. A cause is named
 * only when its formula explains every trial. The first trial uses the lesson's own values: right
 * there and the same elsewhere means a number written down instead of computed; right there and
 * another wrong one elsewhere, a formula that holds for such values only.
 *
 * Numbers are written as code writes them; where arrays are about, all as drawings write them.
 *
 * @param right the right result of each trial
 * @param shown the names whose values a verdict tells; all when left out
 */
export function diagnose<Trial extends object>(
  place: Place & { parameter: string },
  { right, likely = [], nan, thrown }: Likely<Trial> & { right: readonly NumberOrArray[] },
  trials: readonly Trial[],
  got: readonly Outcome[],
  shown: readonly string[] = Object.keys(trials[0]),
): void {
  const first = trials.findIndex((_, i) => !alike(right[i], got[i]));
  if (first === -1) return;
  const came = got[first];
  const fits = (formula: (trial: Trial) => NumberOrArray) =>
    trials.every((trial, i) => alike(resultOf(formula, trial), got[i]));
  let cause: CauseName | undefined;
  if (got.some(isValue)) cause = likely.find(([, formula]) => fits(formula))?.[0];
  else cause = thrown;

  if (came instanceof Stop) {
    throw cause === undefined ? came : wrongNumber(place, came.finding.sentences[0], cause);
  }
  const onArrays = [...trials, right].some(holdsArrays);
  cause ??= causeOfNaN(got, nan, onArrays ? "nan-in-result" : "nan-returned");
  cause ??= causeOfForm(place.parameter, right[first], came);
  if (cause === undefined && typeof came !== typeof right[first]) {
    const isNumber = typeof came === "number";
    throw wrongForm(place, isNumber ? "number-instead-of-array" : "array-instead-of-number");
  }
  if (cause === undefined && first > 0) {
    const isShape = shapesOf(trials[first], shown) !== shapesOf(trials[0], shown);
    const isOne = got.every((value) => alike(got[0], value));
    cause = isShape ? "shape-hard-coded" : isOne ? "hard-coded" : "right-at-first";
  }
  const values = trials[first] as Record<string, unknown>;
  const text = onArrays ? (value: unknown) => valueText(value as NumberOrArray) : String;
  const inputs = shown.map((name) => `${name} = ${text(values[name])}`).join(", ");
  const stop = wrongNumber(place, seen(inputs, place.parameter, right[first], came), cause);
  stop.finding.trial = first;
  throw stop;
}

/** Whether any of a trial's values is an array. */
export const holdsArrays = (trial: object) =>
  Object.values(trial).some((value) => value instanceof NdArray);

function causeOfNaN(
  got: readonly Outcome[],
  everywhere: CauseName | undefined,
  general: CauseName,
): CauseName | undefined {
  const numbers = got.filter(isValue).map(numbersOf);
  if (numbers.every((list) => list.every(Number.isNaN))) return everywhere ?? general;
  return numbers.some((list) => list.some(Number.isNaN)) ? general : undefined;
}

function causeOfForm(
  parameter: string,
  right: NumberOrArray,
  came: NumberOrArray,
): CauseName | undefined {
  if (typeof came === "number" || typeof right === "number") return undefined;
  if (sameShape(came.shape, right.shape)) return undefined;
  if (sameShape([...came.shape].reverse(), right.shape)) return "shape-turned";
  return parameter.startsWith("d") ? "gradient-shape" : undefined;
}

function resultOf<Trial>(
  formula: (trial: Trial) => NumberOrArray,
  trial: Trial,
): Outcome | undefined {
  try {
    return formula(trial);
  } catch {
    return undefined;
  }
}

function seen(inputs: string, parameter: string, right: NumberOrArray, came: NumberOrArray): Words {
  if (!sameForm(right, came)) {
    const [wanted, got] = [right, came].map(formWords);
    return words("verdict.form", { inputs, parameter, wanted, got });
  }
  const { at, wanted, got } = difference(right, came);
  if (at === "") return words("verdict.value", { inputs, parameter, wanted, got });
  return words("verdict.value-at", { inputs, parameter, at, wanted, got });
}

const formWords = (value: NumberOrArray): Words =>
  typeof value === "number"
    ? words("verdict.number")
    : words("verdict.array", { shape: shapeText(value.shape) });

/** Both values whole where that tells them apart in a line, else the first number that differs. */
function difference(right: NumberOrArray, came: NumberOrArray) {
  const [wanted, got] = [right, came].map(valueText);
  if (typeof right !== "number" && wanted !== got) return { at: "", wanted, got };
  const [left, others] = [numbersOf(right), numbersOf(came)];
  const scale = Math.max(0, ...left.map(Math.abs));
  const position = left.findIndex((x, i) => !near(x, others[i], scale));
  const [one, other] = describePair(left[position], others[position]);
  return { at: indexText(shapeOf(right), position), wanted: one, got: other };
}

/** `[1, 2]`; nothing for a number alone. */
function indexText(shape: readonly number[], position: number): string {
  if (shape.length === 0) return "";
  const index: number[] = [];
  for (const length of [...shape].reverse()) {
    index.unshift(position % length);
    position = Math.floor(position / length);
  }
  return shapeText(index);
}

const isValue = (value: Outcome | undefined): value is NumberOrArray =>
  value !== undefined && !(value instanceof Stop);
const shapesOf = (trial: object, names: readonly string[]) =>
  names.map((name) => shapeText(shapeOf((trial as Record<string, unknown>)[name]))).join(" ");
const shapeOf = (value: unknown) => (value instanceof NdArray ? value.shape : []);
const sameForm = (a: NumberOrArray, b: NumberOrArray) =>
  typeof a === typeof b && sameShape(shapeOf(a), shapeOf(b));
const numbersOf = (value: NumberOrArray): number[] =>
  typeof value === "number" ? [value] : Array.from(flat(value));
