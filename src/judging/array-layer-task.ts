import type { NestedArray } from "../arrays/numjs-types";
import type { NodeLayer } from "../graph/operation";
import type { Words } from "../text/language";
import type { Values } from "./array-result";
import type { OwedArray } from "./diagnose-array";

/** What a layer owes that takes and gives arrays (or numbers). */
export interface ArrayLayerTask<Trial extends Values> {
  /** The name the lesson gives the class. */
  layer: string;
  /** What the constructor is called with, by name, such as W and b; nothing when left out. */
  parameters?: readonly (keyof Trial & string)[];
  /** What forward is called with, by name; backward gets `dout`. */
  inputs: readonly (keyof Trial & string)[];
  /** A value for every name and for `dout`; the lesson's own arrays first. */
  trials: readonly { [Name in keyof Trial]: number | NestedArray }[];
  /** What to start with while the method is a blank. */
  start: { forward: Words; backward: Words };
  /** The right layer, new, for the parameters of a trial. */
  right: (trial: Trial) => NodeLayer;
  /** What is judged, in this order: what forward gives, what backward gives, what backward keeps. */
  forward: Owed<Trial>;
  backward: Owed<Trial>;
  kept?: readonly Owed<Trial>[];
}

/** A result by its name, such as out, loss, dx or dW; see {@link OwedArray}. */
export interface Owed<Trial extends Values> extends Omit<OwedArray<Trial>, "right"> {
  name: string;
}
