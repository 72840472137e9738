import { numjs } from "../numjs";
import type { ArrayInput, NdArray, NumJs } from "../numjs-types";
import { arithmetic, numberFirst } from "./arithmetic";
import { asCalled } from "./called";
import { copies } from "./copies";
import { arange, array, concatenate, ofShape, stacked } from "./making";
import { places } from "./places";
import { product } from "./product";
import { reshape } from "./reshape";
import { totals } from "./totals";
import { views } from "./views";

/** The functions that leave their work to a method of arrays or to another function. */
const NAMED = [
  ...([
    "arange",
    "array",
    "float64",
    "float32",
    "reshape",
    "flatten",
    "concatenate",
    "stack",
    "clip",
  ] as const),
  ...(["dot", "add", "subtract", "multiply", "divide", "power", "equal"] as const),
  ...(["negative", "abs", "exp", "log", "sqrt", "sum", "mean", "max", "min"] as const),
];

/**
 * Puts right what numjs gets wrong of that which the types offer, in its own class: on views, with
 * operands of other forms, in place, at the edges. What it gets right stays its own.
 */
export function makeWhole(): NumJs {
  const { NdArray } = numjs;
  // Those that build on numjs's own are made first, as long as it is there.
  const methods = { ...arithmetic(), dot: product(), ...copies, ...places, ...totals, ...views };
  for (const [name, value] of Object.entries({ ...methods, reshape })) {
    Object.defineProperty(NdArray.prototype, name, { value, configurable: true, writable: true });
  }
  const { add, subtract, multiply, divide, power, clip, zeros, ones, identity, stack } = numjs;
  const functions = {
    array,
    arange,
    concatenate,
    zeros: ofShape("zeros", zeros),
    ones: ofShape("ones", ones),
    identity: ofShape("identity", identity as NumJs["zeros"]),
    stack: stacked(stack),
    add: numberFirst("add", add),
    subtract: numberFirst("subtract", subtract),
    multiply: numberFirst("multiply", multiply),
    divide: numberFirst("divide", divide),
    power: numberFirst("pow", power),
    clip: (x: ArrayInput, min = 0, max = 1): NdArray => clip(x, min, max),
  };
  // numjs's other functions make their arrays with NdArray.new.
  Object.assign(NdArray, { new: array });
  Object.assign(numjs, functions);
  const all = numjs as unknown as Record<string, (...given: unknown[]) => unknown>;
  for (const name of NAMED) all[name] = asCalled(`nj.${name}`, all[name]);
  return numjs as NumJs;
}
