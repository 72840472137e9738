import { expect } from "chai";
import { nj } from "../../src/arrays/nj";
import type { NdArray } from "../../src/arrays/numjs-types";

/** Gradients whose norms are both below this are compared by their difference alone. */
const TINY = 1e-9;
const TOLERANCE = 1e-7;

/**
 * The gradient of `loss` with respect to every number of `x` by central differences. `x` is changed
 * in place for each call of `loss` and restored.
 */
export function numericGradient(loss: () => number, x: NdArray, h = 1e-5): NdArray {
  const gradient = nj.zeros(x.shape, "float64");
  const index = x.shape.map(() => 0);
  for (let count = 0; count < x.size; count++) {
    const value = x.get(...index);
    x.set(...index, value + h);
    const above = loss();
    x.set(...index, value - h);
    const below = loss();
    x.set(...index, value);
    gradient.set(...index, (above - below) / (2 * h));
    for (let axis = x.ndim - 1; axis >= 0 && ++index[axis] === x.shape[axis]; axis--)
      index[axis] = 0;
  }
  return gradient;
}

/** ‖a − n‖ / (‖a‖ + ‖n‖), or ‖a − n‖ scaled to the same limit where both are tiny. */
export function gradientError(analytic: NdArray, numeric: NdArray): number {
  expect(analytic.shape, "shape of the gradient").to.deep.equal(numeric.shape);
  const a = norm(analytic);
  const n = norm(numeric);
  const difference = norm(analytic.subtract(numeric));
  return a < TINY && n < TINY ? (difference / TINY) * TOLERANCE : difference / (a + n);
}

export function expectGradient(name: string, analytic: NdArray, numeric: NdArray): void {
  expect(gradientError(analytic, numeric), `relative error of ${name}`).to.be.at.most(TOLERANCE);
}

function norm(array: NdArray): number {
  return Math.sqrt(array.multiply(array).sum());
}
