import type { Graph } from "../graph";
import { GraphNode } from "../node";
import { valueText } from "../values";
import { layoutGraph } from "./layout";
import { stepWords } from "./step-words";

/** What the script of a live drawing is given; its nodes are named by their index. */
export type PageModel = ReturnType<typeof pageModel> & {
  /** The step at which it opens; without one the last. */
  open?: number;
};

/** One stop of the stepper: a node, or all nodes of a fold. */
interface Step {
  name: string;
  /** The drawing's place of it. */
  at: string;
  nodes: number[];
}

/** Everything that a page needs of a graph to step through it, and to compute it anew. */
export function pageModel(graph: Graph) {
  const { nodes, output } = graph;
  const index = new Map(nodes.map((node, i) => [node, i]));
  const at = (node: GraphNode) => index.get(node) as number;
  const rules = nodes.map(({ operation }) => operation?.rule);
  const live = nodes.every(
    ({ operation, value }, i) => typeof value === "number" && (!operation || rules[i]),
  );
  const inside = new Set(graph.folds.flatMap((fold) => [...fold.nodes]));
  const optional = (value: GraphNode["value"]) =>
    value === undefined ? undefined : valueText(value);
  return {
    live: live && typeof output?.gradient === "number",
    dout: output?.gradient === undefined ? null : output.gradient,
    output: output ? at(output) : 0,
    nodes: nodes.map((node, i) => ({
      n: node.name,
      u: node.unit,
      s: node.symbol,
      r: rules[i],
      t: node.write(node.inputs.map((_, k) => `{${k}}`)),
      o: node.operands.map((operand) => (operand instanceof GraphNode ? at(operand) : [operand])),
    })),
    inputs: nodes.map(({ operation, value }) => (operation ? 0 : value)),
    shown: nodes.filter((node) => !node.operation && !inside.has(node)).map(at),
    edges: layoutGraph(graph).edges.map(({ source, target, slot }) => [
      at(source),
      slot < 0 ? -1 : at(target),
      slot,
    ]),
    steps: stepsOf(graph, at),
    texts: {
      v: nodes.map(({ value }) => optional(value)),
      g: nodes.map(({ gradient }) => optional(gradient)),
      p: nodes.map(({ operands, sent }) => {
        const rest = [...sent];
        return operands.map((operand) =>
          operand instanceof GraphNode ? optional(rest.shift()) : undefined,
        );
      }),
    },
    words: stepWords(),
  };
}

/** The order of stepping: each node or fold once all that it builds on has been there. */
function stepsOf(graph: Graph, at: (node: GraphNode) => number): Step[] {
  const waiting: { fold?: string; nodes: GraphNode[] }[] = [];
  for (const node of graph.nodes.filter(({ operation }) => operation)) {
    const fold = graph.folds.find(({ nodes }) => nodes.has(node))?.name;
    const started = fold && waiting.find((step) => step.fold === fold);
    if (started) started.nodes.push(node);
    else waiting.push({ fold, nodes: [node] });
  }
  const steps: Step[] = [];
  while (waiting.length > 0) {
    const later = new Set(waiting.flatMap(({ nodes }) => nodes));
    const next = waiting.findIndex(({ nodes }) =>
      nodes.every(({ inputs }) =>
        inputs.every((input) => nodes.includes(input) || !later.has(input)),
      ),
    );
    const [{ fold, nodes }] = waiting.splice(next, 1);
    const [{ symbol, name }] = nodes;
    steps.push({ name: fold ?? symbol, at: fold ?? name, nodes: nodes.map(at) });
  }
  return steps;
}
