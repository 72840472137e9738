import { arrayText } from "../array-text";
import { numjs } from "../numjs";
import type { NdArray, NestedArray } from "../numjs-types";
import { rowMajorCopy } from "../row-major";

/** Copies of what a view shows, and not of the memory behind it. */
export const copies = {
  clone(this: NdArray): NdArray {
    return new numjs.NdArray(rowMajorCopy(this.selection), [...this.selection.shape]);
  },

  flatten(this: NdArray): NdArray {
    const values = rowMajorCopy(this.selection);
    return new numjs.NdArray(values, [values.length]);
  },

  tolist(this: NdArray): NestedArray {
    const { data, shape, stride, offset } = this.selection;
    const list = (axis: number, position: number): number | NestedArray =>
      axis === shape.length
        ? data[position]
        : Array.from({ length: shape[axis] }, (_, i) =>
            list(axis + 1, position + i * stride[axis]),
          );
    return list(0, offset) as NestedArray;
  },

  toString(this: NdArray): string {
    return arrayText(this);
  },
};
