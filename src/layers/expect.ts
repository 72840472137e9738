import { describe, describeAt, shapeText } from "../arrays/describe";
import { fail } from "../arrays/fail";
import { allFinite, firstNonFinite } from "../arrays/finite";
import { sameShape } from "../arrays/map";
import type { ArrayInput, NdArray } from "../arrays/numjs-types";
import { toNdArray } from "../arrays/to-ndarray";
import type { Checked } from "../arrays/wasm/passes";
import type { Words } from "../text/languages";
import { words } from "../text/texts";
import type { NumberOrArray } from "./each";

/** Gives back what forward kept, or says that forward has not been called. */
export function kept<Value>(who: string, value: Value | undefined): Value {
  if (value !== undefined) return value;
  return fail(who, words("expected.forwardFirst"), { sentence: words("instead.forwardValues") });
}

/** Gives back a number that is neither NaN nor Infinity. */
export function finiteNumber(who: string, name: string | Words, value: number): number {
  if (Number.isFinite(value)) return value;
  return fail(who, words("expected.finiteNumber", { name }), describe(value));
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
    return fail(who, words("expected.array", { name }), words("got.number", { number: values }));
  const array = toNdArray(values, who, name);
  if (array.size === 0) fail(who, words("expected.numbers", { name }), words("got.emptyArray"));
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
    return fail(who, words("expected.numberAsGiven", { name: "dout" }), shapeText(upstream.shape));
  }
  if (typeof upstream === "number") {
    const expected = words("expected.shape", { name: "dout", shape: shapeText(output.shape) });
    return fail(who, expected, words("got.number", { number: upstream }));
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
  fail(who, words("expected.shape", { name, shape: shapeText(shape) }), shapeText(array.shape));
}

/** Ends the call at the first NaN or Infinity of these. */
export function expectFinite(who: string, values: Record<string, NumberOrArray>): void {
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === "number") {
      finiteNumber(who, name, value);
      continue;
    }
    if (allFinite(value)) continue;
    const found = firstNonFinite(value);
    if (found) fail(who, words("expected.finite", { name }), describeAt(found.value, found.index));
  }
}

/**
 * Gives back what was computed. It shows whatever its operands hold, and is small beside them: only
 * when it is not finite are they searched for the NaN or Infinity that it comes from.
 *
 * @param operands by the names errors give them, in the order in which they are searched
 * @param name of the result, which is to blame when all operands are finite
 */
export function guarded<Out>(
  who: string,
  { out, finite }: Checked<Out>,
  operands: Record<string, NumberOrArray>,
  name?: string,
): Out {
  if (finite) return out;
  expectFinite(who, operands);
  if (name !== undefined) expectFinite(who, { [name]: out as NumberOrArray });
  return out;
}
