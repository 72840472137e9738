import type { FloatData } from "./flat";
import type { Matrix } from "./matrix";

/** Rows of A and columns of B that one run of the inner loop takes together. */
const TILE = 4;

let packedA = new Float64Array(0);
let packedB = new Float64Array(0);

/**
 * Writes A·B, row after row, into `out`. Both are first copied into panels of four rows (or columns)
 * whose numbers lie in the order in which the inner loop reads them, so that every step, sign and
 * number type of the operands costs the same. Sums are float64 and start at +0: a zero is never −0.
 */
export function multiply(A: Matrix, B: Matrix, out: FloatData): void {
  const { rows, columns: inner } = A;
  const { columns } = B;
  const aSize = roundUp(rows) * inner;
  const bSize = roundUp(columns) * inner;
  if (packedA.length < aSize) packedA = new Float64Array(aSize);
  if (packedB.length < bSize) packedB = new Float64Array(bSize);
  pack(packedA, A.data, A.offset, rows, inner, A.rowStep, A.columnStep);
  pack(packedB, B.data, B.offset, columns, inner, B.columnStep, B.rowStep);
  for (let j = 0; j < columns; j += TILE) {
    for (let i = 0; i < rows; i += TILE) {
      multiplyTile(packedA, i * inner, packedB, j * inner, inner);
      const height = Math.min(TILE, rows - i);
      const width = Math.min(TILE, columns - j);
      for (let r = 0; r < height; r++) {
        for (let c = 0; c < width; c++) out[(i + r) * columns + j + c] = tile[r * TILE + c];
      }
    }
  }
}

function roundUp(length: number): number {
  return Math.ceil(length / TILE) * TILE;
}

/** Copies lines of numbers into panels: the first numbers of four lines, their second numbers, … */
function pack(
  packed: Float64Array,
  data: Matrix["data"],
  offset: number,
  lines: number,
  length: number,
  lineStep: number,
  step: number,
): void {
  for (let line = 0; line < roundUp(lines); line++) {
    let to = (line - (line % TILE)) * length + (line % TILE);
    let from = offset + line * lineStep;
    const missing = line >= lines;
    for (let k = 0; k < length; k++) {
      packed[to] = missing ? 0 : data[from];
      to += TILE;
      from += step;
    }
  }
}

const tile = new Float64Array(TILE * TILE);

/** Fills `tile` with the products of four rows of A and four columns of B. */
function multiplyTile(
  a: Float64Array,
  aStart: number,
  b: Float64Array,
  bStart: number,
  inner: number,
): void {
  let s00 = 0;
  let s01 = 0;
  let s02 = 0;
  let s03 = 0;
  let s10 = 0;
  let s11 = 0;
  let s12 = 0;
  let s13 = 0;
  let s20 = 0;
  let s21 = 0;
  let s22 = 0;
  let s23 = 0;
  let s30 = 0;
  let s31 = 0;
  let s32 = 0;
  let s33 = 0;
  for (let k = 0, at = aStart, by = bStart; k < inner; k++, at += TILE, by += TILE) {
    const b0 = b[by];
    const b1 = b[by + 1];
    const b2 = b[by + 2];
    const b3 = b[by + 3];
    const a0 = a[at];
    s00 += a0 * b0;
    s01 += a0 * b1;
    s02 += a0 * b2;
    s03 += a0 * b3;
    const a1 = a[at + 1];
    s10 += a1 * b0;
    s11 += a1 * b1;
    s12 += a1 * b2;
    s13 += a1 * b3;
    const a2 = a[at + 2];
    s20 += a2 * b0;
    s21 += a2 * b1;
    s22 += a2 * b2;
    s23 += a2 * b3;
    const a3 = a[at + 3];
    s30 += a3 * b0;
    s31 += a3 * b1;
    s32 += a3 * b2;
    s33 += a3 * b3;
  }
  tile[0] = s00;
  tile[1] = s01;
  tile[2] = s02;
  tile[3] = s03;
  tile[4] = s10;
  tile[5] = s11;
  tile[6] = s12;
  tile[7] = s13;
  tile[8] = s20;
  tile[9] = s21;
  tile[10] = s22;
  tile[11] = s23;
  tile[12] = s30;
  tile[13] = s31;
  tile[14] = s32;
  tile[15] = s33;
}
