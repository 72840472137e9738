import { Graph } from "../graph/graph";
import { GraphNode } from "../graph/node";
import { home } from "../home/here";
import type { NumberOrArray } from "../layers/each";
import type { Words } from "../text/language";
import { asNumber, attempt } from "./attempt";
import { describe } from "./describe";
import { alike, diagnose, type Owed } from "./diagnose";
import { wrongForm } from "./finding";
import { expectFunction } from "./given";

/** What a graph owes that the learner builds. */
export interface GraphTask<Trial extends object> extends Owed<Trial> {
  /** The name the lesson gives the function that builds it. */
  name: string;
  /** What its last node computes. */
  parameter: string;
  /** Values of its inputs, by their names; the lesson's own numbers first. */
  trials: Trial[];
  start: Words;
}

/**
 * Judges a function that builds a graph of numbers: what its last node computes, for several values
 * of its inputs, and then the values that its inputs have. The graph is only read.
 */
export function judgeGraph<Trial extends object>(task: GraphTask<Trial>, answer: unknown): void {
  const { name, parameter, trials, start } = task;
  const place = { layer: name };
  expectFunction(place, answer);
  const nodes = attempt(place, start, () => nodesOf(answer()));
  if (nodes === undefined) throw wrongForm(place, "nothing-returned");
  if (nodes instanceof GraphNode) throw wrongForm(place, "node-for-graph");
  if (!(nodes instanceof Set)) throw wrongForm(place, "graph-expected", describe(nodes));
  const inputs = [...(nodes as Set<GraphNode>)].filter((node) => node.operation === undefined);
  for (const input of Object.keys(trials[0])) {
    if (inputs.some((node) => node.name === input)) continue;
    throw wrongForm({ ...place, parameter: input }, "input-missing");
  }
  const at = { ...place, parameter };
  const got = trials.map((trial) => {
    const out = attempt(at, start, () => compute(nodes, new Map(Object.entries(trial))));
    return asNumber(at, out);
  });
  diagnose(at, { ...task, right: trials.map(task.right) }, trials, got);
  for (const [input, value] of Object.entries(trials[0])) {
    const given = inputs.find((node) => node.name === input)?.value;
    if (alike(value, given)) continue;
    throw wrongForm({ ...place, parameter: input }, "input-value", describe(given));
  }
}

/** The nodes of a graph, read while still inside the attempt; anything else stays as it is. */
function nodesOf(result: unknown): unknown {
  const isObject = typeof result === "object" && result !== null && !home.isPromise(result);
  return isObject && result instanceof Graph ? new Set(result.nodes) : result;
}

/** What the last node computes for these inputs, with fresh layers and beside the graph. */
function compute(nodes: ReadonlySet<GraphNode>, inputs: ReadonlyMap<string, number>): unknown {
  const values = new Map<GraphNode, NumberOrArray>();
  let out: NumberOrArray | undefined;
  for (const node of nodes) {
    const { name, operation, operands } = node;
    const given = operands.map((operand) =>
      typeof operand === "number" ? operand : (values.get(operand) as NumberOrArray),
    );
    const value = operation?.makeLayer(given).forward(...given) ?? inputs.get(name) ?? node.value;
    values.set(node, value as NumberOrArray);
    if (operation !== undefined) out = value as NumberOrArray;
  }
  return out;
}
