import { flat } from "../../arrays/flat";
import { NdArray } from "../../arrays/nj";
import { toNdArray } from "../../arrays/to-ndarray";
import { attempt } from "../../judging/attempt";
import { alike, diagnose, type Owed } from "../../judging/diagnose";
import type { Exercise } from "../../judging/exercise";
import { wrongForm } from "../../judging/finding";
import { expectFunction } from "../../judging/given";
import { type GuessTask, judgeGuess } from "../../judging/judge-guess";
import { judgeLayer } from "../../judging/judge-layer";
import type { LayerTask } from "../../judging/layer-task";
import { nameOf } from "../../judging/new-layer";
import { numericGradient } from "../../judging/numeric-gradient";
import type { Place } from "../../judging/place";
import { asNumberOrArray, type Values } from "../../judging/result";
import { methodStarts, startOf } from "../lessons";

const guessPassesTask: GuessTask = {
  name: "myGuess",
  parameter: "passes",
  right: 34,
  start: startOf("10-1"),
  likely: [
    ["one-pass-each", 17],
    ["one-pass-each", 18],
    ["biases-missing", 24],
    ["biases-missing", 12],
    ["backprop-cost", 1],
    ["backprop-cost", 2],
  ],
};

/** Lesson 10: predict what a numeric gradient of a small net costs. */
const guessPasses: Exercise = {
  id: "10-1",
  name: guessPassesTask.name,
  judge: (answer) => judgeGuess(guessPassesTask, answer),
};

/** A function of a matrix, where it is differentiated, and by which step. */
interface GradientTrial extends Values {
  x: NdArray;
  h: number;
}

type Rule = (x: NdArray) => number;

/**
 * f depends on all numbers together: one that is not put back spoils the next ones. The first x is not
 * square, so that loops with exchanged bounds are wrong from the start.
 */
const RULES: readonly [Rule, x: number[][], h: number][] = [
  [(x) => x.get(0, 0) * x.get(0, 1) * x.get(0, 2), [[2, -1, 3]], 0.25], // biome-ignore format: one line a rule
  [
    (x) => x.get(0, 0) ** 2 + 3 * x.get(0, 1) * x.get(1, 0) + x.get(1, 1) ** 3,
    [
      [1, 2],
      [3, 4],
    ],
    0.5,
  ],
  [(x) => x.get(0, 0) ** 3 - x.get(1, 0) * x.get(2, 0), [[1.5], [-2], [0.5]], 0.125],
];
const GRADIENT_TRIALS: readonly GradientTrial[] = RULES.map(([, x, h]) => ({ x: toNdArray(x), h }));
const ruleOf = (trial: Values): Rule => RULES[GRADIENT_TRIALS.indexOf(trial as GradientTrial)][0];

/** Each number's slope, from the loss with it moved by some amount. */
function slopes(trial: GradientTrial, slope: (at: (moved: number) => number, h: number) => number) {
  const x = trial.x.clone();
  const f = ruleOf(trial);
  const out = x.clone();
  for (let i = 0; i < x.shape[0]; i++) {
    for (let j = 0; j < x.shape[1]; j++) {
      const value = x.get(i, j);
      const at = (moved: number) => {
        x.set(i, j, value + moved);
        const result = f(x);
        x.set(i, j, value);
        return result;
      };
      out.set(i, j, slope(at, trial.h));
    }
  }
  return out;
}

const likelyGradient: Owed<GradientTrial>["likely"] = [
  ["one-sided", (trial) => slopes(trial, (at, h) => (at(h) - at(0)) / h)],
  ["one-sided", (trial) => slopes(trial, (at, h) => (at(0) - at(-h)) / h)],
  ["down-from-above", (trial) => slopes(trial, (at, h) => (at(h) - at(0)) / (2 * h))],
  ["step-counted-once", (trial) => slopes(trial, (at, h) => (at(h) - at(-h)) / h)],
  ["step-not-divided", (trial) => slopes(trial, (at, h) => at(h) - at(-h))],
  ["parentheses-missing", (trial) => slopes(trial, (at, h) => ((at(h) - at(-h)) / 2) * h)],
  ["minus-missing", (trial) => slopes(trial, (at, h) => (at(-h) - at(h)) / (2 * h))],
  ["value-not-slope", (trial) => slopes(trial, (at) => at(0))],
  ...[1e-3, 1e-4, 1e-5].map(
    (step) =>
      [
        "own-step",
        (trial: GradientTrial) => slopes(trial, (at) => (at(step) - at(-step)) / (2 * step)),
      ] as const,
  ),
];

