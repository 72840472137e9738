import { argmax } from "../arrays/argmax";
import type { ArrayInput } from "../arrays/numjs-types";
import { toNdArray } from "../arrays/to-ndarray";
import { expectNet } from "./expect";
import type { Network } from "./network";
import type { Samples } from "./samples";

/** Samples that go through the net together: as many as keep its arrays small. */
const TOGETHER = 500;

/**
 * The label that a net gives each sample: the class of its highest score.
 *
 * Introduced in lesson 11.
 *
 * @param x shape [N, D], or a data set
 * @returns N labels
 * @throws when net is none, or x neither an array of numbers nor a data set
 *
 * @example
 * const net = new Network({ Affine1: new Affine([[1, 0], [0, 1]], [0, 0]) });
 * predict(net, [[3, 1], [2, 7]]); // [ 0, 1 ]
 * predict(net, new Dataset([[3, 1], [2, 7]], [0, 0])); // [ 0, 1 ]
 */
export function predict(net: Network, x: ArrayInput | Samples): number[] {
  expectNet("predict", net, "forward");
  if (!isSamples(x)) return argmax(net.forward(toNdArray(x, "predict", "x")));
  const labels: number[] = [];
  for (let from = 0; from < x.length; from += TOGETHER) {
    const count = Math.min(TOGETHER, x.length - from);
    const places = Array.from({ length: count }, (_, i) => from + i);
    labels.push(...argmax(net.forward(x.batch(places).x)));
  }
  return labels;
}

function isSamples(x: ArrayInput | Samples): x is Samples {
  return typeof (x as Samples | undefined)?.batch === "function";
}
