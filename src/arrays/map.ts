import { words } from "../text/texts";
import { describe, shapeText } from "./describe";
import { fail } from "./fail";
import { type FloatData, flat, floatData, floatTypeOf } from "./flat";
import { makeNdArray } from "./make-ndarray";
import { NdArray } from "./nj";
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
 * @throws when a is no NdArray or f no function
 *
 * @example
 * map(toNdArray([1, 2, 3]), (value) => value * value).tolist(); // [ 1, 4, 9 ]
 */
export function map(a: NdArray, f: (value: number) => number): NdArray {
  expectMappable("map", { a }, f);
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
  expectMappable("mapPairs", { a, b }, f);
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
 * Two new arrays of the shape of a float array, and whether all of its numbers are finite.
 *
 * @param pass fills both, which come full of 0, and says whether all of the numbers are finite
 * @param compiled does the same for many numbers, faster
 *
 * @example
 * const fill = (x, first, second) => { first.set(x); second.fill(x.length); return true; };
 * const { first, second } = mapTwiceInto(toNdArray([1, -2]), fill, () => undefined).out;
 * first.tolist(); // [ 1, -2 ]
 * second.tolist(); // [ 2, 2 ]
 */
export function mapTwiceInto(
  a: NdArray,
  pass: (values: ArrayLike<number>, first: FloatData, second: FloatData) => boolean,
  compiled: CompiledTwice,
): Checked<Two<NdArray>> {
  const values = flat(a);
  const type = floatTypeOf(a);
  const { length } = values;
  let made = length >= MANY ? compiled(values, type) : undefined;
  if (made === undefined) {
    const out = { first: floatData(type, length), second: floatData(type, length) };
    made = { out, finite: pass(values, out.first, out.second) };
  }
  const first = makeNdArray(made.out.first, a.shape);
  return { out: { first, second: makeNdArray(made.out.second, a.shape) }, finite: made.finite };
}

/**
 * A new array made of two of one shape, and whether all numbers of the first are finite.
 *
 * @param pass fills it and says whether all numbers of `a` are finite
 * @param compiled does the same for many numbers, faster
 *
 * @example
 * const later = (a, b, out) => { out.set(b); return a.every(Number.isFinite); };
 * const { out, finite } = mapPairsInto(toNdArray([1, NaN]), toNdArray([3, 4]), later, () => undefined);
 * out.tolist(); // [ 3, 4 ]
 * finite; // false
 */
export function mapPairsInto(
  a: NdArray,
  b: NdArray,
  pass: (a: ArrayLike<number>, b: ArrayLike<number>, out: FloatData) => boolean,
  compiled: CompiledPairs,
): Checked<NdArray> {
  const left = flat(a);
  const right = flat(b);
  const type = floatTypeOf(a, b);
  let made = left.length >= MANY ? compiled(left, right, type) : undefined;
  if (made === undefined) {
    const out = floatData(type, left.length);
    made = { out, finite: pass(left, right, out) };
  }
  return { out: makeNdArray(made.out, a.shape), finite: made.finite };
}

function expectMappable(who: string, arrays: Record<string, unknown>, f: unknown): void {
  for (const [name, array] of Object.entries(arrays)) {
    if (!(array instanceof NdArray))
      fail(who, words("expected.ndArray", { name }), describe(array));
  }
  if (typeof f !== "function") fail(who, words("expected.function", { name: "f" }), describe(f));
}

/** Whether two shapes are the same. */
export function sameShape(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  for (let axis = 0; axis < a.length; axis++) if (a[axis] !== b[axis]) return false;
  return true;
}
