import { finiteNumber, kept } from "./expect";

/**
 * An add node: out = x + y. Backward passes the upstream gradient on to both inputs.
 *
 * Introduced in lesson 05.
 *
 * Its gradients need neither input; it keeps its result only to know that forward was called.
 *
 * Source: the article, "덧셈 계층".
 *
 * @example
 * const addFruit = new AddLayer();
 * addFruit.forward(200, 450); // 650
 * addFruit.backward(1.1); // [ 1.1, 1.1 ]
 */
export class AddLayer {
  out: number | undefined;

  /**
   * @returns x + y
   * @throws when x, y or their sum is not a finite number
   */
  forward(x: number, y: number): number {
    const who = "AddLayer.forward";
    const out = finiteNumber(who, "x", x) + finiteNumber(who, "y", y);
    this.out = finiteNumber(who, "x + y", out);
    return out;
  }

  /**
   * @param dout the gradient of the final result with respect to out
   * @returns dx = dout and dy = dout
   * @throws before forward, or when dout is not a finite number
   */
  backward(dout: number): [dx: number, dy: number] {
    const who = "AddLayer.backward";
    kept(who, this.out);
    const dx = finiteNumber(who, "dout", dout) + 0; // + 0: a zero gradient is 0, never −0
    const dy = dx;
    return [dx, dy];
  }
}
