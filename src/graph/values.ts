import { describe, shapeText } from "../arrays/describe";
import { fail } from "../arrays/fail";
import { allFinite } from "../arrays/finite";
import { flat } from "../arrays/flat";
import { map, mapPairs, sameShape } from "../arrays/map";
import { NdArray } from "../arrays/nj";
import type { ArrayInput } from "../arrays/numjs-types";
import { toNdArray } from "../arrays/to-ndarray";
import type { NumberOrArray } from "../layers/each";
import type { Filling } from "../text/fill";
import { formatNumber } from "../text/format-number";
import { words } from "../text/texts";

/** Arrays of more numbers than this show their shape alone. */
const SMALL = 12;

/** A value that was given, as a graph keeps it: finite, and an array as a copy of its own. */
export function ownValue(who: Filling, name: Filling, value: number | ArrayInput): NumberOrArray {
  const isArray = Array.isArray(value) || ArrayBuffer.isView(value) || value instanceof NdArray;
  if (isArray) {
    const array = toNdArray(value, who, name);
    if (array.size === 0) fail(who, words("expected.numbers", { name }), words("got.emptyArray"));
    if (!allFinite(array))
      fail(who, words("expected.onlyFinite", { name }), words("got.notFinite"));
    return map(array, (number) => number + 0);
  }
  if (Number.isFinite(value)) return (value as number) + 0; // never −0
  return fail(who, words("expected.finiteNumber", { name }), describe(value));
}

/** Ends the call unless a gradient has the shape of the value it belongs to. */
export function expectLike(
  who: Filling,
  name: Filling,
  got: NumberOrArray,
  of: NumberOrArray,
): void {
  const [shape, wanted] = [got, of].map((value) =>
    typeof value === "number" ? undefined : shapeText(value.shape),
  );
  if (shape === wanted) return;
  const expected =
    wanted === undefined
      ? words("expected.number", { name })
      : words("expected.shape", { name, shape: wanted });
  fail(who, expected, shape ?? words("got.aNumber"));
}

/** Zero, in a value's shape. */
export const zeroLike = (value: NumberOrArray): NumberOrArray =>
  typeof value === "number" ? 0 : map(value, () => 0);

/** The sum of two values of one shape. */
export function plus(a: NumberOrArray, b: NumberOrArray): NumberOrArray {
  if (typeof a === "number" || typeof b === "number") return Number(a) + Number(b);
  return mapPairs(a, b, (x, y) => x + y);
}

/** Whether two values are the same, but for the last digits that rounding leaves. */
export function isClose(a: NumberOrArray, b: NumberOrArray): boolean {
  if (typeof a !== "number" && typeof b !== "number" && !sameShape(a.shape, b.shape)) return false;
  if (typeof a !== typeof b) return false;
  const [left, right] = [a, b].map((value) => (typeof value === "number" ? [value] : flat(value)));
  return Array.from(left).every((x, i) => {
    const y = right[i];
    return x === y || Math.abs(x - y) <= 1e-9 * Math.max(1, Math.abs(x), Math.abs(y));
  });
}

/**
 * A value in one line: a number, a small array with its numbers, a large one as its shape.
 *
 * @example
 * valueText(2.2); // "2.2"
 * valueText(toNdArray([[1, 2], [3, 4]])); // "[[1, 2], [3, 4]]"
 * valueText(nj.zeros([100, 784])); // "[100, 784]"
 */
export function valueText(value: NumberOrArray): string {
  if (typeof value === "number") return formatNumber(value);
  if (value.size > SMALL) return shapeText(value.shape);
  const text = (part: unknown): string =>
    Array.isArray(part) ? `[${part.map(text).join(", ")}]` : formatNumber(part as number);
  return text(value.tolist());
}

/**
 * A value as the lines that stand at an edge: of an array its shape, and when it is small its rows,
 * a long vector with one number a line.
 */
export function valueLines(value: NumberOrArray): string[] {
  if (typeof value === "number") return [formatNumber(value)];
  const shape = shapeText(value.shape);
  if (value.size > SMALL || value.ndim > 2) return [shape];
  const numbers = Array.from(flat(value), formatNumber);
  const length = value.shape[value.ndim - 1];
  const rows = Array.from({ length: numbers.length / length }, (_, i) =>
    numbers.slice(i * length, (i + 1) * length).join(", "),
  );
  const tall = value.ndim === 1 && rows[0].length > 18;
  return [...(tall ? numbers : rows), shape];
}
