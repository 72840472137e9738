import { map, mapPairs } from "../../arrays/map";
import type { NdArray } from "../../arrays/numjs-types";
import { softmaxRows } from "../../arrays/softmax-rows";
import type { Owed } from "../../judging/diagnose";
import type { Exercise } from "../../judging/exercise";
import { type ChoiceTask, judgeChoice } from "../../judging/judge-choice";
import { judgeLayer } from "../../judging/judge-layer";
import type { LayerTask } from "../../judging/layer-task";
import type { Values } from "../../judging/result";
import { Sigmoid } from "../../layers/sigmoid";
import { SoftmaxWithLoss } from "../../layers/softmax-with-loss";
import { reluTask } from "../06-relu/exercises";
import { affineTask } from "../08-affine/exercises";
import { type MethodStarts, methodStarts, startOf } from "../lessons";

type Elementwise = { x: NdArray; dout: NdArray };
type LossTrial = { x: NdArray; t: NdArray; dout: number };

const sigmoid = (x: number) => new Sigmoid().forward(x);
const pairs = (rule: (x: number, dout: number) => number) => (trial: Elementwise) =>
  mapPairs(trial.x, trial.dout, rule);

/** A repair's task, with the sentences that its exhibit has in the lesson for a blank. */
type Repair<Trial extends Values> = (start: MethodStarts) => LayerTask<Trial>;

/** Sigmoid, also where exp has no room left. */
const sigmoidTask: Repair<Elementwise> = (start) => ({
  layer: "RepairedSigmoid",
  inputs: ["x"],
  start,
  trials: [
    { x: [[1, -2, 0.5]], dout: [[1, 3, -2]] },
    { x: [[0], [-1.5]], dout: [[2], [0.5]] },
    { x: [[1000, -1000, 3]], dout: [[1, 1, -1]] },
  ],
  right: () => new Sigmoid(),
  forward: {
    name: "out",
    likely: [
      ["exp-overflow", ({ x }) => map(x, (x) => Math.exp(x) / (1 + Math.exp(x)))],
      ["exp-overflow", ({ x }) => map(x, (x) => Math.exp(x) / (1 + Math.exp(x)) || 0)],
      ["sign-in-exp", ({ x }) => map(x, (x) => 1 / (1 + Math.exp(x)))],
    ],
  },
  backward: {
    name: "dx",
    likely: [
      ["input-for-output", pairs((x, dout) => dout * x * (1 - x))],
      ["dout-ignored", pairs((x) => sigmoid(x) * (1 - sigmoid(x)))],
      ["slope-factor-missing", pairs((x, dout) => dout * sigmoid(x))],
      ["slope-factor-missing", pairs((x, dout) => dout * (1 - sigmoid(x)))],
    ],
  },
});

/** (y − t), with t in one-hot form or as labels. */
function difference({ x, t }: LossTrial): NdArray {
  const y = softmaxRows(x);
  const C = x.shape[1];
  const hot = t.ndim === 2 ? (i: number) => t.get(Math.floor(i / C), i % C) : undefined;
  let at = -1;
  return map(y, (value) => {
    at++;
    const target = hot ? hot(at) : Number(t.get(Math.floor(at / C)) === at % C);
    return value - target;
  });
}
const scaled = (factor: (trial: LossTrial) => number) => (trial: LossTrial) =>
  map(difference(trial), (value) => value * factor(trial));

type Likely = NonNullable<Owed<LossTrial>["likely"]>;

const lossTask =
  (trials: LayerTask<LossTrial>["trials"], more: Likely = []): Repair<LossTrial> =>
  (start) => ({
    layer: "RepairedLoss",
    inputs: ["x", "t"],
    start,
    trials,
    right: () => new SoftmaxWithLoss(),
    forward: { name: "loss" },
    backward: {
      name: "dx",
      likely: [
        ["batch-size-missing", scaled(({ dout }) => dout)],
        ["dout-ignored", scaled(({ x }) => 1 / x.shape[0])],
        ["dout-ignored", scaled(() => 1)],
        ["divided-by-classes", scaled(({ x, dout }) => dout / x.shape[1])],
        ["divided-by-classes", scaled(({ x, dout }) => dout / x.size)],
        ["minus-missing", scaled(({ x, dout }) => -dout / x.shape[0])],
        ...more,
      ],
    },
  });

