// The exponential function, two float64 numbers at a time, to within one unit in the last place:
// exp(x) = 2ⁿ · exp(r) with n = round(x / log 2), so that |r| ≤ log(2) / 2, and a Taylor polynomial.

const LOG2_HIGH: f64 = 6.93147180369123816490e-1;
const LOG2_LOW: f64 = 1.90821492927058770002e-10;
const PER_LOG2: f64 = 1.44269504088896338700;
/** Below and above, the result is 0 and Infinity. */
const LEAST: f64 = -746;
const MOST: f64 = 710;

@inline
export function exp(x: v128): v128 {
  const inside = f64x2.max(f64x2.min(x, f64x2.splat(MOST)), f64x2.splat(LEAST));
  const n = f64x2.nearest(f64x2.mul(inside, f64x2.splat(PER_LOG2)));
  const high = f64x2.sub(inside, f64x2.mul(n, f64x2.splat(LOG2_HIGH)));
  const r = f64x2.sub(high, f64x2.mul(n, f64x2.splat(LOG2_LOW)));
  let sum = f64x2.splat(1.0 / 6227020800.0);
  sum = next(sum, r, 1.0 / 479001600.0);
  sum = next(sum, r, 1.0 / 39916800.0);
  sum = next(sum, r, 1.0 / 3628800.0);
  sum = next(sum, r, 1.0 / 362880.0);
  sum = next(sum, r, 1.0 / 40320.0);
  sum = next(sum, r, 1.0 / 5040.0);
  sum = next(sum, r, 1.0 / 720.0);
  sum = next(sum, r, 1.0 / 120.0);
  sum = next(sum, r, 1.0 / 24.0);
  sum = next(sum, r, 1.0 / 6.0);
  sum = next(sum, r, 0.5);
  // 1 + (r + r² · …): the small part is summed first.
  const small = f64x2.add(r, f64x2.mul(f64x2.mul(r, r), sum));
  const power = f64x2.add(f64x2.splat(1), small);
  // In two factors, since 2ⁿ alone may be too small or too large for a number.
  const whole = i64x2.extend_low_i32x4_s(i32x4.trunc_sat_f64x2_s_zero(n));
  const half = i64x2.shr_s(whole, 1);
  return f64x2.mul(f64x2.mul(power, powerOf2(half)), powerOf2(i64x2.sub(whole, half)));
}

@inline
function next(sum: v128, r: v128, coefficient: f64): v128 {
  return f64x2.add(f64x2.mul(sum, r), f64x2.splat(coefficient));
}

@inline
function powerOf2(n: v128): v128 {
  return i64x2.shl(i64x2.add(n, i64x2.splat(1023)), 52);
}
