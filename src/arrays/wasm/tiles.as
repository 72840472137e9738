// The inner loops of the product: tiles of rows × vectors of columns, whose sums stay in registers.
//
// A compiler of WebAssembly may load all numbers of one step before it multiplies the first. So a
// tile's sums, its vectors of B and its numbers of A together must fit the 15 registers that an
// engine has on x64: 2 rows × 4 vectors, 3 × 3 and 4 × 2 do.
//
// A's number [row, k] lies at a + row · rowStep + k · kStep. B's panel holds, for each k, the tile's
// vectors side by side. With `add`, the products are added to what stands at out. A step of 0 repeats
// a row, so that a tile can take fewer rows than it has. All steps are in bytes.

@inline
function madd<T>(a: v128, b: v128, sum: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD
    ? v128.relaxed_madd<T>(a, b, sum)
    : v128.add<T>(v128.mul<T>(a, b), sum);
}

@inline
function start(out: usize, add: bool): v128 {
  return add ? v128.load(out) : i64x2.splat(0);
}

/** Two rows, four vectors of columns. */
export function tile2x4<T>(
  a0: usize,
  rowStep: usize,
  kStep: usize,
  b: usize,
  count: usize,
  out0: usize,
  outStep: usize,
  add: bool,
): void {
  let a1 = a0 + rowStep;
  const out1 = out0 + outStep;
  let s00 = start(out0, add);
  let s01 = start(out0 + 16, add);
  let s02 = start(out0 + 32, add);
  let s03 = start(out0 + 48, add);
  let s10 = start(out1, add);
  let s11 = start(out1 + 16, add);
  let s12 = start(out1 + 32, add);
  let s13 = start(out1 + 48, add);
  const end = b + count * 64;
  do {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    const b2 = v128.load(b, 32);
    const b3 = v128.load(b, 48);
    const x0 = v128.load_splat<T>(a0);
    s00 = madd<T>(x0, b0, s00);
    s01 = madd<T>(x0, b1, s01);
    s02 = madd<T>(x0, b2, s02);
    s03 = madd<T>(x0, b3, s03);
    const x1 = v128.load_splat<T>(a1);
    s10 = madd<T>(x1, b0, s10);
    s11 = madd<T>(x1, b1, s11);
    s12 = madd<T>(x1, b2, s12);
    s13 = madd<T>(x1, b3, s13);
    a0 += kStep;
    a1 += kStep;
    b += 64;
  } while (b < end);
  v128.store(out0, s00);
  v128.store(out0, s01, 16);
  v128.store(out0, s02, 32);
  v128.store(out0, s03, 48);
  v128.store(out1, s10);
  v128.store(out1, s11, 16);
  v128.store(out1, s12, 32);
  v128.store(out1, s13, 48);
}

/** Three rows, three vectors of columns. Too many for plain SIMD, which needs registers for products. */
export function tile3x3<T>(
  a0: usize,
  rowStep: usize,
  kStep: usize,
  b: usize,
  count: usize,
  out0: usize,
  outStep: usize,
  add: bool,
): void {
  let a1 = a0 + rowStep;
  let a2 = a1 + rowStep;
  const out1 = out0 + outStep;
  const out2 = out1 + outStep;
  let s00 = start(out0, add);
  let s01 = start(out0 + 16, add);
  let s02 = start(out0 + 32, add);
  let s10 = start(out1, add);
  let s11 = start(out1 + 16, add);
  let s12 = start(out1 + 32, add);
  let s20 = start(out2, add);
  let s21 = start(out2 + 16, add);
  let s22 = start(out2 + 32, add);
  const end = b + count * 48;
  do {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    const b2 = v128.load(b, 32);
    const x0 = v128.load_splat<T>(a0);
    s00 = madd<T>(x0, b0, s00);
    s01 = madd<T>(x0, b1, s01);
    s02 = madd<T>(x0, b2, s02);
    const x1 = v128.load_splat<T>(a1);
    s10 = madd<T>(x1, b0, s10);
    s11 = madd<T>(x1, b1, s11);
    s12 = madd<T>(x1, b2, s12);
    const x2 = v128.load_splat<T>(a2);
    s20 = madd<T>(x2, b0, s20);
    s21 = madd<T>(x2, b1, s21);
    s22 = madd<T>(x2, b2, s22);
    a0 += kStep;
    a1 += kStep;
    a2 += kStep;
    b += 48;
  } while (b < end);
  v128.store(out0, s00);
  v128.store(out0, s01, 16);
  v128.store(out0, s02, 32);
  v128.store(out1, s10);
  v128.store(out1, s11, 16);
  v128.store(out1, s12, 32);
  v128.store(out2, s20);
  v128.store(out2, s21, 16);
  v128.store(out2, s22, 32);
}

