import { inspect } from "node:util";
import { formatNumber } from "../words/format-number";
import type { NodeLayer, Operation } from "./operations";

/** How a node came to be. */
export interface NodeOptions {
  name: string;
  /** Whether somebody chose the name; otherwise drawings leave it out. */
  named: boolean;
  /** What an input counts, such as won or pieces. */
  unit?: string;
  operation?: Operation;
  inputs?: readonly GraphNode[];
}

/** An input or an operation of a graph; `g.input`, `g.mul` and `g.add` give it for building on. */
export class GraphNode {
  readonly name: string;
  readonly named: boolean;
  readonly unit: string;
  readonly operation: Operation | undefined;
  /** The layer that computes it; an input has none. */
  readonly layer: NodeLayer | undefined;
  readonly inputs: readonly GraphNode[];
  /** What went forward out of it. */
  value: number | undefined;
  /** What came backward to it: the sum over all its uses. */
  gradient: number | undefined;
  /** What it sent backward to each of its inputs. */
  sent: readonly number[] = [];

  constructor({ name, named, unit = "", operation, inputs = [] }: NodeOptions) {
    this.name = name;
    this.named = named;
    this.unit = unit;
    this.operation = operation;
    this.layer = operation?.makeLayer();
    this.inputs = inputs;
  }

  /** As `apple × appleNum`; an input is its name. */
  get formula(): string {
    if (this.operation === undefined) return this.name;
    return this.inputs.map(({ name }) => name).join(` ${this.operation.symbol} `);
  }

  [inspect.custom](): string {
    const value = this.value === undefined ? "?" : formatNumber(this.value);
    return this.operation
      ? `${this.name} = ${this.formula} = ${value}`
      : `${this.name} = ${value}${this.unit && ` ${this.unit}`}`;
  }
}
