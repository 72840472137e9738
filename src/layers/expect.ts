import { describe, shapeText } from "../arrays/describe";
import { fail } from "../arrays/fail";
import { allFinite, firstNonFinite } from "../arrays/finite";
import { sameShape } from "../arrays/map";
import type { ArrayInput, NdArray } from "../arrays/numjs-types";
import { toNdArray } from "../arrays/to-ndarray";
import type { NumberOrArray } from "./each";

/** Gives back what forward kept, or says that forward has not been called. */
export function kept<Value>(who: string, value: Value | undefined): Value {
  if (value !== undefined) return value;
  return fail(who, "forward to have been called first", "no forward values");
}

/** Gives back a number that is neither NaN nor Infinity. */
export function finiteNumber(who: string, name: string, value: number): number {
  if (Number.isFinite(value)) return value;
  return fail(who, `${name} to be a finite number`, describe(value));
}

/** Gives back an array of numbers, none of them NaN or Infinity, and at least one. */
export function finiteArray(who: string, name: string, values: ArrayInput): NdArray {
  const array = arrayOf(who, name, values);
  expectFinite(who, { [name]: array });
  return array;
}

/** Gives back a number as it is and anything else as an array, both finite. */
export function finite(who: string, name: string, values: number | ArrayInput): NumberOrArray {
  return typeof values === "number"
    ? finiteNumber(who, name, values)
    : finiteArray(who, name, values);
}

/** Gives back an array of at least one number; the numbers themselves are not looked at. */
export function arrayOf(who: string, name: string, values: ArrayInput): NdArray {
  if (typeof values === "number")
    return fail(who, `${name} to be an array`, `the number ${values}`);
  const array = toNdArray(values, who, name);
  if (array.size === 0) fail(who, `${name} to hold numbers`, "an empty array");
  return array;
}

/** Gives back dout, finite and of the shape of what forward gave. */
export function likeOutput(
  who: string,
  dout: number | ArrayInput,
  output: NumberOrArray,
): NumberOrArray {
  const upstream = finite(who, "dout", dout);
  if (typeof output === "number") {
    if (typeof upstream === "number") return upstream;
    return fail(who, "dout to be a number, as forward was given one", shapeText(upstream.shape));
  }
  if (typeof upstream === "number") {
    return fail(who, `dout of shape ${shapeText(output.shape)}`, `the number ${upstream}`);
  }
  expectShape(who, "dout", upstream, output.shape);
  return upstream;
}

/** Ends the call unless an array has this shape. */
export function expectShape(
  who: string,
  name: string,
  array: NdArray,
  shape: readonly number[],
): void {
  if (sameShape(array.shape, shape)) return;
  fail(who, `${name} of shape ${shapeText(shape)}`, shapeText(array.shape));
}

/** Ends the call at the first NaN or Infinity of these arrays. */
export function expectFinite(who: string, arrays: Record<string, NdArray>): void {
  for (const [name, array] of Object.entries(arrays)) {
    if (allFinite(array)) continue;
    const found = firstNonFinite(array);
    if (found) fail(who, `${name} to be finite`, `${found.value} at ${shapeText(found.index)}`);
  }
}
