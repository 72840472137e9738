/** The number types an array can hold; "array" is a plain JavaScript array, numjs's own default. */
export type DType =
  | FloatType
  | "int8"
  | "int16"
  | "int32"
  | "uint8"
  | "uint16"
  | "uint32"
  | "array";

/** The number types the layers compute in. */
export type FloatType = "float64" | "float32";

/** A flat list of numbers of one type. */
export type TypedArray =
  | Float64Array
  | Float32Array
  | Int8Array
  | Int16Array
  | Int32Array
  | Uint8Array
  | Uint8ClampedArray
  | Uint16Array
  | Uint32Array;

/** Numbers in rows, as one types them: `[1, 2]`, `[[1, 2], [3, 4]]`, and deeper. */
export type NestedArray = readonly (number | TypedArray | NestedArray)[];

/** What numjs takes as an array. */
export type ArrayInput = NestedArray | TypedArray | NdArray;

/** The view beneath an NdArray: element [i, j] is `data[offset + i * stride[0] + j * stride[1]]`. */
export interface Selection {
  readonly data: TypedArray | number[];
  readonly shape: number[];
  readonly stride: number[];
  readonly offset: number;
}

/**
 * The part of numjs's array that does what it says, on every view. Where numjs's own does not, the
 * library puts its own in its place (see whole/).
 *
 * Indices and bounds that are negative count from the end, as in NumPy. Results have the number type
 * of the array whose method it is: whole numbers lose what lies behind the point.
 */
export interface NdArray {
  readonly selection: Selection;
  readonly size: number;
  readonly shape: number[];
  readonly ndim: number;
  readonly dtype: DType;
  /** The transposed array: a view, which shares its numbers. */
  readonly T: NdArray;

  /** The number at an index. @throws where there is none */
  get(...index: number[]): number;
  set(...indexThenValue: number[]): void;
  tolist<Nested extends NestedArray = NestedArray>(): Nested;
  /** What it shows, row after row, in memory of its own. */
  clone(): NdArray;
  /** A copy with one axis. */
  flatten(): NdArray;
  /** The same numbers row after row: a view where they can stay where they lie, else a copy. */
  reshape(...shape: number[] | [shape: number[]]): NdArray;
  transpose(...axes: number[] | [axes: number[]]): NdArray;
  /** One row (or `null` for all) along each axis, as a view. */
  pick(...index: (number | null)[]): NdArray;
  /** The view from these indices on. */
  lo(...from: number[]): NdArray;
  /** The view up to, not including, these indices. */
  hi(...to: number[]): NdArray;
  /** Every so many-th along each axis; backwards with a negative step. */
  step(...steps: number[]): NdArray;
  dot(other: ArrayInput): NdArray;

  /**
   * `copy = false` changes this array in place; so with all operations below. An array beside it that
   * lies in the same memory counts as it was.
   */
  add(other: number | ArrayInput, copy?: boolean): NdArray;
  subtract(other: number | ArrayInput, copy?: boolean): NdArray;
  multiply(other: number | ArrayInput, copy?: boolean): NdArray;
  divide(other: number | ArrayInput, copy?: boolean): NdArray;
  pow(other: number | ArrayInput, copy?: boolean): NdArray;
  assign(other: number | ArrayInput, copy?: boolean): NdArray;
  exp(copy?: boolean): NdArray;
  log(copy?: boolean): NdArray;
  sqrt(copy?: boolean): NdArray;
  /** As Math.round: halves go up. */
  round(copy?: boolean): NdArray;
  negative(): NdArray;

  /** Over the whole array. */
  sum(): number;
  mean(): number;
  /** NaN where one number is. @throws when there is no number */
  max(): number;
  min(): number;
  equal(other: ArrayInput): boolean;
  toString(): string;
}

/** numjs's array class. */
export interface NdArrayClass {
  new (selection: Selection): NdArray;
  new (
    data: TypedArray | number[],
    shape: readonly number[],
    stride?: readonly number[],
    offset?: number,
  ): NdArray;
  readonly prototype: NdArray;
}

/** The part of numjs that does what it says, on every view (see whole/). */
export interface NumJs {
  readonly NdArray: NdArrayClass;
  /** An array of the numbers of a list, in memory of its own. */
  array(values: NestedArray | number, dtype?: DType): NdArray;
  array(values: TypedArray, dtype: DType): NdArray;
  float64(values: NestedArray | TypedArray | number): NdArray;
  float32(values: NestedArray | TypedArray | number): NdArray;
  zeros(shape: number | readonly number[], dtype?: DType): NdArray;
  ones(shape: number | readonly number[], dtype?: DType): NdArray;
  identity(size: number, dtype?: DType): NdArray;
  arange(stop: number): NdArray;
  arange(start: number, stop: number, step?: number, dtype?: DType): NdArray;
  reshape(array: ArrayInput, shape: number | readonly number[]): NdArray;
  flatten(array: ArrayInput): NdArray;
  /** Along the last axis. */
  concatenate(...arrays: ArrayInput[]): NdArray;
  stack(arrays: readonly ArrayInput[], axis?: number): NdArray;
  /** Default: from 0 to 1. */
  clip(array: ArrayInput, min?: number, max?: number): NdArray;

  dot(a: ArrayInput, b: ArrayInput): NdArray;
  add(a: ArrayInput | number, b: ArrayInput | number): NdArray;
  subtract(a: ArrayInput | number, b: ArrayInput | number): NdArray;
  multiply(a: ArrayInput | number, b: ArrayInput | number): NdArray;
  divide(a: ArrayInput | number, b: ArrayInput | number): NdArray;
  power(a: ArrayInput | number, b: ArrayInput | number): NdArray;
  negative(array: ArrayInput): NdArray;
  abs(array: ArrayInput): NdArray;
  exp(array: ArrayInput): NdArray;
  log(array: ArrayInput): NdArray;
  sqrt(array: ArrayInput): NdArray;
  sum(array: ArrayInput): number;
  mean(array: ArrayInput): number;
  max(array: ArrayInput): number;
  min(array: ArrayInput): number;
  equal(a: ArrayInput, b: ArrayInput): boolean;
}
