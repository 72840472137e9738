import { fail } from "../arrays/fail";
import { words } from "../text/texts";
import type { GraphNode } from "./node";

/** Nodes that a drawing shows as a single one, with a name of its own. */
export interface Fold {
  name: string;
  nodes: ReadonlySet<GraphNode>;
}

/** Ends the call unless these nodes can be drawn as one, beside what is folded already. */
export function expectFoldable(all: readonly GraphNode[], folds: readonly Fold[], fold: Fold) {
  const who = "graph.fold";
  if (fold.nodes.size === 0)
    fail(who, words("expected.someNode"), { sentence: words("instead.none") });
  for (const node of fold.nodes) {
    const other = folds.find(({ nodes }) => nodes.has(node));
    if (other) {
      const got = words("got.foldedIn", { name: node.name, fold: other.name });
      fail(who, words("expected.unfolded"), got);
    }
  }
  // What builds on the folded nodes from outside must not lead back into them.
  const behind = new Set<GraphNode>();
  for (const node of all) {
    const builds = node.inputs.some((input) => behind.has(input) || fold.nodes.has(input));
    if (!builds) continue;
    const between = node.inputs.find((input) => behind.has(input));
    if (!fold.nodes.has(node)) behind.add(node);
    else if (between) {
      const got = words("got.between", { name: between.name });
      fail(who, words("expected.nothingBetween"), got);
    }
  }
}
