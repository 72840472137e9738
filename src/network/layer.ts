import type { NdArray } from "../arrays/numjs-types";
import type { Label, Labels } from "../layers/one-hot";

/**
 * What stands in a net: the library's layers, and a learner's own of the same skeleton. A layer with
 * W and b has parameters; its backward keeps their gradients as dW and db. So with other names: gamma
 * and dgamma, slope and dslope.
 */
export interface Layer {
  forward(x: NdArray): NdArray;
  backward(dout: NdArray): NdArray | undefined;
  W?: unknown;
  b?: unknown;
  dW?: unknown;
  db?: unknown;
  /** Where a layer has it: whether the next backward may write dW over the one before. */
  reuseGradients?: boolean;
}

/**
 * The last layer of a net: scores and targets in, one number out. Whatever list the targets were
 * given as, they come as an NdArray that can be read as the list, too; only a single label comes as a
 * number.
 */
export interface LossLayer {
  // biome-ignore lint/suspicious/noExplicitAny: a learner's class may take only some of the forms.
  forward(x: NdArray, t: any): number;
  backward(dout?: number): NdArray;
}

/** What a net is told to aim at: labels [N], or one-hot rows [N, C]. */
export type Targets = Labels | Label | NdArray | readonly (readonly number[])[];

/** Arrays by the names of the book: W1, b1, W2, b2, … */
export type NamedArrays = Record<string, NdArray>;
