import { inspect } from "node:util";
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
 * describe(Number.NaN); // NaN
 * describe("1,23,4"); // the text "1,23,4"
 * describe(nj.zeros([2, 3])); // an array of shape [2, 3]
 */
export function describe(value: unknown): string {
  if (value instanceof numjs.NdArray) return `an array of shape ${shapeText(value.shape)}`;
  if (ArrayBuffer.isView(value)) return `a ${value.constructor.name}`;
  if (Array.isArray(value)) return value.length === 0 ? "an empty array" : "an array";
  switch (typeof value) {
    case "string": {
      const text = value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}…` : value;
      return `the text ${JSON.stringify(text)}`;
    }
    case "function":
      return "a function";
    case "object":
      return value === null ? "null" : "an object";
    default:
      return inspect(value);
  }
}
