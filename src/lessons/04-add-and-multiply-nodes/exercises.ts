import type { Exercise } from "../../judging/exercise";
import { type FunctionTask, judgeFunction } from "../../judging/judge-function";
import { type GuessTask, judgeGuess } from "../../judging/judge-guess";
import { startOf } from "../lessons";

const guessMulDxTask: GuessTask = {
  name: "myGuess",
  parameter: "dx",
  right: 6.5,
  start: startOf("04-1"),
  likely: [
    ["own-input", 13],
    ["passed-unchanged", 1.3],
    ["dout-ignored", 5],
    ["value-not-slope", 65],
    ["value-not-slope", 50],
    ["input-itself", 10],
    ["gradient-split", 0.65],
    ["dout-added", 6.3],
  ],
};

/** Lesson 04: predict what a multiply node sends back to one of its inputs. */
const guessMulDx: Exercise = {
  id: "04-1",
  name: guessMulDxTask.name,
  judge: (answer) => judgeGuess(guessMulDxTask, answer),
};

interface Node {
  x: number;
  y: number;
  dout: number;
}

const mulBackwardTask: FunctionTask<Node> = {
  name: "mulBackward",
  trials: [
    { x: 10, y: 5, dout: 1.3 },
    { x: 3, y: 7, dout: -2 },
    { x: -2.5, y: 4, dout: 0.5 },
    { x: 0.25, y: -8, dout: 11 },
  ],
  start: startOf("04-2"),
  dx: {
    right: ({ y, dout }) => dout * y,
    likely: [
      ["own-input", ({ x, dout }) => dout * x],
      ["passed-unchanged", ({ dout }) => dout],
      ["dout-ignored", ({ y }) => y],
      ["inputs-passed-on", ({ x }) => x],
      ["value-not-slope", ({ x, y, dout }) => dout * x * y],
      ["value-not-slope", ({ x, y }) => x * y],
      ["dout-added", ({ y, dout }) => dout + y],
      ["gradient-split", ({ dout }) => dout / 2],
    ],
  },
  dy: {
    right: ({ x, dout }) => dout * x,
    likely: [
      ["own-input", ({ y, dout }) => dout * y],
      ["passed-unchanged", ({ dout }) => dout],
      ["dout-ignored", ({ x }) => x],
      ["inputs-passed-on", ({ y }) => y],
      ["value-not-slope", ({ x, y, dout }) => dout * x * y],
      ["value-not-slope", ({ x, y }) => x * y],
      ["dout-added", ({ x, dout }) => dout + x],
      ["gradient-split", ({ dout }) => dout / 2],
    ],
  },
};

/** Lesson 04: the multiply node's backward step, before lesson 05 makes a layer of it. */
const mulBackward: Exercise = {
  id: "04-2",
  name: mulBackwardTask.name,
  judge: (answer) => judgeFunction(mulBackwardTask, answer),
};

