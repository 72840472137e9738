import type { NumberOrArray } from "../layers/each";
import type { Graph } from "./graph";
import type { GraphNode } from "./node";
import { isClose } from "./values";

/** The first place where two graphs have other numbers, in the order of the passes. */
export interface Difference {
  pass: "forward" | "backward";
  /** The node at which it arises. */
  node: GraphNode;
  /** Where a wrong gradient goes; nothing when it is the sum of a node's gradients. */
  to?: GraphNode;
  /** Which of the node's inputs that is. */
  slot?: number;
  right: NumberOrArray;
  mine: NumberOrArray | undefined;
}

/** Goes through a right graph forward, then backward, beside the nodes of the same names in another. */
export function firstDifference(right: Graph, mine: Graph): Difference | undefined {
  const others = new Map(mine.nodes.map((node) => [node.name, node]));
  for (const node of right.nodes) {
    const other = others.get(node.name);
    const { value } = node;
    if (value === undefined || !other || same(value, other.value)) continue;
    return { pass: "forward", node, right: value, mine: other.value };
  }
  for (const node of [...right.nodes].reverse()) {
    const other = others.get(node.name);
    if (!other || node.gradient === undefined) continue;
    if (!same(node.gradient, other.gradient)) {
      return { pass: "backward", node, right: node.gradient, mine: other.gradient };
    }
    const inputs = node.inputs;
    const slot = inputs.findIndex((input, i) => {
      const sent = node.sent[i];
      const alike = other.inputs[i]?.name === input.name;
      return alike && sent !== undefined && !same(sent, other.sent[i]);
    });
    if (slot < 0) continue;
    const [good, bad] = [node.sent[slot] as NumberOrArray, other.sent[slot]];
    return { pass: "backward", node, to: inputs[slot], slot, right: good, mine: bad };
  }
  return undefined;
}

const same = (a: NumberOrArray, b: NumberOrArray | undefined) => b !== undefined && isClose(a, b);
