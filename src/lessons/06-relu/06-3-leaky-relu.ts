import { map, mapPairs } from "../../arrays/map";
import { type NdArray, nj } from "../../arrays/nj";
import type { Exercise } from "../../judging/exercise";
import { GATE_TRIALS, type GateTrial, pairs } from "../../judging/gate-trials";
import { judgeLayer } from "../../judging/judge-layer";
import type { LayerTask } from "../../judging/layer-task";

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

const task: LayerTask<GateTrial> = {
  layer: "MyLeakyRelu",
  inputs: ["x"],
  trials: GATE_TRIALS,
  start: {
    forward: {
      en: "start with your `MyRelu`, and change the 0 in `forward` to a tenth of the number.",
      ko: "직접 작성한 `MyRelu`에서 시작해 `forward`의 0을 그 수의 10분의 1로 바꾸세요.",
    },
    backward: {
      en: "start with the local derivative on the closed side: how fast does `0.1 * x` grow with `x`? `forward` is right already.",
      ko: "닫힌 쪽의 국소적 미분부터 시작하세요. `x`가 커질 때 `0.1 * x`는 얼마나 빠르게 커질까요? `forward`는 이미 맞았습니다.",
    },
  },
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
export const leakyLayer: Exercise = {
  id: "06-3",
  name: task.layer,
  hints: [
    {
      en: "The mask is the same as in ReLU. Only what happens at the closed places is new.",
      ko: "마스크는 ReLU와 같습니다. 닫힌 자리에서 하는 일만 달라집니다.",
    },
    {
      en: "Forward: `value <= 0 ? 0.1 * value : value`. One more at such an input is a tenth more at the output, so the local derivative is 0.1 there.",
      ko: "순전파는 `value <= 0 ? 0.1 * value : value`입니다. 그 자리의 입력이 1 커지면 출력은 0.1 커지므로 국소적 미분은 0.1입니다.",
    },
    {
      en: "Backward: `mapPairs(dout, this.mask, (gradient, closed) => (closed ? 0.1 * gradient : gradient))`.",
      ko: "역전파는 `mapPairs(dout, this.mask, (gradient, closed) => (closed ? 0.1 * gradient : gradient))`입니다.",
    },
  ],
  passed: {
    en: "Where ReLU stops the gradient, a tenth of it still comes back.",
    ko: "ReLU라면 막혔을 자리에서도 미분의 10분의 1이 되돌아옵니다.",
  },
  judge: (answer) => judgeLayer(task, answer),
};
