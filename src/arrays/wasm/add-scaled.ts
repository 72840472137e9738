import type { TypedArray } from "../numjs-types";
import { Workspace } from "./workspace";

/** A parameter's numbers and as many of its gradient. */
export interface ParameterStep {
  W: TypedArray | number[];
  dW: TypedArray | number[];
}

/** One whose numbers are floats, of a type that holds its gradient exactly. */
export interface FloatStep extends ParameterStep {
  W: Float32Array | Float64Array;
}

/**
 * W ← W + factor · dW for each of these, whose W are of one type, unless one gradient is not finite:
 * then no W changes.
 *
 * @returns whether all gradients are finite; nothing, and nothing is changed, when there is no engine
 *   for it but JavaScript
 */
export function addScaledInWasm(steps: readonly FloatStep[], factor: number): boolean | undefined {
  const type = steps[0].W instanceof Float32Array ? "float32" : "float64";
  const lengths = steps.flatMap(({ W }) => [W.length, W.length]);
  const space = Workspace.open(type, lengths);
  if (space === undefined) return undefined;
  const { addScaled32, addScaled64 } = space.kernels;
  const add = type === "float32" ? addScaled32 : addScaled64;
  const moved: number[] = [];
  for (const { W, dW } of steps) {
    const address = space.put(W);
    if (!add(address, space.put(dW), factor, W.length)) return false;
    moved.push(address);
  }
  for (const [i, { W }] of steps.entries()) space.take(moved[i], W.length, W);
  return true;
}
