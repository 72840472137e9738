import { say } from "../../text/language";
import { isWide } from "../../text/text-width";
import type { Graph } from "../graph";
import type { GraphNode } from "../node";
import { valueText } from "../values";

/**
 * A graph as a table: one row for each input and node, with its forward value and, once backward
 * has run, its gradient.
 *
 * @example
 * const g = graph();
 * g.mul(g.input("x", 3), g.input("y", 4), "z");
 * graphText(g).split("\n")[3]; // "z     x × y  ?"
 */
export function graphText(graph: Graph): string {
  const withGradients = graph.output?.gradient !== undefined;
  const head = [
    say({ en: "node", ko: "노드" }),
    "",
    say({ en: "forward", ko: "순전파" }),
    ...(withGradients ? [say({ en: "backward", ko: "역전파" })] : []),
  ];
  const rows = graph.nodes.map((node) => [
    node.name,
    node.operation ? node.formula : say({ en: "input", ko: "입력" }),
    nodeValue(node),
    ...(withGradients ? [valueText(node.gradient ?? 0)] : []),
  ]);
  return table([head, ...rows]);
}

export function nodeValue({ value, unit }: GraphNode): string {
  if (value === undefined) return "?";
  return unit === "" ? valueText(value) : `${valueText(value)} ${unit}`;
}

function table(rows: string[][]): string {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => columns(row[column]))));
  return rows
    .map((row) => row.map((cell, i) => cell + " ".repeat(widths[i] - columns(cell))).join("  "))
    .map((line) => line.trimEnd())
    .join("\n");
}

/** In a fixed-width font, Hangul takes two columns. */
const columns = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (isWide(letter) ? 2 : 1), 0);
