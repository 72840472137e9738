/**
 * Writes numbers that lie in lines as columns: to[k · toStep + line] = from[line · fromStep + k].
 * The steps are in bytes.
 */
export function transpose<T>(
  from: usize,
  fromStep: usize,
  lines: usize,
  length: usize,
  to: usize,
  toStep: usize,
): void {
  const lanes: usize = 16 / sizeof<T>();
  const wholeLines = lines - (lines % lanes);
  const wholeLength = length - (length % lanes);
  for (let line: usize = 0; line < wholeLines; line += lanes) {
    let source = from + line * fromStep;
    let target = to + line * sizeof<T>();
    for (let k: usize = 0; k < wholeLength; k += lanes) {
      if (sizeof<T>() == 4) transpose4(source, fromStep, target, toStep);
      else transpose2(source, fromStep, target, toStep);
      source += 16;
      target += toStep * lanes;
    }
    copy<T>(source, fromStep, lanes, length - wholeLength, target, toStep);
  }
  copy<T>(
    from + wholeLines * fromStep,
    fromStep,
    lines - wholeLines,
    length,
    to + wholeLines * sizeof<T>(),
    toStep,
  );
}

/** What does not fill a vector, number by number. */
function copy<T>(
  from: usize,
  fromStep: usize,
  lines: usize,
  length: usize,
  to: usize,
  toStep: usize,
): void {
  for (let line: usize = 0; line < lines; line++) {
    let source = from + line * fromStep;
    let target = to + line * sizeof<T>();
    for (let k: usize = 0; k < length; k++) {
      store<T>(target, load<T>(source));
      source += sizeof<T>();
      target += toStep;
    }
  }
}

@inline
function transpose4(from: usize, fromStep: usize, to: usize, toStep: usize): void {
  const a = v128.load(from);
  const b = v128.load(from + fromStep);
  const c = v128.load(from + 2 * fromStep);
  const d = v128.load(from + 3 * fromStep);
  const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
  const cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
  const AB = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
  const CD = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<f64>(ab, cd, 0, 2));
  v128.store(to + toStep, v128.shuffle<f64>(ab, cd, 1, 3));
  v128.store(to + 2 * toStep, v128.shuffle<f64>(AB, CD, 0, 2));
  v128.store(to + 3 * toStep, v128.shuffle<f64>(AB, CD, 1, 3));
}

@inline
function transpose2(from: usize, fromStep: usize, to: usize, toStep: usize): void {
  const a = v128.load(from);
  const b = v128.load(from + fromStep);
  v128.store(to, v128.shuffle<f64>(a, b, 0, 2));
  v128.store(to + toStep, v128.shuffle<f64>(a, b, 1, 3));
}
