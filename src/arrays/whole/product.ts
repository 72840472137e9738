import { words } from "../../text/texts";
import { shapeText } from "../describe";
import { fail } from "../fail";
import { numjs } from "../numjs";
import type { ArrayInput, NdArray } from "../numjs-types";
import { emptyLike, rowMajor } from "../row-major";
import { called } from "./called";
import { operandOf } from "./operands";

type Dot = (this: NdArray, other: NdArray) => NdArray;

/** numjs's own product, for operands of any form whose inner lengths fit. */
export function product(): Dot {
  const { dot } = numjs.NdArray.prototype as unknown as { dot: Dot };
  return function (this: NdArray, other: ArrayInput): NdArray {
    const who = called("NdArray.dot");
    const right = operandOf(who, other);
    for (const { ndim } of [this, right]) {
      if (ndim === 1 || ndim === 2) continue;
      fail(who, words("expected.vectorsAndMatrices"), words("got.arrayOfAxes", { axes: ndim }));
    }
    if (this.shape[this.ndim - 1] !== right.shape[0]) {
      const got = `${shapeText(this.shape)} · ${shapeText(right.shape)}`;
      fail(who, words("expected.innerLengths"), got);
    }
    // numjs adds up in the left array's own type, and so would cut each part of a sum.
    return isFloat(this) ? dot.call(this, right) : wholeNumbers(this, right);
  };
}

const isFloat = ({ selection: { data } }: NdArray): boolean =>
  Array.isArray(data) || data instanceof Float64Array || data instanceof Float32Array;

/** The product whose sums are float64 until they are kept in the left array's type. */
function wholeNumbers(a: NdArray, b: NdArray): NdArray {
  const [inner, columns] = [b.shape[0], b.ndim === 1 ? 1 : b.shape[1]];
  const rows = a.ndim === 1 ? 1 : a.shape[0];
  const [A, B] = [rowMajor(a.selection), rowMajor(b.selection)];
  const out = emptyLike(a.selection.data, rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      let sum = 0;
      for (let k = 0; k < inner; k++) sum += A[i * inner + k] * B[k * columns + j];
      out[i * columns + j] = sum;
    }
  }
  const shape = [...a.shape.slice(0, -1), ...b.shape.slice(1)];
  return new numjs.NdArray(out, shape.length === 0 ? [1] : shape);
}
