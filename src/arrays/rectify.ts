import { type FloatData, flat, floatData, floatTypeOf } from "./flat";
import { makeNdArray } from "./make-ndarray";
import type { NdArray } from "./numjs-types";
import { reluBackwardInWasm, reluInWasm } from "./wasm/relu";

/** From so many numbers on, copying them to a compiled kernel costs less than a loop over them. */
const MANY = 512;

/**
 * ReLU of each number, and the mask: 1 where the number is 0 or less; and whether all are finite.
 *
 * @example
 * const { out, mask, finite } = rectify(toNdArray([1, -2]));
 * out.tolist(); // [ 1, 0 ]
 * mask.tolist(); // [ 0, 1 ]
 * finite; // true
 */
export function rectify(x: NdArray): { out: NdArray; mask: NdArray; finite: boolean } {
  const values = flat(x);
  const type = floatTypeOf(x);
  const done = values.length >= MANY ? reluInWasm(values, type) : undefined;
  const { out, mask, finite } = done ?? reluInLoop(values, floatData(type, values.length));
  return { out: makeNdArray(out, x.shape), mask: makeNdArray(mask, x.shape), finite };
}

function reluInLoop(values: ArrayLike<number>, out: FloatData) {
  const mask = out.slice();
  let zeros = 0; // 0 times a finite number is 0, times NaN or Infinity NaN
  for (let i = 0; i < out.length; i++) {
    const value = values[i];
    zeros += value * 0;
    if (value <= 0) mask[i] = 1;
    else out[i] = value;
  }
  return { out, mask, finite: zeros === 0 };
}

/**
 * The gradients that a mask lets through: dout where the mask is 0, else 0, and never −0; and whether
 * all of dout is finite.
 *
 * @param mask of dout's shape
 *
 * @example
 * passUnmasked(toNdArray([10, 20]), toNdArray([0, 1])).dx.tolist(); // [ 10, 0 ]
 */
export function passUnmasked(dout: NdArray, mask: NdArray): { dx: NdArray; finite: boolean } {
  const values = flat(dout);
  const stopped = flat(mask);
  const type = floatTypeOf(dout, mask);
  const done = values.length >= MANY ? reluBackwardInWasm(values, stopped, type) : undefined;
  const { dx, finite } = done ?? passInLoop(values, stopped, floatData(type, values.length));
  return { dx: makeNdArray(dx, dout.shape), finite };
}

function passInLoop(values: ArrayLike<number>, stopped: ArrayLike<number>, dx: FloatData) {
  let zeros = 0;
  for (let i = 0; i < dx.length; i++) {
    zeros += values[i] * 0;
    dx[i] = stopped[i] ? 0 : values[i] + 0;
  }
  return { dx, finite: zeros === 0 };
}
