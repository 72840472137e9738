import type { Filling } from "../text/fill";
import { words } from "../text/texts";
import { describe } from "./describe";
import { fail } from "./fail";
import { flat } from "./flat";
import { makeNdArray } from "./make-ndarray";
import { NdArray } from "./nj";
import type { ArrayInput } from "./numjs-types";
import { isTypedArray, readRows } from "./read-rows";

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
  who: Filling = "toNdArray",
  name: Filling = "values",
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
  return fail(who, words("expected.arrayOfNumbers", { name }), describe(values));
}

function fromRows(rows: readonly unknown[], who: Filling, name: Filling): NdArray {
  const { data, shape } = readRows(rows, who, name);
  return makeNdArray(data, shape);
}
