import { home } from "../home/here";
import type { NumberOrArray } from "../layers/each";
import { say } from "../text/language";
import { words } from "../text/texts";
import { gradientsOf } from "./gradients";
import { GraphNode } from "./node";
import { ownValue, plus } from "./values";

/** Computes a node from what it builds on; an input has its value already. */
export function goForward(node: GraphNode): void {
  const { operation, name } = node;
  if (operation === undefined) return;
  home.look();
  const inputs = node.arguments;
  const layer = operation.makeLayer(inputs);
  // A node for numbers has another layer than one for arrays; else the layer stays the same object.
  if (layer.constructor !== node.layer?.constructor) node.layer = layer;
  const out = at("graph.forward", name, () => node.layer?.forward(...inputs));
  node.value = ownValue("graph.forward", () => words("parts.valueOf", { name }), out as number);
}

/** Sends what came back to a node on to its inputs, and adds it to what they have. */
export function goBackward(node: GraphNode): void {
  const { layer, gradient, name, operands } = node;
  if (layer === undefined || gradient === undefined) return;
  home.look();
  const returned = at("graph.backward", name, () => layer.backward(gradient));
  const wanted = operands.map((operand) => operand instanceof GraphNode);
  const who = () => words("parts.atNode", { who: "graph.backward", name });
  const sent = gradientsOf(who, returned, node.arguments, wanted);
  operands.forEach((operand, i) => {
    if (!(operand instanceof GraphNode) || sent[i] === undefined) return;
    operand.gradient = plus(operand.gradient ?? 0, sent[i] as NumberOrArray);
  });
  node.sent = sent.filter((_, i) => wanted[i]);
}

/** An error inside a layer also says at which node it happened. */
function at(who: string, name: string, work: () => unknown): unknown {
  try {
    return work();
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${say(words("parts.atNode", { who, name }))}: ${message}`, { cause });
  }
}
