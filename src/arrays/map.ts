import { words } from "../text/texts";
import { shapeText } from "./describe";
import { fail } from "./fail";
import { type FloatData, flat, floatData, floatTypeOf } from "./flat";
import { makeNdArray } from "./make-ndarray";
import type { NdArray } from "./nj";
import type { FloatType } from "./numjs-types";
import type { Checked } from "./wasm/passes";

/** From so many numbers on, copying them to a compiled kernel costs less than a loop over them. */
const MANY = 512;

/** The results of two functions. */
export interface Two<Result> {
  first: Result;
  second: Result;
}

/** What a compiled kernel makes of many numbers at once; nothing where it cannot run. */
export type CompiledTwice = (
  values: ArrayLike<number>,
  type: FloatType,
) => Checked<Two<FloatData>> | undefined;
/** A compiled function of two arrays; nothing where no engine runs it. */
export type CompiledPairs = (
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  type: FloatType,
) => Checked<FloatData> | undefined;

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
    const expected = words("expected.shape", { name: "b", shape: shapeText(a.shape) });
    fail("mapPairs", expected, shapeText(b.shape));
  }
  const left = flat(a);
  const right = flat(b);
  const out: FloatData = floatData(floatTypeOf(a, b), left.length);
  for (let i = 0; i < out.length; i++) out[i] = f(left[i], right[i]);
  return makeNdArray(out, a.shape);
}

/**
 * Two new arrays, of `f(value)` and `g(value)` for every number of a float array, and whether all of
 * these numbers are finite.
 *
 * @param compiled does the same for many numbers, faster
 *
 * @example
 * const { out, finite } = mapTwice(toNdArray([1, -2]), Math.abs, Math.sign, () => undefined);
 * out.first.tolist(); // [ 1, 2 ]
 * out.second.tolist(); // [ 1, -1 ]
 * finite; // true
 */
export function mapTwice(
  a: NdArray,
  f: (value: number) => number,
  g: (value: number) => number,
  compiled: CompiledTwice,
): Checked<Two<NdArray>> {
  const values = flat(a);
  const type = floatTypeOf(a);
  const done = values.length >= MANY ? compiled(values, type) : undefined;
  const { out, finite } = done ?? mapTwiceInLoop(values, f, g, type);
  const first = makeNdArray(out.first, a.shape);
  return { out: { first, second: makeNdArray(out.second, a.shape) }, finite };
}

function mapTwiceInLoop(
  values: ArrayLike<number>,
  f: (value: number) => number,
  g: (value: number) => number,
  type: FloatType,
): Checked<Two<FloatData>> {
  const first = floatData(type, values.length);
  const second = first.slice();
  let zeros = 0; // 0 times a finite number is 0, times NaN or Infinity NaN
  for (let i = 0; i < first.length; i++) {
    const value = values[i];
    zeros += value * 0;
    first[i] = f(value);
    second[i] = g(value);
  }
  return { out: { first, second }, finite: zeros === 0 };
}

/**
 * {@link mapPairs} for two arrays of one shape, and whether all numbers of the first are finite.
 *
 * @param compiled does the same for many numbers, faster
 *
 * @example
 * const [a, b] = [toNdArray([1, Infinity]), toNdArray([2, 0])];
 * mapPairsChecked(a, b, (a, b) => (b ? a : 0), () => undefined).out.tolist(); // [ 1, 0 ]
 * mapPairsChecked(a, b, (a, b) => (b ? a : 0), () => undefined).finite; // false
 */
export function mapPairsChecked(
  a: NdArray,
  b: NdArray,
  f: (a: number, b: number) => number,
  compiled: CompiledPairs,
): Checked<NdArray> {
  const left = flat(a);
  const right = flat(b);
  const type = floatTypeOf(a, b);
  const done = left.length >= MANY ? compiled(left, right, type) : undefined;
  const { out, finite } = done ?? mapPairsInLoop(left, right, f, type);
  return { out: makeNdArray(out, a.shape), finite };
}

function mapPairsInLoop(
  left: ArrayLike<number>,
  right: ArrayLike<number>,
  f: (a: number, b: number) => number,
  type: FloatType,
): Checked<FloatData> {
  const out = floatData(type, left.length);
  let zeros = 0;
  for (let i = 0; i < out.length; i++) {
    zeros += left[i] * 0;
    out[i] = f(left[i], right[i]);
  }
  return { out, finite: zeros === 0 };
}

/** Whether two shapes are the same. */
export function sameShape(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((length, axis) => length === b[axis]);
}
