import { overlap } from "./memory";
import { addScaledInWasm, type FloatStep, type ParameterStep } from "./wasm/passes";

/** From so many numbers on, copying them to a compiled kernel costs less than a loop over them. */
const MANY = 2048;

/**
 * W ← W + factor · dW, number by number, in place: the step of gradient descent. Where one gradient
 * is not finite, no parameter changes. Numbers that belong to several parameters take the step of
 * each.
 *
 * @returns whether all gradients are finite
 *
 * @example
 * const W = new Float64Array([1, 2]);
 * addScaled([{ W, dW: [10, -10] }], -0.1); // true
 * Array.from(W); // [ 0, 3 ]
 * addScaled([{ W, dW: [1, NaN] }], -0.1); // false
 */
export function addScaled(steps: readonly ParameterStep[], factor: number): boolean {
  const large: FloatStep[] = [];
  const others: ParameterStep[] = [];
  for (const step of steps) {
    // The kernel takes all parameters in before it gives the first back: each must stand alone.
    const joins =
      isLarge(step) &&
      step.W.constructor === (large[0] ?? step).W.constructor &&
      steps.every((other) => other === step || !overlap(step.W, other.W));
    (joins ? large : others).push(step as FloatStep);
  }
  if (!others.every(hasFinite)) return false;
  const finite = large.length === 0 || addScaledInWasm(large, factor);
  if (finite === false) return false;
  if (finite === undefined) {
    if (!large.every(hasFinite)) return false;
    others.push(...large);
  }
  for (const { W, dW } of others) for (let i = 0; i < W.length; i++) W[i] += factor * dW[i];
  return true;
}

function isLarge({ W, dW }: ParameterStep): boolean {
  const areFloats =
    W instanceof Float64Array || (W instanceof Float32Array && dW instanceof Float32Array);
  return areFloats && W.length >= MANY;
}

function hasFinite({ dW }: { dW: ArrayLike<number> }): boolean {
  // 0 times a finite number is 0, times NaN or Infinity NaN.
  let sum = 0;
  for (let i = 0; i < dW.length; i++) sum += dW[i] * 0;
  return sum === 0;
}
