import type { NdArray } from "../arrays/numjs-types";
import type { Targets } from "./layer";

/** What a net learns from or is tested with: any data set that gives batches of samples. */
export interface Samples {
  /** How many samples there are: N. */
  readonly length: number;
  /** The samples at these places: x [n, D] and their targets. */
  batch(places: ArrayLike<number>): { x: NdArray; t: Targets };
}
