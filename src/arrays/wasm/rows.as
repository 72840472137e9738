// Sums and softmax along rows and columns. All sums are float64, whatever the numbers are.
import { exp } from "./exp";

/** Adds up each column of x into sums [columns], which are float64. */
@inline
function columnSums<T>(x: usize, sums: usize, rows: usize, columns: usize): void {
  memory.fill(sums, 0, columns * 8);
  const pairs = columns & ~1;
  for (let row: usize = 0; row < rows; row++) {
    let at = sums;
    const end = sums + pairs * 8;
    for (; at < end; at += 16, x += 2 * sizeof<T>()) {
      v128.store(at, f64x2.add(v128.load(at), pair<T>(x)));
    }
    if (columns > pairs) {
      store<f64>(at, load<f64>(at) + <f64>load<T>(x));
      x += sizeof<T>();
    }
  }
}

/** Two numbers as float64. */
@inline
function pair<T>(from: usize): v128 {
  return sizeof<T>() == 4
    ? f64x2.promote_low_f32x4(v128.load64_zero(from))
    : v128.load(from);
}

/**
 * Softmax of each row. Leaves the largest number of each row in maxima and the sum of the
 * exponentials in sums, float64 both. A row with NaN becomes NaN.
 *
 * @param work room for as many float64 numbers as x has, and one more
 */
@inline
function softmax<T>(
  x: usize, y: usize, maxima: usize, sums: usize, work: usize, rows: usize, columns: usize,
): void {
  let at = work;
  for (let row: usize = 0; row < rows; row++) {
    let largest: T = load<T>(x);
    for (let j: usize = 1; j < columns; j++) {
      largest = max<T>(largest, load<T>(x + j * sizeof<T>()));
    }
    store<f64>(maxima + row * 8, <f64>largest);
    for (let j: usize = 0; j < columns; j++, at += 8, x += sizeof<T>()) {
      store<f64>(at, <f64>load<T>(x) - <f64>largest);
    }
  }
  for (let pair = work; pair < at; pair += 16) v128.store(pair, exp(v128.load(pair)));
  at = work;
  for (let row: usize = 0; row < rows; row++) {
    let sum: f64 = 0;
    for (let j: usize = 0; j < columns; j++) sum += load<f64>(at + j * 8);
    store<f64>(sums + row * 8, sum);
    for (let j: usize = 0; j < columns; j++, at += 8, y += sizeof<T>()) {
      store<T>(y, <T>(load<f64>(at) / sum));
    }
  }
}

/** 1 / (1 + exp(−x)), by exp of a number that is 0 or less, which cannot overflow. */
@inline
function sigmoid<T>(x: usize, out: usize, length: usize): void {
  const one = f64x2.splat(1);
  const end = x + length * sizeof<T>();
  for (; x < end; x += 2 * sizeof<T>(), out += 2 * sizeof<T>()) {
    const value = pair<T>(x);
    const e = exp(f64x2.neg(f64x2.abs(value)));
    const upper = v128.bitselect(one, e, f64x2.ge(value, f64x2.splat(0)));
    const result = f64x2.div(upper, f64x2.add(one, e));
    if (sizeof<T>() == 4) v128.store64_lane(out, f32x4.demote_f64x2_zero(result), 0);
    else v128.store(out, result);
  }
}

export function columnSums32(x: usize, sums: usize, rows: usize, columns: usize): void {
  columnSums<f32>(x, sums, rows, columns);
}
export function columnSums64(x: usize, sums: usize, rows: usize, columns: usize): void {
  columnSums<f64>(x, sums, rows, columns);
}
export function softmax32(
  x: usize, y: usize, maxima: usize, sums: usize, work: usize, rows: usize, columns: usize,
): void {
  softmax<f32>(x, y, maxima, sums, work, rows, columns);
}
export function softmax64(
  x: usize, y: usize, maxima: usize, sums: usize, work: usize, rows: usize, columns: usize,
): void {
  softmax<f64>(x, y, maxima, sums, work, rows, columns);
}
export function sigmoid32(x: usize, out: usize, length: usize): void {
  sigmoid<f32>(x, out, length);
}
export function sigmoid64(x: usize, out: usize, length: usize): void {
  sigmoid<f64>(x, out, length);
}
