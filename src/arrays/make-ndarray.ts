import { NdArray } from "./nj";
import type { DType, Selection, TypedArray } from "./numjs-types";

type View = new (data: TypedArray, ...shapeStrideOffset: number[]) => Selection;

/** ndarray's own classes by count of axes, each taken from an array of that kind. */
const VIEWS32: View[] = [];
const VIEWS64: View[] = [];
const OTHER_VIEWS = new Map<unknown, View[]>();

/**
 * An array of numbers that lie row after row. It is what numjs's constructor makes, ten times as fast:
 * numjs gives each array five accessors of its own, here they are the class's.
 *
 * @example
 * makeNdArray(new Float64Array([1, 2, 3, 4]), [2, 2]).T.tolist(); // [ [ 1, 3 ], [ 2, 4 ] ]
 */
export function makeNdArray(data: TypedArray, shape: readonly number[]): NdArray {
  const views =
    data instanceof Float32Array ? VIEWS32 : data instanceof Float64Array ? VIEWS64 : viewsOf(data);
  views[shape.length] ??= new NdArray(data, shape).selection.constructor as View;
  const View = views[shape.length];
  const array: { selection: Selection } = Object.create(NdArray.prototype);
  array.selection = select(View, data, shape);
  return array as NdArray;
}

function viewsOf(data: TypedArray): View[] {
  const views = OTHER_VIEWS.get(data.constructor) ?? [];
  OTHER_VIEWS.set(data.constructor, views);
  return views;
}

function select(View: View, data: TypedArray, shape: readonly number[]): Selection {
  if (shape.length === 1) return new View(data, shape[0], 1, 0);
  if (shape.length === 2) return new View(data, shape[0], shape[1], shape[1], 1, 0);
  const stride: number[] = [];
  for (let axis = shape.length - 1, step = 1; axis >= 0; step *= shape[axis--]) stride[axis] = step;
  return new View(data, ...shape, ...stride, 0);
}

Object.defineProperties(NdArray.prototype, {
  size: accessor((array) => (array.selection as Selection & { size: number }).size),
  shape: accessor((array) => array.selection.shape),
  ndim: accessor((array) => array.selection.shape.length),
  T: accessor((array) => array.transpose()),
  dtype: {
    ...accessor((array) => (array.selection as Selection & { dtype: DType }).dtype),
    set(this: { selection: Selection }, dtype: DType) {
      const whole = new NdArray(this.selection) as { dtype: DType; selection: Selection };
      whole.dtype = dtype;
      this.selection = whole.selection;
    },
  },
});

function accessor(read: (array: NdArray) => unknown): PropertyDescriptor {
  return {
    get(this: NdArray) {
      return read(this);
    },
    configurable: true,
  };
}
