// What a core can do at most with vectors of 128 bits: multiplications and additions that wait for nothing.

@inline
function madd<T>(a: v128, b: v128, sum: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD
    ? v128.relaxed_madd<T>(a, b, sum)
    : v128.add<T>(v128.mul<T>(a, b), sum);
}

/** Ten sums side by side, `rounds` times; the result depends on all of them, so that none is left out. */
@inline
function peak<T>(rounds: i32, a: T, b: T): T {
  const x = v128.splat<T>(a);
  const y = v128.splat<T>(b);
  let s0 = x, s1 = y, s2 = x, s3 = y, s4 = x, s5 = y, s6 = x, s7 = y, s8 = x, s9 = y;
  for (let i = 0; i < rounds; i++) {
    s0 = madd<T>(x, y, s0);
    s1 = madd<T>(x, y, s1);
    s2 = madd<T>(x, y, s2);
    s3 = madd<T>(x, y, s3);
    s4 = madd<T>(x, y, s4);
    s5 = madd<T>(x, y, s5);
    s6 = madd<T>(x, y, s6);
    s7 = madd<T>(x, y, s7);
    s8 = madd<T>(x, y, s8);
    s9 = madd<T>(x, y, s9);
  }
  const low = v128.add<T>(v128.add<T>(s0, s1), v128.add<T>(s2, s3));
  const high = v128.add<T>(v128.add<T>(s4, s5), v128.add<T>(s6, s7));
  return v128.extract_lane<T>(v128.add<T>(v128.add<T>(low, high), v128.add<T>(s8, s9)), 0);
}

/** Multiplications and additions of one round, for each lane. */
export const OPERATIONS: i32 = 20;

export function peak32(rounds: i32, a: f32, b: f32): f32 { return peak<f32>(rounds, a, b); }
export function peak64(rounds: i32, a: f64, b: f64): f64 { return peak<f64>(rounds, a, b); }
