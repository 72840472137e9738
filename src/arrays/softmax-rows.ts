import { flat, floatData, floatTypeOf } from "./flat";
import { makeNdArray } from "./make-ndarray";
import type { NdArray } from "./nj";
import type { ArrayInput } from "./numjs-types";
import { toNdArray } from "./to-ndarray";

/**
 * Softmax of each row (a vector is one row): yₖ = exp(aₖ) / Σ exp(aᵢ). The row's largest number is
 * taken off first, which changes no result and keeps exp from overflowing.
 *
 * @param x scores of shape [C] or [N, C]
 * @returns probabilities of x's shape; each row adds up to 1
 *
 * @example
 * softmaxRows([1000, 1000]).tolist(); // [ 0.5, 0.5 ]
 * softmaxRows([[0, 0], [1, 1]]).tolist(); // [ [ 0.5, 0.5 ], [ 0.5, 0.5 ] ]
 */
export function softmaxRows(x: ArrayInput): NdArray {
  return eachRow("softmaxRows", x, (values, from, to, out) => {
    const max = largest(values, from, to);
    let sum = 0;
    for (let i = from; i < to; i++) sum += Math.exp(values[i] - max);
    for (let i = from; i < to; i++) out[i] = Math.exp(values[i] - max) / sum;
  });
}

/**
 * The natural logarithm of each row's softmax, by log-sum-exp: log yₖ = aₖ − log Σ exp(aᵢ). It
 * stays finite where softmax itself is 0, so a loss made of it needs no small number added.
 *
 * @param x scores of shape [C] or [N, C]
 * @returns x's shape
 *
 * @example
 * logSoftmaxRows([0, 1000]).tolist(); // [ -1000, 0 ]
 */
export function logSoftmaxRows(x: ArrayInput): NdArray {
  return eachRow("logSoftmaxRows", x, (values, from, to, out) => {
    const max = largest(values, from, to);
    let sum = 0;
    for (let i = from; i < to; i++) sum += Math.exp(values[i] - max);
    const logSum = Math.log(sum);
    for (let i = from; i < to; i++) out[i] = values[i] - max - logSum;
  });
}

type Numbers = ArrayLike<number>;
type RowRule = (values: Numbers, from: number, to: number, out: number[] | Float64Array) => void;

function eachRow(who: string, x: ArrayInput, rule: RowRule): NdArray {
  const array = toNdArray(x, who, "x");
  const columns = array.shape[array.ndim - 1];
  const values = flat(array);
  const out = floatData(floatTypeOf(array), values.length) as Float64Array;
  for (let from = 0; from < values.length; from += columns) rule(values, from, from + columns, out);
  return makeNdArray(out, array.shape);
}

function largest(values: Numbers, from: number, to: number): number {
  let max = values[from];
  for (let i = from + 1; i < to; i++) if (values[i] > max) max = values[i];
  return max;
}
