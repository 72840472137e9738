import { type FloatData, floatData } from "../flat";
import type { Matrix } from "../matrix";
import type { FloatType } from "../numjs-types";
import { engine } from "./engine";
import { Workspace } from "./workspace";

/** Besides its operands, what a product is given. */
export interface ProductParts {
  /** Added to each row. */
  bias?: ArrayLike<number>;
  /** Where the numbers go if all are finite; else, and without it, to a new array. */
  into?: FloatData;
}

/** The numbers of a product, row after row, and whether none of them is NaN or Infinity. */
export interface Product {
  data: FloatData;
  finite: boolean;
}

/**
 * A·B by the compiled kernels. Operands are copied as they lie, plain or transposed, unless they have
 * gaps or run backwards.
 *
 * @returns nothing when there is no engine for it but JavaScript
 */
export function multiplyInWasm(
  A: Matrix,
  B: Matrix,
  type: FloatType,
  { bias, into }: ProductParts,
): Product | undefined {
  const found = engine();
  if (found === undefined) return undefined;
  const { rows, columns: inner } = A;
  const { columns } = B;
  const left = lying(A);
  const right = lying(B);
  const length = rows * columns;
  const size = type === "float32" ? 4 : 8;
  const scratch = found.kernels.scratchSize(rows, columns, size);
  const lengths = [left.values.length, right.values.length, length, bias?.length ?? 0];
  const space = Workspace.open(type, lengths, scratch);
  if (space === undefined) return undefined;
  const a = space.put(left.values);
  const b = space.put(right.values);
  const out = space.place(length);
  const biases = bias && space.put(bias);
  const [multiply, addBias, finite] =
    type === "float32"
      ? [space.kernels.product32, space.kernels.addBias32, space.kernels.finite32]
      : [space.kernels.product64, space.kernels.addBias64, space.kernels.finite64];
  multiply(
    a,
    left.rowStep * size,
    left.columnStep * size,
    b,
    right.rowStep * size,
    right.columnStep * size,
    out,
    rows,
    inner,
    columns,
    space.place(0),
  );
  if (biases !== undefined) addBias(out, biases, rows, columns);
  const allFinite = finite(out, length) !== 0;
  return { data: space.take(out, length, allFinite ? into : undefined), finite: allFinite };
}

interface Lying {
  values: ArrayLike<number>;
  rowStep: number;
  columnStep: number;
}

/** The numbers of a matrix, of which one of its steps goes from neighbour to neighbour. */
function lying({ data, offset, rows, columns, rowStep, columnStep }: Matrix): Lying {
  const span = (rows - 1) * rowStep + (columns - 1) * columnStep + 1;
  const neighbours =
    (rowStep === 1 && columnStep >= rows) ||
    (columnStep === 1 && rowStep >= columns) ||
    (rows === 1 && columnStep === 1) ||
    (columns === 1 && rowStep === 1);
  if (neighbours && !Array.isArray(data) && span <= 2 * rows * columns) {
    return { values: data.subarray(offset, offset + span), rowStep, columnStep };
  }
  const values = floatData(data instanceof Float32Array ? "float32" : "float64", rows * columns);
  for (let i = 0, at = 0; i < rows; i++) {
    let from = offset + i * rowStep;
    for (let j = 0; j < columns; j++, from += columnStep) values[at++] = data[from];
  }
  return { values, rowStep: columns, columnStep: 1 };
}
