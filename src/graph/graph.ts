import { inspect } from "node:util";
import { describe } from "../arrays/describe";
import { fail } from "../arrays/fail";
import { DISPLAY, type Displayable, type MimeBundle } from "../display/displayable";
import { pictureHtml } from "../words/picture-html";
import { drawGraph } from "./draw";
import { expectFreeName, expectOwn, findNode, freeName } from "./names";
import { GraphNode } from "./node";
import { type NodeLayer, OPERATIONS, type OperationName } from "./operations";
import { graphText } from "./text";

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
export class Graph implements Displayable {
  readonly #nodes: GraphNode[] = [];
  /** How far the last passes came: values and gradients are shown only when all of them fit. */
  #forwardDone = false;
  #backwardDone = false;

  /** All inputs and nodes in the order they were made, which is an order of computing. */
  get nodes(): readonly GraphNode[] {
    return this.#nodes;
  }

  /** The last node made: what forward computes and backward starts from. */
  get output(): GraphNode | undefined {
    const last = this.#nodes[this.#nodes.length - 1];
    return this.#nodes.findLast(({ operation }) => operation !== undefined) ?? last;
  }

  /**
   * Adds an input.
   *
   * @param unit what it counts, such as "won"; drawings and texts show it
   * @throws when the name is empty or taken, or the value is not a finite number
   */
  input(name: string, value: number, unit = ""): GraphNode {
    expectFreeName("graph.input", this.#nodes, name);
    expectFinite("graph.input", name, value);
    if (typeof unit !== "string") fail("graph.input", "unit to be a text", describe(unit));
    const node = this.#append(new GraphNode({ name, named: true, unit }));
    node.value = value;
    return node;
  }

  /**
   * Adds a multiply node, with a MulLayer of its own inside.
   *
   * @throws when a or b is not a node of this graph, or the name is empty or taken
   */
  mul(a: GraphNode, b: GraphNode, name?: string): GraphNode {
    return this.#operate("mul", [a, b], name);
  }

  /**
   * Adds an add node, with an AddLayer of its own inside.
   *
   * @throws when a or b is not a node of this graph, or the name is empty or taken
   */
  add(a: GraphNode, b: GraphNode, name?: string): GraphNode {
    return this.#operate("add", [a, b], name);
  }

  /**
   * Gives an input another value. What was computed from the old one is forgotten: call forward
   * again.
   *
   * @throws when there is no such input, or the value is not a finite number
   */
  set(name: string, value: number): void {
    const node = findNode("graph.set", this.#nodes, name);
    if (node.operation !== undefined) {
      fail("graph.set", "the name of an input", `"${name}", which is computed (${node.formula})`);
    }
    expectFinite("graph.set", name, value);
    this.#forget();
    node.value = value;
  }

  /**
   * Computes all nodes, inputs first.
   *
   * @returns the value of the last node
   * @throws when the graph is empty, or a value grows beyond all finite numbers
   */
  forward(): number {
    this.#forget();
    for (const node of this.#nodes) {
      if (node.layer) node.value = node.layer.forward(...node.inputs.map(computed));
    }
    const { output } = this;
    if (output === undefined) fail("graph.forward", "at least one input", "an empty graph");
    this.#forwardDone = true;
    return computed(output);
  }

  /**
   * Sends a gradient from the last node back to all inputs. A value used several times gets the sum
   * of what its uses send back; calling it again starts anew.
   *
   * @param dout the gradient that comes in at the last node
   * @returns the gradient of each input, by name
   * @throws before forward, or when dout is not a finite number
   */
  backward(dout = 1): Record<string, number> {
    const { output } = this;
    if (!this.#forwardDone || output === undefined) {
      fail("graph.backward", "forward to have been called first", "no forward values");
    }
    expectFinite("graph.backward", "dout", dout);
    this.#backwardDone = false;
    for (const node of this.#nodes) node.gradient = 0;
    output.gradient = dout + 0; // + 0: a zero gradient is 0, never −0
    for (const node of [...this.#nodes].reverse()) sendBack(node);
    this.#backwardDone = true;
    const inputs = this.#nodes.filter(({ operation }) => operation === undefined);
    return Object.fromEntries(inputs.map((node) => [node.name, node.gradient ?? 0]));
  }

  /**
   * The forward value of an input or node.
   *
   * @throws when there is no such name, or forward has not been called since the last change
   */
  value(name: string): number {
    const node = findNode("graph.value", this.#nodes, name);
    return node.value ?? fail("graph.value", "forward to have been called first", "no values");
  }

  /**
   * The gradient of the last node's value with respect to this input or node.
   *
   * @throws when there is no such name, or backward has not been called since the last forward
   */
  gradient(name: string): number {
    const node = findNode("graph.gradient", this.#nodes, name);
    if (this.#backwardDone && node.gradient !== undefined) return node.gradient;
    return fail("graph.gradient", "backward to have been called first", "no gradients");
  }

  /**
   * The layer inside a node: MulLayer or AddLayer, with what it keeps for backward.
   *
   * @throws when there is no such name, or it is an input
   */
  layer(name: string): NodeLayer {
    const node = findNode("graph.layer", this.#nodes, name);
    return node.layer ?? fail("graph.layer", "the name of a node", `"${name}", which is an input`);
  }

  /** The graph as a drawing, and as text where no picture can be seen. */
  [DISPLAY](): MimeBundle {
    return { "text/html": pictureHtml(drawGraph(this)), "text/plain": this.toString() };
  }

  toString(): string {
    return graphText(this);
  }

  [inspect.custom](): string {
    return this.toString();
  }

  #operate(kind: OperationName, inputs: GraphNode[], name?: string): GraphNode {
    const who = `graph.${kind}`;
    for (const input of inputs) expectOwn(who, this.#nodes, input);
    if (name !== undefined) expectFreeName(who, this.#nodes, name);
    this.#forget();
    const operation = OPERATIONS[kind];
    const options = { name: name ?? freeName(this.#nodes, kind), named: name !== undefined };
    return this.#append(new GraphNode({ ...options, operation, inputs }));
  }

  #append(node: GraphNode): GraphNode {
    this.#nodes.push(node);
    return node;
  }

  #forget(): void {
    this.#forwardDone = false;
    this.#backwardDone = false;
    for (const node of this.#nodes) {
      node.gradient = undefined;
      node.sent = [];
      if (node.operation) node.value = undefined;
    }
  }
}

/**
 * Starts a computational graph.
 *
 * @example
 * const g = graph();
 * const apple = g.input("apple", 100, "won");
 * const count = g.input("appleNum", 2, "pieces");
 * g.mul(apple, count, "applePrice");
 * g.forward(); // 200
 * g.backward(1.1); // { apple: 2.2, appleNum: 110.00000000000001 }
 */
export function graph(): Graph {
  return new Graph();
}

function sendBack(node: GraphNode): void {
  if (node.layer === undefined || node.gradient === undefined) return;
  node.sent = node.layer.backward(node.gradient);
  node.inputs.forEach((input, i) => {
    input.gradient = (input.gradient ?? 0) + node.sent[i];
  });
}

function computed({ name, value }: GraphNode): number {
  return value ?? fail("graph.forward", `a value of "${name}"`, "none");
}

function expectFinite(who: string, name: string, value: number): void {
  if (!Number.isFinite(value)) fail(who, `${name} to be a finite number`, describe(value));
}
