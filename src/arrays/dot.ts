import { shapeText } from "./describe";
import { fail } from "./fail";
import { floatData, floatTypeOf } from "./flat";
import { type Matrix, multiply } from "./multiply";
import { NdArray } from "./nj";
import type { ArrayInput } from "./numjs-types";
import { toNdArray } from "./to-ndarray";

/** Which operands of {@link dot} are taken transposed, without being copied. */
export interface DotOptions {
  transposeA?: boolean;
  transposeB?: boolean;
}

/**
 * The matrix product: NumPy's `np.dot(a, b)` for vectors and matrices. Transposed and cut-out views
 * count as what they show. (numjs's own `dot` is silently wrong on a view of columns, and slow.)
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
  const left = toNdArray(a, "dot", "a");
  const right = toNdArray(b, "dot", "b");
  const A = matrixOf(left, "a", 0, options.transposeA);
  const B = matrixOf(right, "b", 1, options.transposeB);
  if (A.columns !== B.rows) {
    const product = `${shapeText([A.rows, A.columns])} · ${shapeText([B.rows, B.columns])}`;
    fail("dot", "as many columns on the left as rows on the right", product);
  }
  const out = floatData(floatTypeOf(left, right), A.rows * B.columns);
  multiply(A, B, out);
  const shape = [...(left.ndim === 2 ? [A.rows] : []), ...(right.ndim === 2 ? [B.columns] : [])];
  return new NdArray(out, shape.length === 0 ? [1] : shape);
}

/** The matrix an operand stands for; `vectorAxis` is the axis a vector's numbers run across. */
function matrixOf(array: NdArray, name: string, vectorAxis: 0 | 1, transpose = false): Matrix {
  const { shape, ndim } = array;
  const { data, stride, offset } = array.selection;
  if (ndim < 1 || ndim > 2) fail("dot", `${name} to have one or two axes`, shapeText(shape));
  const isRow = ndim === 1 && vectorAxis === 0;
  const [rows, columns] = ndim === 2 ? shape : isRow ? [1, shape[0]] : [shape[0], 1];
  const [rowStep, columnStep] = ndim === 2 ? stride : isRow ? [0, stride[0]] : [stride[0], 0];
  return transpose && ndim === 2
    ? { data, offset, rows: columns, columns: rows, rowStep: columnStep, columnStep: rowStep }
    : { data, offset, rows, columns, rowStep, columnStep };
}
