// One pass over numbers that lie side by side. Arrays may end within a vector: passes read and write
// whole vectors, and the caller leaves 16 bytes behind each array.

/** Whether all numbers are finite: 0 times one is 0, times NaN or Infinity NaN. */
@inline
function finite<T>(from: usize, length: usize): bool {
  let sum = i64x2.splat(0);
  const zero = i64x2.splat(0);
  const end = from + length * sizeof<T>();
  const whole = from + (length * sizeof<T>() & ~15);
  for (; from < whole; from += 16) sum = v128.add<T>(sum, v128.mul<T>(v128.load(from), zero));
  let rest: T = 0;
  for (; from < end; from += sizeof<T>()) rest += load<T>(from) * 0;
  return rest == 0 && i32x4.all_true(v128.eq<T>(sum, zero));
}

/** Adds a bias to each row. */
@inline
function addBias<T>(x: usize, bias: usize, rows: usize, columns: usize): void {
  const step = columns * sizeof<T>();
  const whole = step & ~15;
  for (let row: usize = 0; row < rows; row++) {
    let at: usize = 0;
    for (; at < whole; at += 16) {
      v128.store(x + at, v128.add<T>(v128.load(x + at), v128.load(bias + at)));
    }
    for (; at < step; at += sizeof<T>()) store<T>(x + at, load<T>(x + at) + load<T>(bias + at));
    x += step;
  }
}

/** W ← W + factor · d; and whether all of d is finite. */
@inline
function addScaled<T>(W: usize, d: usize, factor: T, length: usize): bool {
  const factors = v128.splat<T>(factor);
  const zero = i64x2.splat(0);
  let sum = zero;
  const end = W + length * sizeof<T>();
  const whole = W + (length * sizeof<T>() & ~15);
  for (; W < whole; W += 16, d += 16) {
    const step = v128.load(d);
    sum = v128.add<T>(sum, v128.mul<T>(step, zero));
    v128.store(W, v128.add<T>(v128.load(W), v128.mul<T>(step, factors)));
  }
  let rest: T = 0;
  for (; W < end; W += sizeof<T>(), d += sizeof<T>()) {
    const step = load<T>(d);
    rest += step * 0;
    store<T>(W, load<T>(W) + step * factor);
  }
  return rest == 0 && i32x4.all_true(v128.eq<T>(sum, zero));
}

/** ReLU and its mask, which is 1 where x is 0 or less; and whether all of x is finite. */
@inline
function relu<T>(x: usize, out: usize, mask: usize, length: usize): bool {
  const isFinite = finite<T>(x, length);
  const zero = i64x2.splat(0);
  const one = v128.splat<T>(1);
  const end = x + length * sizeof<T>();
  for (; x < end; x += 16, out += 16, mask += 16) {
    const value = v128.load(x);
    const stopped = v128.le<T>(value, zero);
    v128.store(out, v128.andnot(value, stopped));
    v128.store(mask, v128.and(one, stopped));
  }
  return isFinite;
}

/** dout where the mask is 0, else 0; + 0 makes −0 a 0. And whether all of dout is finite. */
@inline
function reluBackward<T>(dout: usize, mask: usize, dx: usize, length: usize): bool {
  const isFinite = finite<T>(dout, length);
  const zero = i64x2.splat(0);
  const end = dout + length * sizeof<T>();
  for (; dout < end; dout += 16, mask += 16, dx += 16) {
    const through = v128.eq<T>(v128.load(mask), zero);
    v128.store(dx, v128.add<T>(v128.and(v128.load(dout), through), zero));
  }
  return isFinite;
}

export function finite32(from: usize, length: usize): bool { return finite<f32>(from, length); }
export function finite64(from: usize, length: usize): bool { return finite<f64>(from, length); }
export function addBias32(x: usize, bias: usize, rows: usize, columns: usize): void {
  addBias<f32>(x, bias, rows, columns);
}
export function addBias64(x: usize, bias: usize, rows: usize, columns: usize): void {
  addBias<f64>(x, bias, rows, columns);
}
export function addScaled32(W: usize, d: usize, factor: f64, length: usize): bool {
  return addScaled<f32>(W, d, <f32>factor, length);
}
export function addScaled64(W: usize, d: usize, factor: f64, length: usize): bool {
  return addScaled<f64>(W, d, factor, length);
}
export function relu32(x: usize, out: usize, mask: usize, length: usize): bool {
  return relu<f32>(x, out, mask, length);
}
export function relu64(x: usize, out: usize, mask: usize, length: usize): bool {
  return relu<f64>(x, out, mask, length);
}
export function reluBackward32(dout: usize, mask: usize, dx: usize, length: usize): bool {
  return reluBackward<f32>(dout, mask, dx, length);
}
export function reluBackward64(dout: usize, mask: usize, dx: usize, length: usize): bool {
  return reluBackward<f64>(dout, mask, dx, length);
}
