import { map } from "../../arrays/map";
import { NdArray } from "../../arrays/nj";
import { logSoftmaxRows, softmaxRows } from "../../arrays/softmax-rows";
import type { Exercise } from "../../judging/exercise";
import { type FunctionTask, judgeFunction } from "../../judging/judge-function";
import { type GuessTask, judgeGuess } from "../../judging/judge-guess";
import { judgeLayer } from "../../judging/judge-layer";
import type { LayerTask } from "../../judging/layer-task";
import { SoftmaxWithLoss } from "../../layers/softmax-with-loss";
import { methodStarts, startOf } from "../lessons";

const pullTask: GuessTask = {
  name: "pull",
  parameter: "dx",
  right: -0.8,
  start: startOf("09-1"),
  likely: [
    ["probability-itself", 0.2],
    ["minus-missing", 0.8],
    ["stopped-at-log", -5],
    ["stopped-at-log", 5],
  ],
};

/** Lesson 09: predict the gradient at the score of the right class. */
const pull: Exercise = {
  id: "09-1",
  name: pullTask.name,
  judge: (answer) => judgeGuess(pullTask, answer),
};

type SoftmaxTrial = { a: NdArray };

const rest = (a: NdArray) => map(a, (score) => score - a.max());
const shifted = (a: NdArray) => rest(a).exp();
const divided = (values: NdArray, by: number) => map(values, (value) => value / by);
/** Shifted by the lowest score, so that the highest still overflow. */
function fromLowest(a: NdArray): NdArray {
  const exps = map(a, (score) => Math.exp(score - a.min()));
  return divided(exps, exps.sum());
}

const softmaxFunctionTask: FunctionTask<SoftmaxTrial> = {
  name: "softmax",
  parameter: "y",
  trials: [
    { a: [0.3, 2.9, 4] },
    { a: [1, 1] },
    { a: [-2, 0, 5, 1] },
    { a: [1000, 999, -1000] },
    { a: [-1000, -1001] },
  ],
  start: startOf("09-2"),
  right: ({ a }) => softmaxRows(a),
  likely: [
    ["exp-overflow", ({ a }) => divided(a.exp(), a.exp().sum())],
    ["exp-overflow", ({ a }) => fromLowest(a)],
    ["node-missing", ({ a }) => divided(a, a.sum())],
    ["node-missing", ({ a }) => divided(rest(a), rest(a).sum())],
    ["not-normalized", ({ a }) => shifted(a)],
    ["not-normalized", ({ a }) => divided(shifted(a), a.exp().sum())],
    ["not-normalized", ({ a }) => a.exp()],
    ["not-normalized", ({ a }) => divided(shifted(a), a.size)],
    ["not-normalized", ({ a }) => divided(shifted(a), a.sum())],
    ["sign-in-exp", ({ a }) => softmaxRows(a.negative())],
  ],
};

/** Lesson 09: softmax of a vector that does not overflow. */
const softmaxFunction: Exercise = {
  id: "09-2",
  name: softmaxFunctionTask.name,
  judge: (answer) => judgeFunction(softmaxFunctionTask, answer),
};

type LossTrial = { a: NdArray; t: NdArray };

/** −Σ t · log y, number by number as it is written. */
const entropy = (y: readonly number[], t: readonly number[], log: (y: number) => number) =>
  -y.reduce((sum, one, k) => sum + t[k] * log(one), 0);
const lists = ({ a, t }: LossTrial) => [a.tolist<number[]>(), t.tolist<number[]>()] as const;
const stable = ({ a }: LossTrial) => softmaxRows(a).tolist<number[]>();
const naive = ({ a }: LossTrial) => a.exp().divide(a.exp().sum()).tolist<number[]>();
/** S, with the largest score taken off of all of them. */
const sumOfExps = (a: NdArray) => a.subtract(a.max()).exp().sum();
const rightClass = ({ t }: LossTrial) => t.tolist<number[]>().indexOf(1);

const right = (trial: LossTrial) => -logSoftmaxRows(trial.a).get(rightClass(trial)) + 0;

const lossFunctionTask: FunctionTask<LossTrial> = {
  name: "lossOf",
  parameter: "loss",
  trials: [
    { a: [0.3, 2.9, 4], t: [0, 1, 0] },
    { a: [1, 2], t: [1, 0] },
    { a: [-3, 5, 0.5, 0], t: [0, 0, 0, 1] },
    { a: [0, 1000], t: [1, 0] },
    { a: [1000, 0], t: [1, 0] },
    { a: [1000, 999], t: [0, 1] },
  ],
  start: startOf("09-3"),
  right,
  likely: [
    [
      "small-number-added",
      (trial) => entropy(stable(trial), lists(trial)[1], (y) => Math.log(y + 1e-7)),
    ],
    ["log-of-zero", (trial) => entropy(stable(trial), lists(trial)[1], Math.log)],
    ["log-of-zero", (trial) => -Math.log(stable(trial)[rightClass(trial)])],
    ["exp-overflow", (trial) => entropy(naive(trial), lists(trial)[1], Math.log)],
    ["exp-overflow", (trial) => -Math.log(naive(trial)[rightClass(trial)])],
    ["exp-overflow", ({ a, t }) => Math.log(a.exp().sum()) - a.multiply(t).sum()],
    ["score-not-shifted", ({ a, t }) => Math.log(sumOfExps(a)) - a.multiply(t).sum()],
    ["log-missing", ({ a, t }) => sumOfExps(a) - a.subtract(a.max()).multiply(t).sum()],
    ["loss-sign", (trial) => -right(trial)],
    ["targets-ignored", ({ a }) => -logSoftmaxRows(a).sum()],
    ["targets-ignored", ({ a }) => Math.log(sumOfExps(a)) - a.subtract(a.max()).sum()],
  ],
};

