import { describe, shapeText } from "./describe";
import { fail } from "./fail";
import { flat } from "./flat";
import { makeNdArray } from "./make-ndarray";
import { NdArray } from "./nj";
import type { ArrayInput, TypedArray } from "./numjs-types";

/**
 * Makes an array to compute with: float32 stays float32, everything else becomes float64. A float
 * NdArray comes back as it is and a float typed array keeps its memory; the rest is copied.
 *
 * @param values a number (shape [1]), numbers in rows, a typed array or an NdArray
 * @param who the caller named in errors
 * @param name the argument named in errors
 * @throws when something in it is not a number, or rows differ in length
 *
 * @example
 * toNdArray([[1, 2], [3, 4]]).shape; // [ 2, 2 ]
 * toNdArray(new Float32Array([1, 2])).dtype; // float32
 * toNdArray([[1, 2], [3]]); // throws toNdArray: expected values in rows of equal length, but got 1 at [1] instead of 2
 */
export function toNdArray(
  values: number | ArrayInput,
  who = "toNdArray",
  name = "values",
): NdArray {
  if (values instanceof NdArray) {
    if (values.dtype === "float64" || values.dtype === "float32") return values;
    if (values.dtype === "array" && values.size > 0) return fromRows(values.tolist(), who, name);
    return makeNdArray(Float64Array.from(flat(values)), values.shape);
  }
  if (typeof values === "number") return makeNdArray(new Float64Array([values]), [1]);
  if (isTypedArray(values)) {
    const float = values instanceof Float64Array || values instanceof Float32Array;
    return makeNdArray(float ? values : Float64Array.from(values), [values.length]);
  }
  if (Array.isArray(values)) return fromRows(values, who, name);
  return fail(who, `${name} to be an array of numbers`, describe(values));
}

function fromRows(rows: readonly unknown[], who: string, name: string): NdArray {
  const shape: number[] = [];
  for (let row: unknown = rows; isRow(row); row = row[0]) shape.push(row.length);
  const data = new Float64Array(shape.reduce((size, length) => size * length, 1));
  let next = 0;
  const read = (row: unknown, axis: number, at: readonly number[]): void => {
    if (!isRow(row)) fail(who, `${name} in rows`, `${describe(row)} at ${shapeText(at)}`);
    if (row.length !== shape[axis]) {
      const got = `${row.length} at ${shapeText(at)} instead of ${shape[axis]}`;
      fail(who, `${name} in rows of equal length`, got);
    }
    for (let i = 0; i < row.length; i++) {
      const value = row[i];
      if (axis < shape.length - 1) read(value, axis + 1, [...at, i]);
      else if (typeof value === "number") data[next++] = value;
      else
        fail(who, `${name} to hold only numbers`, `${describe(value)} at ${shapeText([...at, i])}`);
    }
  };
  read(rows, 0, []);
  return makeNdArray(data, shape);
}

function isTypedArray(value: unknown): value is TypedArray {
  return (
    ArrayBuffer.isView(value) &&
    !(
      value instanceof DataView ||
      value instanceof BigInt64Array ||
      value instanceof BigUint64Array
    )
  );
}

function isRow(value: unknown): value is readonly unknown[] | TypedArray {
  return Array.isArray(value) || isTypedArray(value);
}
