import { words } from "../../text/texts";
import { describe } from "../describe";
import { fail } from "../fail";
import type { NdArray, Selection } from "../numjs-types";

/** Reading and writing single numbers: only where there is one. */
export const places = {
  get(this: NdArray, ...index: number[]): number {
    const { selection } = this;
    const { length } = selection.shape;
    if (index.length !== length) {
      const expected =
        length === 1 ? words("expected.oneIndex") : words("expected.indices", { axes: length });
      fail("NdArray.get", expected, words("got.count", { count: index.length }));
    }
    return selection.data[placeOf("NdArray.get", selection, index)];
  },

  set(this: NdArray, ...indexThenValue: number[]): void {
    const who = "NdArray.set";
    const { selection } = this;
    const { length } = selection.shape;
    if (indexThenValue.length !== length + 1) {
      const expected =
        length === 1
          ? words("expected.oneIndexAndValue")
          : words("expected.indicesAndValue", { axes: length });
      fail(who, expected, words("got.countOfNumbers", { count: indexThenValue.length }));
    }
    const value = indexThenValue[length];
    if (typeof value !== "number") fail(who, words("expected.numberToPut"), describe(value));
    selection.data[placeOf(who, selection, indexThenValue)] = value;
  },
};

/** Where in memory the number of an index lies. */
function placeOf(who: string, { shape, stride, offset }: Selection, index: readonly number[]) {
  let place = offset;
  for (let axis = 0; axis < shape.length; axis++) {
    place += stride[axis] * along(who, index[axis], shape[axis], axis);
  }
  return place;
}

/** An index along an axis as a number from 0 on; negative ones count from the end. */
export function along(who: string, i: number, length: number, axis: number): number {
  if (Number.isInteger(i) && i < length && i >= -length) return i < 0 ? i + length : i;
  const got = typeof i === "number" ? `${i}` : describe(i);
  if (length === 0)
    return fail(who, words("expected.numbersAlong", { axis }), words("got.emptyAxis"));
  return fail(who, words("expected.indexAlong", { from: -length, to: length - 1, axis }), got);
}
