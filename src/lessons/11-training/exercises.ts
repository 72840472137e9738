import { argmax } from "../../arrays/argmax";
import { flat } from "../../arrays/flat";
import type { NdArray } from "../../arrays/nj";
import { toNdArray } from "../../arrays/to-ndarray";
import { attempt } from "../../judging/attempt";
import { describe } from "../../judging/describe";
import { alike, diagnose, type Owed } from "../../judging/diagnose";
import type { Exercise } from "../../judging/exercise";
import { wrongForm } from "../../judging/finding";
import { expectFunction } from "../../judging/given";
import { type GuessTask, judgeGuess } from "../../judging/judge-guess";
import { nameOf } from "../../judging/new-layer";
import { asNumberOrArray, type Values } from "../../judging/result";
import { startOf } from "../lessons";

const guessStepsTask: GuessTask = {
  name: "myGuess",
  parameter: "steps",
  right: 600,
  start: startOf("11-1"),
  likely: [
    ["samples-not-steps", 60_000],
    ["test-images-counted", 700],
    ["batch-itself", 100],
  ],
};

/** Lesson 11: predict how many steps make one epoch. */
const guessSteps: Exercise = {
  id: "11-1",
  name: guessStepsTask.name,
  judge: (answer) => judgeGuess(guessStepsTask, answer),
};

interface AccuracyTrial extends Values {
  scores: NdArray;
  t: NdArray;
}

/** Neither the number of classes nor that of samples is the same everywhere. */
const ACCURACY_TRIALS: readonly AccuracyTrial[] = (
  [
    [[[0.1, 2, -1], [3, 0, 0.5], [0, 1, 5], [1, -2, 0]], [1, 0, 2, 2]],
    [[[0.1, 2, -1], [3, 0, 0.5], [0, 1, 5], [1, -2, 0]], [0, 0, 1, 2]],
    [[[-5, -2], [-3, -4]], [1, 0]],
    [[[1, 0], [2, 3], [0.5, 4], [7, 6], [1, 2]], [1, 0, 0, 1, 1]],
    [[[1, 9, 3, 4]], [0]],
  ] as [number[][], number[]][]
).map(([scores, t]) => ({ scores: toNdArray(scores), t: toNdArray(t) })); // biome-ignore format: rows

const labelsOf = ({ t }: AccuracyTrial) => Array.from(flat(t));
const hits = (trial: AccuracyTrial, predicted = argmax(trial.scores)) =>
  labelsOf(trial).filter((label, i) => label === predicted[i]).length;
const part = (trial: AccuracyTrial) => hits(trial) / trial.t.size;

const likelyAccuracy: Owed<AccuracyTrial>["likely"] = [
  ["errors-counted", (trial) => 1 - part(trial)],
  ["errors-counted", (trial) => trial.t.size - hits(trial)],
  ["not-divided-by-samples", (trial) => hits(trial)],
  ["percent-not-part", (trial) => 100 * part(trial)],
  ["divided-by-classes", (trial) => hits(trial) / trial.scores.shape[1]],
  ["divided-by-classes", (trial) => hits(trial) / trial.scores.size],
  ["lowest-score", (trial) => hits(trial, argmax(trial.scores.negative())) / trial.t.size],
];

const ACCURACY_START = startOf("11-2");

function judgeAccuracy(answer: unknown): void {
  const place = { layer: nameOf(answer) ?? "myAccuracy", parameter: "accuracy" };
  expectFunction({ layer: "myAccuracy" }, answer);
  const got = ACCURACY_TRIALS.map((trial) => {
    const result = attempt(place, ACCURACY_START, () =>
      answer(trial.scores.clone(), labelsOf(trial)),
    );
    return asNumberOrArray(place, result, 0);
  });
  diagnose(
    place,
    { right: ACCURACY_TRIALS.map(part), likely: likelyAccuracy },
    ACCURACY_TRIALS,
    got,
    ["scores", "t"],
  );
}

/** Lesson 11: the part of the samples that a net gets right. */
const accuracyOfScores: Exercise = {
  id: "11-2",
  name: "myAccuracy",
  judge: judgeAccuracy,
};

const STEP_NAMES = ["W1", "b1"] as const;

interface StepTrial extends Values {
  W1: NdArray;
  b1: NdArray;
  dW1: NdArray;
  db1: NdArray;
  lr: number;
}

