import type { ArrayInput, NdArray } from "../arrays/numjs-types";
import { reluBackwardInWasm, reluInWasm } from "../arrays/wasm/passes";
import { eachPairChecked, eachTwice, type NumberOrArray } from "./each";
import { guarded, kept, numbersOf, shapedLikeOutput } from "./expect";

// The formulas, for one number; the compiled kernels go through many numbers by the same ones.

/** out = max(0, x) */
const relu = (x: number): number => (x > 0 ? x : 0);
/** mask = x ≤ 0 */
const isStopped = (x: number): number => (x <= 0 ? 1 : 0);
/** dx = dout where the mask is 0, else 0; + 0: a zero gradient is 0, never −0 */
const passed = (dout: number, mask: number): number => (mask ? 0 : dout + 0);

/**
 * ReLU: out = x where x > 0, else 0. Backward lets the upstream gradient through where the input
 * was positive and stops it elsewhere, at exactly 0 too.
 *
 * Introduced in lesson 06.
 *
 * Takes a number, numbers in rows or an array, and gives back a number or an array of that shape.
 *
 * Source: the article, "ReLU 계층".
 *
 * @example
 * const relu = new Relu();
 * relu.forward([[1, -0.5], [-2, 3]]).tolist(); // [ [ 1, 0 ], [ 0, 3 ] ]
 * relu.backward([[10, 20], [30, 40]]).tolist(); // [ [ 10, 0 ], [ 0, 40 ] ]
 * new Relu().forward(-3); // 0
 */
export class Relu {
  /** 1 (true) where the input was 0 or less, else 0; in the input's shape. */
  mask: NumberOrArray | undefined;

  /** @throws when x holds something that is not a finite number */
  forward(x: number): number;
  forward(x: ArrayInput): NdArray;
  forward(x: number | ArrayInput): NumberOrArray;
  forward(x: number | ArrayInput): NumberOrArray {
    const who = "Relu.forward";
    const input = numbersOf(who, "x", x);
    const both = eachTwice(input, relu, isStopped, reluInWasm);
    const { first: out, second: mask } = guarded(who, both, { x: input });
    this.mask = mask;
    return out;
  }

  /**
   * @param dout the gradient with respect to out, in its shape; it is not changed
   * @returns dx in the input's shape
   * @throws before forward, or when dout is not finite or of another shape
   */
  backward(dout: number): number;
  backward(dout: ArrayInput): NdArray;
  backward(dout: number | ArrayInput): NumberOrArray;
  backward(dout: number | ArrayInput): NumberOrArray {
    const who = "Relu.backward";
    const mask = kept(who, this.mask);
    const upstream = shapedLikeOutput(who, dout, mask);
    const dx = eachPairChecked(upstream, mask, passed, reluBackwardInWasm);
    return guarded(who, dx, { dout: upstream });
  }
}
