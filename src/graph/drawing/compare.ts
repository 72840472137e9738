import { describe } from "../../arrays/describe";
import { fail } from "../../arrays/fail";
import { INSPECT } from "../../home/home";
import type { NumberOrArray } from "../../layers/each";
import { DISPLAY, type Displayable, type MimeBundle } from "../../show/displayable";
import { escapeHtml } from "../../text/escape-html";
import { say } from "../../text/language";
import { words } from "../../text/texts";
import { type Difference, firstDifference } from "../difference";
import { Graph } from "../graph";
import type { NodeLayer } from "../operation";
import { valueText } from "../values";
import { drawGraph } from "./draw";
import { pageModel } from "./page-model";
import { liveHtml } from "./page-script";

/**
 * Puts a right graph and yours side by side, at the first edge where their numbers differ. Nodes
 * with the same name belong together. A layer stands for the whole graph: it is given the same
 * inputs in their order. What has not been run yet is run.
 *
 * Introduced in lesson 12.
 *
 * @param g the right graph
 * @param mine your graph, or your layer
 * @returns something to show; printed, it says what differs and by which local rule it should not
 * @throws when g is empty, or mine is neither a graph nor a layer, or fails by itself
 *
 * @example
 * const g = graph();
 * g.mul(g.input("x", 3), g.input("y", 4), "out");
 * String(compare(g, new AddLayer())); // First difference, forward: out should be 12, but yours is 7. The formula: x × y.
 */
export function compare(g: Graph, mine: Graph | NodeLayer): Comparison {
  if (!(g instanceof Graph)) fail("compare", words("expected.rightGraph"), describe(g));
  run(g, 1);
  const other = mine instanceof Graph ? mine : graphOf(g, mine);
  run(other, g.output?.gradient ?? 1);
  return new Comparison(g, other);
}

function run(g: Graph, dout: NumberOrArray): void {
  if (g.output?.gradient !== undefined) return;
  g.forward();
  g.backward(dout);
}

/** A graph of one node with this layer, and the inputs of another. */
function graphOf(g: Graph, layer: NodeLayer): Graph {
  const { output } = g;
  const mine = new Graph();
  const given = g.nodes.filter(({ operation }) => operation === undefined);
  const inputs = given.map(({ name, value, unit }) => mine.input(name, value ?? 0, unit));
  mine.apply(layer, inputs, output?.name);
  return mine;
}

/** Two graphs beside each other. */
export class Comparison implements Displayable {
  readonly #graphs: [right: Graph, mine: Graph];
  readonly #difference: Difference | undefined;

  constructor(right: Graph, mine: Graph) {
    this.#graphs = [right, mine];
    this.#difference = firstDifference(right, mine);
  }

  [DISPLAY](): MimeBundle {
    const heads = [say(words("comparison.right")), say(words("comparison.mine"))];
    const figures = this.#graphs.map((g, i) => {
      const picture = drawGraph(g, this.#difference && edgeOf(this.#difference));
      const html = liveHtml(picture, { ...pageModel(g), open: this.#step(g) });
      return `<figure style="flex:1 1 24em;min-width:0;margin:0"><figcaption><strong>${heads[i]}</strong></figcaption>${html}</figure>`;
    });
    return {
      "text/html": `<p>${escapeHtml(String(this))}</p><div style="display:flex;flex-wrap:wrap;gap:1em">${figures.join("")}</div>`,
      "text/plain": [String(this), ...this.#graphs.map(String)].join("\n\n"),
    };
  }

  /** At which step a graph shows the difference. */
  #step(g: Graph): number | undefined {
    if (this.#difference === undefined) return undefined;
    const { node, to, pass } = this.#difference;
    const { steps, nodes } = pageModel(g);
    const stepOf = (name: string) =>
      steps.findIndex((step) => step.nodes.some((i) => nodes[i].n === name));
    if (pass === "forward") return stepOf(node.name) + 1;
    const end = 2 * steps.length + 1;
    const users = g.nodes.filter(({ inputs }) => inputs.some(({ name }) => name === node.name));
    const at = to ? [stepOf(node.name)] : users.map(({ name }) => stepOf(name));
    return at.includes(-1) ? end : end - Math.min(steps.length, ...at);
  }

  toString(): string {
    if (this.#difference === undefined) return say(words("comparison.none"));
    const { pass, node, to } = this.#difference;
    const [right, mine] = [this.#difference.right, this.#difference.mine].map((one) =>
      one === undefined ? "?" : valueText(one),
    );
    const { name, symbol, formula, operation } = node;
    if (pass === "forward") {
      return say(words("comparison.forward", { name, right, mine, formula }));
    }
    if (to === undefined) return say(words("comparison.sum", { name, right, mine }));
    const rule = words(operation?.says ?? "graph.other");
    const numbers = { right, mine, to: to.name };
    return say(words("comparison.backward", { symbol, name, ...numbers, rule }));
  }

  [INSPECT](): string {
    return this.toString();
  }
}

/** The edge that carries the number that differs; all edges of a node when it is their sum. */
const edgeOf = ({ node, to }: Difference) =>
  to ? { source: to.name, target: node.name } : { source: node.name };
