import { map, mapPairs } from "../../arrays/map";
import { type NdArray, nj } from "../../arrays/nj";
import type { Exercise } from "../../judging/exercise";
import { GATE_TRIALS, type GateTrial, pairs } from "../../judging/gate-trials";
import { type GuessTask, judgeGuess } from "../../judging/judge-guess";
import { judgeLayer } from "../../judging/judge-layer";
import type { LayerTask } from "../../judging/layer-task";
import { Relu } from "../../layers/relu";
import { methodStarts, startOf } from "../lessons";

const guessThroughTask: GuessTask = {
  name: "myGuess",
  parameter: "dx",
  right: 60,
  start: startOf("06-1"),
  likely: [
    ["gradient-not-masked", 110],
    ["mask-reversed", 50],
    ["places-counted", 55],
    ["inputs-passed-on", 4],
    ["dout-ignored", 2],
    ["value-not-slope", 160],
    ["multiply-rule", 90],
  ],
};

/** Lesson 06: predict how much of a gradient comes back through ReLU. */
const guessThrough: Exercise = {
  id: "06-1",
  name: guessThroughTask.name,
  judge: (answer) => judgeGuess(guessThroughTask, answer),
};

/** What a ReLU owes; lesson 12 asks for it again. */
export const reluTask: LayerTask<GateTrial> = {
  layer: "MyRelu",
  inputs: ["x"],
  trials: GATE_TRIALS,
  start: methodStarts("06-2"),
  right: () => new Relu(),
  forward: {
    name: "out",
    likely: [
      ["mask-reversed", ({ x }) => map(x, (x) => (x > 0 ? 0 : x))],
      ["mask-returned", ({ x }) => map(x, (x) => (x > 0 ? 1 : 0))],
      ["mask-returned", ({ x }) => map(x, (x) => (x > 0 ? 0 : 1))],
      ["gate-missing", ({ x }) => x],
      ["sign-removed", ({ x }) => map(x, Math.abs)],
    ],
  },
  backward: {
    name: "dx",
    thrown: "mask-not-kept",
    likely: [
      ["gradient-not-masked", ({ dout }) => dout],
      ["mask-from-dout", ({ dout }) => map(dout, (dout) => (dout <= 0 ? 0 : dout))],
      ["zero-lets-through", pairs((x, dout) => (x < 0 ? 0 : dout))],
      ["mask-reversed", pairs((x, dout) => (x > 0 ? 0 : dout))],
      ["mask-returned", pairs((x) => (x > 0 ? 0 : 1))],
      ["dout-ignored", pairs((x) => (x > 0 ? 1 : 0))],
      ["inputs-passed-on", pairs((x) => (x > 0 ? x : 0))],
      ["value-not-slope", pairs((x, dout) => (x > 0 ? x * dout : 0))],
      ["multiply-rule", pairs((x, dout) => x * dout)],
      ["all-stopped", pairs(() => 0)],
    ],
  },
};

/** Lesson 06: the ReLU layer on arrays, before the library's own appears. */
const reluLayer: Exercise = {
  id: "06-2",
  name: reluTask.layer,
  judge: (answer) => judgeLayer(reluTask, answer),
};

const LEAK = 0.1;

/** The right layer, as a verdict draws it beside a wrong one. */
class LeakyRelu {
  mask = nj.zeros([1]);

  forward(x: NdArray): NdArray {
    this.mask = map(x, (value) => (value <= 0 ? 1 : 0));
    return map(x, (value) => (value <= 0 ? LEAK * value : value));
  }

  backward(dout: NdArray): NdArray {
    return mapPairs(dout, this.mask, (dout, closed) => (closed ? LEAK * dout : dout));
  }
}

