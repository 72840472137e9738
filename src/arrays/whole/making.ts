import { home } from "../../home/here";
import { words } from "../../text/texts";
import { describe, shapeText } from "../describe";
import { fail } from "../fail";
import { numjs } from "../numjs";
import type { ArrayInput, DType, NdArray, NestedArray, NumJs, TypedArray } from "../numjs-types";
import { isTypedArray, readRows } from "../read-rows";
import { rowMajor } from "../row-major";
import { called } from "./called";
import { operandOf } from "./operands";

const TYPES = {
  float64: Float64Array,
  float32: Float32Array,
  int8: Int8Array,
  int16: Int16Array,
  int32: Int32Array,
  uint8: Uint8Array,
  uint16: Uint16Array,
  uint32: Uint32Array,
} as const;

/** Makes an array, always of memory of its own; an NdArray comes back as it is. */
export function array(values: NestedArray | TypedArray | number | NdArray, dtype?: DType): NdArray {
  if (values instanceof numjs.NdArray) return values;
  if (typeof values === "number") return array([values], dtype);
  if (isTypedArray(values)) {
    const data = dtype === undefined ? values.slice() : numbersOf(values, dtype);
    return new numjs.NdArray(data, [values.length]);
  }
  if (!Array.isArray(values))
    fail(called("nj.array"), words("expected.numbersInRows", { name: "values" }), describe(values));
  const { data, shape } = readRows(values, called("nj.array"), "values");
  return new numjs.NdArray(numbersOf(data, dtype ?? "array"), shape);
}

function numbersOf(values: TypedArray, dtype: DType): TypedArray | number[] {
  if (dtype === "array") return Array.from(values);
  const Type = TYPES[dtype] as Float64ArrayConstructor | undefined;
  if (Type) return Type.from(values);
  return unknownType(called("nj.array"), dtype);
}

const isType = (name: string): boolean => name === "array" || Object.hasOwn(TYPES, name);

function unknownType(who: string, dtype: unknown): never {
  const known = [...Object.keys(TYPES), "array"].join(", ");
  return fail(who, words("expected.nameOneOf", { name: "dtype", known }), describe(dtype));
}

/** numjs's own way of making arrays of a shape, once shape and dtype are what it takes. */
export function ofShape(
  name: string,
  make: NumJs["zeros"],
): (shape: number | readonly number[], dtype?: DType) => NdArray {
  const who = `nj.${name}`;
  return (shape, dtype) => {
    const lengths: readonly unknown[] = Array.isArray(shape) ? shape : [shape];
    if (!lengths.every((length) => Number.isInteger(length) && (length as number) >= 0)) {
      fail(who, words("expected.lengths", { name: "shape" }), home.inspect(shape));
    }
    // Outside of what its types say, numjs takes a class of typed arrays too.
    const isKnown = dtype === undefined || typeof dtype === "function" || isType(dtype);
    if (!isKnown) unknownType(who, dtype);
    return make(shape, dtype);
  };
}

/** As NumPy counts: ⌈(stop − start) / step⌉ numbers, each start + i · step. */
export function arange(...given: (number | DType | undefined)[]): NdArray {
  const who = called("nj.arange");
  const rest = given.filter((value) => value !== undefined);
  const dtype =
    typeof rest.at(-1) === "string" && rest.length > 1 ? (rest.pop() as DType) : undefined;
  const numbers = rest as number[];
  const odd = rest.find((value) => typeof value !== "number");
  if (odd !== undefined) fail(who, words("expected.range"), describe(odd));
  if (numbers.length === 0) fail(who, words("expected.range"), { sentence: words("instead.none") });
  if (numbers.length > 3) {
    fail(who, words("expected.range"), words("got.countOfNumbers", { count: numbers.length }));
  }
  const [start, stop, step = 1] = numbers.length === 1 ? [0, numbers[0]] : numbers;
  const length = Math.max(0, Math.ceil((stop - start) / step));
  if (step === 0 || !Number.isFinite(length)) {
    fail(who, words("expected.stepLeads"), `${start}, ${stop}, ${step}`);
  }
  return array(Array.from({ length }, (_, i) => start + i * step) as number[], dtype);
}

/** Joins arrays along the last axis; one with an axis less than the others is a column beside them. */
export function concatenate(...given: ArrayInput[]): NdArray {
  const who = "nj.concatenate";
  const parts =
    given.length === 1 ? rowsOf(who, given[0]) : given.map((one) => operandOf(who, one));
  if (parts.length === 0)
    fail(who, words("expected.someArray"), { sentence: words("instead.none") });
  const ndim = Math.max(...parts.map((part) => part.ndim));
  const joined = parts.map((part) =>
    part.ndim === ndim - 1 && ndim > 1 ? part.reshape(...part.shape, 1) : part,
  );
  const shape = joined[0].shape.slice(0, -1);
  for (const part of joined) {
    const fits = part.ndim === ndim && shape.every((length, axis) => length === part.shape[axis]);
    if (!fits) {
      const shapes = parts.map((one) => shapeText(one.shape)).join(", ");
      fail(who, words("expected.alikeButLastAxis"), shapes);
    }
  }
  const length = joined.reduce((sum, part) => sum + part.shape[ndim - 1], 0);
  const rows = shape.reduce((product, axis) => product * axis, 1);
  const out: number[] = [];
  const values = joined.map((part) => rowMajor(part.selection));
  for (let row = 0; row < rows; row++) {
    for (const [i, part] of joined.entries()) {
      const width = part.shape[ndim - 1];
      for (let j = 0; j < width; j++) out.push(values[i][row * width + j]);
    }
  }
  return new numjs.NdArray(out, [...shape, length]);
}

/** numjs's own way of laying arrays upon each other, once there are some. */
export function stacked(stack: NumJs["stack"]): NumJs["stack"] {
  return (arrays, axis) => {
    if (Array.isArray(arrays) && arrays.length > 0) return stack(arrays, axis);
    return fail("nj.stack", words("expected.someArray"), describe(arrays));
  };
}

/** The arrays in one list of them. */
function rowsOf(who: string, given: ArrayInput): NdArray[] {
  if (Array.isArray(given))
    return given.map((row) => operandOf(who, typeof row === "number" ? [row] : row));
  const whole = operandOf(who, given);
  if (whole.ndim === 1) return [whole];
  return Array.from({ length: whole.shape[0] }, (_, i) => whole.pick(i));
}
