import type { TypedArray } from "./numjs-types";

type Numbers = TypedArray | number[];

/** What numbers lie in: two with the same one may share some. */
export const memoryOf = (numbers: Numbers): object =>
  Array.isArray(numbers) ? numbers : numbers.buffer;

/** Whether two lists have a number in common. */
export function overlap(a: Numbers, b: Numbers): boolean {
  if (a === b) return true;
  if (Array.isArray(a) || Array.isArray(b) || a.buffer !== b.buffer) return false;
  const [first, second] = a.byteOffset <= b.byteOffset ? [a, b] : [b, a];
  return first.byteOffset + first.byteLength > second.byteOffset;
}
