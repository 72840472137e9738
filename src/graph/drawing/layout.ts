import { home } from "../../home/here";
import type { NumberOrArray } from "../../layers/each";
import { textWidth } from "../../text/text-width";
import type { Graph } from "../graph";
import type { GraphNode } from "../node";
import { valueLines, valueText } from "../values";
import { crossings } from "./crossings";
import { SIZES } from "./sizes";

/** A place in a drawing, in pixels from its top left corner. */
export interface Point {
  x: number;
  y: number;
}

/**
 * A node with its place; a fold stands for several, and a result is the end of an edge that leads
 * out of the graph.
 */
export interface Placed extends Point {
  kind: "input" | "operation" | "fold" | "result";
  node: GraphNode;
  /** What drawings call it. */
  name: string;
  width: number;
  height: number;
  /** Below a value that is used several times: how its gradients add up. */
  sum: string;
  /** Whether a result behind it shows its name already. */
  last: boolean;
}

/** A value on its way from one node to the next, and the gradient on its way back. */
export interface Edge {
  from: Placed;
  to: Placed;
  /** The nodes at its ends, also inside a fold; a result is the same node again. */
  source: GraphNode;
  target: GraphNode;
  /** Which of the target's operands it is; −1 leads out of the graph. */
  slot: number;
  value: NumberOrArray | undefined;
  gradient: NumberOrArray | undefined;
  /** Where the line bends, and the one place where its numbers stand. */
  bends: Point[];
  label: Point & { width: number; height: number };
}

/** Where all of a graph is drawn. */
export interface Layout {
  nodes: Placed[];
  edges: Edge[];
  width: number;
  height: number;
}

/**
 * Places a graph from left to right: all inputs in the first column in the order given, each
 * operation one column behind the last of what it needs, results at the end.
 */
export function layoutGraph(graph: Graph): Layout {
  const places = new Map<GraphNode, Placed>();
  for (const node of graph.nodes) {
    const fold = graph.folds.find(({ nodes }) => nodes.has(node));
    const shared = fold && graph.nodes.find((other) => fold.nodes.has(other) && places.has(other));
    const kind = fold ? "fold" : node.operation ? "operation" : "input";
    const place = shared
      ? placeOf(shared)
      : placed(kind, node, fold ? "" : sumText(graph, node), fold?.name);
    places.set(node, place);
  }
  function placeOf(node: GraphNode): Placed {
    return places.get(node) as Placed;
  }
  const all = graph.nodes.flatMap((target) =>
    target.inputs.map((source, i) => ({
      source,
      target,
      slot: slotOf(target, i),
      gradient: target.sent[i],
    })),
  );
  const edges = all
    .map((ends) => edge(placeOf(ends.source), placeOf(ends.target), ends))
    .filter(({ from, to }) => from !== to);
  const used = new Set(all.map(({ source }) => source));
  const unused = graph.nodes.filter((node) => node.operation && !used.has(node));
  const results = unused.map((node) => placed("result", node, ""));
  for (const to of results) {
    const { node } = to;
    placeOf(node).last = placeOf(node).kind === "operation";
    edges.push(
      edge(placeOf(node), to, { source: node, target: node, slot: -1, gradient: node.gradient }),
    );
  }
  const nodes = [...new Set(places.values()), ...results];
  return { nodes, edges, ...arrange(nodes, edges) };
}

/** Beyond so many columns they stand closer together. */
const MANY_COLUMNS = 5;

/**
 * Gives all nodes and edges their places, in the best of several ways: as few lines as possible
 * cross, and then as many nodes as possible stand in the order given. Inputs always do.
 */
function arrange(nodes: Placed[], edges: Edge[]): { width: number; height: number } {
  const depths = columnsOf(nodes, edges);
  const columns = [...new Set(depths.values())].map((depth) =>
    nodes.filter((place) => depths.get(place) === depth),
  );
  // One column of inputs, one width.
  const first = nodes.filter((place) => depths.get(place) === 0 && place.kind !== "result");
  const widest = Math.max(...first.map(({ width }) => width));
  for (const place of first) place.width = widest;
  const ways = [[first], [first, ...columns]].flatMap((orders) =>
    [false, true].map((reversed) => lay(nodes, edges, depths, { orders, reversed })),
  );
  const crossed = ways.map(({ lines }) => crossings(lines));
  const swapped = ways.map(({ places }) =>
    columns.reduce(
      (sum, column) => sum + swaps(column.map((place) => places.get(place)?.y ?? 0)),
      0,
    ),
  );
  const [best] = [...ways.keys()].sort(
    (a, b) => crossed[a] - crossed[b] || swapped[a] - swapped[b],
  );
  const chosen = ways[best];
  for (const [place, point] of chosen.places) Object.assign(place, point);
  edges.forEach((edge, i) => {
    edge.bends = chosen.lines[i].slice(1, -1); // the ends are the nodes' own business
    Object.assign(edge.label, chosen.labels[i]);
  });
  return chosen.size;
}

/** How many pairs of these stand the wrong way round. */
const swaps = (ys: number[]): number =>
  ys.reduce((sum, y, i) => sum + ys.slice(i + 1).filter((other) => other < y).length, 0);

interface Way {
  /** Nodes to stand below each other in their order. */
  orders: Placed[][];
  /** Whether dagre is told of the last edge first, which makes it decide otherwise. */
  reversed: boolean;
}

