import { type FloatData, flat, floatData, floatTypeOf } from "./flat";
import { reluBackwardInWasm, reluInWasm } from "./kernels/relu";
import { makeNdArray } from "./make-ndarray";
import type { NdArray } from "./numjs-types";

/** From so many numbers on, copying them to a compiled kernel costs less than a loop over them. */
const MANY = 512;

/**
 * ReLU of each number, and the mask: 1 where the number is 0 or less.
 *
 * @param x float numbers, none of them NaN
 *
 * @example
 * const { out, mask } = rectify(toNdArray([1, -2]));
 * out.tolist(); // [ 1, 0 ]
 * mask.tolist(); // [ 0, 1 ]
 */
export function rectify(x: NdArray): { out: NdArray; mask: NdArray } {
  const values = flat(x);
  const type = floatTypeOf(x);
  const done = values.length >= MANY ? reluInWasm(values, type) : undefined;
  const { out, mask } = done ?? reluInLoop(values, floatData(type, values.length));
  return { out: makeNdArray(out, x.shape), mask: makeNdArray(mask, x.shape) };
}

function reluInLoop(values: ArrayLike<number>, out: FloatData) {
  const mask = out.slice();
  for (let i = 0; i < out.length; i++) {
    if (values[i] <= 0) mask[i] = 1;
    else out[i] = values[i];
  }
  return { out, mask };
}

/**
 * The gradients that a mask lets through: dout where the mask is 0, else 0. A zero is never −0.
 *
 * @param mask of dout's shape
 *
 * @example
 * passUnmasked(toNdArray([10, 20]), toNdArray([0, 1])).tolist(); // [ 10, 0 ]
 */
export function passUnmasked(dout: NdArray, mask: NdArray): NdArray {
  const values = flat(dout);
  const stopped = flat(mask);
  const type = floatTypeOf(dout, mask);
  const done = values.length >= MANY ? reluBackwardInWasm(values, stopped, type) : undefined;
  if (done) return makeNdArray(done, dout.shape);
  const dx = floatData(type, values.length);
  for (let i = 0; i < dx.length; i++) dx[i] = stopped[i] ? 0 : values[i] + 0;
  return makeNdArray(dx, dout.shape);
}
