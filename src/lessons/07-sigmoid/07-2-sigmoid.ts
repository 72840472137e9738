import { map, mapPairs } from "../../arrays/map";
import type { NdArray } from "../../arrays/numjs-types";
import type { Exercise } from "../../judging/exercise";
import { judgeLayer } from "../../judging/judge-layer";
import type { LayerTask } from "../../judging/layer-task";
import { Sigmoid } from "../../layers/sigmoid";

type Trial = { x: NdArray; dout: NdArray };

/** dx as a rule of the output, or of the input. */
const ofOut = (rule: (y: number, dout: number) => number) => (trial: Trial) =>
  mapPairs(new Sigmoid().forward(trial.x), trial.dout, rule);
const ofX = (rule: (x: number, dout: number) => number) => (trial: Trial) =>
  mapPairs(trial.x, trial.dout, rule);

const task: LayerTask<Trial> = {
  layer: "MySigmoid",
  inputs: ["x"],
  trials: [
    {
      x: [
        [1, -2],
        [0, 3],
      ],
      dout: [
        [1, 1],
        [2, -1],
      ],
    },
    { x: [[0.5, -1.5, 4]], dout: [[3, -2, 0.5]] },
    { x: [-3, 0.25, 2, -0.75], dout: [1, -1, 0, 5] },
  ],
  start: {
    forward: {
      en: "start with `forward`: the four nodes, one after the other, and keep the result in `this.out`.",
      ko: "`forward`부터 시작해서 네 노드를 차례로 계산하고 결과를 `this.out`에 보관하세요.",
    },
    backward: {
      en: "start with the slope: build `1 - out` from `this.out`. `forward` is right already.",
      ko: "기울기부터 시작하세요. `this.out`으로 `1 - out`을 만듭니다. `forward`는 이미 맞았습니다.",
    },
  },
  right: () => new Sigmoid(),
  forward: {
    name: "out",
    likely: [
      ["sign-in-exp", ({ x }) => map(x, (x) => 1 / (1 + Math.exp(x)))],
      ["node-missing", ({ x }) => map(x, (x) => 1 / Math.exp(-x))],
      ["node-missing", ({ x }) => map(x, (x) => 1 + Math.exp(-x))],
      ["node-missing", ({ x }) => map(x, (x) => Math.exp(-x))],
    ],
  },
  backward: {
    name: "dx",
    thrown: "output-not-kept",
    likely: [
      ["dout-ignored", ofOut((y) => y * (1 - y))],
      ["slope-factor-missing", ofOut((y, dout) => dout * y)],
      ["slope-factor-missing", ofOut((y, dout) => dout * (1 - y))],
      ["slope-factor-missing", ofOut((y, dout) => dout * y * y)],
      ["input-for-output", ofX((x, dout) => dout * x * (1 - x))],
      ["minus-missing", ofOut((y, dout) => -dout * y * (1 - y))],
      ["dout-added", ofOut((y, dout) => dout + y * (1 - y))],
    ],
  },
};

/** Lesson 07: the sigmoid layer on arrays, before the library's own appears. */
export const sigmoidLayer: Exercise = {
  id: "07-2",
  name: task.layer,
  hints: [
    {
      en: "`forward` is the line above: `x.negative().exp().add(1).pow(-1)`. Store it in `this.out`, then return it.",
      ko: "`forward`는 위에서 본 한 줄, `x.negative().exp().add(1).pow(-1)`입니다. `this.out`에 보관한 다음 반환하세요.",
    },
    {
      en: "numjs cannot write `1 - out`, but it can turn the sign around and add: `this.out.negative().add(1)`.",
      ko: "numjs에서는 `1 - out`처럼 쓸 수 없지만, 부호를 바꿔 더하면 됩니다. `this.out.negative().add(1)`입니다.",
    },
    {
      en: "`dx` is `dout` times `out` times `1 - out`: chain two calls of `multiply`.",
      ko: "`dx`는 `dout`에 `out`과 `1 - out`을 곱한 값입니다. `multiply`를 두 번 이어서 부르세요.",
    },
  ],
  passed: {
    en: "Four nodes in one layer, which keeps nothing but its own output.",
    ko: "노드 네 개를 계층 하나에 담았고, 보관하는 것은 자기 출력뿐입니다.",
  },
  judge: (answer) => judgeLayer(task, answer),
};
