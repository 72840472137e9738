import type { Exercise } from "../../judging/exercise";
import { type ChoiceTask, judgeChoice } from "../../judging/judge-choice";
import { type FunctionTask, judgeFunction } from "../../judging/judge-function";
import { type GuessTask, judgeGuess } from "../../judging/judge-guess";
import { startOf } from "../lessons";

interface Neuron {
  x1: number;
  x2: number;
  w1: number;
  w2: number;
  b: number;
}

const sum = ({ x1, x2, w1, w2, b }: Neuron) => x1 * w1 + x2 * w2 + b;
const active = (z: number) => Math.max(z, 0);

const neuronTask: FunctionTask<Neuron> = {
  name: "myNeuron",
  parameter: "h",
  trials: [
    { x1: 1, x2: 2, w1: 0.5, w2: 1, b: 0.5 },
    { x1: 1, x2: 2, w1: 1.5, w2: -0.5, b: 0.25 },
    { x1: 3, x2: -1, w1: -2, w2: 0.5, b: 1 },
    { x1: -0.5, x2: 4, w1: 2, w2: 3, b: -0.75 },
  ],
  start: startOf("01-1"),
  right: (n) => active(sum(n)),
  likely: [
    ["activation-missing", sum],
    ["activation-reversed", (n) => Math.min(sum(n), 0)],
    ["activation-too-early", (n) => active(sum(n) - n.b) + n.b],
    ["activation-too-early", ({ x1, x2, w1, w2, b }) => active(x1 * w1) + active(x2 * w2) + b],
    ["sign-removed", (n) => Math.abs(sum(n))],
    ["bias-missing", (n) => active(sum(n) - n.b)],
    ["bias-missing", (n) => sum(n) - n.b],
    ["weights-missing", ({ x1, x2, b }) => active(x1 + x2 + b)],
    ["weights-missing", ({ x1, x2, b }) => x1 + x2 + b],
    ["weights-exchanged", ({ x1, x2, w1, w2, b }) => active(x1 * w2 + x2 * w1 + b)],
    ["weights-exchanged", ({ x1, x2, w1, w2, b }) => x1 * w2 + x2 * w1 + b],
    ["added-instead", ({ x1, x2, w1, w2, b }) => active(x1 + w1 + x2 + w2 + b)],
  ],
};

/** Lesson 01: what one hidden neuron computes. */
const neuron: Exercise = {
  id: "01-1",
  name: neuronTask.name,
  judge: (answer) => judgeFunction(neuronTask, answer),
};

const guessChangedTask: GuessTask = {
  name: "myGuess",
  parameter: "changed",
  right: 0,
  start: startOf("01-2"),
  likely: Array.from({ length: 17 }, (_, i) => ["passes-change-weights", i + 1]),
};

/** Lesson 01: predict how many parameters one forward and one backward pass change. */
const guessChanged: Exercise = {
  id: "01-2",
  name: guessChangedTask.name,
  judge: (answer) => judgeGuess(guessChangedTask, answer),
};

const rolesTask: ChoiceTask<"forward" | "backward" | "optimizer"> = {
  name: "roles",
  start: startOf("01-3"),
  choices: ["forward", "backward", "optimizer"],
  decisions: {
    computesTheLoss: {
      right: "forward",
      likely: { backward: "passes-exchanged", optimizer: "optimizer-computes" },
    },
    computesGradients: {
      right: "backward",
      likely: { forward: "passes-exchanged", optimizer: "optimizer-computes" },
    },
    changesWeights: {
      right: "optimizer",
      likely: { forward: "forward-changes-weights", backward: "backward-changes-weights" },
    },
  },
};

/** Lesson 01: who computes, and who changes. */
const roles: Exercise = {
  id: "01-3",
  name: rolesTask.name,
  judge: (answer) => judgeChoice(rolesTask, answer),
};

interface Step {
  w: number;
  x: number;
  t: number;
  learningRate: number;
}

const error = ({ w, x, t }: Step) => w * x - t;
const slope = (step: Step) => error(step) * step.x;

const trainingStepTask: FunctionTask<Step> = {
  name: "trainingStep",
  trials: [
    { w: 2, x: 3, t: 5, learningRate: 0.1 },
    { w: -1.5, x: 2, t: 4, learningRate: 0.05 },
    { w: 0.5, x: -4, t: 1, learningRate: 0.02 },
  ],
  start: startOf("01-4"),
  values: {
    y: { right: ({ w, x }) => w * x, likely: [["added-instead", ({ w, x }) => w + x]] },
    loss: {
      right: (s) => error(s) ** 2 / 2,
      likely: [
        ["half-missing", (s) => error(s) ** 2],
        ["error-itself", error],
        ["error-itself", (s) => Math.abs(error(s))],
      ],
    },
    dw: {
      right: slope,
      likely: [
        ["error-reversed", (s) => -slope(s)],
        ["error-itself", error],
        ["error-reversed", (s) => -error(s)],
      ],
    },
    newW: {
      right: (s) => s.w - s.learningRate * slope(s),
      likely: [
        ["uphill", (s) => s.w + s.learningRate * slope(s)],
        ["learning-rate-missing", (s) => s.w - slope(s)],
        ["gradient-not-used", (s) => s.w - s.learningRate * error(s)],
        ["gradient-not-used", (s) => s.w - (s.learningRate * error(s) ** 2) / 2],
        ["step-alone", (s) => s.learningRate * slope(s)],
        ["step-alone", (s) => -s.learningRate * slope(s)],
        ["weight-unchanged", ({ w }) => w],
      ],
    },
  },
};

/** Lesson 01: forward, loss, backward and the change of the weight, for the smallest net there is. */
const trainingStep: Exercise = {
  id: "01-4",
  name: trainingStepTask.name,
  judge: (answer) => judgeFunction(trainingStepTask, answer),
};

/** In the order of the lesson. */
export const exercises: readonly Exercise[] = [neuron, guessChanged, roles, trainingStep];
