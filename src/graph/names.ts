import { describe } from "../arrays/describe";
import { fail } from "../arrays/fail";
import { GraphNode } from "./node";
import type { NodeLayer } from "./operation";

type Nodes = readonly GraphNode[];

/** The node of this name, or an error that says which names there are. */
export function findNode(who: string, nodes: Nodes, name: string): GraphNode {
  const node = nodes.find((other) => other.name === name);
  if (node !== undefined) return node;
  const names = nodes.map((other) => other.name).join(", ") || "(none yet)";
  return fail(who, `one of the names ${names}`, describe(name));
}

/** A name for a node that was given none: `mul1`, `mul2`, … */
export function freeName(nodes: Nodes, kind: string): string {
  const taken = new Set(nodes.map(({ name }) => name));
  let number = 1;
  while (taken.has(`${kind}${number}`)) number++;
  return `${kind}${number}`;
}

/** Ends the call unless a name is a text that no other node has. */
export function expectFreeName(
  who: string,
  nodes: readonly { name: string }[],
  name: string,
): void {
  if (typeof name !== "string" || name.trim() === "") {
    fail(who, "a name (a text that is not empty)", describe(name));
  }
  if (nodes.some((node) => node.name === name)) {
    fail(who, "a name that is not taken yet", `"${name}" a second time`);
  }
}

/** Ends the call unless a node is one of this graph. */
export function expectOwn(who: string, nodes: Nodes, node: unknown): void {
  if (nodes.includes(node as GraphNode)) return;
  if (node instanceof GraphNode) {
    fail(who, "nodes of one graph", `"${node.name}", which belongs to another graph`);
  }
  fail(
    who,
    "a node that input, mul or another method of this graph gave, or a finite number",
    describe(node),
  );
}

/** What a layer is called: its class's name. */
export function layerName(layer: object): string {
  const { name } = layer.constructor;
  return name === "" || name === "Object" ? "layer" : name;
}

/** Ends the call unless an object is a layer that no node has yet. */
export function expectFreeLayer(who: string, nodes: Nodes, layer: NodeLayer): void {
  const { forward, backward } = (layer ?? {}) as Partial<NodeLayer>;
  if (typeof forward !== "function" || typeof backward !== "function") {
    fail(who, "a layer, an object with forward and backward", describe(layer));
  }
  const other = nodes.find((node) => node.layer === layer);
  if (other === undefined) return;
  const reason = "a layer keeps the values of one node only";
  const got = `the ${layerName(layer)} of "${other.name}" a second time (${reason})`;
  fail(who, "a layer object of its own for each node", got);
}
