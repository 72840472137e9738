import { INSPECT } from "../home/home";
import { arrayText } from "./array-text";
import type { NdArrayClass, NdArray as NdArrayType, NumJs } from "./numjs-types";
import { makeWhole } from "./whole/make-whole";

/**
 * numjs, typed: NumPy's way of writing for JavaScript. Every array of this library is one of its
 * NdArrays.
 *
 * Introduced in lesson 06.
 *
 * What the types offer is right for every view and number type: where numjs's own is not, the library
 * puts its own in its place. What numjs gives wrong results for without saying so is left out of the
 * types, and the library has functions for it: {@link columnSums} for sums along an axis,
 * {@link softmaxRows}, {@link argmax}.
 *
 * @example
 * nj.array([[1, 2], [3, 4]], "float64").T.tolist(); // [ [ 1, 3 ], [ 2, 4 ] ]
 */
export const nj: NumJs = makeWhole();

/**
 * The class of all arrays, numjs's own: `x instanceof NdArray` tells an array from a list.
 *
 * Introduced in lesson 06.
 *
 * @example
 * nj.zeros([2, 3]) instanceof NdArray; // true
 * new NdArray(new Float64Array([1, 2, 3, 4]), [2, 2]).shape; // [ 2, 2 ]
 */
export const NdArray: NdArrayClass = nj.NdArray;
/** An array of numbers, of any number of axes. */
export type NdArray = NdArrayType;

// numjs prints through a hook that Node no longer asks for; without this a printed array shows its
// inner view instead of its numbers.
Object.defineProperty(NdArray.prototype, INSPECT, {
  value(this: NdArrayType): string {
    return arrayText(this);
  },
  configurable: true,
  writable: true,
});
