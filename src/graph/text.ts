import { say } from "../text/language";
import { isWide } from "../text/text-width";
import { words } from "../text/texts";
import type { GraphNode } from "./node";
import { valueText } from "./values";

/** What the text needs of a graph. */
interface Table {
  nodes: readonly GraphNode[];
  output: GraphNode | undefined;
}

/**
 * A graph as a table: one row for each input and node, with its forward value and, once backward
 * has run, its gradient.
 *
 * @example
 * const g = graph();
 * g.mul(g.input("x", 3), g.input("y", 4), "z");
 * graphText(g).split("\n")[3]; // "z     x × y  ?"
 */
export function graphText({ nodes, output }: Table): string {
  const withGradients = output?.gradient !== undefined;
  const head = [
    say(words("graphTable.node")),
    "",
    say(words("graphTable.forward")),
    ...(withGradients ? [say(words("graphTable.backward"))] : []),
  ];
  const rows = nodes.map((node) => [
    node.name,
    node.operation ? node.formula : say(words("graphTable.input")),
    nodeValue(node),
    ...(withGradients ? [valueText(node.gradient ?? 0)] : []),
  ]);
  return table([head, ...rows]);
}

/** A node's value with its unit; `?` before forward. */
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
