import { AddLayer } from "../layers/add";
import type { NumberOrArray } from "../layers/each";
import { MulLayer } from "../layers/mul";
import { DotLayer } from "./layers/dot-layer";
import { ruleLayer } from "./layers/rule-layer";
import { SumLayer } from "./layers/sum-layer";
import type { GraphNode, Operand } from "./node";
import type { NodeLayer, Operation, Rule } from "./operation";

type LayerClass = new () => NodeLayer;

/** All that there is to say of an operation; the comment above a row is its method's. */
interface RowBase extends Omit<Operation, "rule" | "makeLayer"> {
  /** Its method's inputs, with their names and types, as a list; an optional name follows them. */
  takes?: (...inputs: never[]) => readonly Operand[];
  /** The operation of which it is the form for a single input; that one's method makes it. */
  of?: string;
  /** The layer for plain numbers, where that is another one. */
  ofNumbers?: LayerClass;
}

/**
 * An operation by number rules. A page in which somebody changes an input computes with them too:
 * they use nothing but what they are given and `Math`.
 */
interface RuleRow extends RowBase, Rule {
  /** What errors call the layer that is made of the rules. */
  layer: string;
}

/** An operation with a layer of its own. */
interface LayerRow extends RowBase {
  layer: LayerClass;
}

/** All operations, one row each: whoever adds a row has added a method, a node and its drawing. */
export const ROWS = {
  /** Adds an add node: x + y. Two numbers meet in an AddLayer. */
  add: {
    symbol: "+",
    form: "between",
    commutes: true,
    takes: (x: Operand, y: Operand) => [x, y],
    value: (x, y) => x + y,
    slopes: () => [1, 1],
    says: "graph.add",
    layer: "AddArrays",
    ofNumbers: AddLayer,
  },
  /** Adds a subtract node: x − y. */
  sub: {
    symbol: "−",
    form: "between",
    takes: (x: Operand, y: Operand) => [x, y],
    value: (x, y) => x - y,
    slopes: () => [1, -1],
    says: "graph.sub",
    layer: "SubLayer",
  },
  /**
   * Adds a multiply node: x · y, of arrays number by number. Two numbers meet in a MulLayer.
   *
   * This and all other nodes take nodes of this graph or constants, and throw when one is neither,
   * or when the name is empty or taken.
   */
  mul: {
    symbol: "×",
    form: "between",
    commutes: true,
    takes: (x: Operand, y: Operand) => [x, y],
    value: (x, y) => x * y,
    slopes: ([x, y]) => [y, x],
    says: "graph.mul",
    layer: "MulArrays",
    ofNumbers: MulLayer,
  },
  /** Adds a divide node: x / y. */
  div: {
    symbol: "/",
    form: "between",
    takes: (x: Operand, y: Operand) => [x, y],
    value: (x, y) => x / y,
    slopes: ([x, y]) => [1 / y, -x / y ** 2],
    says: "graph.div",
    layer: "DivLayer",
  },
  /** Adds a power node: xⁿ. */
  pow: {
    symbol: "^",
    form: "between",
    takes: (x: Operand, n: Operand) => [x, n],
    value: (x, n) => x ** n,
    slopes: ([x, n], out) => [
      n === 0 ? 0 : n * x ** (n - 1),
      x === 0 && n > 0 ? 0 : out * Math.log(x),
    ],
    says: "graph.pow",
    layer: "PowLayer",
  },
  /** Adds an exponential node: exp(x). */
  exp: {
    symbol: "exp",
    form: "before",
    takes: (x: Operand) => [x],
    value: Math.exp,
    slopes: (_, out) => [out],
    says: "graph.exp",
    layer: "ExpLayer",
  },
  /** Adds a node for the natural logarithm: log(x). */
  log: {
    symbol: "log",
    form: "before",
    takes: (x: Operand) => [x],
    value: Math.log,
    slopes: ([x]) => [1 / x],
    says: "graph.log",
    layer: "LogLayer",
  },
  /** Adds a max node: the larger of x and y. The gradient goes to the larger; of equals to y. */
  max: {
    symbol: "max",
    form: "before",
    commutes: true,
    takes: (x: Operand, y: Operand) => [x, y],
    value: (x, y) => Math.max(x, y),
    // A gate: between two equal inputs all goes to the second, as in ReLU at 0.
    slopes: ([x, y]) => (x > y ? [1, 0] : [0, 1]),
    says: "graph.max",
    layer: "MaxLayer",
  },
  /** Adds a sum: of all numbers of one array, or of several nodes. */
  sum: {
    symbol: "Σ",
    form: "before",
    takes: (x: Operand | readonly Operand[]) => (Array.isArray(x) ? x : [x]),
    value: (...terms) => terms.reduce((sum, term) => sum + term, 0),
    slopes: (terms) => terms.map(() => 1),
    says: "graph.sum",
    layer: "SumOfTerms",
  },
  total: { symbol: "Σ", form: "before", of: "sum", says: "graph.total", layer: SumLayer },
  /** Adds a matrix product X · W: [N, D] · [D, M]; a vector [D] counts as one sample. */
  dot: {
    symbol: "dot",
    sign: "·",
    form: "between",
    takes: (X: Operand, W: Operand) => [X, W],
    says: "graph.dot",
    layer: DotLayer,
  },
} satisfies Record<string, RuleRow | LayerRow>;

type Rows = typeof ROWS;

/** The rows that are methods. */
type MethodName = {
  [Name in keyof Rows]: Rows[Name] extends { takes: unknown } ? Name : never;
}[keyof Rows];

type Method<Row> = Row extends { takes: (...inputs: infer Inputs) => unknown }
  ? (...args: [...inputs: Inputs, name?: string]) => GraphNode
  : never;

type MethodsOf<Table, Name extends keyof Table> = { [Key in Name]: Method<Table[Key]> };

/** One method for each row: its inputs, then a name, and the node that they give. */
export interface OperationMethods extends MethodsOf<Rows, MethodName> {}

/** A method that adds a node, as a graph makes it of a row. */
export interface NodeMethod {
  name: string;
  /** The inputs and the node's name in what the method is given. */
  read(args: readonly unknown[]): { operands: readonly Operand[]; name?: string };
  /** The kind of node that so many inputs make. */
  operation(inputs: number): Operation;
}

/** All methods of a graph that add a node of the table. */
export const METHODS: readonly NodeMethod[] = methodsOf(ROWS);

function methodsOf(rows: Record<string, RuleRow | LayerRow>): NodeMethod[] {
  return Object.entries(rows).flatMap(([name, row]) => {
    const takes = row.takes as ((...inputs: unknown[]) => readonly Operand[]) | undefined;
    if (takes === undefined) return [];
    const alone = Object.values(rows).find(({ of }) => of === name) ?? row;
    const [several, single] = [row, alone].map((one) => operationOf(one, name));
    return {
      name,
      read: (args) => ({ operands: takes(...args), name: args[takes.length] as string }),
      operation: (inputs) => (inputs === 1 ? single : several),
    };
  });
}

function operationOf(row: RuleRow | LayerRow, rule: string): Operation {
  const { symbol, sign, form, commutes, says, ofNumbers } = row;
  const Layer = "value" in row ? ruleLayer(row.layer, row) : row.layer;
  const makeLayer = (inputs: readonly NumberOrArray[] = []) => {
    const numbersOnly = inputs.every((input) => typeof input === "number");
    return ofNumbers && numbersOnly ? new ofNumbers() : new Layer();
  };
  return { symbol, sign, form, commutes, says, rule, makeLayer };
}