const STEP_TRIALS: readonly StepTrial[] = [
  { W1: [[1, 2], [3, 4]], b1: [0.5, -0.5], dW1: [[10, -10], [0, 20]], db1: [1, 2], lr: 0.1 },
  { W1: [[2, -1]], b1: [3, 1], dW1: [[0.5, 4]], db1: [-1, 0.25], lr: 0.5 },
].map(({ lr, ...arrays }) => {
  const own = Object.entries(arrays).map(([name, rows]) => [name, toNdArray(rows)]);
  return { ...Object.fromEntries(own), lr } as StepTrial;
}); // biome-ignore format: rows

const likelyStep = (name: (typeof STEP_NAMES)[number]): Owed<StepTrial>["likely"] => {
  const W = (trial: StepTrial) => trial[name];
  const step = (trial: StepTrial) => trial[`d${name}`].multiply(trial.lr);
  return [
    ["parameter-not-moved", W],
    ["uphill", (trial) => W(trial).add(step(trial))],
    ["learning-rate-missing", (trial) => W(trial).subtract(trial[`d${name}`])],
    ["step-alone", step],
    ["step-alone", (trial) => step(trial).negative()],
  ];
};

const STEP_START = startOf("11-3");

function judgeStep(answer: unknown): void {
  const layer = nameOf(answer) ?? "mySgdStep";
  expectFunction({ layer }, answer);
  const after = STEP_TRIALS.map((trial) => {
    const arrays = { W1: trial.W1.clone(), b1: trial.b1.clone() };
    const gradients = { W1: trial.dW1.clone(), b1: trial.db1.clone() };
    const given: Record<string, unknown> = { ...arrays };
    attempt({ layer }, STEP_START, () => answer(given, gradients, trial.lr));
    for (const name of STEP_NAMES) {
      const place = { layer, parameter: name };
      if (given[name] !== arrays[name] && alike(arrays[name], trial[name])) {
        throw wrongForm(place, "not-in-place");
      }
      if (!alike(gradients[name], trial[`d${name}`])) {
        throw wrongForm({ layer, parameter: `gradients.${name}` }, "input-changed");
      }
    }
    return arrays;
  });
  if (
    after.every((arrays, i) =>
      STEP_NAMES.every((name) => alike(arrays[name], STEP_TRIALS[i][name])),
    )
  ) {
    throw wrongForm({ layer }, "nothing-moved");
  }
  for (const name of STEP_NAMES) {
    const right = STEP_TRIALS.map((trial) =>
      trial[name].subtract(trial[`d${name}`].multiply(trial.lr)),
    );
    const got = after.map((arrays): NdArray => arrays[name]);
    const owed = { right, likely: likelyStep(name) };
    diagnose({ layer, parameter: name }, owed, STEP_TRIALS, got, [name, `d${name}`, "lr"]);
  }
}

/** Lesson 11: one step of gradient descent. */
const sgdStep: Exercise = {
  id: "11-3",
  name: "mySgdStep",
  judge: judgeStep,
};

const MOMENTUM_NAMES = ["W1", "W2"] as const;

/** Two parameters of one shape, and three steps with a gradient for each. */
interface MomentumTrial extends Values {
  lr: number;
  momentum: number;
}

const START_W = { W1: [1, 2, 3], W2: [-1, 0, 4] };
const GRADIENTS = [
  { W1: [1, -2, 0.5], W2: [4, 1, -1] },
  { W1: [0.5, 3, -1], W2: [-2, 2, 0.5] },
  { W1: [-1, 1, 2], W2: [1, -3, 1] },
];
const MOMENTUM_TRIALS: readonly MomentumTrial[] = [
  { lr: 0.1, momentum: 0.9 },
  { lr: 0.5, momentum: 0.5 },
];

type Rule = (W: number, v: number, g: number, trial: MomentumTrial) => [W: number, v: number];

/** Where a parameter is after the three steps, when each number moves by a rule. */
const walked = (name: (typeof MOMENTUM_NAMES)[number], rule: Rule) => (trial: MomentumTrial) =>
  toNdArray(
    START_W[name].map((start, i) => {
      let [W, v] = [start, 0];
      for (const gradients of GRADIENTS) [W, v] = rule(W, v, gradients[name][i], trial);
      return W;
    }),
  );

const right: Rule = (W, v, g, { lr, momentum }) => {
  const next = momentum * v - lr * g;
  return [W + next, next];
};

