import { shapeText } from "./describe";
import { fail } from "./fail";
import { type FloatData, flat, floatData, floatTypeOf } from "./flat";
import { makeNdArray } from "./make-ndarray";
import type { NdArray } from "./nj";

/**
 * A new array of `f(value)` for every number of a float array.
 *
 * Introduced in lesson 06.
 *
 * @example
 * map(toNdArray([1, 2, 3]), (value) => value * value).tolist(); // [ 1, 4, 9 ]
 */
export function map(a: NdArray, f: (value: number) => number): NdArray {
  const values = flat(a);
  const out = floatData(floatTypeOf(a), values.length);
  for (let i = 0; i < out.length; i++) out[i] = f(values[i]);
  return makeNdArray(out, a.shape);
}

/**
 * A new array of `f(value of a, value of b)` for every pair of two arrays of one shape.
 *
 * Introduced in lesson 06.
 *
 * @throws when the shapes differ: nothing is broadcast
 *
 * @example
 * mapPairs(toNdArray([1, 2]), toNdArray([3, 4]), (a, b) => a * b).tolist(); // [ 3, 8 ]
 */
export function mapPairs(a: NdArray, b: NdArray, f: (a: number, b: number) => number): NdArray {
  if (!sameShape(a.shape, b.shape)) {
    fail("mapPairs", `b of shape ${shapeText(a.shape)}`, shapeText(b.shape));
  }
  const left = flat(a);
  const right = flat(b);
  const out: FloatData = floatData(floatTypeOf(a, b), left.length);
  for (let i = 0; i < out.length; i++) out[i] = f(left[i], right[i]);
  return makeNdArray(out, a.shape);
}

/** Whether two shapes are the same. */
export function sameShape(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((length, axis) => length === b[axis]);
}
