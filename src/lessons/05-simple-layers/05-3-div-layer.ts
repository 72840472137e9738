import type { Exercise } from "../../judging/exercise";
import { judgeLayer } from "../../judging/judge-layer";
import type { LayerTask } from "../../judging/layer-task";

const task: LayerTask<{ x: number; y: number; dout: number }> = {
  layer: "MyDivLayer",
  trials: [
    { x: 715, y: 4, dout: 1 },
    { x: 3, y: 5, dout: 7 },
    { x: -2.5, y: 4, dout: -0.5 },
    { x: 6, y: -8, dout: 3 },
  ],
  start: {
    forward: {
      en: "start with `forward`: keep `x` and `y`, then return `x / y`.",
      ko: "`forward`부터 시작해서 `x`와 `y`를 보관한 다음 `x / y`를 반환하세요.",
    },
    backward: {
      en: "start with `dx`: how fast does `x / y` change with `x`? `forward` is right already.",
      ko: "`dx`부터 시작하세요. `x`가 변할 때 `x / y`는 얼마나 빠르게 변할까요? `forward`는 이미 맞았습니다.",
    },
  },
  inputs: ["x", "y"],
  node: (g, x, y) => g.div(x, y, "out"),
  forward: {
    name: "out",
    likely: [
      ["inputs-swapped", ({ x, y }) => y / x],
      ["multiplied-instead", ({ x, y }) => x * y],
      ["added-instead", ({ x, y }) => x + y],
    ],
  },
  backward: [
    {
      name: "dx",
      likely: [
        ["gradients-exchanged", ({ x, y, dout }) => (-dout * x) / y ** 2],
        ["dout-ignored", ({ y }) => 1 / y],
        ["multiply-rule", ({ y, dout }) => dout * y],
        ["own-input", ({ x, dout }) => dout / x],
        ["dout-added", ({ y, dout }) => dout + 1 / y],
        ["values-not-kept", ({ dout }) => dout / 0],
        ["passed-unchanged", ({ dout }) => dout],
        ["value-not-slope", ({ x, y, dout }) => (dout * x) / y],
        ["value-not-slope", ({ x, y }) => x / y],
      ],
      nan: "values-not-kept",
    },
    {
      name: "dy",
      likely: [
        ["minus-missing", ({ x, y, dout }) => (dout * x) / y ** 2],
        ["dout-ignored", ({ x, y }) => -x / y ** 2],
        ["square-missing", ({ x, y, dout }) => (-dout * x) / y],
        ["caret-for-power", ({ x, y, dout }) => (-dout * x) / (y ^ 2)],
        ["caret-for-power", ({ x, y, dout }) => ((-dout * x) / y) ^ 2],
        ["divisor-cancelled", ({ x, dout }) => -dout * x],
        ["other-input-missing", ({ y, dout }) => -dout / y ** 2],
        ["other-input-missing", ({ y, dout }) => -dout / y],
        ["multiply-rule", ({ x, dout }) => dout * x],
        ["own-input", ({ y, dout }) => dout / y],
        ["inputs-swapped", ({ x, y, dout }) => (-dout * y) / x ** 2],
        ["dout-added", ({ x, y, dout }) => dout - x / y ** 2],
      ],
    },
  ],
};

/** Lesson 05: a layer of the learner's own, for a bill that friends share. */
export const divLayer: Exercise = {
  id: "05-3",
  name: task.layer,
  hints: [
    {
      en: "`backward` needs both inputs, so `forward` keeps both, as the multiply layer does.",
      ko: "`backward`에 두 입력이 모두 필요하므로, 곱셈 계층처럼 `forward`에서 둘 다 보관합니다.",
    },
    {
      en: "With `y` held still, `x / y` is `x` times `1 / y`. So the local derivative for `x` is `1 / y`.",
      ko: "`y`를 고정하면 `x / y`는 `x`에 `1 / y`를 곱한 것입니다. 그래서 `x`에 대한 국소적 미분은 `1 / y`입니다.",
    },
    {
      en: "With `x` held still, the derivative of `x / y` with respect to `y` is `-x / y²`. More friends, a smaller share.",
      ko: "`x`를 고정하고 `y`로 미분하면 `-x / y²`입니다. 친구가 늘면 한 사람 몫은 줄어드니 부호는 음수입니다.",
    },
    {
      en: "Multiply both by `dout`: `dx = dout / this.y` and `dy = (-dout * this.x) / this.y ** 2`.",
      ko: "둘 다 `dout`을 곱합니다. `dx = dout / this.y`, `dy = (-dout * this.x) / this.y ** 2`입니다.",
    },
  ],
  passed: {
    en: "A layer of your own: two different local derivatives, and each object keeps its own inputs.",
    ko: "서로 다른 국소적 미분 두 개를 가진 계층을 직접 만들었습니다. 객체마다 입력도 따로 보관합니다.",
  },
  judge: (answer) => judgeLayer(task, answer),
};