/** One way to place a graph. */
function lay(nodes: Placed[], edges: Edge[], depths: Map<Placed, number>, way: Way) {
  // Loaded at the first drawing only.
  const dagre = home.load("@dagrejs/dagre") as typeof import("@dagrejs/dagre");
  const g = new dagre.graphlib.Graph({ multigraph: true });
  const ranksep = Math.max(...depths.values()) > MANY_COLUMNS ? 56 : 84;
  g.setGraph({ rankdir: "LR", nodesep: 22, edgesep: 14, ranksep });
  const ids = new Map(nodes.map((place, i) => [place, String(i)]));
  const id = (place: Placed) => ids.get(place) as string;
  for (const place of nodes) g.setNode(id(place), { width: place.width, height: place.height });
  const given = [...edges.entries()];
  for (const [i, { from, to, label }] of way.reversed ? given.reverse() : given) {
    // As long as the columns are apart: no room is left to move an input to the right.
    const minlen = (depths.get(to) ?? 0) - (depths.get(from) ?? 0);
    const { width, height } = label;
    g.setEdge(id(from), id(to), { minlen, width, height, labelpos: "c" }, String(i));
  }
  // Every pair, not neighbours alone: dagre merges some, and then forgets those farther apart.
  const constraints = way.orders.flatMap((order) =>
    order.flatMap((right, i) =>
      order.slice(0, i).map((left) => ({ left: id(left), right: id(right) })),
    ),
  );
  dagre.layout(g, { constraints });
  const edgeOf = ({ from, to }: Edge, i: number) => g.edge(id(from), id(to), String(i));
  const { width = 0, height = 0 } = g.graph();
  return {
    places: new Map(
      nodes.map((place): [Placed, Point] => {
        const { x, y } = g.node(id(place));
        return [place, { x, y }];
      }),
    ),
    lines: edges.map((edge, i): Point[] => edgeOf(edge, i).points ?? []),
    labels: edges.map((edge, i): Point => {
      const { x = 0, y = 0 } = edgeOf(edge, i);
      return { x, y };
    }),
    size: { width: Math.max(0, width), height: Math.max(0, height) },
  };
}

function columnsOf(nodes: Placed[], edges: Edge[]): Map<Placed, number> {
  const columns = new Map<Placed, number>();
  const column = (place: Placed): number => {
    const known = columns.get(place);
    if (known !== undefined) return known;
    const before = edges.filter(({ to }) => to === place).map(({ from }) => column(from));
    const found = before.length === 0 ? 0 : Math.max(...before) + 1;
    columns.set(place, found);
    return found;
  };
  nodes.forEach(column);
  return columns;
}

function placed(
  kind: Placed["kind"],
  node: GraphNode,
  sum: string,
  name: string = node.name,
): Placed {
  const place = { kind, node, name, sum, last: false, x: 0, y: 0 };
  if (kind === "fold") {
    const width = textWidth(name, SIZES.name, true) + 40;
    return { ...place, width, height: 2 * SIZES.radius };
  }
  if (kind === "operation") {
    const name = node.named ? textWidth(node.name, SIZES.unit) : 0;
    const width = Math.max(circleWidth(node), name, textWidth(sum, SIZES.unit));
    // As much room above as the texts need below: the middle stays the middle.
    const below = SIZES.line * ((node.named ? 1 : 0) + (sum === "" ? 0 : 1));
    return { ...place, width, height: 2 * (SIZES.radius + below) };
  }
  const width =
    28 +
    Math.max(
      textWidth(node.name, SIZES.name, true),
      ...pillLines(place).map((line) => textWidth(line, SIZES.unit)),
    );
  return { ...place, width, height: pillHeight(place) };
}

/** A long symbol is drawn smaller, and makes the circle a pill. */
export const symbolSize = ({ symbol }: GraphNode): number =>
  symbol.length === 1 ? SIZES.symbol : SIZES.longSymbol;

/** The width of a node's circle, in pixels. */
export const circleWidth = (node: GraphNode): number =>
  Math.max(2 * SIZES.radius, textWidth(node.symbol, symbolSize(node)) + 14);

/** What stands below an input's name: its unit, and how its gradients add up. */
export const pillLines = ({ node, sum }: Pick<Placed, "node" | "sum">): string[] =>
  [node.unit, sum].filter((line) => line !== "");

/** The height of an input's pill, in pixels. */
export const pillHeight = (place: Pick<Placed, "node" | "sum">): number =>
  SIZES.pillHeight + SIZES.line * pillLines(place).length;

/** How the gradients of a value's several uses add up, as `4 + 3 = 7`; many parts are left out. */
function sumText({ nodes }: Graph, node: GraphNode): string {
  const sent = nodes
    .flatMap((user) => user.sent.filter((_, i) => user.inputs[i] === node))
    .filter((part) => part !== undefined);
  if (node.gradient === undefined || sent.length < 2) return "";
  const parts = sent.length <= 3 ? sent.map(valueText).join(" + ") : "Σ";
  const text = `${parts} = ${valueText(node.gradient)}`.replaceAll("+ −", "− ");
  return text.length <= 40 ? text : "";
}

/** The place of a node's i-th input among its operands, of which some are constants. */
function slotOf({ operands }: GraphNode, i: number): number {
  const places = operands.flatMap((operand, slot) => (typeof operand === "number" ? [] : [slot]));
  return places[i];
}

type Ends = Pick<Edge, "source" | "target" | "slot" | "gradient">;

function edge(from: Placed, to: Placed, ends: Ends): Edge {
  const { value } = ends.source;
  const { gradient } = ends;
  const texts = [value, gradient].map((part) => (part === undefined ? [] : valueLines(part)));
  const widths = texts.flat().map((text) => textWidth(text, SIZES.value, true));
  const lines = Math.max(1, ...texts.map(({ length }) => length));
  const height = SIZES.labelHeight + 2 * SIZES.line * (lines - 1);
  const label = { x: 0, y: 0, width: Math.max(0, ...widths) + 20, height };
  return { from, to, ...ends, value, bends: [], label };
}
