import { flat } from "./flat";
import { makeNdArray } from "./make-ndarray";
import { map } from "./map";
import type { NdArray } from "./numjs-types";
import { sigmoidInWasm } from "./wasm/passes";

/** From so many numbers on, copying them to a compiled kernel costs less than a loop over them. */
const MANY = 256;

/**
 * 1 / (1 + exp(−x)) of a number, by exp of a number that is 0 or less, so that it cannot overflow.
 *
 * @example
 * sigmoid(0); // 0.5
 * sigmoid(-1000); // 0
 */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const e = Math.exp(x);
  return e / (1 + e);
}

/**
 * The {@link sigmoid} of each number of a float array.
 *
 * @example
 * sigmoidOf(toNdArray([[0, 1000]])).tolist(); // [ [ 0.5, 1 ] ]
 */
export function sigmoidOf(x: NdArray): NdArray {
  const done = x.size >= MANY ? sigmoidInWasm(flat(x)) : undefined;
  return done ? makeNdArray(done, x.shape) : map(x, sigmoid);
}
