import { say } from "../../text/language";
import { words } from "../../text/texts";
import type { Graph } from "../graph";
import { nodeValue } from "../text";
import { valueText } from "../values";

/** The title of a graph's drawing. */
export function graphTitle(graph: Graph): string {
  const name = graph.output?.name;
  return say(name === undefined ? words("drawing.empty") : words("drawing.title", { name }));
}

/** A graph in whole sentences, for those who cannot see the drawing. */
export function graphWords(graph: Graph): string {
  const values = graph.nodes.map((node) =>
    node.operation
      ? `${node.name} = ${node.formula} = ${nodeValue(node)}`
      : `${node.name} = ${nodeValue(node)}`,
  );
  const parts = [graphTitle(graph)];
  if (values.length > 0) {
    parts.push(`${say(words("drawing.forward"))}: ${values.join(", ")}`);
  }
  if (graph.output?.gradient !== undefined) {
    const gradients = graph.nodes.map(({ name, gradient = 0 }) => `${name} ${valueText(gradient)}`);
    parts.push(`${say(words("drawing.backward"))}: ${gradients.join(", ")}`);
  }
  return `${parts.join(". ")}.`;
}