/** Two rows, three vectors of columns. */
export function tile2x3<T>(
  a0: usize,
  rowStep: usize,
  kStep: usize,
  b: usize,
  count: usize,
  out0: usize,
  outStep: usize,
  add: bool,
): void {
  let a1 = a0 + rowStep;
  const out1 = out0 + outStep;
  let s00 = start(out0, add);
  let s01 = start(out0 + 16, add);
  let s02 = start(out0 + 32, add);
  let s10 = start(out1, add);
  let s11 = start(out1 + 16, add);
  let s12 = start(out1 + 32, add);
  const end = b + count * 48;
  do {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    const b2 = v128.load(b, 32);
    const x0 = v128.load_splat<T>(a0);
    s00 = madd<T>(x0, b0, s00);
    s01 = madd<T>(x0, b1, s01);
    s02 = madd<T>(x0, b2, s02);
    const x1 = v128.load_splat<T>(a1);
    s10 = madd<T>(x1, b0, s10);
    s11 = madd<T>(x1, b1, s11);
    s12 = madd<T>(x1, b2, s12);
    a0 += kStep;
    a1 += kStep;
    b += 48;
  } while (b < end);
  v128.store(out0, s00);
  v128.store(out0, s01, 16);
  v128.store(out0, s02, 32);
  v128.store(out1, s10);
  v128.store(out1, s11, 16);
  v128.store(out1, s12, 32);
}

/** Four rows, two vectors of columns. */
export function tile4x2<T>(
  a0: usize,
  rowStep: usize,
  kStep: usize,
  b: usize,
  count: usize,
  out0: usize,
  outStep: usize,
  add: bool,
): void {
  let a1 = a0 + rowStep;
  let a2 = a1 + rowStep;
  let a3 = a2 + rowStep;
  const out1 = out0 + outStep;
  const out2 = out1 + outStep;
  const out3 = out2 + outStep;
  let s00 = start(out0, add);
  let s01 = start(out0 + 16, add);
  let s10 = start(out1, add);
  let s11 = start(out1 + 16, add);
  let s20 = start(out2, add);
  let s21 = start(out2 + 16, add);
  let s30 = start(out3, add);
  let s31 = start(out3 + 16, add);
  const end = b + count * 32;
  do {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    const x0 = v128.load_splat<T>(a0);
    s00 = madd<T>(x0, b0, s00);
    s01 = madd<T>(x0, b1, s01);
    const x1 = v128.load_splat<T>(a1);
    s10 = madd<T>(x1, b0, s10);
    s11 = madd<T>(x1, b1, s11);
    const x2 = v128.load_splat<T>(a2);
    s20 = madd<T>(x2, b0, s20);
    s21 = madd<T>(x2, b1, s21);
    const x3 = v128.load_splat<T>(a3);
    s30 = madd<T>(x3, b0, s30);
    s31 = madd<T>(x3, b1, s31);
    a0 += kStep;
    a1 += kStep;
    a2 += kStep;
    a3 += kStep;
    b += 32;
  } while (b < end);
  v128.store(out0, s00);
  v128.store(out0, s01, 16);
  v128.store(out1, s10);
  v128.store(out1, s11, 16);
  v128.store(out2, s20);
  v128.store(out2, s21, 16);
  v128.store(out3, s30);
  v128.store(out3, s31, 16);
}

/** Four rows, a vector of columns. */
export function tile4x1<T>(
  a0: usize,
  rowStep: usize,
  kStep: usize,
  b: usize,
  count: usize,
  out0: usize,
  outStep: usize,
  add: bool,
): void {
  let a1 = a0 + rowStep;
  let a2 = a1 + rowStep;
  let a3 = a2 + rowStep;
  const out1 = out0 + outStep;
  const out2 = out1 + outStep;
  const out3 = out2 + outStep;
  let s00 = start(out0, add);
  let s10 = start(out1, add);
  let s20 = start(out2, add);
  let s30 = start(out3, add);
  const end = b + count * 16;
  do {
    const b0 = v128.load(b);
    const x0 = v128.load_splat<T>(a0);
    s00 = madd<T>(x0, b0, s00);
    const x1 = v128.load_splat<T>(a1);
    s10 = madd<T>(x1, b0, s10);
    const x2 = v128.load_splat<T>(a2);
    s20 = madd<T>(x2, b0, s20);
    const x3 = v128.load_splat<T>(a3);
    s30 = madd<T>(x3, b0, s30);
    a0 += kStep;
    a1 += kStep;
    a2 += kStep;
    a3 += kStep;
    b += 16;
  } while (b < end);
  v128.store(out0, s00);
  v128.store(out1, s10);
  v128.store(out2, s20);
  v128.store(out3, s30);
}
