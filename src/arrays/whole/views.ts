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
        fail("NdArray.step", "whole numbers other than 0", textOf(step));
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
      const got = axes.map(textOf).join(", ");
      fail("NdArray.transpose", `each of the axes ${all.join(", ")} once`, got || "none");
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
    if (!Number.isInteger(i)) fail(who, "whole numbers", textOf(i));
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
  fail(who, `at most ${ndim} ${ndim === 1 ? "index" : "indices"}`, `${index.length}`);
}

const textOf = (value: unknown): string =>
  typeof value === "number" ? `${value}` : describe(value);
