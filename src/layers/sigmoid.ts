import type { ArrayInput, NdArray } from "../arrays/numjs-types";
import { sigmoid, sigmoidOf } from "../arrays/sigmoid";
import { eachPair, type NumberOrArray } from "./each";
import { finite, kept, likeOutput } from "./expect";

/**
 * Sigmoid: out = 1 / (1 + exp(−x)). Backward: dx = dout · (1 − out) · out.
 *
 * Introduced in lesson 07.
 *
 * Takes a number, numbers in rows or an array, and gives back a number or an array of that shape.
 *
 * Source: the article, "Sigmoid 계층".
 *
 * @example
 * const sigmoid = new Sigmoid();
 * sigmoid.forward(0); // 0.5
 * sigmoid.backward(1); // 0.25
 * new Sigmoid().forward([-1000, 1000]).tolist(); // [ 0, 1 ]
 */
export class Sigmoid {
  out: NumberOrArray | undefined;

  /** @throws when x holds something that is not a finite number */
  forward(x: number): number;
  forward(x: ArrayInput): NdArray;
  forward(x: number | ArrayInput): NumberOrArray;
  forward(x: number | ArrayInput): NumberOrArray {
    const input = finite("Sigmoid.forward", "x", x);
    const out = typeof input === "number" ? sigmoid(input) : sigmoidOf(input);
    this.out = out;
    return out;
  }

  /**
   * @param dout the gradient with respect to out, in its shape
   * @returns dx in the input's shape
   * @throws before forward, or when dout is not finite or of another shape
   */
  backward(dout: number): number;
  backward(dout: ArrayInput): NdArray;
  backward(dout: number | ArrayInput): NumberOrArray;
  backward(dout: number | ArrayInput): NumberOrArray {
    const who = "Sigmoid.backward";
    const out = kept(who, this.out);
    const upstream = likeOutput(who, dout, out);
    // + 0: a zero gradient is 0, never −0.
    return eachPair(upstream, out, (dout, y) => dout * (1 - y) * y + 0);
  }
}