/** Lesson 09: the loss of one sample, straight from the scores. */
const lossFunction: Exercise = {
  id: "09-3",
  name: lossFunctionTask.name,
  judge: (answer) => judgeFunction(lossFunctionTask, answer),
};

type LayerTrial = { x: NdArray; t: NdArray; dout: number };

/** The right layer after forward. */
function ran({ x, t }: LayerTrial) {
  const layer = new SoftmaxWithLoss();
  const loss = layer.forward(x, t);
  return { layer, loss };
}
const rightDx = (trial: LayerTrial, scale: number) =>
  map(ran(trial).layer.backward(trial.dout), (value) => value * scale);

/** Labels as they are do not fit numjs's arrays of rows. */
function oneHotOnly(trial: LayerTrial): LayerTrial {
  if (trial.t.ndim === 1) throw new RangeError("the shapes do not fit");
  return trial;
}

/** y minus labels as they are, stretched over the rows as NumPy does, where both lengths are alike. */
function labelsSubtracted({ x, t, dout }: LayerTrial): NdArray {
  if (t.ndim === 2) return rightDx({ x, t, dout }, 1);
  const [N, C] = x.shape;
  if (N !== C) throw new RangeError("the shapes do not fit");
  const y = softmaxRows(x);
  const values = Array.from({ length: N * C }, (_, i) => {
    const [row, k] = [Math.floor(i / C), i % C];
    return ((y.get(row, k) - t.get(k)) / N) * dout;
  });
  return new NdArray(values, [N, C]);
}

const lossLayerTask: LayerTask<LayerTrial> = {
  layer: "MySoftmaxWithLoss",
  inputs: ["x", "t"],
  trials: [
    { x: [[0.3, 2.9, 4]], t: [[0, 1, 0]], dout: 1 },
    {
      x: [
        [1, 2],
        [0, -1],
        [3, 3],
      ],
      t: [
        [1, 0],
        [0, 1],
        [1, 0],
      ],
      dout: 2,
    },
    {
      x: [
        [0.5, -1, 2],
        [1, 0, 0],
        [-2, 1, 3],
      ],
      t: [2, 0, 1],
      dout: 0.5,
    },
    {
      x: [
        [1, 2, 3],
        [0, -1, 1],
      ],
      t: [0, 2],
      dout: -3,
    },
    {
      x: [
        [1000, 0],
        [-1000, 1000],
      ],
      t: [
        [0, 1],
        [0, 1],
      ],
      dout: 1,
    },
  ],
  start: methodStarts("09-4"),
  right: () => new SoftmaxWithLoss(),
  forward: {
    name: "loss",
    likely: [
      ["batch-size-missing", (trial) => ran(trial).loss * trial.x.shape[0]],
      ["divided-by-classes", (trial) => (ran(trial).loss * trial.x.shape[0]) / trial.x.shape[1]],
      ["divided-by-all", (trial) => ran(trial).loss / trial.x.shape[1]],
      ["labels-for-one-hot", (trial) => ran(oneHotOnly(trial)).loss],
      ["loss-sign", (trial) => -ran(trial).loss],
      ["log-of-zero", (trial) => meanEntropy(trial, Math.log)],
      ["small-number-added", (trial) => meanEntropy(trial, (y) => Math.log(y + 1e-7))],
      ["targets-ignored", ({ x }) => -logSoftmaxRows(x).sum() / x.shape[0]],
    ],
  },
  backward: {
    name: "dx",
    likely: [
      ["batch-size-missing", (trial) => rightDx(trial, trial.x.shape[0])],
      ["divided-by-classes", (trial) => rightDx(trial, trial.x.shape[0] / trial.x.shape[1])],
      ["divided-by-all", (trial) => rightDx(trial, 1 / trial.x.shape[1])],
      ["dout-divided", (trial) => rightDx(trial, 1 / trial.dout ** 2)],
      ["dout-ignored", (trial) => rightDx({ ...trial, dout: 1 }, 1)],
      ["dout-ignored", (trial) => rightDx({ ...trial, dout: 1 }, trial.x.shape[0])],
      ["minus-missing", (trial) => rightDx(trial, -1)],
      ["labels-for-one-hot", labelsSubtracted],
      ["labels-for-one-hot", (trial) => rightDx(oneHotOnly(trial), 1)],
      ["probability-itself", ({ x, dout }) => softmaxRows(x).multiply(dout / x.shape[0])],
    ],
  },
};

/** The mean loss by way of y, with a logarithm of it. */
function meanEntropy(trial: LayerTrial, log: (y: number) => number): number {
  const { layer } = ran(trial);
  const t = (layer.t as NdArray).tolist<number[][]>();
  const rows = softmaxRows(trial.x).tolist<number[][]>();
  const losses = rows.flatMap((row, i) => row.map((y, k) => t[i][k] * log(y)));
  return -losses.reduce((sum, one) => sum + one, 0) / rows.length;
}

/** Lesson 09: the loss layer for a batch, with one-hot rows or labels. */
const lossLayer: Exercise = {
  id: "09-4",
  name: lossLayerTask.layer,
  judge: (answer) => judgeLayer(lossLayerTask, answer),
};

/** In the order of the lesson. */
export const exercises: readonly Exercise[] = [pull, softmaxFunction, lossFunction, lossLayer];
