import type { FloatData } from "../flat";
import type { FloatType } from "../numjs-types";
import { Workspace } from "./workspace";

// Each gives nothing when there is no engine for it but JavaScript.

const typeOf = (values: ArrayLike<number>): FloatType =>
  values instanceof Float32Array ? "float32" : "float64";

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
