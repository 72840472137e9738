import type { FloatData } from "../arrays/flat";
import { mapPairsInto, mapTwiceInto } from "../arrays/map";
import type { ArrayInput, NdArray } from "../arrays/numjs-types";
import { reluBackwardInWasm, reluInWasm } from "../arrays/wasm/passes";
import type { NumberOrArray } from "./each";
import { arrayOf, expectFinite, expectShape, finiteNumber, kept, likeOutput } from "./expect";

type Numbers = ArrayLike<number>;

// The formulas, for few numbers; the compiled kernels go through many numbers by the same ones.
// 0 times a finite number is 0, times NaN or Infinity NaN: so both say whether all are finite.

/** out = x, mask = 0 where x > 0; out = 0, mask = 1 where x ≤ 0. Both come full of 0. */
function relu(x: Numbers, out: FloatData, mask: FloatData): boolean {
  let zeros = 0;
  for (let i = 0; i < out.length; i++) {
    zeros += x[i] * 0;
    if (x[i] <= 0) mask[i] = 1;
    else out[i] = x[i];
  }
  return zeros === 0;
}

/** dx = dout where the mask is 0, else 0; + 0: a zero gradient is 0, never −0 */
function passed(dout: Numbers, mask: Numbers, dx: FloatData): boolean {
  let zeros = 0;
  for (let i = 0; i < dx.length; i++) {
    zeros += dout[i] * 0;
    dx[i] = mask[i] ? 0 : dout[i] + 0;
  }
  return zeros === 0;
}

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
    if (typeof x === "number") {
      finiteNumber(who, "x", x);
      this.mask = x > 0 ? 0 : 1;
      return x > 0 ? x : 0;
    }
    const input = arrayOf(who, "x", x);
    const { out, finite } = mapTwiceInto(input, relu, reluInWasm);
    if (!finite) expectFinite(who, { x: input });
    this.mask = out.second;
    return out.first;
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
    if (typeof mask === "number" || typeof dout === "number") {
      const upstream = likeOutput(who, dout, mask) as number;
      return mask ? 0 : upstream + 0;
    }
    const upstream = arrayOf(who, "dout", dout);
    expectShape(who, "dout", upstream, mask.shape);
    const { out: dx, finite } = mapPairsInto(upstream, mask, passed, reluBackwardInWasm);
    if (!finite) expectFinite(who, { dout: upstream });
    return dx;
  }
}
