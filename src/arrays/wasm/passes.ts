import type { FloatData } from "../flat";
import type { FloatType, TypedArray } from "../numjs-types";
import { Workspace } from "./workspace";

/** What was computed, and whether all of it is finite. */
export interface Checked<Out> {
  out: Out;
  finite: boolean;
}

// One pass over float numbers each. All give nothing when there is no engine for it but JavaScript.

const typeOf = (values: ArrayLike<number>): FloatType =>
  values instanceof Float32Array ? "float32" : "float64";

/** Whether all numbers are finite. */
export function finiteInWasm(values: ArrayLike<number>): boolean | undefined {
  const type = typeOf(values);
  const { length } = values;
  const space = Workspace.open(type, [length]);
  if (space === undefined) return undefined;
  const at = space.put(values);
  const { finite32, finite64 } = space.kernels;
  return (type === "float32" ? finite32 : finite64)(at, length) !== 0;
}

/** ReLU, its mask, which is 1 where x is 0 or less, and whether all of x is finite. */
export function reluInWasm(
  x: ArrayLike<number>,
  type: FloatType,
): Checked<{ first: FloatData; second: FloatData }> | undefined {
  const { length } = x;
  const space = Workspace.open(type, [length, length, length]);
  if (space === undefined) return undefined;
  const at = space.put(x);
  const out = space.place(length);
  const mask = space.place(length);
  const { relu32, relu64 } = space.kernels;
  const finite = (type === "float32" ? relu32 : relu64)(at, out, mask, length) !== 0;
  return { finite, out: { first: space.take(out, length), second: space.take(mask, length) } };
}

/** dout where the mask is 0, else 0, never −0; and whether all of dout is finite. */
export function reluBackwardInWasm(
  dout: ArrayLike<number>,
  mask: ArrayLike<number>,
  type: FloatType,
): Checked<FloatData> | undefined {
  const { length } = dout;
  const space = Workspace.open(type, [length, length, length]);
  if (space === undefined) return undefined;
  const upstream = space.put(dout);
  const stopped = space.put(mask);
  const dx = space.place(length);
  const { reluBackward32, reluBackward64 } = space.kernels;
  const pass = type === "float32" ? reluBackward32 : reluBackward64;
  const finite = pass(upstream, stopped, dx, length) !== 0;
  return { finite, out: space.take(dx, length) };
}

/** The sigmoid of each number. */
export function sigmoidInWasm(values: ArrayLike<number>): FloatData | undefined {
  const type = typeOf(values);
  const { length } = values;
  const space = Workspace.open(type, [length, length]);
  if (space === undefined) return undefined;
  const x = space.put(values);
  const out = space.place(length);
  const { sigmoid32, sigmoid64 } = space.kernels;
  (type === "float32" ? sigmoid32 : sigmoid64)(x, out, length);
  return space.take(out, length);
}

/** The sum of each column of float numbers that lie row after row. */
export function columnSumsInWasm(
  values: ArrayLike<number>,
  columns: number,
): Float64Array | undefined {
  const type = typeOf(values);
  const space = Workspace.open(type, [values.length], columns * 8);
  if (space === undefined) return undefined;
  const x = space.put(values);
  const sums = space.placeDoubles(columns);
  const { columnSums32, columnSums64 } = space.kernels;
  const add = type === "float32" ? columnSums32 : columnSums64;
  add(x, sums, values.length / columns, columns);
  return space.takeDoubles(sums, columns);
}

/** The softmax y of each row, with the row's largest number and the sum of exp(number − largest). */
export interface RowSoftmax {
  y: FloatData;
  maxima: Float64Array;
  sums: Float64Array;
}

/** The softmax of each row, and its logarithms; nothing where there is no engine but JavaScript. */
export function softmaxInWasm(values: ArrayLike<number>, columns: number): RowSoftmax | undefined {
  const type = typeOf(values);
  const { length } = values;
  const rows = length / columns;
  const space = Workspace.open(type, [length, length, 0, 0, 0], (2 * rows + length + 1) * 8);
  if (space === undefined) return undefined;
  const x = space.put(values);
  const y = space.place(length);
  const maxima = space.placeDoubles(rows);
  const sums = space.placeDoubles(rows);
  const work = space.placeDoubles(length + 1);
  const { softmax32, softmax64 } = space.kernels;
  (type === "float32" ? softmax32 : softmax64)(x, y, maxima, sums, work, rows, columns);
  return {
    y: space.take(y, length),
    maxima: space.takeDoubles(maxima, rows),
    sums: space.takeDoubles(sums, rows),
  };
}

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
 * @returns whether all gradients are finite
 */
export function addScaledInWasm(steps: readonly FloatStep[], factor: number): boolean | undefined {
  const type = typeOf(steps[0].W);
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
