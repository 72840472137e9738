import { addScaledInWasm } from "./kernels/add-scaled";
import type { TypedArray } from "./numjs-types";

/** From so many numbers on, copying them to a compiled kernel costs less than a loop over them. */
const MANY = 2048;

/**
 * W ← W + factor · d, number by number, in place: the step of gradient descent.
 *
 * @param d as many numbers as W has
 *
 * @example
 * const W = new Float64Array([1, 2]);
 * addScaled(W, [10, -10], -0.1);
 * Array.from(W); // [ 0, 3 ]
 */
export function addScaled(
  W: TypedArray | number[],
  d: TypedArray | number[],
  factor: number,
): void {
  const areFloats =
    (W instanceof Float32Array && d instanceof Float32Array) || W instanceof Float64Array;
  if (areFloats && W.length >= MANY && addScaledInWasm(W, d, factor)) return;
  for (let i = 0; i < W.length; i++) W[i] += factor * d[i];
}
