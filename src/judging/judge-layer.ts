import { map } from "../arrays/map";
import { NdArray } from "../arrays/nj";
import { type Comparison, compare } from "../graph/drawing/compare";
import { graph } from "../graph/drawing/drawn-graph";
import type { Graph } from "../graph/graph";
import type { GraphNode } from "../graph/node";
import type { NodeLayer } from "../graph/operation";
import type { NumberOrArray } from "../layers/each";
import { alike, diagnose } from "./diagnose";
import { wrongForm } from "./finding";
import { Run } from "./layer-run";
import { gradientsOf, type LayerTask, type Result } from "./layer-task";
import { nameOf } from "./new-layer";
import type { Place } from "./place";
import { copied, ownTrial, type Values } from "./result";
import { Stop } from "./verdict";

/**
 * Judges a class with `forward` and `backward` on numbers or arrays: the results in shape and
 * value, what it changes of the caller's, then what objects keep.
 */
export function judgeLayer<Trial extends Values>(task: LayerTask<Trial>, answer: unknown): void {
  const trials = task.trials.map((trial) => ownTrial<Trial>(trial));
  try {
    judgeResults(task, answer, trials);
  } catch (thrown) {
    if (thrown instanceof Stop && thrown.finding.trial !== undefined) {
      const { place, trial } = thrown.finding;
      if (place.parameter !== undefined)
        thrown.finding.comparison = () => drawn(task, answer, trials[trial]);
    }
    throw thrown;
  }
}

function drawn<Trial extends Values>(
  task: LayerTask<Trial>,
  answer: unknown,
  trial: Trial,
): Comparison {
  const g = graph();
  const parameters = task.parameters ?? [];
  nodeOf(task, trial, g);
  g.forward();
  g.backward(trial.dout);
  const own = parameters.map((name) => copied(trial[name]));
  const mine = new (answer as new (...given: unknown[]) => NodeLayer)(...own);
  return compare(g, withEdges(parameters, mine));
}

/** Builds the right node with its inputs, and an edge for each parameter. */
function nodeOf<Trial extends Values>(task: LayerTask<Trial>, trial: Trial, g: Graph): GraphNode {
  const { inputs, parameters = [], node, right, forward } = task;
  const operands = [...inputs, ...parameters].map((name) => g.input(name, trial[name]));
  if (node !== undefined) return node(g, ...operands);
  return g.apply(withEdges(parameters, right(trial)), operands, forward.name);
}

/**
 * A layer whose parameters come in on edges too, as in the article's drawing of Affine: what backward
 * keeps for them, such as dW, then has an edge to be drawn at.
 */
function withEdges(parameters: readonly string[], layer: NodeLayer): NodeLayer {
  if (parameters.length === 0) return layer;
  const fields = layer as unknown as Values;
  return {
    constructor: layer.constructor, // its name stands in the drawing
    forward: (x) => layer.forward(x),
    backward: (dout) => [layer.backward(dout), ...parameters.map((name) => fields[`d${name}`])],
  } as NodeLayer;
}

function judgeResults<Trial extends Values>(
  task: LayerTask<Trial>,
  answer: unknown,
  trials: readonly Trial[],
): void {
  const place: Place = { layer: nameOf(answer) ?? task.layer };
  const rights = trials.map((trial) => rightResults(task, trial));
  const run = (i: number) => {
    const fresh = new Run(task, answer, place, trials[i]);
    fresh.forward(trials[i], rights[i]);
    return fresh;
  };
  const judge = (
    { name, ...likely }: Result<Trial>,
    method: string,
    runs: readonly Run<Trial>[],
    shown: readonly string[],
  ) => {
    const right = rights.map((results) => results[name]);
    const got = runs.map(({ results }) => results[name]);
    diagnose({ ...place, method, parameter: name }, { ...likely, right }, trials, got, shown);
  };

  const given = [...(task.parameters ?? []), ...task.inputs];
  const forward = trials.map((_, i) => run(i));
  for (const one of forward) one.expectUnchanged("forward");
  judge(task.forward, "forward", forward, given);

  const backward = trials.map((trial, i) => {
    const fresh = run(i);
    fresh.backward(trial, rights[i]);
    return fresh;
  });
  for (const one of backward) one.expectUnchanged("backward");
  // An error of backward's own may come from any of its lines: one that has a likely cause is told.
  let stopped: Stop | undefined;
  for (const result of [...gradientsOf(task), ...(task.kept ?? [])]) {
    try {
      judge(result, "backward", backward, [...given, "dout"]);
    } catch (thrown) {
      if (!(thrown instanceof Stop) || thrown.finding.cause !== "error-thrown") throw thrown;
      stopped ??= thrown;
    }
  }
  if (stopped) throw stopped;
  judgeObjects(task, answer, place, trials[0]);
}

/** What objects keep: each its own values, the same at a second backward, new ones after forward. */
function judgeObjects<Trial extends Values>(
  task: LayerTask<Trial>,
  answer: unknown,
  place: Place,
  trial: Trial,
): void {
  const backward = { ...place, method: "backward" };
  const parameters = task.parameters ?? [];
  // The lesson's own dout is often 1, which hides what is multiplied by it.
  const one = { ...trial, ...changed(trial, ["dout"]) };
  // Arrays behind the first are targets, which cannot be just any numbers.
  const free = task.inputs.filter((name, i) => i === 0 || typeof one[name] === "number");
  const two = { ...one, ...changed(one, [...free, "dout"]) };
  const other = { ...two, ...changed(one, parameters) };
  const rightOne = rightResults(task, one);
  const names = (run: Run<Trial>, right: Values) =>
    [...gradientsOf(task), ...(task.kept ?? [])]
      .map(({ name }) => name)
      .filter((name) => !alike(run.results[name], right[name]));

  const a = new Run(task, answer, place, one);
  a.forward(one, rightOne);
  new Run(task, answer, place, other).forward(other, rightResults(task, other));
  a.backward(one, rightOne);
  if (names(a, rightOne).length > 0) throw wrongForm(backward, "values-shared");

  a.backward(one, rightOne);
  const wrong = names(a, rightOne);
  if (gradientsOf(task).some(({ name }) => wrong.includes(name)))
    throw wrongForm(backward, "backward-changes");
  if (wrong.length > 0) {
    throw wrongForm({ ...backward, parameter: wrong[0] }, "gradient-piled-up");
  }

  const rightTwo = rightResults(task, two);
  a.forward(two, rightTwo);
  a.backward(two, rightTwo);
  if (names(a, rightTwo).length > 0) throw wrongForm(backward, "first-values-kept");
}

function rightResults<Trial extends Values>(task: LayerTask<Trial>, trial: Trial): Values {
  const layer = task.right?.(trial) ?? (nodeOf(task, trial, graph()).layer as NodeLayer);
  const out = layer.forward(...task.inputs.map((name) => trial[name])) as NumberOrArray;
  const gradients = [layer.backward(trial.dout)].flat() as NumberOrArray[];
  const fields = layer as unknown as Values;
  return Object.fromEntries([
    [task.forward.name, out],
    ...gradientsOf(task).map(({ name }, i) => [name, gradients[i]]),
    ...(task.kept ?? []).map(({ name }) => [name, fields[name]]),
  ]);
}

/** Other numbers in the same shapes, with signs that differ. */
function changed<Trial extends Values>(trial: Trial, names: readonly string[]): Partial<Trial> {
  const other = (x: number) => 0.75 - 2 * x;
  const values = names.map((name) => {
    const value = trial[name];
    return [name, value instanceof NdArray ? map(value, other) : other(value)];
  });
  return Object.fromEntries(values);
}
