import { describe } from "../arrays/describe";
import { fail } from "../arrays/fail";
import type { ArrayInput } from "../arrays/numjs-types";
import { INSPECT } from "../home/home";
import type { NumberOrArray } from "../layers/each";
import { DISPLAY, type Displayable, type MimeBundle } from "../show/displayable";
import { words } from "../text/texts";
import { expectFoldable, type Fold } from "./fold";
import { expectFreeLayer, expectFreeName, expectOwn, findNode, freeName, layerName } from "./names";
import { GraphNode, type Operand } from "./node";
import type { NodeLayer, Operation } from "./operation";
import { METHODS, type OperationMethods } from "./operations";
import { goBackward, goForward } from "./passes";
import { graphText } from "./text";
import { expectLike, ownValue, zeroLike } from "./values";

/** How a graph is shown: whoever makes it says so, and it tells whether forward has been called. */
export type GraphView = (graph: Graph, isComputed: boolean) => MimeBundle;

const asText: GraphView = (graph) => ({ "text/plain": graph.toString() });

// Its methods mul, add, … are made of the rows of operations.ts, which say their types too.
/** The methods that the rows of operations.ts make: mul, add, exp … */
export interface Graph extends OperationMethods {}

/**
 * A computational graph: inputs by name, and nodes with a layer inside each. Nodes can only build
 * on nodes that exist already, so their order of making is an order of computing, without cycles.
 *
 * Source: the article, "계산 그래프" and "곱셈 계층".
 *
 * @example
 * const g = new Graph();
 * g.add(g.input("a", 10), g.input("b", 5));
 * g.forward(); // 15
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the static block makes the methods
export class Graph implements Displayable {
  readonly #nodes: GraphNode[] = [];
  readonly #folds: Fold[] = [];
  /** How far the last passes came: values and gradients are shown only when all of them fit. */
  #forwardDone = false;
  #backwardDone = false;
  /** Whether forward was done, and what it computed is forgotten since the graph has changed. */
  #changedSince = false;
  readonly #view: GraphView;

  static {
    for (const { name, read, operation } of METHODS) {
      const made = {
        [name](this: Graph, ...args: unknown[]): GraphNode {
          const { operands, name: own } = read(args);
          return this.#build(`graph.${name}`, operation(operands.length), operands, name, own);
        },
      };
      const how = { value: made[name], writable: true, configurable: true };
      Object.defineProperty(Graph.prototype, name, how);
    }
  }

  constructor(view: GraphView = asText) {
    this.#view = view;
  }

  /** All inputs and nodes in the order they were made, which is an order of computing. */
  get nodes(): readonly GraphNode[] {
    return this.#nodes;
  }

  /** What drawings show as one node. */
  get folds(): readonly Fold[] {
    return this.#folds;
  }

  /** The last node made: what forward computes and backward starts from. */
  get output(): GraphNode | undefined {
    const last = this.#nodes[this.#nodes.length - 1];
    return this.#nodes.findLast(({ operation }) => operation !== undefined) ?? last;
  }

  /**
   * Adds an input.
   *
   * @param value a number, or numbers in rows
   * @param unit what it counts, such as "won"; drawings and texts show it
   * @throws when the name is empty or taken, or the value is not finite
   */
  input(name: string, value: number | ArrayInput, unit = ""): GraphNode {
    expectFreeName("graph.input", this.#nodes, name);
    const own = ownValue("graph.input", name, value);
    if (typeof unit !== "string")
      fail("graph.input", words("expected.text", { name: "unit" }), describe(unit));
    this.#forget();
    const node = this.#append(new GraphNode({ name, named: true, unit }));
    node.value = own;
    return node;
  }

  /**
   * Adds a node for any layer, also one of your own: an object with `forward`, which is given the
   * inputs' values, and `backward`, which returns one gradient or a list with one for each input.
   *
   * @throws when it is no such object, or another node of this graph has it already
   *
   * @example
   * const g = graph();
   * g.apply({ forward: (x: number) => 3 * x, backward: (dout: number) => 3 * dout }, g.input("x", 2), "y");
   * g.forward(); // 6
   */
  apply(layer: NodeLayer, inputs: Operand | readonly Operand[], name?: string): GraphNode {
    const operands = Array.isArray(inputs) ? inputs : [inputs];
    expectFreeLayer("graph.apply", this.#nodes, layer);
    const symbol = layerName(layer);
    const operation: Operation = { symbol, form: "before", makeLayer: () => layer };
    return this.#build("graph.apply", operation, operands, symbol, name);
  }

  /**
   * Makes drawings show some nodes as a single one, as "many other things". Values, gradients and
   * the printed text stay as they are.
   *
   * @throws when a node is not of this graph or folded already, when the name is empty or taken, or
   *   when another node lies on the way from one of them to the next
   */
  fold(name: string, nodes: readonly GraphNode[]): void {
    const drawn = this.#folds.map((fold) => ({ name: fold.name }));
    expectFreeName("graph.fold", [...this.#nodes, ...drawn], name);
    if (!Array.isArray(nodes)) fail("graph.fold", words("expected.someNode"), describe(nodes));
    for (const node of nodes) expectOwn("graph.fold", this.#nodes, node);
    const fold = { name, nodes: new Set(nodes) };
    expectFoldable(this.#nodes, this.#folds, fold);
    this.#folds.push(fold);
  }

  /**
   * Gives an input another value. What was computed from the old one is forgotten: call forward
   * again.
   *
   * @throws when there is no such input, or the value is not finite
   */
  set(name: string, value: number | ArrayInput): void {
    const node = findNode("graph.set", this.#nodes, name);
    if (node.operation !== undefined) {
      const got = words("got.computed", { name, formula: node.formula });
      fail("graph.set", words("expected.inputName"), got);
    }
    const own = ownValue("graph.set", name, value);
    this.#forget();
    node.value = own;
  }

  /**
   * Computes all nodes, inputs first.
   *
   * @returns the value of the last node
   * @throws when the graph is empty, shapes do not fit, or a value is not finite; the message names
   *   the node
   */
  forward<Value extends NumberOrArray = number>(): Value {
    this.#forget();
    this.#changedSince = false;
    for (const node of this.#nodes) goForward(node);
    const { output } = this;
    if (output?.value === undefined) {
      return fail("graph.forward", words("expected.someInput"), words("got.emptyGraph"));
    }
    this.#forwardDone = true;
    return output.value as Value;
  }

  /**
   * Sends a gradient from the last node back to all inputs. A value used several times gets the sum
   * of what its uses send back; calling it again starts anew.
   *
   * @param dout the gradient that comes in at the last node, in its shape
   * @returns the gradient of each input, by name
   * @throws before forward, or when a gradient is not finite or of another shape
   */
  backward<Value extends NumberOrArray = number>(
    dout: number | ArrayInput = 1,
  ): Record<string, Value> {
    const { output } = this;
    if (!this.#forwardDone || output?.value === undefined) {
      this.#expectUnchanged("graph.backward", "expected.forwardAgain");
      const sentence = words("instead.forwardValues");
      return fail("graph.backward", words("expected.forwardFirst"), { sentence });
    }
    const own = ownValue("graph.backward", "dout", dout);
    expectLike("graph.backward", "dout", own, output.value);
    this.#backwardDone = false;
    for (const node of this.#nodes) {
      node.gradient = zeroLike(node.value ?? 0);
      node.sent = [];
    }
    output.gradient = own;
    for (const node of [...this.#nodes].reverse()) goBackward(node);
    this.#backwardDone = true;
    const inputs = this.#nodes.filter(({ operation }) => operation === undefined);
    return Object.fromEntries(inputs.map((node) => [node.name, node.gradient as Value]));
  }

  /**
   * The forward value of an input or node.
   *
   * @throws when there is no such name, or forward has not been called since the last change
   */
  value<Value extends NumberOrArray = number>(name: string): Value {
    const node = findNode("graph.value", this.#nodes, name);
    if (node.value !== undefined) return node.value as Value;
    this.#expectUnchanged("graph.value", "expected.forwardAgain");
    const sentence = words("instead.values");
    return fail("graph.value", words("expected.forwardFirst"), { sentence });
  }

  /**
   * The gradient of the last node's value with respect to this input or node.
   *
   * @throws when there is no such name, or backward has not been called since the last forward
   */
  gradient<Value extends NumberOrArray = number>(name: string): Value {
    const node = findNode("graph.gradient", this.#nodes, name);
    if (this.#backwardDone && node.gradient !== undefined) return node.gradient as Value;
    this.#expectUnchanged("graph.gradient", "expected.passesAgain");
    const sentence = words("instead.gradients");
    return fail("graph.gradient", words("expected.backwardFirst"), { sentence });
  }

  /**
   * The layer inside a node, such as a MulLayer, with what it keeps for backward.
   *
   * @throws when there is no such name, or it is an input
   */
  layer(name: string): NodeLayer {
    const node = findNode("graph.layer", this.#nodes, name);
    if (node.layer !== undefined) return node.layer;
    return fail("graph.layer", words("expected.nodeName"), words("got.inputName", { name }));
  }

  /** The graph as a drawing, and as text where no picture can be seen. */
  [DISPLAY](): MimeBundle {
    return this.#view(this, this.#forwardDone);
  }

  toString(): string {
    return graphText(this);
  }

  [INSPECT](): string {
    return this.toString();
  }

  #build(
    who: string,
    operation: Operation,
    operands: readonly Operand[],
    kind: string,
    name?: string,
  ): GraphNode {
    for (const operand of operands) {
      if (!Number.isFinite(operand)) expectOwn(who, this.#nodes, operand);
    }
    if (!operands.some((operand) => operand instanceof GraphNode)) {
      const got = words("got.constants", { count: operands.length });
      fail(who, words("expected.nodeToCompute"), got);
    }
    if (name !== undefined) expectFreeName(who, this.#nodes, name);
    this.#forget();
    const chosen = { name: name ?? freeName(this.#nodes, kind), named: name !== undefined };
    return this.#append(new GraphNode({ ...chosen, operation, operands }));
  }

  #append(node: GraphNode): GraphNode {
    this.#nodes.push(node);
    return node;
  }

  /** Ends a call for what a forward pass computed of the graph as it was before. */
  #expectUnchanged(who: string, again: "expected.forwardAgain" | "expected.passesAgain"): void {
    if (this.#changedSince) fail(who, words(again), { sentence: words("instead.changedGraph") });
  }

  #forget(): void {
    this.#changedSince ||= this.#forwardDone;
    this.#forwardDone = false;
    this.#backwardDone = false;
    for (const node of this.#nodes) {
      node.gradient = undefined;
      node.sent = [];
      if (node.operation) node.value = undefined;
    }
  }
}
