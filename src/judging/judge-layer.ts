import { compare } from "../graph/drawing/compare";
import { graph } from "../graph/drawing/drawn-graph";
import type { Graph } from "../graph/graph";
import type { GraphNode } from "../graph/node";
import type { Words } from "../text/language";
import { asPair, readPair } from "./as-pair";
import { asNumber, attempt } from "./attempt";
import { diagnose, type Owed, same } from "./diagnose";
import { wrongForm } from "./finding";
import { nameOf, newLayer } from "./new-layer";
import type { Place } from "./place";
import { Stop } from "./verdict";

/** One set of numbers that a layer is tried with. */
export interface LayerTrial {
  x: number;
  y: number;
  dout: number;
}

/** What a layer for a node with two inputs owes. */
export interface LayerTask {
  /** The name the lesson gives the class. */
  layer: string;
  /** The lesson's own numbers first. */
  trials: LayerTrial[];
  /** What to start with while the method is a blank. */
  start: { forward: Words; backward: Words };
  /** The right node, as a graph draws it beside a wrong answer. */
  node: (g: Graph, x: GraphNode, y: GraphNode) => GraphNode;
  out: Owed<LayerTrial>;
  dx: Owed<LayerTrial>;
  dy: Owed<LayerTrial>;
}

interface Layer {
  forward(x: number, y: number): unknown;
  backward(dout: number): unknown;
}

/** Judges a class with `forward(x, y)` and `backward(dout)`: the numbers, then what objects keep. */
export function judgeLayer(task: LayerTask, answer: unknown): void {
  try {
    judgeNumbers(task, answer);
  } catch (thrown) {
    if (thrown instanceof Stop && thrown.finding.trial !== undefined) {
      const trial = task.trials[thrown.finding.trial];
      thrown.finding.comparison = () => {
        const g = graph();
        task.node(g, g.input("x", trial.x), g.input("y", trial.y));
        g.forward();
        g.backward(trial.dout);
        return compare(g, new (answer as new () => Layer)());
      };
    }
    throw thrown;
  }
}

function judgeNumbers(task: LayerTask, answer: unknown): void {
  const { trials } = task;
  const layer = nameOf(answer) ?? task.layer;
  const forward: Place = { layer, method: "forward" };
  const backward: Place = { layer, method: "backward" };

  const create = () => newLayer<Layer>(answer, layer, task.start.forward);
  const runForward = (object: Layer, { x, y }: LayerTrial) =>
    asNumber(
      { ...forward, parameter: "out" },
      attempt(forward, task.start.forward, () => object.forward(x, y)),
    );
  const runBackward = (object: Layer, { dout }: LayerTrial) =>
    asPair(
      backward,
      attempt(backward, task.start.backward, () => readPair(object.backward(dout))),
    );

  const outs = trials.map((trial) => runForward(create(), trial));
  diagnose({ ...forward, parameter: "out" }, task.out, trials, outs);

  const pairs = trials.map((trial) => {
    const object = create();
    runForward(object, trial);
    return runBackward(object, trial);
  });
  for (const [i, parameter] of (["dx", "dy"] as const).entries()) {
    const gradients = pairs.map((pair) => pair[i]);
    diagnose({ ...backward, parameter }, task[parameter], trials, gradients);
  }

  const isRight = (pair: [number, number], trial: LayerTrial) =>
    same(pair[0], task.dx.right(trial)) && same(pair[1], task.dy.right(trial));
  const [, one, two] = trials;

  const a = create();
  runForward(a, one);
  runForward(create(), two);
  if (!isRight(runBackward(a, one), one)) throw wrongForm(backward, "values-shared");
  if (!isRight(runBackward(a, one), one)) throw wrongForm(backward, "backward-changes");
  runForward(a, two);
  if (!isRight(runBackward(a, two), two)) throw wrongForm(backward, "first-values-kept");
}
