import { map, mapPairs } from "../../arrays/map";
import type { NdArray } from "../../arrays/numjs-types";
import type { Exercise } from "../../judging/exercise";
import { type FunctionTask, judgeFunction } from "../../judging/judge-function";
import { type GuessTask, judgeGuess } from "../../judging/judge-guess";
import { judgeLayer } from "../../judging/judge-layer";
import type { LayerTask } from "../../judging/layer-task";
import { Sigmoid } from "../../layers/sigmoid";
import { methodStarts, startOf } from "../lessons";

const steepestTask: GuessTask = {
  name: "steepest",
  parameter: "slope",
  right: 0.25,
  start: startOf("07-1"),
  likely: [
    ["value-not-slope", 0.5],
    ["slope-too-steep", 1],
    ["minus-missing", -0.25],
  ],
};

/** Lesson 07: predict the largest slope of a sigmoid. */
const steepest: Exercise = {
  id: "07-1",
  name: steepestTask.name,
  judge: (answer) => judgeGuess(steepestTask, answer),
};

type Trial = { x: NdArray; dout: NdArray };

/** dx as a rule of the output, or of the input. */
const ofSigmoid = (rule: (y: number, dout: number) => number) => (trial: Trial) =>
  mapPairs(new Sigmoid().forward(trial.x), trial.dout, rule);
const ofX = (rule: (x: number, dout: number) => number) => (trial: Trial) =>
  mapPairs(trial.x, trial.dout, rule);

const sigmoidLayerTask: LayerTask<Trial> = {
  layer: "MySigmoid",
  inputs: ["x"],
  trials: [
    {
      x: [
        [1, -2],
        [0, 3],
      ],
      dout: [
        [1, 1],
        [2, -1],
      ],
    },
    { x: [[0.5, -1.5, 4]], dout: [[3, -2, 0.5]] },
    { x: [-3, 0.25, 2, -0.75], dout: [1, -1, 0, 5] },
  ],
  start: methodStarts("07-2"),
  right: () => new Sigmoid(),
  forward: {
    name: "out",
    likely: [
      ["sign-in-exp", ({ x }) => map(x, (x) => 1 / (1 + Math.exp(x)))],
      ["node-missing", ({ x }) => map(x, (x) => 1 / Math.exp(-x))],
      ["node-missing", ({ x }) => map(x, (x) => 1 + Math.exp(-x))],
      ["node-missing", ({ x }) => map(x, (x) => Math.exp(-x))],
    ],
  },
  backward: {
    name: "dx",
    thrown: "output-not-kept",
    likely: [
      ["dout-ignored", ofSigmoid((y) => y * (1 - y))],
      ["slope-factor-missing", ofSigmoid((y, dout) => dout * y)],
      ["slope-factor-missing", ofSigmoid((y, dout) => dout * (1 - y))],
      ["slope-factor-missing", ofSigmoid((y, dout) => dout * y * y)],
      ["input-for-output", ofX((x, dout) => dout * x * (1 - x))],
      ["minus-missing", ofSigmoid((y, dout) => -dout * y * (1 - y))],
      ["dout-added", ofSigmoid((y, dout) => dout + y * (1 - y))],
    ],
  },
};

/** Lesson 07: the sigmoid layer on arrays, before the library's own appears. */
const sigmoidLayer: Exercise = {
  id: "07-2",
  name: sigmoidLayerTask.layer,
  judge: (answer) => judgeLayer(sigmoidLayerTask, answer),
};

interface RowTrial {
  x: number;
  n: number;
}

/** The outputs of n sigmoids in a row. */
function outputs({ x, n }: RowTrial): number[] {
  const all: number[] = [];
  for (let i = 0; i < n; i++) all.push(new Sigmoid().forward(all.at(-1) ?? x));
  return all;
}

const slope = (y: number) => y * (1 - y);
const product = (slopes: number[]) => slopes.reduce((all, one) => all * one, 1);

