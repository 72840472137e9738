import { makeNdArray } from "./make-ndarray";
import { isTypedArray } from "./read-rows";
import { toNdArray } from "./to-ndarray";

/**
 * Lists of numbers as an array, so that a layer may ask for its axes: a typed array keeps its memory
 * and its type, lists become float64. Anything else, a single number too, comes back as it is: the
 * layer itself knows what to make of it.
 *
 * @example
 * asArray(new Uint8Array([2, 0])).dtype; // uint8
 * asArray([[0, 1], [1, 0]]).ndim; // 2
 * asArray(3); // 3
 */
// biome-ignore lint/suspicious/noExplicitAny: what it is given decides what it gives
export function asArray(values: unknown): any {
  if (isTypedArray(values)) return makeNdArray(values, [values.length]);
  if (!Array.isArray(values)) return values;
  try {
    return toNdArray(values);
  } catch {
    return values;
  }
}
