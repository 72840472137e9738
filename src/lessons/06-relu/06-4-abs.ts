import { map, mapPairs } from "../../arrays/map";
import { type NdArray, nj } from "../../arrays/nj";
import type { Exercise } from "../../judging/exercise";
import { GATE_TRIALS, type GateTrial, pairs } from "../../judging/gate-trials";
import { judgeLayer } from "../../judging/judge-layer";
import type { LayerTask } from "../../judging/layer-task";

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

const task: LayerTask<GateTrial> = {
  layer: "MyAbs",
  inputs: ["x"],
  trials: GATE_TRIALS,
  start: {
    forward: {
      en: "start with `forward`: send `x` through the one gate and `x.negative()` through the other, and add what comes out.",
      ko: "`forward`부터 시작하세요. 한쪽 문에는 `x`를, 다른 쪽 문에는 `x.negative()`를 통과시키고 나온 둘을 더합니다.",
    },
    backward: {
      en: "start with the add node: it copies `dout` to both gates. `forward` is right already.",
      ko: "덧셈 노드부터 시작하세요. `dout`을 두 문에 복사합니다. `forward`는 이미 맞았습니다.",
    },
  },
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
export const absLayer: Exercise = {
  id: "06-4",
  name: task.layer,
  hints: [
    {
      en: "Two nodes, two objects: `positive = new Relu()` and `negative = new Relu()`. Forward: `this.positive.forward(x).add(this.negative.forward(x.negative()))`.",
      ko: "노드가 둘이므로 객체도 둘입니다: `positive = new Relu()`, `negative = new Relu()`. 순전파는 `this.positive.forward(x).add(this.negative.forward(x.negative()))`입니다.",
    },
    {
      en: "Backward: both gates get `dout`. What comes out of the second one passes the minus node once more.",
      ko: "역전파에서는 두 문이 모두 `dout`을 받습니다. 둘째 문에서 나온 미분은 부호를 바꾸는 노드를 한 번 더 지납니다.",
    },
    {
      en: "`x` feeds both branches, so the two parts are added: `this.positive.backward(dout).subtract(this.negative.backward(dout))`.",
      ko: "`x`는 두 갈래로 들어가므로 두 부분을 더합니다: `this.positive.backward(dout).subtract(this.negative.backward(dout))`.",
    },
  ],
  passed: {
    en: "Two gates, two objects, one sum: the derivative of |x| is 1 to the right of 0 and −1 to the left.",
    ko: "문 두 개, 객체 두 개, 합 하나입니다. |x|의 미분은 0의 오른쪽에서 1, 왼쪽에서 −1입니다.",
  },
  judge: (answer) => judgeLayer(task, answer),
};
