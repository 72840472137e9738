import { expect } from "chai";
import { flat } from "../../../src/arrays/flat";
import { NdArray } from "../../../src/arrays/nj";
import type { Graph } from "../../../src/graph/graph";
import type { NumberOrArray } from "../../../src/layers/each";

const H = 1e-5;

const numbersOf = (value: NumberOrArray): number[] =>
  typeof value === "number" ? [value] : Array.from(flat(value));

/** Expects every input's gradient to be what central differences give, number by number. */
export function expectNumericGradient(g: Graph): void {
  const inputs = g.nodes.filter(({ operation }) => operation === undefined);
  g.forward();
  const gradients = g.backward<NumberOrArray>();
  for (const { name } of inputs) {
    const value = g.value<NumberOrArray>(name);
    const numbers = numbersOf(value);
    const moved = (i: number, step: number) => {
      const copy = Float64Array.from(numbers);
      copy[i] += step;
      g.set(name, typeof value === "number" ? copy[0] : new NdArray(copy, value.shape));
      return g.forward();
    };
    const numeric = numbers.map((_, i) => (moved(i, H) - moved(i, -H)) / (2 * H));
    g.set(name, value);
    numbersOf(gradients[name]).forEach((gradient, i) => {
      expect(gradient, `d${name} at ${i}`).to.be.closeTo(
        numeric[i],
        1e-5 * (1 + Math.abs(numeric[i])),
      );
    });
  }
  g.forward();
  g.backward();
}
