import { AddLayer } from "../layers/add";
import type { NumberOrArray } from "../layers/each";
import { MulLayer } from "../layers/mul";
import { DotLayer } from "./layers/dot-layer";
import * as rules from "./layers/rule-layers";
import { SumLayer } from "./layers/sum-layer";

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
  /** Each node gets a layer of its own, since a layer keeps the inputs of one node. */
  makeLayer(inputs?: readonly NumberOrArray[]): NodeLayer;
}

const numbersOnly = (inputs: readonly NumberOrArray[] = []) =>
  inputs.every((input) => typeof input === "number");

/** All kinds of nodes: one row each. */
export const OPERATIONS = {
  mul: {
    symbol: "×",
    form: "between",
    commutes: true,
    makeLayer: (inputs) => (numbersOnly(inputs) ? new MulLayer() : new rules.MulArrays()),
  },
  add: {
    symbol: "+",
    form: "between",
    commutes: true,
    makeLayer: (inputs) => (numbersOnly(inputs) ? new AddLayer() : new rules.AddArrays()),
  },
  sub: { symbol: "−", form: "between", makeLayer: () => new rules.SubLayer() },
  div: { symbol: "/", form: "between", makeLayer: () => new rules.DivLayer() },
  pow: { symbol: "^", form: "between", makeLayer: () => new rules.PowLayer() },
  exp: { symbol: "exp", form: "before", makeLayer: () => new rules.ExpLayer() },
  log: { symbol: "log", form: "before", makeLayer: () => new rules.LogLayer() },
  max: { symbol: "max", form: "before", commutes: true, makeLayer: () => new rules.MaxLayer() },
  sum: { symbol: "Σ", form: "before", makeLayer: () => new rules.SumOfTerms() },
  total: { symbol: "Σ", form: "before", makeLayer: () => new SumLayer() },
  dot: { symbol: "dot", sign: "·", form: "between", makeLayer: () => new DotLayer() },
} satisfies Record<string, Operation>;

export type OperationName = keyof typeof OPERATIONS;
