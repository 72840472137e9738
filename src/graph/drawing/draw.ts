import type { NumberOrArray } from "../../layers/each";
import { escapeHtml } from "../../text/escape-html";
import { language, say } from "../../text/language";
import { BACKWARD, CARD, FONT, FORWARD } from "../../text/palette";
import type { Picture } from "../../text/picture-html";
import { textWidth } from "../../text/text-width";
import { words } from "../../text/texts";
import type { Graph } from "../graph";
import type { GraphNode } from "../node";
import { valueLines } from "../values";
import {
  circleWidth,
  type Edge,
  layoutGraph,
  type Placed,
  pillHeight,
  pillLines,
  symbolSize,
} from "./layout";
import { type Route, round, routeEdges } from "./route";
import { SIZES } from "./sizes";
import { graphTitle, graphWords } from "./words";

const STYLE = [
  `text{font-family:${FONT};fill:${CARD.ink};text-anchor:middle}`,
  `.head,.key{text-anchor:start}.head{font-size:17px}.key{font-size:${SIZES.unit}px}`,
  `.name{font-size:${SIZES.name}px;font-weight:bold}`,
  `.unit,.step,.forward-shape,.backward-shape{font-size:${SIZES.unit}px;fill:${CARD.quiet}}`,
  `.symbol{font-size:${SIZES.symbol}px}.long{font-size:${SIZES.longSymbol}px}`,
  `.pill{fill:${CARD.soft};stroke:${CARD.quiet}}`,
  `.circle{fill:${CARD.paper};stroke:${CARD.ink};stroke-width:2}`,
  ".fold{stroke-dasharray:2 3}",
  `.line{fill:none;stroke-width:2}.forward-line{stroke:${FORWARD}}`,
  `.backward-line{stroke:${BACKWARD};stroke-dasharray:6 4}`,
  `.forward,.backward{font-size:${SIZES.value}px;font-weight:bold}`,
  `.forward,.forward-head{fill:${FORWARD}}.backward,.backward-head{fill:${BACKWARD}}`,
  `.sum{font-size:${SIZES.unit}px;fill:${BACKWARD}}`,
  // A name that is longer than its circle is wide stays readable where a line goes through it.
  `.step,.circle~.sum{paint-order:stroke;stroke:${CARD.paper};stroke-width:4px}`,
].join("");

const MARK = `.mark{fill:none;stroke:${CARD.ink};stroke-width:2.5;stroke-dasharray:1 3}`;

/** An edge to point out: where it comes from, and where it leads when not all edges are meant. */
interface Mark {
  source: string;
  target?: string;
}

/**
 * Draws a graph, with its forward values above the lines and, once known, its gradients below.
 *
 * @param mark edges that get a frame around their numbers
 */
