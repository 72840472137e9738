import { fail } from "../arrays/fail";
import { NdArray } from "../arrays/nj";
import { home } from "../home/here";
import { words } from "../text/texts";

/** A single number that can be moved: a place in an array, a list, or a field of an object. */
export interface Spot {
  index: number[];
  get(): number;
  set(value: number): void;
}

/** The numbers of an array or of nested lists, each as a spot. */
export function spotsOf(values: unknown): Spot[] {
  const spots: Spot[] = [];
  const walk = (part: unknown, index: number[]): void => {
    if (part instanceof NdArray) {
      for (const place of placesOf(part.shape)) {
        spots.push({
          index: [...index, ...place],
          get: () => part.get(...place),
          set: (value) => part.set(...place, value),
        });
      }
      return;
    }
    const list = part as number[];
    for (let i = 0; i < list.length; i++) {
      if (typeof list[i] !== "number") walk(list[i], [...index, i]);
      else {
        const set = (value: number) => {
          list[i] = value;
        };
        spots.push({ index: [...index, i], get: () => list[i], set });
      }
    }
  };
  walk(values, []);
  return spots;
}

function placesOf(shape: readonly number[]): number[][] {
  return shape.reduce<number[][]>(
    (places, length) => places.flatMap((place) => Array.from({ length }, (_, i) => [...place, i])),
    [[]],
  );
}

/** f with a number moved up by h, and down by h; afterwards the number is what it was. */
export function aroundSpot(f: () => number, spot: Spot, h: number): [above: number, below: number] {
  home.look();
  const value = spot.get();
  try {
    spot.set(value + h);
    const above = f();
    spot.set(value - h);
    return [above, f()];
  } finally {
    spot.set(value);
  }
}

/**
 * The gradient of `f` with respect to every number of x, by central differences: (f(x + h) − f(x − h))
 * / 2h. x is changed in place, one number at a time, and put back.
 *
 * Introduced in lesson 10.
 *
 * Source: Saito, "Deep Learning from Scratch" (2016), section 4.4.
 *
 * @param f what is differentiated; it reads x
 * @param h the step
 * @returns an array of x's shape
 * @throws when h is not a positive number, or f does not give a number
 *
 * @example
 * const x = toNdArray([3, 4]);
 * const slopes = numericGradient(() => x.get(0) ** 2 + x.get(1) ** 2, x);
 * [slopes.get(0).toFixed(4), slopes.get(1).toFixed(4)]; // [ '6.0000', '8.0000' ]
 */
export function numericGradient(f: () => number, x: NdArray, h = 1e-4): NdArray {
  const who = "numericGradient";
  if (!(x instanceof NdArray)) fail(who, words("expected.ndArray", { name: "x" }), home.inspect(x));
  expectStep(who, h);
  const slopes = spotsOf(x).map((spot) => {
    const [above, below] = aroundSpot(f, spot, h);
    for (const value of [above, below]) {
      if (typeof value !== "number") fail(who, words("expected.fNumber"), home.inspect(value));
    }
    return (above - below) / (2 * h);
  });
  return new NdArray(Float64Array.from(slopes), x.shape);
}

/** Ends a call whose h is no step. */
export function expectStep(who: string, h: number): void {
  if (!(typeof h === "number" && h > 0 && h < Infinity)) {
    fail(who, words("expected.positive", { name: "h" }), home.inspect(h));
  }
}