const maxBackwardTask: FunctionTask<Node> = {
  name: "maxBackward",
  trials: [
    { x: 10, y: 5, dout: 1.3 },
    { x: 2, y: 7, dout: 4 },
    { x: -3, y: -6, dout: -0.5 },
    { x: -2.5, y: 0.5, dout: 11 },
    { x: 4, y: 4, dout: 3 },
  ],
  start: startOf("04-3"),
  dx: {
    right: ({ x, y, dout }) => (x > y ? dout : 0),
    likely: [
      ["tie-to-first", ({ x, y, dout }) => (x >= y ? dout : 0)],
      ["gate-reversed", ({ x, y, dout }) => (x < y ? dout : 0)],
      ["gate-reversed", ({ x, y, dout }) => (x <= y ? dout : 0)],
      ["gate-open-to-both", ({ dout }) => dout],
      ["gradient-split-at-max", ({ dout }) => dout / 2],
      ["dout-ignored", ({ x, y }) => (x > y ? 1 : 0)],
      ["dout-ignored", ({ x, y }) => (x >= y ? 1 : 0)],
      ["inputs-passed-on", ({ x, y }) => (x > y ? x : 0)],
      ["inputs-passed-on", ({ x, y }) => (x >= y ? x : 0)],
      ["value-not-slope", ({ x, y, dout }) => (x > y ? dout * x : 0)],
      ["value-not-slope", ({ x, y, dout }) => (x >= y ? dout * x : 0)],
      ["multiply-rule", ({ y, dout }) => dout * y],
      ["other-side-zero", () => 0],
      ["tie-shared", ({ x, y, dout }) => (x > y ? dout : x === y ? dout / 2 : 0)],
    ],
  },
  dy: {
    right: ({ x, y, dout }) => (x > y ? 0 : dout),
    likely: [
      ["tie-to-nobody", ({ x, y, dout }) => (y > x ? dout : 0)],
      ["gate-open-to-both", ({ dout }) => dout],
      ["gate-reversed", ({ x, y, dout }) => (x > y ? dout : 0)],
      ["gate-reversed", ({ x, y, dout }) => (x >= y ? dout : 0)],
      ["dout-ignored", ({ x, y }) => (x > y ? 0 : 1)],
      ["dout-ignored", ({ x, y }) => (y > x ? 1 : 0)],
      ["inputs-passed-on", ({ x, y }) => (x > y ? 0 : y)],
      ["value-not-slope", ({ x, y, dout }) => (x > y ? 0 : dout * y)],
      ["other-side-zero", () => 0],
      ["tie-shared", ({ x, y, dout }) => (y > x ? dout : x === y ? dout / 2 : 0)],
    ],
  },
};

/** Lesson 04: the max node's backward step, the gate that ReLU is. */
const maxBackward: Exercise = {
  id: "04-3",
  name: maxBackwardTask.name,
  judge: (answer) => judgeFunction(maxBackwardTask, answer),
};

interface Point {
  x: number;
  y: number;
}

const sharedBackwardTask: FunctionTask<Point> = {
  name: "sharedBackward",
  trials: [
    { x: 2, y: 3 },
    { x: -4, y: 1.5 },
    { x: 7, y: -2 },
  ],
  start: startOf("04-4"),
  values: {
    out: {
      right: ({ x, y }) => (x + y) * x,
      likely: [
        ["node-missing", ({ x, y }) => x + y],
        ["node-missing", ({ x, y }) => x * y],
        ["inputs-swapped", ({ x, y }) => (x + y) * y],
        ["multiplied-instead", ({ x, y }) => x * y * x],
        ["added-instead", ({ x, y }) => x + y + x],
      ],
    },
    ds: {
      right: ({ x }) => x,
      likely: [
        ["own-input", ({ x, y }) => x + y],
        ["upstream-missing", () => 1],
        ["value-not-slope", ({ x, y }) => (x + y) * x],
      ],
    },
    dx: {
      right: ({ x, y }) => 2 * x + y,
      likely: [
        ["part-missing", ({ x }) => x],
        ["part-missing", ({ x, y }) => x + y],
        ["parts-multiplied", ({ x, y }) => x * (x + y)],
        ["part-twice", ({ x }) => 2 * x],
        ["part-twice", ({ x, y }) => 2 * (x + y)],
        ["upstream-missing", ({ x, y }) => 1 + x + y],
      ],
    },
    dy: {
      right: ({ x }) => x,
      likely: [
        ["another-gradient", ({ x, y }) => 2 * x + y],
        ["inputs-passed-on", ({ y }) => y],
        ["upstream-missing", () => 1],
        ["value-not-slope", ({ x, y }) => x + y],
        ["value-not-slope", ({ x, y }) => x * y],
      ],
    },
  },
};

/** Lesson 04: a value that feeds two nodes gets the sum of what both send back. */
const sharedBackward: Exercise = {
  id: "04-4",
  name: sharedBackwardTask.name,
  judge: (answer) => judgeFunction(sharedBackwardTask, answer),
};

/** In the order of the lesson. */
export const exercises: readonly Exercise[] = [
  guessMulDx,
  mulBackward,
  maxBackward,
  sharedBackward,
];
