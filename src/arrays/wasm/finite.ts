import { Workspace } from "./workspace";

/** Whether float numbers are all finite; nothing when there is no engine for it but JavaScript. */
export function finiteInWasm(values: ArrayLike<number>): boolean | undefined {
  const single = values instanceof Float32Array;
  const { length } = values;
  const space = Workspace.open(single ? "float32" : "float64", [length]);
  if (space === undefined) return undefined;
  const at = space.put(values);
  const { finite32, finite64 } = space.kernels;
  return (single ? finite32 : finite64)(at, length) !== 0;
}
