import type { Selection, TypedArray } from "./numjs-types";

/** How many numbers a shape holds. */
export function sizeOf(shape: readonly number[]): number {
  let size = 1;
  for (let axis = 0; axis < shape.length; axis++) size *= shape[axis];
  return size;
}

/** Whether the numbers lie row after row without gaps. */
export function isContiguous({ shape, stride }: Selection): boolean {
  let expected = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    if (shape[axis] !== 1 && stride[axis] !== expected) return false;
    expected *= shape[axis];
  }
  return true;
}

/** The numbers of a view row after row: its own memory where they lie so, else a copy. */
export function rowMajor(view: Selection): TypedArray | number[] {
  const { data, shape, offset } = view;
  if (!isContiguous(view)) return gathered(view);
  const size = sizeOf(shape);
  if (offset === 0 && data.length === size) return data;
  return Array.isArray(data)
    ? data.slice(offset, offset + size)
    : data.subarray(offset, offset + size);
}

/** The numbers of a view row after row, in memory of their own. */
export function rowMajorCopy(view: Selection): TypedArray | number[] {
  const { data, shape, offset } = view;
  return isContiguous(view) ? data.slice(offset, offset + sizeOf(shape)) : gathered(view);
}

/** As many numbers of a type, all 0. */
export function emptyLike(data: TypedArray | number[], size: number): TypedArray | number[] {
  return Array.isArray(data)
    ? new Array<number>(size).fill(0)
    : new (data.constructor as Float64ArrayConstructor)(size);
}

function gathered({ data, shape, stride, offset }: Selection): TypedArray | number[] {
  const out = emptyLike(data, sizeOf(shape));
  let next = 0;
  const walk = (axis: number, position: number): void => {
    const step = stride[axis];
    for (let i = 0; i < shape[axis]; i++) {
      if (axis === shape.length - 1) out[next++] = data[position + i * step];
      else walk(axis + 1, position + i * step);
    }
  };
  walk(0, offset);
  return out;
}
