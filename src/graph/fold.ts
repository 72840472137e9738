import { fail } from "../arrays/fail";
import type { GraphNode } from "./node";

/** Nodes that a drawing shows as a single one, with a name of its own. */
export interface Fold {
  name: string;
  nodes: ReadonlySet<GraphNode>;
}

/** Ends the call unless these nodes can be drawn as one, beside what is folded already. */
export function expectFoldable(all: readonly GraphNode[], folds: readonly Fold[], fold: Fold) {
  const who = "graph.fold";
  if (fold.nodes.size === 0) fail(who, "at least one node", "none");
  for (const node of fold.nodes) {
    const other = folds.find(({ nodes }) => nodes.has(node));
    if (other)
      fail(who, "nodes that are not folded yet", `"${node.name}", part of "${other.name}"`);
  }
  // What builds on the folded nodes from outside must not lead back into them.
  const behind = new Set<GraphNode>();
  for (const node of all) {
    const builds = node.inputs.some((input) => behind.has(input) || fold.nodes.has(input));
    if (!builds) continue;
    const between = node.inputs.find((input) => behind.has(input));
    if (!fold.nodes.has(node)) behind.add(node);
    else if (between) {
      const got = `"${between.name}" between them, outside`;
      fail(who, "nodes with no other node on the way from one to another", got);
    }
  }
}
