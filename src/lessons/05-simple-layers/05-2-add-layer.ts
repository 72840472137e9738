import type { Exercise } from "../../judging/exercise";
import { judgeLayer } from "../../judging/judge-layer";
import type { LayerTask } from "../../judging/layer-task";

const task: LayerTask<{ x: number; y: number; dout: number }> = {
  layer: "MyAddLayer",
  trials: [
    { x: 200, y: 450, dout: 1.1 },
    { x: 3, y: 5, dout: 7 },
    { x: -2.5, y: 4, dout: -0.5 },
    { x: 0.25, y: -8, dout: 3 },
  ],
  start: {
    forward: {
      en: "start with `forward`: return the sum of `x` and `y`.",
      ko: "`forward`부터 시작해서 `x`와 `y`의 합을 반환하세요.",
    },
    backward: {
      en: "start with one question: if `x` grows by 1, by how much does `x + y` grow? `forward` is right already.",
      ko: "질문 하나로 시작하세요. `x`가 1 커지면 `x + y`는 얼마나 커질까요? `forward`는 이미 맞았습니다.",
    },
  },
  inputs: ["x", "y"],
  node: (g, x, y) => g.add(x, y, "out"),
  forward: { name: "out", likely: [["multiplied-instead", ({ x, y }) => x * y]] },
  backward: [
    {
      name: "dx",
      likely: [
        ["dout-ignored", () => 1],
        ["multiply-rule", ({ y, dout }) => dout * y],
        ["multiply-rule", ({ x, dout }) => dout * x],
        ["gradient-split", ({ dout }) => dout / 2],
        ["dout-added", ({ dout }) => dout + 1],
        ["inputs-passed-on", ({ x }) => x],
        ["value-not-slope", ({ x, y, dout }) => dout * (x + y)],
      ],
    },
    {
      name: "dy",
      likely: [
        ["dout-ignored", () => 1],
        ["multiply-rule", ({ x, dout }) => dout * x],
        ["multiply-rule", ({ y, dout }) => dout * y],
        ["gradient-split", ({ dout }) => dout / 2],
        ["dout-added", ({ dout }) => dout + 1],
        ["inputs-passed-on", ({ y }) => y],
        ["value-not-slope", ({ x, y, dout }) => dout * (x + y)],
      ],
    },
  ],
};

/** Lesson 05: the add layer, written by the learner before the library's own appears. */
export const addLayer: Exercise = {
  id: "05-2",
  name: task.layer,
  hints: [
    {
      en: "`forward` returns `x + y`. It need not keep anything: look at what `backward` will ask for.",
      ko: "`forward`는 `x + y`를 반환합니다. 보관할 값이 있을까요? `backward`에 무엇이 필요한지 먼저 생각해 보세요.",
    },
    {
      en: "One more at either input is one more at the output, so both local derivatives are 1.",
      ko: "어느 쪽 입력이든 1이 늘면 출력도 1이 늘어납니다. 그래서 국소적 미분은 둘 다 1입니다.",
    },
    {
      en: "`dx` is `dout * 1`, and so is `dy`. Return them as `[dx, dy]`.",
      ko: "`dx`도 `dy`도 `dout * 1`입니다. `[dx, dy]`로 묶어 반환하세요.",
    },
  ],
  passed: {
    en: "It adds on the way forward and hands the whole of `dout` to both inputs on the way back.",
    ko: "순전파에서는 더하고, 역전파에서는 두 입력에 `dout`을 그대로 흘려보냅니다.",
  },
  judge: (answer) => judgeLayer(task, answer),
};
