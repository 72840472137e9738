import { words } from "../text/texts";
import { fail } from "./fail";
import { flat } from "./flat";
import type { ArrayInput } from "./numjs-types";
import { toNdArray } from "./to-ndarray";

/**
 * The column of the largest number in each row, the first of equals: NumPy's
 * `np.argmax(x, axis=-1)`. For scores or probabilities these are the predicted labels.
 *
 * Introduced in lesson 11.
 *
 * @param x shape [N, C]; a vector [C] counts as one row
 * @returns N column numbers
 * @throws when a row is empty or holds NaN
 *
 * @example
 * argmax([[0.1, 0.8, 0.1], [0.5, 0.2, 0.3]]); // [ 1, 0 ]
 * argmax([0.1, 0.2, 0.7]); // [ 2 ]
 */
export function argmax(x: ArrayInput): number[] {
  const array = toNdArray(x, "argmax", "x");
  const columns = array.shape[array.ndim - 1];
  if (array.size === 0)
    fail("argmax", words("expected.numbers", { name: "x" }), words("got.emptyArray"));
  const values = flat(array);
  const labels: number[] = [];
  for (let from = 0; from < values.length; from += columns) {
    let best = from;
    for (let i = from; i < from + columns; i++) {
      if (Number.isNaN(values[i])) fail("argmax", words("expected.comparable"), "NaN");
      if (values[i] > values[best]) best = i;
    }
    labels.push(best - from);
  }
  return labels;
}
