import { home } from "../home/here";
import { inEach, type Words } from "../text/languages";
import { words } from "../text/texts";
import { numjs } from "./numjs";

const LONGEST_TEXT = 40;

/**
 * Writes a shape the way messages and drawings show it.
 *
 * @example
 * shapeText([100, 784]); // [100, 784]
 */
export function shapeText(shape: readonly number[]): string {
  return `[${shape.join(", ")}]`;
}

/**
 * Says what a value is, for the end of an error message.
 *
 * @example
 * describe(Number.NaN).en; // NaN
 * describe("1,23,4").en; // the text "1,23,4"
 * describe(nj.zeros([2, 3])).en; // an array of shape [2, 3]
 * describe(Promise.resolve(3)).en; // a Promise: write await in front
 */
export function describe(value: unknown): Words {
  if (value instanceof numjs.NdArray)
    return words("got.arrayOfShape", { shape: shapeText(value.shape) });
  if (ArrayBuffer.isView(value)) return words("got.typedArray", { type: value.constructor.name });
  if (Array.isArray(value)) return words(value.length === 0 ? "got.emptyArray" : "got.array");
  switch (typeof value) {
    case "string": {
      const text = value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}…` : value;
      return words("got.text", { text: JSON.stringify(text) });
    }
    case "function":
      return words("got.function");
    case "object":
      if (value === null) return inEach(() => "null");
      return words(home.isPromise(value) ? "got.promise" : "got.object");
    default:
      return inEach(() => home.inspect(value));
  }
}

/** Says what stands at a place of an array, for the end of an error message. */
export function describeAt(value: unknown, at: readonly number[]): Words {
  return words("got.at", { value: describe(value), at: shapeText(at) });
}
