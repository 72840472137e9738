import { describe } from "../arrays/describe";
import { fail } from "../arrays/fail";
import { words } from "../text/texts";
import { expectNet, expectSamples } from "./expect";
import type { Network } from "./network";
import { predict } from "./predict";
import type { Samples } from "./samples";

/**
 * The part of the samples whose label a net predicts, from 0 to 1.
 *
 * Introduced in lesson 11.
 *
 * @param samples a data set with labels
 * @throws when net is none, or samples are no data set, an empty one or one without labels
 *
 * @example
 * const net = new Network({ Affine1: new Affine([[1, 0], [0, 1]], [0, 0]) });
 * accuracy(net, new Dataset([[3, 1], [2, 7], [5, 4]], [0, 0, 0])).toFixed(4); // 0.6667
 */
export function accuracy(net: Network, samples: Samples & { t: ArrayLike<number> }): number {
  expectNet("accuracy", net, "forward");
  expectSamples("accuracy", "samples", samples);
  const { t, length } = samples;
  if (length === 0)
    fail("accuracy", words("expected.someSample"), { sentence: words("instead.none") });
  if (typeof t?.length !== "number" || t.length !== length) {
    fail("accuracy", words("expected.labelsBeside", { count: length }), describe(t));
  }
  const right = predict(net, samples).filter((label, i) => label === t[i]).length;
  return right / length;
}
