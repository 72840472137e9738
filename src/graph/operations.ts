import { AddLayer } from "../layers/add";
import { MulLayer } from "../layers/mul";
import type { Words } from "../words/language";

/** What a node needs of the layer inside it: as many gradients come back as values went in. */
export interface NodeLayer {
  forward(...inputs: number[]): number;
  backward(dout: number): readonly number[];
}

/** A kind of node. */
export interface Operation {
  /** What its circle shows. */
  symbol: string;
  words: Words;
  /** Each node gets a layer of its own, since a layer keeps the inputs of one node. */
  makeLayer(): NodeLayer;
}

/** All kinds of nodes: one row each. */
export const OPERATIONS = {
  mul: {
    symbol: "×",
    words: { en: "multiply", ko: "곱셈" },
    makeLayer: () => new MulLayer(),
  },
  add: {
    symbol: "+",
    words: { en: "add", ko: "덧셈" },
    makeLayer: () => new AddLayer(),
  },
} satisfies Record<string, Operation>;

export type OperationName = keyof typeof OPERATIONS;
