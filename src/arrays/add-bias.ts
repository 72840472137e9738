import { words } from "../text/texts";
import { shapeText } from "./describe";
import { fail } from "./fail";
import { flat, floatData, floatTypeOf } from "./flat";
import { makeNdArray } from "./make-ndarray";
import type { NdArray } from "./nj";
import type { ArrayInput } from "./numjs-types";
import { toNdArray } from "./to-ndarray";

/**
 * Adds a bias to every row: NumPy's `x + b`, which numjs does not broadcast.
 *
 * Introduced in lesson 08.
 *
 * @param x shape [N, M]
 * @param b shape [M]
 * @returns shape [N, M]
 * @throws when the shapes are others
 *
 * @example
 * addBias([[1, 2], [3, 4]], [10, 20]).tolist(); // [ [ 11, 22 ], [ 13, 24 ] ]
 */
export function addBias(x: ArrayInput, b: ArrayInput): NdArray {
  const array = toNdArray(x, "addBias", "x");
  const bias = toNdArray(b, "addBias", "b");
  if (array.ndim !== 2)
    fail(
      "addBias",
      words("expected.shape", { name: "x", shape: "[N, M]" }),
      shapeText(array.shape),
    );
  const [rows, columns] = array.shape;
  if (bias.ndim !== 1 || bias.shape[0] !== columns) {
    const expected = words("expected.shape", { name: "b", shape: `[${columns}]` });
    fail("addBias", expected, shapeText(bias.shape));
  }
  const values = flat(array);
  const added = flat(bias);
  const out = floatData(floatTypeOf(array, bias), values.length);
  for (let i = 0, at = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++, at++) out[at] = values[at] + added[j];
  }
  return makeNdArray(out, [rows, columns]);
}
