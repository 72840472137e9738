import { fail } from "../arrays/fail";
import { INSPECT } from "../home/home";
import type { NumberOrArray } from "../layers/each";
import { formatNumber } from "../text/format-number";
import { words } from "../text/texts";
import type { NodeLayer, Operation } from "./operation";
import { valueText } from "./values";

/** What a node computes with: a node of the same graph, or a constant. */
export type Operand = GraphNode | number;

/** How a node came to be. */
export interface NodeOptions {
  name: string;
  /** Whether somebody chose the name; otherwise drawings leave it out. */
  named: boolean;
  /** What an input counts, such as won or pieces. */
  unit?: string;
  operation?: Operation;
  operands?: readonly Operand[];
}

/** An input or an operation of a graph; `g.input`, `g.mul` and `g.add` give it for building on. */
export class GraphNode {
  readonly name: string;
  readonly named: boolean;
  readonly unit: string;
  readonly operation: Operation | undefined;
  /** The layer that computes it; an input has none. */
  layer: NodeLayer | undefined;
  /** What it computes with: other nodes, and constants. */
  readonly operands: readonly Operand[];
  /** What went forward out of it. */
  value: NumberOrArray | undefined;
  /** What came backward to it: the sum over all its uses. */
  gradient: NumberOrArray | undefined;
  /** What it sent backward to each of its operands. */
  sent: readonly (NumberOrArray | undefined)[] = [];

  constructor({ name, named, unit = "", operation, operands = [] }: NodeOptions) {
    this.name = name;
    this.named = named;
    this.unit = unit;
    this.operation = operation;
    this.layer = operation?.makeLayer();
    this.operands = operands;
  }

  /** The nodes it builds on. */
  get inputs(): GraphNode[] {
    return this.operands.filter((operand) => operand instanceof GraphNode);
  }

  /** The values of its operands. */
  get arguments(): NumberOrArray[] {
    return this.operands.map((operand) => {
      if (typeof operand === "number") return operand;
      if (operand.value !== undefined) return operand.value;
      const expected = words("expected.valueOf", { name: operand.name });
      return fail("graph.forward", expected, { sentence: words("instead.none") });
    });
  }

  /** What its circle shows: its sign, with a constant beside it, as `×−1` or `1/x`. */
  get symbol(): string {
    const { symbol = "", commutes = false } = this.operation ?? {};
    const place = this.operands.findIndex((operand) => typeof operand === "number");
    if (place < 0) return symbol;
    const constant = formatNumber(this.operands[place] as number);
    if (this.operation?.form === "before") return `${symbol} ${constant}`;
    return place === 0 && !commutes ? `${constant}${symbol}x` : symbol + constant;
  }

  /** As `apple × appleNum` or `exp(x)`; an input is its name. */
  get formula(): string {
    return this.operation ? this.write(this.inputs.map(({ name }) => name)) : this.name;
  }

  /** The formula with these texts for its inputs. */
  write(texts: readonly string[]): string {
    if (this.operation === undefined) return texts.join();
    const { symbol, sign = symbol, form } = this.operation;
    const rest = [...texts];
    const all = this.operands.map((operand) =>
      typeof operand === "number" ? formatNumber(operand) : rest.shift(),
    );
    return form === "between" ? all.join(` ${sign} `) : `${symbol}(${all.join(", ")})`;
  }

  [INSPECT](): string {
    const value = this.value === undefined ? "?" : valueText(this.value);
    return this.operation
      ? `${this.name} = ${this.formula} = ${value}`
      : `${this.name} = ${value}${this.unit && ` ${this.unit}`}`;
  }
}
