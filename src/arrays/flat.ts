import { makeNdArray } from "./make-ndarray";
import { NdArray } from "./nj";
import type { FloatType, TypedArray } from "./numjs-types";

/** The numbers of a float array. */
export type FloatData = Float64Array | Float32Array;

/** Room for `length` numbers, all 0. */
export function floatData(dtype: FloatType, length: number): FloatData {
  return dtype === "float32" ? new Float32Array(length) : new Float64Array(length);
}

/** The type a result has: float32 only when every operand is, as in NumPy. */
export function floatTypeOf(...arrays: NdArray[]): FloatType {
  return arrays.every((array) => array.dtype === "float32") ? "float32" : "float64";
}

/** Whether the numbers lie row after row without gaps. */
function isContiguous({ shape, selection: { stride } }: NdArray): boolean {
  let expected = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    if (shape[axis] !== 1 && stride[axis] !== expected) return false;
    expected *= shape[axis];
  }
  return true;
}

/**
 * The numbers of an array row after row, whatever view it is: its own memory where they lie so
 * (read it, do not write), else a copy.
 *
 * @example
 * Array.from(flat(nj.array([[1, 2], [3, 4]], "float64").T)); // [ 1, 3, 2, 4 ]
 */
export function flat(array: NdArray): TypedArray | number[] {
  const { shape, size } = array;
  const { data, stride, offset } = array.selection;
  if (isContiguous(array)) {
    if (offset === 0 && data.length === size) return data;
    return Array.isArray(data)
      ? data.slice(offset, offset + size)
      : data.subarray(offset, offset + size);
  }
  const out = Array.isArray(data)
    ? new Array<number>(size)
    : new (data.constructor as Float64ArrayConstructor)(size);
  let next = 0;
  const walk = (axis: number, position: number): void => {
    const step = stride[axis];
    for (let i = 0; i < shape[axis]; i++) {
      if (axis === shape.length - 1) out[next++] = data[position + i * step];
      else walk(axis + 1, position + i * step);
    }
  };
  walk(0, offset);
  return out;
}

/**
 * The same numbers, row after row, in another shape of the same size: a view where that is
 * possible. (numjs's own `reshape` mixes up the numbers of a column view.)
 *
 * @example
 * reshape(nj.array([[1, 2], [3, 4]], "float64").pick(null, 1), [2, 1]).tolist(); // [ [ 2 ], [ 4 ] ]
 */
export function reshape(array: NdArray, shape: readonly number[]): NdArray {
  const values = flat(array);
  const isFloat = values instanceof Float32Array || values instanceof Float64Array;
  return isFloat ? makeNdArray(values, shape) : new NdArray(values, shape);
}
