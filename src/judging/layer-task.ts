import type { Graph } from "../graph/graph";
import type { GraphNode } from "../graph/node";
import type { NodeLayer } from "../graph/operation";
import type { Words } from "../text/language";
import type { Likely } from "./diagnose";
import type { Values, Written } from "./result";

/** What a layer owes that takes and gives numbers or arrays. */
export type LayerTask<Trial extends Values> = {
  /** The name the lesson gives the class. */
  layer: string;
  /** What the constructor is called with, by name, such as W and b; nothing when left out. */
  parameters?: readonly (keyof Trial & string)[];
  /** What forward is called with, by name; backward gets `dout`. */
  inputs: readonly (keyof Trial & string)[];
  /** A value for every name and for `dout`; the lesson's own values first. */
  trials: readonly Written<Trial>[];
  /** What to start with while the method is a blank. */
  start: { forward: Words; backward: Words };
  /** What is judged, in this order: what forward gives, what backward gives, what backward keeps. */
  forward: Result<Trial>;
  /** One gradient, or the two of a node with two inputs, which come as a pair. */
  backward: Result<Trial> | readonly [Result<Trial>, Result<Trial>];
  kept?: readonly Result<Trial>[];
} & Right<Trial>;

/** The right layer, new, for the parameters of a trial; or the node of a graph that does the same. */
type Right<Trial> =
  | { right: (trial: Trial) => NodeLayer; node?: undefined }
  | { node: (g: Graph, ...inputs: GraphNode[]) => GraphNode; right?: undefined };

/** A result by its name, such as out, loss, dx or dW. */
export interface Result<Trial> extends Likely<Trial> {
  name: string;
}

/** What backward gives: one result, or two. */
export const gradientsOf = <Trial extends Values>({
  backward,
}: LayerTask<Trial>): readonly Result<Trial>[] =>
  Array.isArray(backward) ? backward : [backward as Result<Trial>];
