import { type FloatData, floatData } from "./flat";
import type { Matrix } from "./matrix";
import { multiply } from "./multiply";
import { multiplySmall } from "./multiply-small";
import type { FloatType } from "./numjs-types";
import { multiplyInWasm, type Product, type ProductParts } from "./wasm/multiply";

/** So many multiplications are done before the operands of a larger product are packed or copied. */
const SMALL = 4096;

/** A·B, in the way that is fastest for its size. The inner lengths must fit. */
export function product(A: Matrix, B: Matrix, type: FloatType, parts: ProductParts = {}): Product {
  const isSmall = A.rows * A.columns * B.columns <= SMALL;
  const done = isSmall ? undefined : multiplyInWasm(A, B, type, parts);
  if (done) return done;
  const { bias, into } = parts;
  const data = floatData(type, A.rows * B.columns);
  (isSmall ? multiplySmall : multiply)(A, B, data);
  if (bias) addToRows(data, bias);
  const finite = allNumbersFinite(data);
  if (!into || !finite) return { data, finite };
  into.set(data);
  return { data: into, finite };
}

function addToRows(data: FloatData, bias: ArrayLike<number>): void {
  for (let at = 0; at < data.length; ) {
    for (let j = 0; j < bias.length; j++) data[at++] += bias[j];
  }
}

function allNumbersFinite(values: FloatData): boolean {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] * 0;
  return sum === 0;
}
