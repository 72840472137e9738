import { makeNdArray } from "./make-ndarray";
import { NdArray } from "./nj";
import { isTypedArray } from "./read-rows";
import { toNdArray } from "./to-ndarray";

/** The ways in which lists are read. */
const READING = [
  ...(["at", "entries", "every", "filter", "find", "findIndex", "findLast", "flatMap"] as const),
  ...(["forEach", "includes", "indexOf", "join", "keys", "map", "reduce", "some"] as const),
  ...(["values", Symbol.iterator] as const),
];

/** What such an array inherits: all of an NdArray, and of a list what an NdArray does not have. */
const LISTED: object = Object.create(NdArray.prototype, {
  length: {
    get(this: NdArray) {
      return this.shape[0];
    },
  },
  ...Object.fromEntries(READING.map((name) => [name, { value: Array.prototype[name] }])),
});

/**
 * Lists of numbers as an array, so that a layer may ask for its axes: a typed array keeps its memory
 * and its type, lists become float64. It can still be read as the list: `t[0]`, `t.length`, `t.map`.
 * Anything else, a single number too, comes back as it is: the layer itself knows what to make of it.
 *
 * @example
 * asArray(new Uint8Array([2, 0])).dtype; // uint8
 * asArray([[0, 1], [1, 0]]).ndim; // 2
 * asArray([2, 0])[1]; // 0
 * asArray(3); // 3
 */
// biome-ignore lint/suspicious/noExplicitAny: what it is given decides what it gives
export function asArray(values: unknown): any {
  if (isTypedArray(values)) return listed(makeNdArray(values, [values.length]), values);
  if (!Array.isArray(values)) return values;
  try {
    return listed(toNdArray(values), values);
  } catch {
    return values;
  }
}

function listed({ selection }: NdArray, list: ArrayLike<unknown>): object {
  const array = Object.create(LISTED);
  array.selection = selection;
  for (let i = 0; i < list.length; i++) array[i] = list[i];
  return array;
}
