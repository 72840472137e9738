import { circleWidth, type Edge, type Layout, type Placed, type Point } from "./layout";
import { SIZES } from "./sizes";

const { radius, half } = SIZES;
/** How far apart the lines meet a circle, and how long an arrow's head is. */
const SPREAD = 22;
const HEAD = 9;

/** The two lines of an edge as SVG paths, each with the head of its arrow. */
export interface Route {
  forward: string;
  forwardHead: string;
  backward: string;
  backwardHead: string;
}

/**
 * Finds the lines of all edges. Lines leave and enter nodes side by side, ordered as the places
 * they come from, so that none crosses another at a node.
 *
 * @param both whether backward lines are drawn too; otherwise the forward line has the middle
 */
export function routeEdges({ edges }: Layout, both: boolean): Map<Edge, Route> {
  const leaves = new Map(edges.map((edge) => [edge, offset(edge, siblings(edges, edge, "from"))]));
  const enters = new Map(edges.map((edge) => [edge, offset(edge, siblings(edges, edge, "to"))]));
  return new Map(
    edges.map((edge) => {
      const ports = { start: leaves.get(edge) ?? 0, end: enters.get(edge) ?? 0 };
      return [edge, route(edge, ports, both ? half : 0)];
    }),
  );
}

/** All edges at the same node, from top to bottom. */
function siblings(edges: Edge[], edge: Edge, side: "from" | "to"): Edge[] {
  const near = ({ bends }: Edge) => bends[side === "from" ? 0 : bends.length - 1]?.y ?? 0;
  return edges.filter((other) => other[side] === edge[side]).sort((a, b) => near(a) - near(b));
}

function offset(edge: Edge, side: Edge[]): number {
  const spread = Math.min(SPREAD, (2 * radius - 12) / Math.max(1, side.length - 1));
  return (side.indexOf(edge) - (side.length - 1) / 2) * spread;
}

function route(edge: Edge, ports: { start: number; end: number }, gap: number): Route {
  const line = (shift: number) => {
    const start = port(edge.from, ports.start + shift, 1);
    const end = port(edge.to, ports.end + shift, -1);
    return [start, ...bendsOf(edge).map(({ x, y }) => ({ x, y: y + shift })), end];
  };
  const above = line(-gap);
  const below = line(gap);
  const [forwardTip, backwardTip] = [above[above.length - 1], below[0]];
  above[above.length - 1] = { x: forwardTip.x - HEAD, y: forwardTip.y };
  below[0] = { x: backwardTip.x + HEAD, y: backwardTip.y };
  return {
    forward: path(above, -gap),
    forwardHead: head(forwardTip, -HEAD),
    backward: path(below, gap),
    backwardHead: head(backwardTip, HEAD),
  };
}

/** The place on a node's outline where a line begins (side 1) or ends (side −1). */
function port(place: Placed, dy: number, side: 1 | -1): Point {
  const reach =
    place.kind === "operation"
      ? circleWidth(place.node) / 2 - radius + Math.sqrt(Math.max(0, (radius + 2) ** 2 - dy ** 2))
      : place.width / 2 + 2;
  return { x: place.x + side * reach, y: place.y + dy };
}

/** The bends, with the one that holds the numbers drawn out into a level stretch. */
function bendsOf({ bends, label }: Edge): Point[] {
  const reach = label.width / 2;
  return bends.flatMap(({ x, y }) =>
    Math.abs(x - label.x) < 1
      ? [
          { x: x - reach, y },
          { x: x + reach, y },
        ]
      : [{ x, y }],
  );
}

/**
 * A line that is level at every point it goes through.
 *
 * @param shift how far below the edge's middle it lies; where the edge is steep, that far beside it
 */
function path(points: Point[], shift: number): string {
  const [start, ...rest] = points;
  let from = start;
  const steps = rest.map((to) => {
    const middle = (from.x + to.x) / 2 - shift * Math.sign(to.y - from.y);
    const step =
      Math.abs(from.y - to.y) < 0.5
        ? `L${pair(to)}`
        : `C${pair({ x: middle, y: from.y })} ${pair({ x: middle, y: to.y })} ${pair(to)}`;
    from = to;
    return step;
  });
  return `M${pair(start)}${steps.join("")}`;
}

const head = (tip: Point, back: number): string =>
  `M${pair(tip)}L${pair({ x: tip.x + back, y: tip.y - 4 })}L${pair({ x: tip.x + back, y: tip.y + 4 })}Z`;

/** Rounded, so that a drawing does not hang on the last digit of a square root. */
export const round = (value: number): number => Math.round(value * 10) / 10 + 0;
const pair = ({ x, y }: Point): string => `${round(x)},${round(y)}`;
