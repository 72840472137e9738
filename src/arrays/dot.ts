import { expectOptions } from "../text/expect-options";
import { words } from "../text/texts";
import { shapeText } from "./describe";
import { fail } from "./fail";
import { type FloatData, flat, floatTypeOf, reshape } from "./flat";
import { makeNdArray } from "./make-ndarray";
import { matrixOf } from "./matrix";
import type { ArrayInput, FloatType, NdArray } from "./numjs-types";
import { product } from "./product";
import { toNdArray } from "./to-ndarray";
import type { Checked } from "./wasm/passes";

/** Which operands of {@link dot} are taken transposed, without being copied. */
export interface DotOptions {
  transposeA?: boolean;
  transposeB?: boolean;
}

/**
 * The matrix product: NumPy's `np.dot(a, b)` for vectors and matrices. Transposed and cut-out views
 * count as what they show. (The arrays' own `x.dot(y)` is numjs's: slow, and in x's number type.)
 *
 * Introduced in lesson 08.
 *
 * @param a shape [N, K], or a vector [K], which counts as one row
 * @param b shape [K, M], or a vector [K], which counts as one column
 * @returns shape [N, M] without the axes that a vector does not have; [1] for two vectors. float32
 *   when both are, else float64
 * @throws when the inner lengths differ or an array has more than two axes
 *
 * @example
 * dot([[1, 2], [3, 4]], [[1, 0, -1], [2, 1, 0]]).tolist(); // [ [ 5, 2, -1 ], [ 11, 4, -3 ] ]
 * dot([[1, 2], [3, 4]], [[1, 2], [4, 5]], { transposeA: true }).tolist(); // [ [ 13, 17 ], [ 18, 24 ] ]
 * dot([1, 2], [[1, 0, -1], [2, 1, 0]]).tolist(); // [ 5, 2, -1 ]
 */
export function dot(a: ArrayInput, b: ArrayInput, options: DotOptions = {}): NdArray {
  expectOptions("dot", options, { transposeA: true, transposeB: true });
  const left = toNdArray(a, "dot", "a");
  const right = toNdArray(b, "dot", "b");
  const { out } = checkedDot(left, right, options);
  const { ndim, shape } = left;
  if (ndim === 2 && right.ndim === 2) return out;
  if (ndim === 2) return reshape(out, [options.transposeA ? shape[1] : shape[0]]);
  return reshape(out, [out.size]);
}

/** What a product is given besides its operands. */
export interface CheckedDotOptions extends DotOptions {
  /** Shape [M], added to each row. */
  bias?: NdArray;
  /** An earlier result of this shape and number type, whose memory takes this one, if it is finite. */
  into?: NdArray;
}

/** {@link dot} for float arrays, whose result always has two axes; and whether all of it is finite. */
export function checkedDot(
  a: NdArray,
  b: NdArray,
  options: CheckedDotOptions = {},
): Checked<NdArray> {
  const A = matrixOf("dot", "a", a, 1, options.transposeA);
  const B = matrixOf("dot", "b", b, 0, options.transposeB);
  if (A.columns !== B.rows) {
    const shapes = `${shapeText([A.rows, A.columns])} · ${shapeText([B.rows, B.columns])}`;
    fail("dot", words("expected.innerLengths"), shapes);
  }
  const { bias, into } = options;
  const type = bias ? floatTypeOf(a, b, bias) : floatTypeOf(a, b);
  const { data, finite } = product(A, B, type, {
    bias: bias && flat(bias),
    into: into && reusable(into, type, A.rows * B.columns),
  });
  return { out: makeNdArray(data, [A.rows, B.columns]), finite };
}

/** The memory of an array, if a result of this type and size can take its place. */
function reusable(array: NdArray, type: FloatType, size: number): FloatData | undefined {
  const values = flat(array);
  const fits = array.dtype === type && values === array.selection.data && values.length === size;
  return fits ? (values as FloatData) : undefined;
}