const oneHotLoss = lossTask([
  { x: [[0.3, 2.9, 4], [1, 0, -1]], t: [[0, 1, 0], [1, 0, 0]], dout: 1 },
  { x: [[1, 2], [0.5, -1], [3, 3]], t: [[1, 0], [0, 1], [1, 0]], dout: 0.5 },
  { x: [[2, -1]], t: [[0, 1]], dout: -2 },
]); // biome-ignore format: rows
const labelLoss = lossTask(
  [
    { x: [[0.3, 2.9, 4], [1, 0, -1], [0, 2, 1]], t: [1, 2, 0], dout: 1 },
    { x: [[1, 2], [0.5, -1]], t: [1, 0], dout: 0.5 },
    { x: [[1, 2, 0], [0.5, -1, 3]], t: [2, 0], dout: 3 },
  ],
  [["labels-for-one-hot", labelsForOneHot], ["labels-for-one-hot", labelsSubtracted]],
); // biome-ignore format: rows

/** Labels that run along the classes; where there are fewer of them, nothing comes for the last. */
function labelsForOneHot({ x, t, dout }: LossTrial): NdArray {
  let at = -1;
  return map(softmaxRows(x), (y) => {
    at++;
    return ((y - t.get(at % x.shape[1])) * dout) / x.shape[0];
  });
}

/** (y − t), with a sample's label taken off every class. */
function labelsSubtracted({ x, t, dout }: LossTrial): NdArray {
  let at = -1;
  return map(softmaxRows(x), (y) => {
    at++;
    return ((y - t.get(Math.floor(at / x.shape[1]))) * dout) / x.shape[0];
  });
}

/** How an exercise judges a repair; what it says of a blank follows from its id. */
const repair =
  <Trial extends Values>(task: Repair<Trial>) =>
  (id: string): Exercise["judge"] => {
    const started = task(methodStarts(id));
    return (answer) => judgeLayer(started, answer);
  };

const affine = repair((start) => ({ ...affineTask, start }));
const relu = repair((start) => ({ ...reluTask, start }));
const activation = repair(sigmoidTask);
const loss = repair(oneHotLoss);
const lossOfLabels = repair(labelLoss);

/** What each exhibit's repair is judged as. */
const REPAIRS = [
  ...[affine, affine, affine, affine],
  ...[relu, relu, relu],
  ...[activation, activation],
  ...[loss, loss, lossOfLabels],
];

/** Lesson 12: each exhibit of the museum, to be mended. */
const repairs: readonly Exercise[] = REPAIRS.map((judgeOf, i) => ({
  id: `12-${i + 1}`,
  name: `Repaired${i + 1}`,
  judge: judgeOf(`12-${i + 1}`),
}));

/** What a broken layer can be called, in the order of the exhibits. */
const NAMES = [
  "transpose missing",
  "column sum missing",
  "operands exchanged",
  "gradient piles up",
  "mask from dout",
  "dout overwritten",
  "zero lets through",
  "exp overflows",
  "input for output",
  "batch size missing",
  "dout ignored",
  "labels for one-hot",
] as const;
type Name = (typeof NAMES)[number];

const namesTask: ChoiceTask<Name> = {
  name: "myNames",
  start: startOf("12-13"),
  choices: NAMES,
  decisions: Object.fromEntries(
    NAMES.map((right, i) => [`exhibit${i + 1}`, { right, likely: {} }]),
  ),
};

/** Lesson 12: every exhibit by its name. */
const names: Exercise = {
  id: "12-13",
  name: namesTask.name,
  judge: (answer) => judgeChoice(namesTask, answer),
};

/** In the order of the lesson. */
export const exercises: readonly Exercise[] = [...repairs, names];