/** All parameters with one velocity between them, in the order of their names. */
const shared = (name: (typeof MOMENTUM_NAMES)[number]) => (trial: MomentumTrial) =>
  toNdArray(
    START_W[name].map((_, i) => {
      const W = { W1: START_W.W1[i], W2: START_W.W2[i] };
      let v = 0;
      for (const gradients of GRADIENTS) {
        for (const one of MOMENTUM_NAMES) [W[one], v] = right(W[one], v, gradients[one][i], trial);
      }
      return W[name];
    }),
  );

const likelyMomentum = (name: (typeof MOMENTUM_NAMES)[number]): Owed<MomentumTrial>["likely"] => [
  ["parameter-not-moved", walked(name, (W, v) => [W, v])],
  ["velocity-not-kept", walked(name, (W, v, g, { lr }) => [W - lr * g, v])],
  [
    "uphill",
    walked(name, (W, v, g, { lr, momentum }) => {
      const next = momentum * v + lr * g;
      return [W + next, next];
    }),
  ],
  [
    "learning-rate-missing",
    walked(name, (W, v, g, { momentum }) => {
      const next = momentum * v - g;
      return [W + next, next];
    }),
  ],
  [
    "velocity-not-damped",
    walked(name, (W, v, g, { lr }) => {
      const next = v - lr * g;
      return [W + next, next];
    }),
  ],
  [
    "velocity-averaged",
    walked(name, (W, v, g, { lr, momentum }) => {
      const next = momentum * v - (1 - momentum) * lr * g;
      return [W + next, next];
    }),
  ],
  ["velocity-late", walked(name, (W, v, g, trial) => [W + v, right(W, v, g, trial)[1]])],
  ["velocity-shared", shared(name)],
  [
    "lr-and-momentum-exchanged",
    walked(name, (W, v, g, { lr, momentum }) => right(W, v, g, { lr: momentum, momentum: lr })),
  ],
];

const MOMENTUM_START = startOf("11-4");

function judgeMomentum(answer: unknown): void {
  const layer = nameOf(answer) ?? "MyMomentum";
  if (typeof answer !== "function") throw wrongForm({ layer }, "result-given", describe(answer));
  const place = { layer, method: "update" };
  const Answer = answer as new (
    lr: number,
    momentum: number,
  ) => {
    update?(parameters: object, gradients: object): unknown;
  };
  const after = MOMENTUM_TRIALS.map(({ lr, momentum }) => {
    const optimizer = attempt(
      { layer },
      MOMENTUM_START,
      () => new Answer(lr, momentum),
    ) as InstanceType<typeof Answer>;
    const update = attempt({ layer }, MOMENTUM_START, () => optimizer.update);
    if (typeof update !== "function") throw wrongForm(place, "method-missing");
    const arrays = { W1: toNdArray(START_W.W1), W2: toNdArray(START_W.W2) };
    const given: Record<string, unknown> = { ...arrays };
    for (const gradients of GRADIENTS) {
      const own = { W1: toNdArray(gradients.W1), W2: toNdArray(gradients.W2) };
      attempt(place, MOMENTUM_START, () => optimizer.update?.(given, own));
      for (const name of MOMENTUM_NAMES) {
        if (given[name] !== arrays[name]) {
          throw wrongForm({ ...place, parameter: name }, "not-in-place");
        }
        if (!alike(own[name], toNdArray(gradients[name]))) {
          throw wrongForm({ ...place, parameter: `gradients.${name}` }, "input-changed");
        }
      }
    }
    return arrays;
  });
  if (
    after.every((arrays) =>
      MOMENTUM_NAMES.every((name) => alike(arrays[name], toNdArray(START_W[name]))),
    )
  ) {
    throw wrongForm(place, "nothing-moved");
  }
  for (const name of MOMENTUM_NAMES) {
    const owed = { right: MOMENTUM_TRIALS.map(walked(name, right)), likely: likelyMomentum(name) };
    const got = after.map((arrays): NdArray => arrays[name]);
    diagnose({ ...place, parameter: name }, owed, MOMENTUM_TRIALS, got, ["lr", "momentum"]);
  }
}

/** Lesson 11: an optimizer that remembers. */
const momentum: Exercise = {
  id: "11-4",
  name: "MyMomentum",
  judge: judgeMomentum,
};

/** In the order of the lesson. */
export const exercises: readonly Exercise[] = [guessSteps, accuracyOfScores, sgdStep, momentum];
