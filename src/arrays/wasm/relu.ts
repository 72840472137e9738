import type { FloatData } from "../flat";
import type { FloatType } from "../numjs-types";
import { Workspace } from "./workspace";

/** ReLU and its mask, and whether all of x is finite; nothing when there is no engine for it but JavaScript. */
export function reluInWasm(
  x: ArrayLike<number>,
  type: FloatType,
): { out: FloatData; mask: FloatData; finite: boolean } | undefined {
  const { length } = x;
  const space = Workspace.open(type, [length, length, length]);
  if (space === undefined) return undefined;
  const at = space.put(x);
  const out = space.place(length);
  const mask = space.place(length);
  const { relu32, relu64 } = space.kernels;
  const finite = (type === "float32" ? relu32 : relu64)(at, out, mask, length) !== 0;
  return { finite, out: space.take(out, length), mask: space.take(mask, length) };
}

/** dout where the mask is 0, else 0, and whether all of dout is finite; nothing when there is no engine for it but JavaScript. */
export function reluBackwardInWasm(
  dout: ArrayLike<number>,
  mask: ArrayLike<number>,
  type: FloatType,
): { dx: FloatData; finite: boolean } | undefined {
  const { length } = dout;
  const space = Workspace.open(type, [length, length, length]);
  if (space === undefined) return undefined;
  const upstream = space.put(dout);
  const stopped = space.put(mask);
  const dx = space.place(length);
  const { reluBackward32, reluBackward64 } = space.kernels;
  const pass = type === "float32" ? reluBackward32 : reluBackward64;
  const finite = pass(upstream, stopped, dx, length) !== 0;
  return { finite, dx: space.take(dx, length) };
}
