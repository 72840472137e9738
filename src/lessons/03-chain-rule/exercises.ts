import type { Owed } from "../../judging/diagnose";
import type { Exercise } from "../../judging/exercise";
import { type FunctionTask, judgeFunction } from "../../judging/judge-function";
import { type GuessTask, judgeGuess } from "../../judging/judge-guess";
import { startOf } from "../lessons";

const guessDxTask: GuessTask = {
  name: "myGuess",
  parameter: "dx",
  right: 6,
  start: startOf("03-1"),
  likely: [
    ["value-not-slope", 9],
    ["value-not-slope", 3],
    ["wrong-point", 2],
    ["wrong-point", 4],
    ["wrong-point", 18],
    ["factor-missing", 1],
    ["step-too-large", 7],
  ],
};

/** Lesson 03: predict how fast (x + y)² changes with x. */
const guessDx: Exercise = {
  id: "03-1",
  name: guessDxTask.name,
  judge: (answer) => judgeGuess(guessDxTask, answer),
};

interface Cube {
  x: number;
  dout: number;
}

const cubeBackwardTask: FunctionTask<Cube> = {
  name: "cubeBackward",
  parameter: "dx",
  trials: [
    { x: 2, dout: 5 },
    { x: 3, dout: -0.5 },
    { x: -1.5, dout: 7 },
    { x: 0.25, dout: 11 },
  ],
  start: startOf("03-2"),
  right: ({ x, dout }) => dout * 3 * x ** 2,
  likely: [
    ["dout-ignored", ({ x }) => 3 * x ** 2],
    ["dout-added", ({ x, dout }) => dout + 3 * x ** 2],
    ["power-rule", ({ x, dout }) => dout * x ** 2],
    ["power-rule", ({ x, dout }) => dout * 3 * x ** 3],
    ["power-rule", ({ x, dout }) => dout * 2 * x],
    ["power-rule", ({ x, dout }) => dout * 3 * x],
    ["power-rule", ({ x, dout }) => dout * 2 * x ** 2],
    ["wrong-point", ({ x, dout }) => dout * 3 * (x ** 3) ** 2],
    ["wrong-point", ({ dout }) => dout * 3 * dout ** 2],
    ["wrong-point", ({ x, dout }) => 3 * (x * dout) ** 2],
    ["value-not-slope", ({ x, dout }) => dout * x ** 3],
    ["value-not-slope", ({ x }) => x ** 3],
  ],
};

/** Lesson 03: one node, backward: the upstream gradient times the local derivative. */
const cubeBackward: Exercise = {
  id: "03-2",
  name: cubeBackwardTask.name,
  judge: (answer) => judgeFunction(cubeBackwardTask, answer),
};

interface Point {
  x: number;
  y: number;
}

const t = ({ x, y }: Point) => 3 * x + y;

const chainBackwardTask: FunctionTask<Point> = {
  name: "chainBackward",
  trials: [
    { x: 1, y: 2 },
    { x: -2, y: 0.5 },
    { x: 4, y: -7 },
  ],
  start: startOf("03-3"),
  values: {
    z: {
      right: (p) => t(p) ** 2,
      likely: [
        ["node-missing", ({ x, y }) => (x + y) ** 2],
        ["node-missing", (p) => t(p)],
        ["power-rule", (p) => 2 * t(p)],
      ],
    },
    dt: {
      right: (p) => 2 * t(p),
      likely: [
        ["power-rule", (p) => t(p)],
        ["power-rule", () => 2],
        ["value-not-slope", (p) => t(p) ** 2],
        ["wrong-point", ({ x }) => 2 * x],
        ["wrong-point", ({ x }) => 6 * x],
        ["wrong-point", (p) => 2 * t(p) ** 2],
        ["upstream-missing", () => 1],
      ],
    },
    dx: {
      right: (p) => 6 * t(p),
      likely: [
        ["factor-missing", (p) => 2 * t(p)],
        ["factor-missing", (p) => 3 * t(p)],
        ["multiply-rule", (p) => 2 * t(p) * p.x],
        ["multiply-rule", (p) => 6 * t(p) * p.x],
        ["factors-added", (p) => 2 * t(p) + 3],
        ["factors-added", (p) => 2 * t(p) + 4],
        ["wrong-point", ({ x }) => 6 * x],
        ["wrong-point", ({ x }) => 18 * x],
        ["wrong-point", ({ x, y }) => 6 * (x + y)],
        ["upstream-missing", () => 3],
        ["upstream-missing", () => 1],
      ],
    },
    dy: {
      right: (p) => 2 * t(p),
      likely: [
        ["another-gradient", (p) => 6 * t(p)],
        ["factor-missing", (p) => t(p)],
        ["multiply-rule", (p) => 2 * t(p) * p.y],
        ["factors-added", (p) => 2 * t(p) + 1],
        ["wrong-point", ({ y }) => 2 * y],
        ["wrong-point", ({ x, y }) => 2 * (x + y)],
        ["upstream-missing", () => 1],
      ],
    },
  },
};

/** Lesson 03: three nodes in a row, one factor for each. */
const chainBackward: Exercise = {
  id: "03-3",
  name: chainBackwardTask.name,
  judge: (answer) => judgeFunction(chainBackwardTask, answer),
};

interface Step {
  f: (x: number) => number;
  x: number;
  h: number;
}

const change = ({ f, x, h }: Step) => f(x + h) - f(x - h);

type Likely = NonNullable<Owed<Step>["likely"]>[number];

/** Steps that a learner may have written down in place of `h`. */
const OWN_STEPS = [0.1, 0.01, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7];

const slopeTask: FunctionTask<Step> = {
  name: "slope",
  parameter: "out",
  trials: [
    { f: (x) => x ** 2, x: 3, h: 0.5 },
    { f: (x) => x ** 3, x: 2, h: 0.5 },
    { f: (x) => 5 - 2 * x, x: -1, h: 0.25 },
    { f: (x) => x ** 4 + x, x: 1.5, h: 0.125 },
  ],
  start: startOf("03-4"),
  right: (step) => change(step) / (2 * step.h),
  likely: [
    ["one-sided", ({ f, x, h }) => (f(x + h) - f(x)) / h],
    ["one-sided", ({ f, x, h }) => (f(x) - f(x - h)) / h],
    ["step-counted-once", (step) => change(step) / step.h],
    ["step-not-divided", change],
    ["step-not-divided", ({ f, x, h }) => f(x + h) - f(x)],
    ["step-not-divided", (step) => change(step) / 2],
    ["parentheses-missing", (step) => (change(step) / 2) * step.h],
    ["difference-not-grouped", ({ f, x, h }) => f(x + h) - f(x - h) / (2 * h)],
    ["minus-missing", (step) => -change(step) / (2 * step.h)],
    ["value-not-slope", ({ f, x }) => f(x)],
    ["value-not-slope", ({ f, x, h }) => (f(x + h) + f(x - h)) / 2],
    ...OWN_STEPS.map((h): Likely => ["own-step", ({ f, x }) => change({ f, x, h }) / (2 * h)]),
  ],
};

/** Lesson 03: the slope of any function, from one small step to each side. */
const slope: Exercise = {
  id: "03-4",
  name: slopeTask.name,
  judge: (answer) => judgeFunction(slopeTask, answer),
};

/** In the order of the lesson. */
export const exercises: readonly Exercise[] = [guessDx, cubeBackward, chainBackward, slope];
