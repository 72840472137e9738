import { flat } from "../../arrays/flat";
import { map } from "../../arrays/map";
import type { NumberOrArray } from "../../layers/each";
import { finiteNumber, kept } from "../../layers/expect";

/** The sum of all numbers of an array. Backward: dout to each of them. */
export class SumLayer {
  x: NumberOrArray | undefined;

  /** @returns the sum, a number */
  forward(x: NumberOrArray): number {
    this.x = x;
    return typeof x === "number" ? x : Array.from(flat(x)).reduce((sum, value) => sum + value, 0);
  }

  /**
   * @returns dx, in x's shape
   * @throws before forward, or when dout is not a finite number
   */
  backward(dout: number): NumberOrArray {
    const x = kept("SumLayer.backward", this.x);
    finiteNumber("SumLayer.backward", "dout", dout);
    return typeof x === "number" ? dout : map(x, () => dout);
  }
}
