import { finiteNumber, kept } from "./expect";

/**
 * A multiply node: out = x · y. Backward multiplies the upstream gradient by the swapped inputs.
 *
 * Introduced in lesson 05.
 *
 * One object is one node: it keeps the inputs of its last forward call only, so a net with two
 * multiplications needs two.
 *
 * Source: the article, "곱셈 계층".
 *
 * @example
 * const mulApple = new MulLayer();
 * mulApple.forward(100, 2); // 200
 * mulApple.backward(1.1); // [ 2.2, 110.00000000000001 ]
 */
export class MulLayer {
  x: number | undefined;
  y: number | undefined;

  /**
   * @returns x · y
   * @throws when x, y or their product is not a finite number
   */
  forward(x: number, y: number): number {
    const who = "MulLayer.forward";
    const out = finiteNumber(who, "x", x) * finiteNumber(who, "y", y);
    finiteNumber(who, "x · y", out);
    this.x = x;
    this.y = y;
    return out;
  }

  /**
   * @param dout the gradient of the result with respect to out
   * @returns dx = dout · y in units of the result per unit of x, and dy = dout · x likewise
   * @throws before forward, or when dout or a gradient is not a finite number
   */
  backward(dout: number): [dx: number, dy: number] {
    const who = "MulLayer.backward";
    const x = kept(who, this.x);
    const y = kept(who, this.y);
    finiteNumber(who, "dout", dout);
    const dx = dout * y + 0; // + 0: a zero gradient is 0, never −0
    const dy = dout * x + 0;
    return [finiteNumber(who, "dx", dx), finiteNumber(who, "dy", dy)];
  }
}