export function drawGraph(graph: Graph, mark?: Mark): Picture {
  const layout = layoutGraph(graph);
  const both = graph.output?.gradient !== undefined;
  const routes = routeEdges(layout, both);
  const title = graphTitle(graph);
  const alt = graphWords(graph);
  const key = keyOf(both);
  const { margin, head } = SIZES;
  const wanted = Math.max(layout.width, key.width, textWidth(title, 17));
  const width = Math.ceil(wanted + 2 * margin);
  const height = Math.ceil(layout.height + head + margin);
  const left = margin + (wanted - layout.width) / 2;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" lang="${language()}" role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title>${escapeHtml(title)}</title><desc>${escapeHtml(alt)}</desc><style>${STYLE}${mark ? MARK : ""}</style>`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8" fill="${CARD.paper}" stroke="${CARD.edge}"/>`,
    text("head", margin, 30, title),
    key.svg,
    `<g transform="translate(${round(left)},${head})">`,
    ...layout.edges.map((edge) => {
      const marked =
        edge.source.name === mark?.source && [undefined, edge.target.name].includes(mark.target);
      return drawEdge(edge, routes.get(edge) as Route, both, marked);
    }),
    ...layout.nodes.map(drawNode),
    "</g></svg>",
  ].join("\n");
  return { svg, width, height, alt };
}

/** What the two kinds of lines mean, in words. */
function keyOf(both: boolean): { svg: string; width: number } {
  const forward = say(words("drawing.forwardLine"));
  const backward = say(words("drawing.backwardLine"));
  const x = SIZES.margin;
  const y = 54;
  const next = x + 44 + textWidth(forward, SIZES.unit) + 24;
  const entries = [
    `<path class="line forward-line" d="M${x},${y - 4}h24"/><path class="forward-head" d="M${x + 32},${y - 4}l-9,-4v8z"/>`,
    text("key", x + 40, y, forward),
  ];
  if (both) {
    entries.push(
      `<path class="line backward-line" d="M${round(next + 9)},${y - 4}h23"/><path class="backward-head" d="M${round(next)},${y - 4}l9,-4v8z"/>`,
      text("key", next + 40, y, backward),
    );
  }
  const end = both ? next + 44 + textWidth(backward, SIZES.unit) : next;
  return { svg: entries.join(""), width: end - x };
}

function drawEdge(edge: Edge, route: Route, both: boolean, marked: boolean): string {
  const { to, source, value, gradient, label } = edge;
  const target = to.kind === "result" ? "" : ` data-to="${escapeHtml(edge.target.name)}"`;
  const parts = [
    `<g data-from="${escapeHtml(source.name)}"${target}>`,
    `<path class="line forward-line" d="${route.forward}"/><path class="forward-head" d="${route.forwardHead}"/>`,
  ];
  const gap = both ? SIZES.half : 0;
  if (value !== undefined) {
    parts.push(linesAt(value, "forward", label.x, label.y - gap - 7, -1));
  }
  if (gradient !== undefined) {
    parts.push(
      `<path class="line backward-line" d="${route.backward}"/><path class="backward-head" d="${route.backwardHead}"/>`,
      linesAt(gradient, "backward", label.x, label.y + gap + 18, 1),
    );
  }
  if (marked) {
    const further = (numbers?: NumberOrArray) =>
      numbers === undefined ? 0 : SIZES.line * (valueLines(numbers).length - 1);
    const [above, below] = [gap + 26 + further(value), gap + 28 + further(gradient)];
    parts.push(
      `<rect class="mark" x="${round(label.x - label.width / 2)}" y="${round(label.y - above)}" width="${round(label.width)}" height="${above + below}" rx="8"/>`,
    );
  }
  return `${parts.join("")}</g>`;
}

/** The lines of a value, from y upward (−1) or downward (1); below its numbers an array's shape. */
function linesAt(value: NumberOrArray, kind: string, x: number, y: number, way: 1 | -1): string {
  const lines = valueLines(value);
  const top = way === 1 ? y : y - SIZES.line * (lines.length - 1);
  const isShape = (i: number) => typeof value !== "number" && i === lines.length - 1;
  return lines
    .map((line, i) => text(isShape(i) ? `${kind}-shape` : kind, x, top + SIZES.line * i, line))
    .join("");
}

function drawNode(place: Placed): string {
  const draw = { operation: drawCircle, fold: drawFold, input: drawPill, result: drawPill };
  const result = place.kind === "result" ? ' data-result=""' : "";
  return `<g data-node="${escapeHtml(place.name)}"${result}>${draw[place.kind](place)}</g>`;
}

function drawCircle({ node, sum, last, x, y }: Placed): string {
  const name = node.named && !last ? node.name : "";
  const below = Object.entries({ step: name, sum }).filter(([, line]) => line !== "");
  return [
    outline(node, x, y),
    symbolSize(node) === SIZES.symbol
      ? text("symbol", x, y + 9, node.symbol)
      : text("symbol long", x, y + 6, node.symbol),
    ...below.map(([kind, line], i) => text(kind, x, y + SIZES.radius + 16 + SIZES.line * i, line)),
  ].join("");
}

function outline(node: GraphNode, x: number, y: number): string {
  const { radius } = SIZES;
  const width = circleWidth(node);
  if (width === 2 * radius) {
    return `<circle class="circle" cx="${round(x)}" cy="${round(y)}" r="${radius}"/>`;
  }
  return `<rect class="circle" x="${round(x - width / 2)}" y="${round(y - radius)}" width="${round(width)}" height="${2 * radius}" rx="${radius}"/>`;
}

function drawFold({ name, width, height, x, y }: Placed): string {
  return [
    `<rect class="circle fold" x="${round(x - width / 2)}" y="${round(y - height / 2)}" width="${round(width)}" height="${height}" rx="12"/>`,
    text("name", x, y + 5, name),
  ].join("");
}

function drawPill(place: Placed): string {
  const { node, width, x, y } = place;
  const height = pillHeight(place);
  const top = y - height / 2;
  const lines = pillLines(place).map((line, i) => {
    const kind = line === place.sum ? "sum" : "unit";
    return text(kind, x, top + 22 + SIZES.line * (i + 1), line);
  });
  return [
    `<rect class="pill" x="${round(x - width / 2)}" y="${round(top)}" width="${round(width)}" height="${height}" rx="${SIZES.pillHeight / 2}"/>`,
    text("name", x, top + 22, node.name),
    ...lines,
  ].join("");
}

const text = (kind: string, x: number, y: number, content: string): string =>
  `<text class="${kind}" x="${round(x)}" y="${round(y)}">${escapeHtml(content)}</text>`;