const throughLayersTask: FunctionTask<RowTrial> = {
  name: "throughLayers",
  parameter: "dx",
  trials: [
    { x: 0, n: 3 },
    { x: 1, n: 1 },
    { x: -2, n: 2 },
    { x: 0.5, n: 6 },
  ],
  start: startOf("07-3"),
  right: (trial) => product(outputs(trial).map(slope)),
  likely: [
    ["shared-layer", (trial) => slope(outputs(trial).at(-1) ?? 0) ** trial.n],
    ["input-not-passed-on", ({ x, n }) => slope(new Sigmoid().forward(x)) ** n],
    ["largest-slope-everywhere", ({ n }) => 0.25 ** n],
    ["upstream-missing", (trial) => slope(outputs(trial)[0])],
    ["upstream-missing", (trial) => slope(outputs(trial).at(-1) ?? 0)],
    ["value-not-slope", (trial) => outputs(trial).at(-1) ?? 0],
  ],
};

/** Lesson 07: what is left of a gradient after a row of sigmoids. */
const throughLayers: Exercise = {
  id: "07-3",
  name: throughLayersTask.name,
  judge: (answer) => judgeFunction(throughLayersTask, answer),
};

/** dx as a rule of the output, or of the input. */
const ofTanh = (rule: (y: number, dout: number) => number) => (trial: Trial) =>
  mapPairs(map(trial.x, Math.tanh), trial.dout, rule);

/** The right layer: tanh and its slope, 1 − y². */
class Tanh {
  out: NdArray | undefined;

  forward(x: NdArray): NdArray {
    this.out = map(x, Math.tanh);
    return this.out;
  }

  backward(dout: NdArray): NdArray {
    return mapPairs(this.out as NdArray, dout, (y, dout) => dout * (1 - y * y) + 0);
  }
}

const tanhLayerTask: LayerTask<Trial> = {
  layer: "MyTanh",
  inputs: ["x"],
  trials: [
    { x: [[1, 0, -2]], dout: [[1, 1, 1]] },
    {
      x: [
        [0.5, -1.5],
        [3, -0.25],
      ],
      dout: [
        [2, -1],
        [0.5, 4],
      ],
    },
    { x: [1000, -1000, 0.75], dout: [1, -2, 3] },
  ],
  start: methodStarts("07-4"),
  right: () => new Tanh(),
  forward: {
    name: "out",
    likely: [
      ["exp-overflow", ({ x }) => map(x, (x) => (Math.exp(2 * x) - 1) / (Math.exp(2 * x) + 1))],
      ["exp-overflow", ({ x }) => map(x, (x) => (1 - Math.exp(-2 * x)) / (1 + Math.exp(-2 * x)))],
      [
        "exp-overflow",
        ({ x }) => map(x, (x) => (Math.exp(x) - Math.exp(-x)) / (Math.exp(x) + Math.exp(-x))),
      ],
      ["sign-in-exp", ({ x }) => map(x, (x) => -Math.tanh(x))],
      ["node-missing", ({ x }) => map(x, (x) => Math.tanh(x / 2))],
      ["node-missing", ({ x }) => map(x, (x) => (Math.tanh(x) + 1) / 2)],
      ["node-missing", ({ x }) => map(x, (x) => Math.tanh(x) + 1)],
      ["node-missing", ({ x }) => map(x, (x) => (Math.tanh(x) - 1) / 2)],
    ],
  },
  backward: {
    name: "dx",
    thrown: "output-not-kept",
    likely: [
      ["sigmoid-rule", ofTanh((y, dout) => dout * y * (1 - y))],
      ["dout-ignored", ofTanh((y) => 1 - y * y)],
      ["output-not-squared", ofTanh((y, dout) => dout * (1 - y))],
      ["another-output-kept", ofTanh((y, dout) => dout * (1 - ((y + 1) / 2) ** 2))],
      ["input-for-output", ofX((x, dout) => dout * (1 - x * x))],
      ["minus-missing", ofTanh((y, dout) => -dout * (1 - y * y))],
      ["dout-added", ofTanh((y, dout) => dout + 1 - y * y)],
    ],
  },
};

/** Lesson 07: a layer of the learner's own that keeps its output and must not overflow. */
const tanhLayer: Exercise = {
  id: "07-4",
  name: tanhLayerTask.layer,
  judge: (answer) => judgeLayer(tanhLayerTask, answer),
};

/** In the order of the lesson. */
export const exercises: readonly Exercise[] = [steepest, sigmoidLayer, throughLayers, tanhLayer];
