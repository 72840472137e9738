import { describe } from "../arrays/describe";
import { fail } from "../arrays/fail";
import { words } from "../text/texts";
import { GraphNode } from "./node";
import type { NodeLayer } from "./operation";

type Nodes = readonly GraphNode[];

/** The node of this name, or an error that says which names there are. */
export function findNode(who: string, nodes: Nodes, name: string): GraphNode {
  const node = nodes.find((other) => other.name === name);
  if (node !== undefined) return node;
  const names = nodes.map((other) => other.name).join(", ") || words("parts.noNames");
  return fail(who, words("expected.oneOfNames", { names }), describe(name));
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
    fail(who, words("expected.anyName"), describe(name));
  }
  if (nodes.some((node) => node.name === name)) {
    fail(who, words("expected.freeName"), words("got.twice", { name }));
  }
}

/** Ends the call unless a node is one of this graph. */
export function expectOwn(who: string, nodes: Nodes, node: unknown): void {
  if (nodes.includes(node as GraphNode)) return;
  if (node instanceof GraphNode) {
    fail(who, words("expected.oneGraph"), words("got.otherGraph", { name: node.name }));
  }
  fail(who, words("expected.operand"), describe(node));
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
    fail(who, words("expected.anyLayer"), describe(layer));
  }
  const other = nodes.find((node) => node.layer === layer);
  if (other === undefined) return;
  const kind = layerName(layer) === "layer" ? words("parts.layer") : layerName(layer);
  const sentence = words("instead.sameLayerOfNode", { kind, other: other.name });
  fail(who, words("expected.ownLayerOfNode"), { sentence });
}
