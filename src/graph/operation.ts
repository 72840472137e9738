import type { NumberOrArray } from "../layers/each";
import type { Texts } from "../text/en";

/**
 * What a node needs of the layer inside it. `backward` gives one gradient for each input; or a
 * single one, which is the first input's, when the others have none (as targets).
 */
export interface NodeLayer {
  // biome-ignore lint/suspicious/noExplicitAny: a layer says itself what it takes and gives
  forward(...inputs: any[]): unknown;
  // biome-ignore lint/suspicious/noExplicitAny: a layer says itself what it takes and gives
  backward(dout: any): unknown;
}

/** The calculus of an operation on plain numbers: its value, and its local derivative for each input. */
export interface Rule {
  value(...inputs: number[]): number;
  /** NaN where there is no derivative. */
  slopes(inputs: readonly number[], out: number): number[];
}

/** A kind of node. */
export interface Operation {
  /** What its circle shows. */
  symbol: string;
  /** What stands between its inputs, where that is another sign. */
  sign?: string;
  /** How it is written with its inputs: between them, or before them. */
  form: "between" | "before";
  /** Whether its inputs can change places. */
  commutes?: boolean;
  /** The sentence that says what it does to a gradient; without one it is the one for all. */
  says?: `graph.${keyof Texts["graph"]}`;
  /** The row by whose rules a page computes it; a layer of one's own has none. */
  rule?: string;
  /** Each node gets a layer of its own, since a layer keeps the inputs of one node. */
  makeLayer(inputs?: readonly NumberOrArray[]): NodeLayer;
}
