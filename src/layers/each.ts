import { map, mapPairs } from "../arrays/map";
import type { NdArray } from "../arrays/numjs-types";
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
  if (typeof a === "number" || typeof b === "number") {
    throw new TypeError(refusal("eachPair", words("expected.twoAlike"), words("got.oneOfEach")));
  }
  return mapPairs(a, b, f);
}
