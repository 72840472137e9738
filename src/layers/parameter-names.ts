import { NdArray } from "../arrays/nj";
import { Affine } from "./affine";
import { Relu } from "./relu";
import { Sigmoid } from "./sigmoid";

/** Fields of what comes in and goes out: never parameters, whatever a layer keeps beside them. */
const NO_PARAMETERS = new Set(["x", "X", "y", "Y", "z", "Z", "t", "out", "loss"]);
const WEIGHTS: readonly string[] = ["W", "b"];
/** The library's own layers have no others; a training loop need not look. */
const PLAIN = new Set<unknown>([Affine, Relu, Sigmoid]);
const NOTHING: ReadonlySet<string> = new Set();
const NONE: Fields = new Map();

/** What stood in the fields of a layer that may be parameters. */
export type Fields = ReadonlyMap<string, unknown>;

/**
 * The fields of a layer that may be parameters beside W and b, as they are now: those named p of a
 * layer that also has a field dp, such as gamma beside dgamma.
 */
export function pairedFields(layer: object): Fields {
  if (PLAIN.has(layer.constructor)) return NONE;
  const found = new Map<string, unknown>();
  const fields = layer as Record<string, unknown>;
  for (const key of Object.keys(layer)) {
    const rest = key.slice(1);
    const name = key[0] === "d" && rest in fields ? rest : key;
    if (!(`d${name}` in fields) || NO_PARAMETERS.has(name) || WEIGHTS.includes(name)) continue;
    found.set(name, fields[name]);
  }
  return found;
}

/** The fields that forward has given another value: intermediate results, and no parameters. */
export function setAnew(before: Fields, after: Fields): ReadonlySet<string> {
  if (after.size === 0) return NOTHING;
  const names = [...after.keys()];
  return new Set(names.filter((name) => !Object.is(before.get(name), after.get(name))));
}

/**
 * The names of a layer's parameters: W, b, and every other array p that backward keeps a gradient dp
 * for, such as gamma beside dgamma.
 *
 * Two kinds of pairs are none. x, y, z, t, out and loss are what goes in and comes out. And a parameter
 * is there before forward, which reads it and leaves it: what forward sets anew is an intermediate
 * result.
 *
 * @param anew what the last forward set anew
 *
 * @example
 * const norm = { gamma: toNdArray([1, 2]), dgamma: undefined, x: toNdArray([3]), dx: toNdArray([4]) };
 * parameterNames(norm); // [ 'gamma' ]
 * parameterNames(new Affine([[1]], [0])); // [ 'W', 'b' ]
 */
export function parameterNames(layer: object, anew = NOTHING): readonly string[] {
  const fields = layer as Record<string, unknown>;
  if (layer.constructor === Affine) return WEIGHTS;
  const others = [...pairedFields(layer)].filter(([name, value]) => {
    if (anew.has(name)) return false;
    // A list or a number is one only beside a gradient that is there: both have other uses too.
    return value instanceof NdArray || (isNumeric(value) && isNumeric(fields[`d${name}`]));
  });
  return [...WEIGHTS.filter((name) => fields[name] !== undefined), ...others.map(([name]) => name)];
}

const isNumeric = (value: unknown): boolean =>
  typeof value === "number" ||
  value instanceof NdArray ||
  ArrayBuffer.isView(value) ||
  (Array.isArray(value) && value.length > 0 && value.every(isNumeric));
