import { type NdArray, nj } from "../../../src/arrays/nj";

/** What a learner's layer on arrays keeps, by any names. */
// biome-ignore lint/suspicious/noExplicitAny: learners keep what they like
export type Keeping = Record<string, any>;

/** A class with these two methods, named as a learner would name it. */
export function arrayLayer(
  forward: (this: Keeping, x: NdArray, t: NdArray) => unknown,
  backward: (this: Keeping, dout: NdArray) => unknown,
): unknown {
  class Mine {}
  Object.assign(Mine.prototype, { forward, backward });
  return Mine;
}

/** A class that is given W and b first. */
export function parameterLayer(
  forward: (this: Keeping, x: NdArray) => unknown,
  backward: (this: Keeping, dout: NdArray) => unknown,
): unknown {
  class Mine {
    constructor(
      readonly W: NdArray,
      readonly b: NdArray,
    ) {}
  }
  Object.assign(Mine.prototype, { forward, backward });
  return Mine;
}

/** Answers in odd forms, none of which may pass: a title, and a class. */
export const oddLayers: [string, unknown][] = [
  [
    "lists",
    arrayLayer(
      () => [[1, 2]],
      () => [[1, 2]],
    ),
  ],
  [
    "numbers",
    arrayLayer(
      () => 0.5,
      () => 0.25,
    ),
  ],
  [
    "NaN everywhere",
    arrayLayer(
      (x) => x.multiply(Number.NaN),
      (dout) => dout.multiply(Number.NaN),
    ),
  ],
  [
    "infinity everywhere",
    arrayLayer(
      (x) => x.add(1 / 0),
      (dout) => dout.add(1 / 0),
    ),
  ],
  [
    "its input",
    arrayLayer(
      (x) => x,
      (dout) => dout,
    ),
  ],
  [
    "zeros",
    arrayLayer(
      (x) => nj.zeros(x.shape),
      (dout) => nj.zeros(dout.shape),
    ),
  ],
  [
    "an empty array",
    arrayLayer(
      () => nj.zeros([0]),
      () => nj.zeros([0]),
    ),
  ],
  [
    "a promise",
    arrayLayer(
      async (x) => x,
      async (dout) => dout,
    ),
  ],
];