const leakyLayerTask: LayerTask<GateTrial> = {
  layer: "MyLeakyRelu",
  inputs: ["x"],
  trials: GATE_TRIALS,
  start: methodStarts("06-3"),
  right: () => new LeakyRelu(),
  forward: {
    name: "out",
    likely: [
      ["leak-missing", ({ x }) => map(x, (x) => (x > 0 ? x : 0))],
      ["leak-not-applied", ({ x }) => x],
      ["leak-everywhere", ({ x }) => map(x, (x) => LEAK * x)],
      ["mask-reversed", ({ x }) => map(x, (x) => (x > 0 ? LEAK * x : x))],
      ["value-not-scaled", ({ x }) => map(x, (x) => (x > 0 ? x : LEAK))],
      ["leak-too-small", ({ x }) => map(x, (x) => (x > 0 ? x : 0.01 * x))],
    ],
  },
  backward: {
    name: "dx",
    thrown: "mask-not-kept",
    likely: [
      ["leak-missing", pairs((x, dout) => (x > 0 ? dout : 0))],
      ["leak-not-applied", ({ dout }) => dout],
      ["leak-everywhere", ({ dout }) => map(dout, (dout) => LEAK * dout)],
      ["mask-reversed", pairs((x, dout) => (x > 0 ? LEAK * dout : dout))],
      ["mask-from-dout", ({ dout }) => map(dout, (dout) => (dout > 0 ? dout : LEAK * dout))],
      ["zero-on-open-side", pairs((x, dout) => (x >= 0 ? dout : LEAK * dout))],
      ["dout-ignored", pairs((x) => (x > 0 ? 1 : LEAK))],
      ["value-not-slope", pairs((x, dout) => (x > 0 ? dout : LEAK * x * dout))],
      ["value-not-scaled", pairs((x, dout) => (x > 0 ? dout : LEAK))],
    ],
  },
};

/** Lesson 06: a gate that lets a tenth through where ReLU lets nothing through. */
const leakyLayer: Exercise = {
  id: "06-3",
  name: leakyLayerTask.layer,
  judge: (answer) => judgeLayer(leakyLayerTask, answer),
};

/** The right layer, as a verdict draws it beside a wrong one. */
class Abs {
  sign = nj.zeros([1]);

  forward(x: NdArray): NdArray {
    this.sign = map(x, Math.sign);
    return map(x, Math.abs);
  }

  backward(dout: NdArray): NdArray {
    return mapPairs(dout, this.sign, (dout, sign) => dout * sign);
  }
}

const absLayerTask: LayerTask<GateTrial> = {
  layer: "MyAbs",
  inputs: ["x"],
  trials: GATE_TRIALS,
  start: methodStarts("06-4"),
  right: () => new Abs(),
  forward: {
    name: "out",
    likely: [
      ["branch-missing", ({ x }) => map(x, (x) => Math.max(x, 0))],
      ["branch-missing", ({ x }) => map(x, (x) => Math.max(-x, 0))],
      ["branch-subtracted", ({ x }) => x],
      ["minus-missing", ({ x }) => map(x, (x) => 2 * Math.max(x, 0))],
      ["minus-behind-gate", ({ x }) => map(x, () => 0)],
    ],
  },
  backward: {
    name: "dx",
    likely: [
      ["minus-missing", pairs((x, dout) => (x === 0 ? 0 : dout))],
      ["part-missing", pairs((x, dout) => (x > 0 ? dout : 0))],
      ["part-missing", pairs((x, dout) => (x < 0 ? -dout : 0))],
      ["part-missing", pairs((x, dout) => (x < 0 ? dout : 0))],
      ["shared-layer", pairs(() => 0)],
      ["shared-layer", pairs((x, dout) => (x < 0 ? 2 * dout : 0))],
      ["shared-layer", pairs((x, dout) => (x > 0 ? 2 * dout : 0))],
      ["dout-ignored", ({ x }) => map(x, Math.sign)],
      ["gate-missing", ({ dout }) => dout],
      ["gradient-split", pairs((x, dout) => (Math.sign(x) * dout) / 2)],
      ["value-not-slope", pairs((x, dout) => Math.abs(x) * dout)],
      ["parts-exchanged", pairs((x, dout) => -Math.sign(x) * dout)],
    ],
  },
};

/** Lesson 06: |x| from two gates, one value in two branches. */
const absLayer: Exercise = {
  id: "06-4",
  name: absLayerTask.layer,
  judge: (answer) => judgeLayer(absLayerTask, answer),
};

/** In the order of the lesson. */
export const exercises: readonly Exercise[] = [guessThrough, reluLayer, leakyLayer, absLayer];
