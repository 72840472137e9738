import { words } from "../text/texts";
import { shapeText } from "./describe";
import { fail } from "./fail";
import { flat, floatData, floatTypeOf } from "./flat";
import { makeNdArray } from "./make-ndarray";
import type { NdArray } from "./nj";
import type { ArrayInput } from "./numjs-types";
import { toNdArray } from "./to-ndarray";
import { columnSumsInWasm } from "./wasm/passes";

/** From so many numbers on, copying them to a compiled kernel costs less than a loop over them. */
const MANY = 512;

/**
 * Adds up each column: NumPy's `np.sum(x, axis=0)`. (numjs's `sum` ignores the axis.)
 *
 * Introduced in lesson 08.
 *
 * @param x shape [N, M]
 * @returns shape [M]
 * @throws when x is not of rank 2
 *
 * @example
 * columnSums([[1, 2, 3], [4, 5, 6]]).tolist(); // [ 5, 7, 9 ]
 */
export function columnSums(x: ArrayInput): NdArray {
  const array = toNdArray(x, "columnSums", "x");
  if (array.ndim !== 2)
    fail(
      "columnSums",
      words("expected.shape", { name: "x", shape: "[N, M]" }),
      shapeText(array.shape),
    );
  const columns = array.shape[1];
  const values = flat(array);
  const sums =
    (values.length >= MANY ? columnSumsInWasm(values, columns) : undefined) ??
    columnSumsInLoop(values, columns);
  const out = floatData(floatTypeOf(array), columns);
  out.set(sums);
  return makeNdArray(out, [columns]);
}

function columnSumsInLoop(values: ArrayLike<number>, columns: number): Float64Array {
  const sums = new Float64Array(columns);
  for (let at = 0; at < values.length; ) {
    for (let j = 0; j < columns; j++) sums[j] += values[at++];
  }
  return sums;
}