const GRADIENT_START = startOf("10-2");

function judgeGradient(answer: unknown): void {
  const place: Place & { parameter: string } = {
    layer: nameOf(answer) ?? "myNumericGradient",
    parameter: "gradient",
  };
  expectFunction({ layer: "myNumericGradient" }, answer);
  const got = GRADIENT_TRIALS.map((trial) => {
    const x = trial.x.clone();
    const f = ruleOf(trial);
    const result = attempt(place, GRADIENT_START, () => answer(() => f(x), x, trial.h));
    if (result === undefined) throw wrongForm({ layer: place.layer }, "nothing-returned");
    if (!alike(trial.x, x)) throw wrongForm({ layer: place.layer, parameter: "x" }, "not-put-back");
    const value = asNumberOrArray(place, result, trial.x);
    return value instanceof NdArray ? value.clone() : value;
  });
  const right = GRADIENT_TRIALS.map((trial) => {
    const x = trial.x.clone();
    return numericGradient(() => ruleOf(trial)(x), x, trial.h);
  });
  diagnose(place, { right, likely: likelyGradient }, GRADIENT_TRIALS, got, ["x", "h"]);
}

/** Lesson 10: the gradient of any function of a matrix, without a formula. */
const numericGradientOfMatrix: Exercise = {
  id: "10-2",
  name: "myNumericGradient",
  judge: judgeGradient,
};

interface ErrorTrial extends Values {
  numeric: NdArray;
  backprop: NdArray;
}

/** The first two are not multiples of each other: there, too many wrong formulas come out right. */
const ERROR_TRIALS: readonly ErrorTrial[] = [
  [[[4, -3]], [[-3, -4]]],
  [[[3, 4]], [[1.5, 2]]],
  [[[1, -2], [0.5, 3]], [[1, 2], [-0.5, 3]]],
  [[[0.002], [-0.001]], [[0.001], [-0.003]]],
  [[[0, 0]], [[0, 0]]],
].map(([numeric, backprop]) => ({ numeric: toNdArray(numeric), backprop: toNdArray(backprop) })); // biome-ignore format: pairs

const sum = (x: number[]) => x.reduce((total, value) => total + value, 0);
const numbers = (x: NdArray) => Array.from(flat(x));
const squares = (x: number[]) => sum(x.map((value) => value * value));
const size = (x: number[]) => Math.sqrt(squares(x));
const sizes = (x: number[]) => sum(x.map(Math.abs));
const orZero = (ratio: number) => (Number.isNaN(ratio) ? 0 : ratio);

/** A formula of the difference d, of the numeric gradient n and of backprop's b; once with 0 / 0 and once without. */
type Formula = (d: number[], n: number[], b: number[]) => number;
const of =
  (formula: Formula) =>
  ({ numeric, backprop }: ErrorTrial) => {
    const [n, b] = [numbers(numeric), numbers(backprop)];
    return formula(
      n.map((value, i) => value - b[i]),
      n,
      b,
    );
  };

const right: Formula = (d, n, b) => size(d) / (size(n) + size(b));
const WRONG = [
  ["not-relative", (d) => size(d)],
  ["root-missing", (d, n, b) => squares(d) / (squares(n) + squares(b))],
  ["divided-by-one", (d, n) => size(d) / size(n)],
  ["divided-by-one", (d, _, b) => size(d) / size(b)],
  ["divided-by-one", (d, n, b) => size(d) / Math.max(size(n), size(b))],
  ["other-norm", (d, n, b) => sizes(d) / (sizes(n) + sizes(b))],
  ["signs-cancel", (d, n, b) => sum(d) / (sum(n) + sum(b))],
  ["signs-cancel", (d, n, b) => Math.abs(sum(d)) / (Math.abs(sum(n)) + Math.abs(sum(b)))],
  ["lengths-subtracted", (_, n, b) => Math.abs(size(n) - size(b)) / (size(n) + size(b))],
  ["lengths-subtracted", (_, n, b) => (size(n) - size(b)) / (size(n) + size(b))],
] as const satisfies readonly (readonly [string, Formula])[];

