import { asArray } from "../arrays/as-array";
import { describe, shapeText } from "../arrays/describe";
import { fail } from "../arrays/fail";
import { flat } from "../arrays/flat";
import { map, mapPairs, sameShape } from "../arrays/map";
import { NdArray } from "../arrays/nj";
import type { ArrayInput } from "../arrays/numjs-types";
import type { Random } from "../arrays/random";
import { toNdArray } from "../arrays/to-ndarray";
import { home } from "../home/here";
import { pairedFields, parameterNames, setAnew } from "../layers/parameter-names";
import { words } from "../text/texts";

/** One thing that is differentiated: a parameter or an input, and its gradient by backprop. */
export interface Part {
  name: string;
  shape: readonly number[];
  /** Where its numbers are moved. */
  values: unknown;
  gradient: NdArray;
}

/** A net or layer as the check sees it: one number that depends on the numbers of its parts. */
export interface Subject {
  parts: Part[];
  /** The number at the numbers as they are. */
  loss: number;
  /** The number again, after some number was moved. */
  run: () => number;
  /** Runs forward once more, with all numbers put back. */
  restore: () => void;
  /** Whether backward wrote into the caller's dout. */
  doutChanged: boolean;
}

/** A net as it is checked. */
export interface CheckedNet {
  loss(x: never, t: never): number;
  gradient(x: never, t: never): Record<string, unknown>;
  readonly parameters: Record<string, NdArray>;
}

const WHO = "gradientCheck";

/** A net: its loss, and its parameters. */
export function netSubject(net: CheckedNet, inputs: readonly unknown[]): Subject {
  const [x, t] = inputs as [never, never];
  if (inputs.length !== 2)
    fail(WHO, words("expected.netInputs"), words("got.listOf", { count: inputs.length }));
  const run = () => aNumber(net.loss(x, t), "loss");
  run(); // which tells a net what its layers only keep for backward
  const gradients = net.gradient(x, t);
  const loss = run();
  const all = Object.entries(net.parameters).map(([name, values]) => {
    const gradient = gradientOf(gradients[name], name, values.shape).clone();
    return { name, shape: values.shape, values, gradient };
  });
  // One array under several names, as tied weights are: the loss changes by all its uses.
  const parts = all.map((part) => ({
    ...part,
    gradient: all
      .filter((other) => other !== part && sameView(other.values, part.values))
      .reduce((sum, { gradient }) => mapPairs(sum, gradient, (a, b) => a + b), part.gradient),
  }));
  return { parts, loss, run, restore: run, doutChanged: false };
}

/** Whether two arrays are one view of the same numbers. */
function sameView({ selection: a }: NdArray, { selection: b }: NdArray): boolean {
  return (
    a.data === b.data &&
    a.offset === b.offset &&
    sameShape(a.shape, b.shape) &&
    sameShape(a.stride, b.stride)
  );
}

/** A layer: the sum of its outputs, each times the upstream gradient; its inputs and parameters. */
export function layerSubject(layer: object, inputs: readonly unknown[], random: Random): Subject {
  const fields = layer as Record<string, unknown>;
  const { forward, backward } = fields as Record<string, (...given: unknown[]) => unknown>;
  const pass = (count: number) => {
    const given = inputs.map((value, i) =>
      i < count && isNumbers(value) ? toNdArray(value).clone() : asArray(value),
    );
    const before = pairedFields(layer);
    const out = numbersOf(forward.apply(layer, given), "forward");
    const anew = setAnew(before, pairedFields(layer));
    const dout = out instanceof NdArray ? random.normal(out.shape) : 2 + random.uniform();
    const lent = dout instanceof NdArray ? dout.clone() : dout;
    const gradients = inputGradients(backward.call(layer, lent), inputs.length, fields);
    const doutChanged = lent instanceof NdArray && dout instanceof NdArray && !lent.equal(dout);
    return { given, out, dout, gradients, doutChanged, anew };
  };
  // How many inputs have a gradient is known afterwards; so is what the first forward made for good.
  const first = pass(1);
  const known = first.gradients.length <= 1 && first.anew.size === 0;
  const { given, out, dout, gradients, doutChanged, anew } = known
    ? first
    : pass(Math.max(1, first.gradients.length));

  const parts: Part[] = [];
  const boxes = given.map((value) => (typeof value === "number" ? [value] : value));
  for (const [i, gradient] of gradients.entries()) {
    const name = inputs.length === 1 ? "x" : (["x", "y", "z"][i] ?? `x${i + 1}`);
    const shape = given[i] instanceof NdArray ? (given[i] as NdArray).shape : [];
    const checked = gradientOf(gradient, name, shape).clone();
    parts.push({ name, shape, values: boxes[i], gradient: checked });
  }
  for (const name of parameterNames(layer, anew)) {
    const field = fields[name];
    const values = typeof field === "number" ? boxOf(fields, name) : field;
    const shape = typeof field === "number" ? [] : toNdArray(field as ArrayInput).shape;
    const gradient = gradientOf(fields[`d${name}`], name, shape).clone();
    parts.push({ name, shape, values, gradient });
  }
  if (parts.length === 0)
    fail(WHO, words("expected.someGradient"), { sentence: words("instead.none") });

  const run = () => {
    const now = given.map((value, i) =>
      typeof value === "number" ? (boxes[i] as number[])[0] : value,
    );
    return weighted(numbersOf(forward.apply(layer, now), "forward"), dout);
  };
  return { parts, loss: weighted(out, dout), run, restore: run, doutChanged };
}

