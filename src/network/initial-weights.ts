import { describe } from "../arrays/describe";
import { fail } from "../arrays/fail";
import type { FloatType, NdArray } from "../arrays/numjs-types";
import { Random } from "../arrays/random";
import { home } from "../home/here";
import { words } from "../text/texts";

/** How far initial weights spread: by a rule for the number of inputs, or a deviation. */
export type Spread = "he" | "xavier" | number;

/**
 * Random weights to start from, normally distributed with mean 0. `he` gives them the deviation
 * √(2/D), which suits ReLU, `xavier` √(1/D), which suits sigmoid; a number is the deviation itself.
 *
 * Sources: He and others, "Delving Deep into Rectifiers" (2015); Glorot and Bengio, "Understanding
 * the difficulty of training deep feedforward neural networks" (2010), in the book's form, which
 * looks at the D inputs only.
 *
 * @param random the generator that is drawn from
 * @param shape [D, M]: D inputs, M outputs
 * @throws when random is no generator, shape not [D, M], or the spread none of these or negative
 *
 * @example
 * initialWeights(new Random(1), [784, 50]).shape; // [ 784, 50 ]
 * initialWeights(new Random(1), [2, 3], 0).tolist(); // [ [ 0, 0, 0 ], [ 0, 0, 0 ] ]
 */
export function initialWeights(
  random: Random,
  shape: readonly [D: number, M: number],
  spread: Spread = "he",
  dtype: FloatType = "float32",
): NdArray {
  const who = "initialWeights";
  if (!(random instanceof Random)) fail(who, words("expected.random"), describe(random));
  if (!Array.isArray(shape) || shape.length !== 2 || !shape.every((length) => length > 0)) {
    fail(who, words("expected.weightShape"), home.inspect(shape));
  }
  const [D] = shape;
  const deviation =
    spread === "he" ? Math.sqrt(2 / D) : spread === "xavier" ? Math.sqrt(1 / D) : spread;
  if (!(typeof deviation === "number" && deviation >= 0 && Number.isFinite(deviation))) {
    fail(who, words("expected.spread"), home.inspect(spread));
  }
  const weights = random.normal(shape, dtype);
  const { data } = weights.selection;
  // + 0: a deviation of 0 gives 0, never −0.
  for (let i = 0; i < data.length; i++) data[i] = data[i] * deviation + 0;
  return weights;
}
