import { words } from "../text/texts";
import { shapeText } from "./describe";
import { fail } from "./fail";
import type { NdArray, Selection } from "./numjs-types";

/** A matrix in memory: element [i, j] is `data[offset + i * rowStep + j * columnStep]`. */
export interface Matrix {
  data: Selection["data"];
  offset: number;
  rows: number;
  columns: number;
  rowStep: number;
  columnStep: number;
}

/**
 * The matrix an array of one or two axes stands for, without copying a number.
 *
 * @param vectorAxis the axis a vector's numbers run across: 1 makes it a row, 0 a column
 * @param transpose whether the transposed matrix is meant; a vector stays as it is
 */
export function matrixOf(
  who: string,
  name: string,
  array: NdArray,
  vectorAxis: 0 | 1,
  transpose = false,
): Matrix {
  const { data, shape, stride, offset } = array.selection;
  const ndim = shape.length;
  if (ndim < 1 || ndim > 2) fail(who, words("expected.oneOrTwoAxes", { name }), shapeText(shape));
  if (ndim === 1) {
    return vectorAxis === 1
      ? { data, offset, rows: 1, columns: shape[0], rowStep: 0, columnStep: stride[0] }
      : { data, offset, rows: shape[0], columns: 1, rowStep: stride[0], columnStep: 0 };
  }
  const [rows, columns] = shape;
  const [rowStep, columnStep] = stride;
  return transpose
    ? { data, offset, rows: columns, columns: rows, rowStep: columnStep, columnStep: rowStep }
    : { data, offset, rows, columns, rowStep, columnStep };
}
