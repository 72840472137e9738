import { say } from "../../text/language";
import type { Graph } from "../graph";
import { valueText } from "../values";
import { nodeValue } from "./text";

/** The title of a graph's drawing. */
export function graphTitle(graph: Graph): string {
  const name = graph.output?.name;
  if (name === undefined) return say({ en: "An empty computational graph", ko: "빈 계산 그래프" });
  return say({ en: `Computational graph of ${name}`, ko: `${name}의 계산 그래프` });
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
    parts.push(`${say({ en: "Forward", ko: "순전파" })}: ${values.join(", ")}`);
  }
  if (graph.output?.gradient !== undefined) {
    const gradients = graph.nodes.map(({ name, gradient = 0 }) => `${name} ${valueText(gradient)}`);
    parts.push(`${say({ en: "Backward", ko: "역전파" })}: ${gradients.join(", ")}`);
  }
  return `${parts.join(". ")}.`;
}