const likelyError: Owed<ErrorTrial>["likely"] = [
  ["zero-by-zero", of(right)],
  ["zero-by-zero", (trial) => (size(numbers(trial.numeric)) === 0 ? 1 : of(right)(trial))],
  ...WRONG.flatMap(([cause, formula]) => [
    [cause, of((...all) => orZero((formula as Formula)(...all)))] as const,
    [cause, of(formula as Formula)] as const,
  ]),
];

const ERROR_START = startOf("10-3");

function judgeError(answer: unknown): void {
  const place = { layer: nameOf(answer) ?? "relativeError", parameter: "error" };
  expectFunction({ layer: "relativeError" }, answer);
  const got = ERROR_TRIALS.map(({ numeric, backprop }) => {
    const own = { numeric: numeric.clone(), backprop: backprop.clone() };
    const result = attempt(place, ERROR_START, () => answer(own.numeric, own.backprop));
    for (const [parameter, array] of Object.entries({ numeric, backprop })) {
      if (alike(own[parameter as keyof typeof own], array)) continue;
      throw wrongForm({ ...place, parameter }, "input-changed");
    }
    return asNumberOrArray(place, result, 0);
  });
  const owed = ERROR_TRIALS.map((trial) => orZero(of(right)(trial)));
  diagnose(place, { right: owed, likely: likelyError }, ERROR_TRIALS, got, ["numeric", "backprop"]);
}

/** Lesson 10: one number that says how well two gradients agree. */
const relativeError: Exercise = {
  id: "10-3",
  name: "relativeError",
  judge: judgeError,
};

type SoftplusTrial = { x: number; dout: number };

const softplus = (x: number) => Math.log(1 + Math.exp(x));
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** The layer that the exercise asks for. */
class SoftplusLayer {
  x = 0;

  forward(x: number): number {
    this.x = x;
    return softplus(x);
  }

  backward(dout: number): number {
    return dout * sigmoid(this.x);
  }
}

const softplusLayerTask: LayerTask<SoftplusTrial> = {
  layer: "MySoftplusLayer",
  inputs: ["x"],
  trials: [
    { x: 0.5, dout: 1 },
    { x: -1.2, dout: 3 },
    { x: 2, dout: -0.5 },
    { x: 0, dout: 7 },
  ],
  start: methodStarts("10-4"),
  right: () => new SoftplusLayer(),
  forward: {
    name: "out",
    likely: [
      ["relu-instead", ({ x }) => Math.max(0, x)],
      ["one-missing", ({ x }) => x],
      ["minus-missing", ({ x }) => -softplus(x)],
    ],
  },
  backward: {
    name: "dx",
    likely: [
      ["dout-ignored", ({ x }) => sigmoid(x)],
      ["output-for-input", ({ x, dout }) => dout * sigmoid(softplus(x))],
      ["outer-derivative-missing", ({ x, dout }) => dout * Math.exp(x)],
      ["inner-derivative-missing", ({ x, dout }) => dout / (1 + Math.exp(x))],
      ["relu-instead", ({ x, dout }) => (x > 0 ? dout : 0)],
      ["dout-added", ({ x, dout }) => dout + sigmoid(x)],
      ["value-not-slope", ({ x, dout }) => dout * softplus(x)],
      ["minus-missing", ({ x, dout }) => -dout * sigmoid(x)],
      ["activation-input-not-kept", ({ dout }) => dout * sigmoid(0)],
    ],
    nan: "activation-input-not-kept",
  },
};

/** Lesson 10: a layer of the learner's own, with the gradient check as the first judge. */
const softplusLayer: Exercise = {
  id: "10-4",
  name: softplusLayerTask.layer,
  judge: (answer) => judgeLayer(softplusLayerTask, answer),
};

/** In the order of the lesson. */
export const exercises: readonly Exercise[] = [
  guessPasses,
  numericGradientOfMatrix,
  relativeError,
  softplusLayer,
];
