import type { Filling } from "../text/fill";
import { words } from "../text/texts";
import { describeAt, shapeText } from "./describe";
import { fail } from "./fail";
import type { TypedArray } from "./numjs-types";
import { sizeOf } from "./row-major";

/**
 * The numbers of nested lists, row after row, and their shape.
 *
 * @throws when something in them is not a number, or rows differ in length
 */
export function readRows(
  rows: readonly unknown[],
  who: Filling,
  name: Filling,
): { data: Float64Array; shape: number[] } {
  const shape: number[] = [];
  for (let row: unknown = rows; isRow(row); row = row[0]) shape.push(row.length);
  const data = new Float64Array(sizeOf(shape));
  let next = 0;
  const read = (row: unknown, axis: number, at: readonly number[]): void => {
    if (!isRow(row)) fail(who, words("expected.rows", { name }), describeAt(row, at));
    if (row.length !== shape[axis]) {
      const got = { length: row.length, at: shapeText(at), wanted: shape[axis] };
      fail(who, words("expected.equalRows", { name }), words("got.lengthAt", got));
    }
    for (let i = 0; i < row.length; i++) {
      const value = row[i];
      if (axis < shape.length - 1) read(value, axis + 1, [...at, i]);
      else if (typeof value === "number") data[next++] = value;
      else fail(who, words("expected.onlyNumbers", { name }), describeAt(value, [...at, i]));
    }
  };
  read(rows, 0, []);
  return { data, shape };
}

/** Whether a value is a flat list of numbers of one type. */
export function isTypedArray(value: unknown): value is TypedArray {
  return (
    ArrayBuffer.isView(value) &&
    !(
      value instanceof DataView ||
      value instanceof BigInt64Array ||
      value instanceof BigUint64Array
    )
  );
}

function isRow(value: unknown): value is readonly unknown[] | TypedArray {
  return Array.isArray(value) || isTypedArray(value);
}
