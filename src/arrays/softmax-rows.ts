import { type FloatData, flat, floatData, floatTypeOf } from "./flat";
import { makeNdArray } from "./make-ndarray";
import type { NdArray } from "./nj";
import type { ArrayInput } from "./numjs-types";
import { toNdArray } from "./to-ndarray";
import { type RowSoftmax, softmaxInWasm } from "./wasm/passes";

/** From so many numbers on, copying them to a compiled kernel costs less than a loop over them. */
const MANY = 256;

/**
 * Softmax of each row (a vector is one row): yₖ = exp(aₖ) / Σ exp(aᵢ). The row's largest number is
 * taken off first, which changes no result and keeps exp from overflowing.
 *
 * Introduced in lesson 09.
 *
 * @param x scores of shape [C] or [N, C]
 * @returns probabilities of x's shape; each row adds up to 1
 *
 * @example
 * softmaxRows([1000, 1000]).tolist(); // [ 0.5, 0.5 ]
 * softmaxRows([[0, 0], [1, 1]]).tolist(); // [ [ 0.5, 0.5 ], [ 0.5, 0.5 ] ]
 */
export function softmaxRows(x: ArrayInput): NdArray {
  const array = toNdArray(x, "softmaxRows", "x");
  return makeNdArray(softmax(array).y, array.shape);
}

/**
 * The natural logarithm of each row's softmax, by log-sum-exp: log yₖ = aₖ − log Σ exp(aᵢ). It
 * stays finite where softmax itself is 0, so a loss made of it needs no small number added.
 *
 * Introduced in lesson 09.
 *
 * @param x scores of shape [C] or [N, C]
 * @returns x's shape
 *
 * @example
 * logSoftmaxRows([0, 1000]).tolist(); // [ -1000, 0 ]
 */
export function logSoftmaxRows(x: ArrayInput): NdArray {
  const array = toNdArray(x, "logSoftmaxRows", "x");
  return softmaxWithLogs(array).logs;
}

/**
 * The softmax of each row and its natural logarithm, with one exponential for both.
 *
 * @param x float scores of shape [C] or [N, C]
 *
 * @example
 * softmaxWithLogs(toNdArray([0, 0])).y.tolist(); // [ 0.5, 0.5 ]
 */
export function softmaxWithLogs(x: NdArray): { y: NdArray; logs: NdArray } {
  const { y, maxima, sums } = softmax(x);
  const values = flat(x);
  const logs = floatData(floatTypeOf(x), values.length);
  const columns = x.shape[x.ndim - 1];
  for (let row = 0, at = 0; at < values.length; row++) {
    const max = maxima[row];
    const logSum = Math.log(sums[row]);
    for (const end = at + columns; at < end; at++) logs[at] = values[at] - max - logSum;
  }
  return { y: makeNdArray(y, x.shape), logs: makeNdArray(logs, x.shape) };
}

function softmax(x: NdArray): RowSoftmax {
  const values = flat(x);
  const columns = x.shape[x.ndim - 1];
  const done = values.length >= MANY ? softmaxInWasm(values, columns) : undefined;
  return done ?? softmaxInLoop(values, columns, floatData(floatTypeOf(x), values.length));
}

function softmaxInLoop(values: ArrayLike<number>, columns: number, y: FloatData): RowSoftmax {
  const rows = columns === 0 ? 0 : values.length / columns;
  const maxima = new Float64Array(rows);
  const sums = new Float64Array(rows);
  const row = new Float64Array(columns);
  for (let i = 0, from = 0; i < rows; i++, from += columns) {
    let max = values[from];
    for (let j = 1; j < columns; j++) if (values[from + j] > max) max = values[from + j];
    let sum = 0;
    for (let j = 0; j < columns; j++) {
      row[j] = Math.exp(values[from + j] - max);
      sum += row[j];
    }
    for (let j = 0; j < columns; j++) y[from + j] = row[j] / sum;
    maxima[i] = max;
    sums[i] = sum;
  }
  return { y, maxima, sums };
}
