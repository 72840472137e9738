import { words } from "../../text/texts";
import { describe } from "../describe";
import { fail } from "../fail";
import { memoryOf } from "../memory";
import { numjs } from "../numjs";
import type { NdArray, Selection } from "../numjs-types";
import { isTypedArray, readRows } from "../read-rows";
import { called } from "./called";

/** What stands beside an array as an array; a list's numbers are not cut to the array's type. */
export function operandOf(who: string, value: unknown): NdArray {
  if (value instanceof numjs.NdArray) return value;
  if (isTypedArray(value)) return new numjs.NdArray(value, [value.length]);
  if (!Array.isArray(value))
    fail(called(who), words("expected.anyArrayOfNumbers"), describe(value));
  const { data, shape } = readRows(value, called(who), "values");
  return new numjs.NdArray(data, shape);
}

/** Whether writing to one view, number by number, may change what the other still has to give. */
export function disturbs(written: Selection, read: Selection): boolean {
  if (memoryOf(written.data) !== memoryOf(read.data)) return false;
  const same = (key: "shape" | "stride") =>
    written[key].every((length, axis) => length === read[key][axis]);
  const alike = written.data === read.data && written.offset === read.offset;
  return !(alike && same("shape") && same("stride"));
}
