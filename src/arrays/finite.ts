import { flat } from "./flat";
import type { NdArray } from "./numjs-types";
import { type Checked, finiteInWasm } from "./wasm/passes";

/** From so many numbers on, copying them costs less than a loop over them. */
const MANY = 512;

/**
 * Whether an array holds neither NaN nor Infinity.
 *
 * @example
 * allFinite(toNdArray([1, 2])); // true
 * allFinite(toNdArray([1, Infinity])); // false
 */
export function allFinite(array: NdArray): boolean {
  const values = flat(array);
  if (values.length >= MANY) {
    const found = finiteInWasm(values);
    if (found !== undefined) return found;
  }
  // 0 times a finite number is 0, times NaN or Infinity NaN: one sum, no branch in the loop.
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] * 0;
  return sum === 0;
}

/**
 * What has been computed, together with whether it is finite.
 *
 * @example
 * checked(toNdArray([1, Infinity])).finite; // false
 */
export function checked(out: NdArray): Checked<NdArray> {
  return { out, finite: allFinite(out) };
}

/**
 * Finds the first NaN or Infinity of an array: the number and its index along each axis.
 *
 * @example
 * firstNonFinite(toNdArray([[1, 2], [3, NaN]])); // { value: NaN, index: [ 1, 1 ] }
 */
export function firstNonFinite(array: NdArray): { value: number; index: number[] } | undefined {
  const values = flat(array);
  let position = 0;
  while (position < values.length && Number.isFinite(values[position])) position++;
  if (position === values.length) return undefined;
  const value = values[position];
  const index: number[] = [];
  for (const length of [...array.shape].reverse()) {
    index.unshift(position % length);
    position = Math.floor(position / length);
  }
  return { value, index };
}
