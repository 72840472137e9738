import { map, mapPairs } from "../../arrays/map";
import type { NdArray } from "../../arrays/numjs-types";
import type { Exercise } from "../../judging/exercise";
import { judgeLayer } from "../../judging/judge-layer";
import type { LayerTask } from "../../judging/layer-task";

type Trial = { x: NdArray; dout: NdArray };

/** dx as a rule of the output, or of the input. */
const ofOut = (rule: (y: number, dout: number) => number) => (trial: Trial) =>
  mapPairs(map(trial.x, Math.tanh), trial.dout, rule);
const ofX = (rule: (x: number, dout: number) => number) => (trial: Trial) =>
  mapPairs(trial.x, trial.dout, rule);

/** The right layer: tanh and its slope, 1 − y². */
class Tanh {
  out: NdArray | undefined;

  forward(x: NdArray): NdArray {
    this.out = map(x, Math.tanh);
    return this.out;
  }

  backward(dout: NdArray): NdArray {
    return mapPairs(this.out as NdArray, dout, (y, dout) => dout * (1 - y * y) + 0);
  }
}

const task: LayerTask<Trial> = {
  layer: "MyTanh",
  inputs: ["x"],
  trials: [
    { x: [[1, 0, -2]], dout: [[1, 1, 1]] },
    {
      x: [
        [0.5, -1.5],
        [3, -0.25],
      ],
      dout: [
        [2, -1],
        [0.5, 4],
      ],
    },
    { x: [1000, -1000, 0.75], dout: [1, -2, 3] },
  ],
  start: {
    forward: {
      en: "start with `forward`: `2 · sigmoid(2x) − 1`, and keep the result in `this.out`.",
      ko: "`forward`부터 시작해서 `2 · sigmoid(2x) − 1`을 계산하고 결과를 `this.out`에 보관하세요.",
    },
    backward: {
      en: "start with the slope: build `1 - out²` from `this.out`. `forward` is right already.",
      ko: "기울기부터 시작하세요. `this.out`으로 `1 - out²`을 만듭니다. `forward`는 이미 맞았습니다.",
    },
  },
  right: () => new Tanh(),
  forward: {
    name: "out",
    likely: [
      ["exp-overflow", ({ x }) => map(x, (x) => (Math.exp(2 * x) - 1) / (Math.exp(2 * x) + 1))],
      ["exp-overflow", ({ x }) => map(x, (x) => (1 - Math.exp(-2 * x)) / (1 + Math.exp(-2 * x)))],
      [
        "exp-overflow",
        ({ x }) => map(x, (x) => (Math.exp(x) - Math.exp(-x)) / (Math.exp(x) + Math.exp(-x))),
      ],
      ["sign-in-exp", ({ x }) => map(x, (x) => -Math.tanh(x))],
      ["node-missing", ({ x }) => map(x, (x) => Math.tanh(x / 2))],
      ["node-missing", ({ x }) => map(x, (x) => (Math.tanh(x) + 1) / 2)],
      ["node-missing", ({ x }) => map(x, (x) => Math.tanh(x) + 1)],
      ["node-missing", ({ x }) => map(x, (x) => (Math.tanh(x) - 1) / 2)],
    ],
  },
  backward: {
    name: "dx",
    thrown: "output-not-kept",
    likely: [
      ["sigmoid-rule", ofOut((y, dout) => dout * y * (1 - y))],
      ["dout-ignored", ofOut((y) => 1 - y * y)],
      ["output-not-squared", ofOut((y, dout) => dout * (1 - y))],
      ["another-output-kept", ofOut((y, dout) => dout * (1 - ((y + 1) / 2) ** 2))],
      ["input-for-output", ofX((x, dout) => dout * (1 - x * x))],
      ["minus-missing", ofOut((y, dout) => -dout * (1 - y * y))],
      ["dout-added", ofOut((y, dout) => dout + 1 - y * y)],
    ],
  },
};

/** Lesson 07: a layer of the learner's own that keeps its output and must not overflow. */
export const tanhLayer: Exercise = {
  id: "07-4",
  name: task.layer,
  hints: [
    {
      en: "The library's `Sigmoid` does not overflow, so let it do the work: `new Sigmoid().forward(x.multiply(2))`.",
      ko: "라이브러리의 `Sigmoid`는 오버플로가 없으니 계산을 맡기세요. `new Sigmoid().forward(x.multiply(2))`입니다.",
    },
    {
      en: "Stretch and shift what it returns with `.multiply(2).subtract(1)`, and store the result in `this.out`.",
      ko: "돌려받은 값을 `.multiply(2).subtract(1)`로 늘리고 옮긴 다음 `this.out`에 보관하세요.",
    },
    {
      en: "The slope is `1 - y * y`, in numjs `this.out.multiply(this.out).negative().add(1)`. Multiply it by `dout`.",
      ko: "기울기는 `1 - y * y`, numjs로는 `this.out.multiply(this.out).negative().add(1)`입니다. 여기에 `dout`을 곱하세요.",
    },
  ],
  passed: {
    en: "Right at 1000 as well, where the textbook form gives NaN.",
    ko: "교과서의 식이라면 NaN이 나올 1000에서도 맞습니다.",
  },
  judge: (answer) => judgeLayer(task, answer),
};
