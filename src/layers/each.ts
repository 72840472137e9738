import {
  type CompiledPairs,
  type CompiledTwice,
  map,
  mapPairs,
  mapPairsChecked,
  mapTwice,
  type Two,
} from "../arrays/map";
import type { NdArray } from "../arrays/numjs-types";
import type { Checked } from "../arrays/wasm/passes";
import { refusal } from "../text/refusal";
import { words } from "../text/texts";

/** A number, or an array of numbers: what the activation layers take and give. */
export type NumberOrArray = number | NdArray;

/** `f` of a number, or of each number of an array. */
export function each(x: NumberOrArray, f: (x: number) => number): NumberOrArray {
  return typeof x === "number" ? f(x) : map(x, f);
}

/** `f` of two numbers, or of each pair of numbers from two arrays of one shape. */
export function eachPair(
  a: NumberOrArray,
  b: NumberOrArray,
  f: (a: number, b: number) => number,
): NumberOrArray {
  if (typeof a === "number" && typeof b === "number") return f(a, b);
  if (typeof a === "number" || typeof b === "number") return oneOfEach("eachPair");
  return mapPairs(a, b, f);
}

/** `f` and `g` of a number, or of each number of an array; and whether it, or all of it, is finite. */
export function eachTwice(
  x: NumberOrArray,
  f: (x: number) => number,
  g: (x: number) => number,
  compiled: CompiledTwice,
): Checked<Two<NumberOrArray>> {
  if (typeof x === "number")
    return { out: { first: f(x), second: g(x) }, finite: Number.isFinite(x) };
  return mapTwice(x, f, g, compiled);
}

/** {@link eachPair}, and whether `a`, or all of it, is finite. */
export function eachPairChecked(
  a: NumberOrArray,
  b: NumberOrArray,
  f: (a: number, b: number) => number,
  compiled: CompiledPairs,
): Checked<NumberOrArray> {
  if (typeof a === "number" && typeof b === "number") {
    return { out: f(a, b), finite: Number.isFinite(a) };
  }
  if (typeof a === "number" || typeof b === "number") return oneOfEach("eachPairChecked");
  return mapPairsChecked(a, b, f, compiled);
}

function oneOfEach(who: string): never {
  throw new TypeError(refusal(who, words("expected.twoAlike"), words("got.oneOfEach")));
}