/** A field that holds a number, as a list of one. */
function boxOf(fields: Record<string, unknown>, name: string): number[] {
  return Object.defineProperty([0], 0, {
    get: () => fields[name],
    set: (value) => {
      fields[name] = value;
    },
  });
}

const isNumbers = (value: unknown): value is ArrayInput =>
  value instanceof NdArray || Array.isArray(value) || ArrayBuffer.isView(value);

/** A number or an array of numbers, whatever form it came in. */
function numbersOf(value: unknown, name: string): number | NdArray {
  if (typeof value === "number") return value;
  if (isNumbers(value)) return toNdArray(value, WHO, name);
  const expected =
    name === "forward"
      ? words("expected.forwardNumbers")
      : words("expected.numberOrArray", { name });
  return fail(WHO, expected, returned(value));
}

function aNumber(value: unknown, what: string): number {
  if (typeof value === "number") return value;
  return fail(WHO, words("expected.number", { name: what }), returned(value));
}

/** Says what a method gave back: here nobody could await it. */
const returned = (value: unknown) =>
  home.isPromise(value) ? words("got.fromAsync") : describe(value);

/** Σ out · dout. */
function weighted(out: number | NdArray, dout: number | NdArray): number {
  if (typeof out === "number" || typeof dout === "number") {
    return typeof out === "number" && typeof dout === "number"
      ? out * dout
      : fail(WHO, words("expected.sameForm"), words("got.bothForms"));
  }
  if (!sameShape(out.shape, dout.shape)) {
    const expected = words("expected.shapeAgain", { shape: shapeText(dout.shape) });
    fail(WHO, expected, shapeText(out.shape));
  }
  const [a, b] = [flat(out), flat(dout)];
  let sum = 0;
  for (let i = 0; i < b.length; i++) sum += a[i] * b[i];
  return sum;
}

/** What backward returned, for each input that it speaks of. */
function inputGradients(
  returned: unknown,
  inputs: number,
  layer: Record<string, unknown>,
): unknown[] {
  if (returned === undefined && layer.needsDx === false) return [];
  if (inputs > 1 && Array.isArray(returned)) return returned;
  return [returned];
}

/** A gradient as an array, in the shape of the thing it belongs to. */
function gradientOf(value: unknown, name: string, shape: readonly number[]): NdArray {
  if (value === undefined)
    fail(WHO, words("expected.givenGradient", { gradient: `d${name}` }), "undefined");
  const array = numbersOf(value, `d${name}`);
  if (typeof array === "number" && shape.length === 0) return toNdArray(array);
  const wanted = shape.length === 0 ? [1] : shape;
  if (typeof array !== "number" && sameShape(array.shape, wanted))
    return map(array, (value) => value);
  return fail(
    WHO,
    words("expected.shape", { name: `d${name}`, shape: shapeText(shape) }),
    typeof array === "number" ? words("got.number", { number: array }) : shapeText(array.shape),
  );
}
