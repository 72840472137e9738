// A · B in blocks that fit the caches, after the plan of OpenBLAS and BLIS: B is packed into panels
// in the order in which the tiles read it; A is read where it lies, or turned once if its columns
// are lines.
import { tile2x3, tile2x4, tile3x3, tile4x1, tile4x2 } from "./tiles";
import { transpose } from "./transpose";

/** Most steps of the inner sum at a time: so many of the widest panel take half of a first cache. */
const DEPTH: usize = 256;
/** Rows of A whose block, DEPTH deep, stays in the second cache while all panels pass. */
const HEIGHT: usize = 120;
/** A narrower B does not pay for turning A. */
const TURN_FROM: usize = 96;

/**
 * out = A · B for A [rows, inner] and B [inner, columns], row after row. All steps are in bytes, and
 * one of each operand's two steps is the size of a number. May read up to 64 bytes behind B.
 *
 * @param scratch as many bytes as the caller finds in `scratchSize`
 */
@inline
function product<T>(
  a: usize,
  aRow: usize,
  aK: usize,
  b: usize,
  bK: usize,
  bColumn: usize,
  out: usize,
  rows: usize,
  inner: usize,
  columns: usize,
  scratch: usize,
): void {
  const size = sizeof<T>();
  const vectors = (columns * size + 15) / 16;
  const blocks = (inner + DEPTH - 1) / DEPTH;
  const depth = (inner + blocks - 1) / blocks;
  const turns = aRow == size && aK != size && columns >= TURN_FROM;
  // Where the last panel reaches over the edge, it has a place of its own.
  const edge = scratch;
  const turned = edge + rows * 64;
  const packed = turned + HEIGHT * DEPTH * size;
  const ragged = columns * size % 16 != 0;
  for (let k: usize = 0; k < inner; k += depth) {
    const count = min(depth, inner - k);
    for (let v: usize = 0; v < vectors; v += panelWidth(vectors - v)) {
      const panel = packed + v * 16 * count;
      pack<T>(b + k * bK, bK, bColumn, v, panelWidth(vectors - v), columns, count, panel);
    }
    for (let row: usize = 0; row < rows; row += HEIGHT) {
      const height = min(HEIGHT, rows - row);
      let from = a + row * aRow + k * aK;
      let rowStep = aRow;
      let kStep = aK;
      if (turns) {
        transpose<T>(from, aK, count, height, turned, count * size);
        from = turned;
        rowStep = count * size;
        kStep = size;
      }
      for (let v: usize = 0; v < vectors; ) {
        const width = panelWidth(vectors - v);
        const panel = packed + v * 16 * count;
        const overEdge = ragged && v + width == vectors;
        const to = overEdge ? edge + row * width * 16 : out + row * columns * size + v * 16;
        const toStep = overEdge ? width * 16 : columns * size;
        rowsOfTiles<T>(width, from, rowStep, kStep, panel, count, to, toStep, height, k > 0);
        v += width;
      }
    }
  }
  if (ragged) copyEdge<T>(edge, out, rows, columns, vectors);
}

/** How many vectors the next panel takes: as wide as can be, but no panel of one beside others. */
@inline
function panelWidth(left: usize): usize {
  return left == 5 ? 3 : min<usize>(left, 4);
}

/** Copies a panel of B in the order of its tiles: for each k, the panel's columns. */
function pack<T>(
  b: usize,
  bK: usize,
  bColumn: usize,
  vector: usize,
  width: usize,
  columns: usize,
  count: usize,
  to: usize,
): void {
  const column = vector * 16 / sizeof<T>();
  const toStep = width * 16;
  let from = b + column * bColumn;
  if (bColumn != sizeof<T>()) {
    const lines = min(toStep / sizeof<T>(), columns - column);
    transpose<T>(from, bColumn, lines, count, to, toStep);
    return;
  }
  // What lies behind the last column comes along; its products are never copied out.
  const end = to + count * toStep;
  while (to < end) {
    for (let at: usize = 0; at < toStep; at += 16) v128.store(to + at, v128.load(from + at));
    from += bK;
    to += toStep;
  }
}

/** One panel times all rows of a block. */
function rowsOfTiles<T>(
  width: usize,
  a: usize,
  rowStep: usize,
  kStep: usize,
  panel: usize,
  count: usize,
  out: usize,
  outStep: usize,
  rows: usize,
  add: bool,
): void {
  const tall: usize = width == 4 ? 2 : width == 3 ? (ASC_FEATURE_RELAXED_SIMD ? 3 : 2) : 4;
  while (rows > 0) {
    // Fewer rows than a tile has come one by one, each repeated.
    const whole = rows >= tall;
    const step = whole ? rowStep : 0;
    const toStep = whole ? outStep : 0;
    if (width == 4) tile2x4<T>(a, step, kStep, panel, count, out, toStep, add);
    else if (width == 3) {
      if (ASC_FEATURE_RELAXED_SIMD) tile3x3<T>(a, step, kStep, panel, count, out, toStep, add);
      else tile2x3<T>(a, step, kStep, panel, count, out, toStep, add);
    } else if (width == 2) tile4x2<T>(a, step, kStep, panel, count, out, toStep, add);
    else tile4x1<T>(a, step, kStep, panel, count, out, toStep, add);
    const done = whole ? tall : 1;
    rows -= done;
    a += done * rowStep;
    out += done * outStep;
  }
}

/** Copies the columns of the last panel that exist. */
function copyEdge<T>(edge: usize, out: usize, rows: usize, columns: usize, vectors: usize): void {
  let width = vectors;
  while (width > panelWidth(width)) width -= panelWidth(width);
  const step = columns * sizeof<T>();
  const first = (vectors - width) * 16;
  for (let row: usize = 0; row < rows; row++) {
    let from = edge + row * width * 16;
    let to = out + row * step + first;
    const end = out + (row + 1) * step;
    for (; to + 16 <= end; to += 16, from += 16) v128.store(to, v128.load(from));
    for (; to < end; to += sizeof<T>(), from += sizeof<T>()) store<T>(to, load<T>(from));
  }
}

/** Bytes of scratch that a product takes. */
export function scratchSize(rows: usize, columns: usize, size: usize): usize {
  return rows * 64 + DEPTH * (HEIGHT * size + columns * size + 16);
}

export function product32(
  a: usize, aRow: usize, aK: usize,
  b: usize, bK: usize, bColumn: usize,
  out: usize, rows: usize, inner: usize, columns: usize, scratch: usize,
): void {
  product<f32>(a, aRow, aK, b, bK, bColumn, out, rows, inner, columns, scratch);
}

export function product64(
  a: usize, aRow: usize, aK: usize,
  b: usize, bK: usize, bColumn: usize,
  out: usize, rows: usize, inner: usize, columns: usize, scratch: usize,
): void {
  product<f64>(a, aRow, aK, b, bK, bColumn, out, rows, inner, columns, scratch);
}
