import type { FloatData } from "./flat";
import type { Matrix } from "./matrix";

/**
 * Writes A·B, row after row, into `out`, as the definition says it: for a few numbers nothing is
 * faster. Sums are float64 and start at +0.
 */
export function multiplySmall(A: Matrix, B: Matrix, out: FloatData): void {
  const { data: a, rows, columns: inner, columnStep: aStep } = A;
  const { data: b, columns, rowStep: bStep } = B;
  let at = 0;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      let sum = 0;
      let x = A.offset + i * A.rowStep;
      let y = B.offset + j * B.columnStep;
      for (let k = 0; k < inner; k++, x += aStep, y += bStep) sum += a[x] * b[y];
      out[at++] = sum;
    }
  }
}
