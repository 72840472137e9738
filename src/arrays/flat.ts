import { makeNdArray } from "./make-ndarray";
import { NdArray } from "./nj";
import type { FloatType, TypedArray } from "./numjs-types";
import { rowMajor } from "./row-major";

/** The numbers of a float array. */
export type FloatData = Float64Array | Float32Array;

/** Room for `length` numbers, all 0. */
export function floatData(dtype: FloatType, length: number): FloatData {
  return dtype === "float32" ? new Float32Array(length) : new Float64Array(length);
}

/** The type a result has: float32 only when every operand is, as in NumPy. */
export function floatTypeOf(...arrays: NdArray[]): FloatType {
  for (const array of arrays) if (array.dtype !== "float32") return "float64";
  return "float32";
}

/**
 * The numbers of an array row after row, whatever view it is: its own memory where they lie so
 * (read it, do not write), else a copy.
 *
 * @example
 * Array.from(flat(nj.array([[1, 2], [3, 4]], "float64").T)); // [ 1, 3, 2, 4 ]
 */
export function flat(array: NdArray): TypedArray | number[] {
  return rowMajor(array.selection);
}

/**
 * The same numbers, row after row, in another shape of the same size: a view where they lie so,
 * else a copy.
 *
 * @example
 * reshape(nj.array([[1, 2], [3, 4]], "float64").pick(null, 1), [2, 1]).tolist(); // [ [ 2 ], [ 4 ] ]
 */
export function reshape(array: NdArray, shape: readonly number[]): NdArray {
  const values = flat(array);
  const isFloat = values instanceof Float32Array || values instanceof Float64Array;
  return isFloat ? makeNdArray(values, shape) : new NdArray(values, shape);
}
