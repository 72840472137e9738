import { words } from "../../text/texts";
import { fail } from "../fail";
import type { NdArray } from "../numjs-types";
import { rowMajor } from "../row-major";
import { called } from "./called";

/** The largest and the smallest number; NaN where one is, as in NumPy. */
export const totals = {
  max(this: NdArray): number {
    return extreme(this, "NdArray.max", Math.max);
  },

  min(this: NdArray): number {
    return extreme(this, "NdArray.min", Math.min);
  },
};

function extreme(array: NdArray, who: string, choose: (a: number, b: number) => number): number {
  const values = rowMajor(array.selection);
  if (values.length === 0)
    return fail(called(who), words("expected.someNumber"), words("got.emptyArray"));
  let found = values[0];
  for (let i = 1; i < values.length; i++) found = choose(found, values[i]);
  return found;
}
