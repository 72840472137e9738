import { NdArray } from "../../../../src/arrays/nj";
import type { TypedArray } from "../../../../src/arrays/numjs-types";
import { Random } from "../../../../src/arrays/random";

/** An array as mathematics has it: a shape, and the number at each place, row after row. */
export interface Truth {
  shape: readonly number[];
  values: readonly number[];
}

/** A view, and what it shows by the rule that made it. */
export interface Case {
  title: string;
  array: NdArray;
  truth: Truth;
  /** Gives a number the type that the array holds. */
  store: (value: number) => number;
}

const sizeOf = (shape: readonly number[]) => shape.reduce((size, length) => size * length, 1);

/** All places of a shape, row after row. */
export function placesOf(shape: readonly number[]): number[][] {
  return shape.reduce<number[][]>(
    (places, length) => places.flatMap((place) => Array.from({ length }, (_, i) => [...place, i])),
    [[]],
  );
}

/** The truth of a shape, from a rule for each place. */
export const truthOf = (
  shape: readonly number[],
  rule: (place: number[]) => number = () => 0,
): Truth => ({ shape, values: placesOf(shape).map(rule) });

/** The number at a place. */
export function at({ shape, values }: Truth, place: readonly number[]): number {
  return values[place.reduce((row, i, axis) => row * shape[axis] + i, 0)];
}

/** The numbers in nested lists, as `tolist` gives them. */
export function nested({ shape, values }: Truth): unknown {
  if (shape.length === 0) return values[0];
  const [length, ...rest] = shape;
  const part = sizeOf(rest);
  return Array.from({ length }, (_, i) =>
    nested({ shape: rest, values: values.slice(i * part, (i + 1) * part) }),
  );
}

type Step = { title: string; array: NdArray; truth: Truth };

/** The bounds that Python gives a slice of an axis. */
const bound = (length: number, i: number) =>
  i < 0 ? Math.max(0, length + i) : Math.min(length, i);

/** The truth behind a change of one axis to the places given. */
function along(truth: Truth, axis: number, places: readonly number[]): Truth {
  const shape = truth.shape.with(axis, places.length);
  return truthOf(shape, (place) => at(truth, place.with(axis, places[place[axis]])));
}

const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

/** One more view of a view, chosen by chance. */
function viewed({ title, array, truth }: Step, random: Random): Step {
  const { shape } = truth;
  const ndim = shape.length;
  const axis = random.integer(ndim);
  const length = shape[axis];
  const put = (value: number, rest: number) => shape.map((_, i) => (i === axis ? value : rest));
  const anyPlace = () => random.integer(2 * length + 4) - length - 2;
  switch (random.integer(6)) {
    case 0: {
      const turned = truthOf([...shape].reverse(), (place) => at(truth, [...place].reverse()));
      return { title: `${title}.T`, array: array.T, truth: turned };
    }
    case 1: {
      const order = random.integer(2) === 0 ? [...shape.keys()] : [...shape.keys()].reverse();
      order.push(order.shift() as number);
      const turned = truthOf(
        order.map((from) => shape[from]),
        (place) =>
          at(
            truth,
            shape.map((_, from) => place[order.indexOf(from)]),
          ),
      );
      const given = random.integer(2) === 0 ? array.transpose(order) : array.transpose(...order);
      return { title: `${title}.transpose(${order})`, array: given, truth: turned };
    }
    case 2: {
      if (ndim === 1 || length === 0) return { title, array, truth };
      const i = random.integer(2 * length) - length;
      const rest = shape.toSpliced(axis, 1);
      const place = i < 0 ? i + length : i;
      const picked = truthOf(rest, (at_) => at(truth, at_.toSpliced(axis, 0, place)));
      const index = shape.map((_, other) => (other === axis ? i : null)).slice(0, axis + 1);
      return { title: `${title}.pick(${index})`, array: array.pick(...index), truth: picked };
    }
    case 3: {
      const from = anyPlace();
      const cut = along(truth, axis, range(bound(length, from), length));
      const index = put(from, 0);
      return { title: `${title}.lo(${index})`, array: array.lo(...index), truth: cut };
    }
    case 4: {
      const to = anyPlace();
      const cut = along(truth, axis, range(0, bound(length, to)));
      const index = shape.map((whole, i) => (i === axis ? to : whole));
      return { title: `${title}.hi(${index})`, array: array.hi(...index), truth: cut };
    }
    default: {
      const step = [-3, -2, -1, 2, 3][random.integer(5)];
      const all = range(0, length);
      const order = step < 0 ? all.reverse() : all;
      const cut = along(
        truth,
        axis,
        order.filter((_, i) => i % Math.abs(step) === 0),
      );
      const index = put(step, 1);
      return { title: `${title}.step(${index})`, array: array.step(...index), truth: cut };
    }
  }
}

const SHAPES = [
  [5],
  [1],
  [0],
  [2, 3],
  [3, 3],
  [4, 5],
  [1, 4],
  [4, 1],
  [2, 0],
  [2, 3, 4],
  [3, 1, 2],
];
export const TYPES = [
  Array,
  Float64Array,
  Float32Array,
  Int8Array,
  Int16Array,
  Int32Array,
  Uint8Array,
  Uint8ClampedArray,
  Uint16Array,
  Uint32Array,
];
type Numbers = TypedArray | number[];

/** A whole array of a type, somewhere in a larger memory, with its truth. */
export function whole(
  Type: (typeof TYPES)[number],
  shape: readonly number[],
  random: Random,
  margin = 2,
): Case {
  const isFloat = Type === Array || Type === Float64Array || Type === Float32Array;
  const size = sizeOf(shape);
  // NaN around the numbers shows where somebody reads beside them.
  const raw = Array.from({ length: size + 2 * margin }, (_, i) => {
    if (i < margin || i >= size + margin) return Number.NaN;
    const value = isFloat ? random.uniform() * 8 - 3 : random.integer(9) - 3;
    return value;
  });
  const data = (Type === Array ? raw : new (Type as Float64ArrayConstructor)(raw)) as Numbers;
  const stride = shape.map((_, axis) => sizeOf(shape.slice(axis + 1)));
  const store = (value: number) =>
    Type === Array ? value : new (Type as Float64ArrayConstructor)([value])[0];
  const values = Array.from(data).slice(margin, margin + size);
  return {
    title: `${Type.name} [${shape}]`,
    array: new NdArray(data, shape, stride, margin),
    truth: { shape, values },
    store,
  };
}

/** The title of a view whose rows lie in the same place, as broadcasting makes it. */
export const REPEATED = "a repeated row";

/** Arrays of all types and many shapes, each seen whole and through chains of views. */
export function* cases(seed: number, chains: number): Generator<Case> {
  const random = new Random(seed);
  for (const Type of TYPES) {
    for (const shape of SHAPES) {
      for (let chain = 0; chain < chains; chain++) {
        const base = whole(Type, shape, random);
        let step: Step = base;
        for (let i = 0; i < chain % 4; i++) step = viewed(step, random);
        yield { ...step, store: base.store };
      }
    }
  }
  const row = new Float64Array([1, 2, 3]);
  const truth = truthOf([2, 3], ([, j]) => row[j]);
  const array = new NdArray(row, [2, 3], [0, 1], 0);
  yield { title: REPEATED, array, truth, store: (value) => value };
}
