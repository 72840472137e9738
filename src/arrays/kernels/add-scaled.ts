import { Workspace } from "./workspace";

/** W ← W + factor · d for two float arrays of one type; false, and no change, when there is no engine for it. */
export function addScaledInWasm(
  W: Float32Array | Float64Array,
  d: ArrayLike<number>,
  factor: number,
): boolean {
  const type = W instanceof Float32Array ? "float32" : "float64";
  const { length } = W;
  const space = Workspace.open(type, [length, length]);
  if (space === undefined) return false;
  const to = space.put(W);
  const from = space.put(d);
  const { addScaled32, addScaled64 } = space.kernels;
  (type === "float32" ? addScaled32 : addScaled64)(to, from, factor, length);
  space.take(to, length, W);
  return true;
}
