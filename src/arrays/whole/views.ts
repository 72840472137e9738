import { inEach, type Words } from "../../text/languages";
import { words } from "../../text/texts";
import { describe } from "../describe";
import { fail } from "../fail";
import { numjs } from "../numjs";
import type { NdArray } from "../numjs-types";
import { along } from "./places";

/** Views with NumPy's rules: negative indices count from the end, and no view leaves the array. */
export const views = {
  pick(this: NdArray, ...index: (number | null)[]): NdArray {
    const { data, shape, stride, offset } = this.selection;
    expectAxes("NdArray.pick", index, shape.length);
    const left = [...shape.keys()].filter((axis) => (index[axis] ?? null) === null);
    const start = index.reduce<number>((place, i, axis) => {
      if ((i ?? null) === null) return place;
      return place + stride[axis] * along("NdArray.pick", i as number, shape[axis], axis);
    }, offset);
    const [lengths, steps] = [shape, stride].map((all) => left.map((axis) => all[axis]));
    return new numjs.NdArray(data, lengths, steps, start);
  },

  lo(this: NdArray, ...from: number[]): NdArray {
    return cut(this, "NdArray.lo", from, (length, i) => [bound(length, i), length]);
  },

  hi(this: NdArray, ...to: number[]): NdArray {
    return cut(this, "NdArray.hi", to, (length, i) => [0, bound(length, i)]);
  },

  step(this: NdArray, ...steps: number[]): NdArray {
    const { data, shape, stride, offset } = this.selection;
    expectAxes("NdArray.step", steps, shape.length);
    let start = offset;
    const lengths = [...shape];
    const strides = [...stride];
    for (const [axis, step] of steps.entries()) {
      if ((step ?? null) === null) continue;
      if (!Number.isInteger(step) || step === 0) {
        fail("NdArray.step", words("expected.wholeStep"), textOf(step));
      }
      if (step < 0 && shape[axis] > 0) start += stride[axis] * (shape[axis] - 1);
      lengths[axis] = Math.ceil(shape[axis] / Math.abs(step));
      strides[axis] *= step;
    }
    return new numjs.NdArray(data, lengths, strides, start);
  },

  transpose(this: NdArray, ...given: number[] | [axes: number[]]): NdArray {
    const { data, shape, stride, offset } = this.selection;
    const all = [...shape.keys()];
    const axes = (Array.isArray(given[0]) ? given[0] : given) as number[];
    const order =
      given.length === 0
        ? all.reverse()
        : axes.map((axis) => (axis < 0 ? axis + all.length : axis));
    if (order.length !== shape.length || !shape.every((_, axis) => order.includes(axis))) {
      const expected = words("expected.axesOnce", { axes: all.join(", ") });
      const got = inEach((language) => axes.map((axis) => textOf(axis)[language]).join(", "));
      fail(
        "NdArray.transpose",
        expected,
        axes.length > 0 ? got : { sentence: words("instead.none") },
      );
    }
    const [lengths, strides] = [shape, stride].map((each) => order.map((axis) => each[axis]));
    return new numjs.NdArray(data, lengths, strides, offset);
  },
};

/** Cuts along each axis that an index is given for. */
function cut(
  array: NdArray,
  who: string,
  index: readonly number[],
  bounds: (length: number, i: number) => [from: number, to: number],
): NdArray {
  const { data, shape, stride, offset } = array.selection;
  expectAxes(who, index, shape.length);
  let start = offset;
  const lengths = [...shape];
  for (const [axis, i] of index.entries()) {
    if ((i ?? null) === null) continue;
    if (!Number.isInteger(i)) fail(who, words("expected.wholeNumbers"), textOf(i));
    const [from, to] = bounds(shape[axis], i);
    start += stride[axis] * from;
    lengths[axis] = to - from;
  }
  return new numjs.NdArray(data, lengths, stride, start);
}

/** A bound as Python's slices take it: from the end where it is negative, and never outside. */
const bound = (length: number, i: number): number =>
  i < 0 ? Math.max(0, length + i) : Math.min(length, i);

function expectAxes(who: string, index: readonly unknown[], ndim: number): void {
  if (index.length <= ndim) return;
  const expected =
    ndim === 1 ? words("expected.atMostOneIndex") : words("expected.atMostIndices", { axes: ndim });
  fail(who, expected, words("got.count", { count: index.length }));
}

const textOf = (value: unknown): Words =>
  typeof value === "number" ? inEach(() => `${value}`) : describe(value);
