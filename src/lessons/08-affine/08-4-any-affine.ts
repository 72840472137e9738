import { addBias } from "../../arrays/add-bias";
import { dot } from "../../arrays/dot";
import { reshape } from "../../arrays/flat";
import { nj } from "../../arrays/nj";
import type { NdArray } from "../../arrays/numjs-types";
import type { Exercise } from "../../judging/exercise";
import { judgeLayer } from "../../judging/judge-layer";
import type { LayerTask } from "../../judging/layer-task";
import { Affine } from "../../layers/affine";

type Trial = { W: NdArray; b: NdArray; x: NdArray; dout: NdArray };

/** One row for each sample, as the layer computes inside. */
function rows(x: NdArray): NdArray {
  const samples = x.ndim === 1 ? 1 : x.shape[0];
  return reshape(x, [samples, x.size / samples]);
}

const W = [
  [1, 0, -1],
  [2, 1, 0],
];

const task: LayerTask<Trial> = {
  layer: "MyAnyAffine",
  parameters: ["W", "b"],
  inputs: ["x"],
  trials: [
    {
      W,
      b: [1, 2, 3],
      x: [
        [1, 2],
        [3, 4],
      ],
      dout: [
        [1, 2, 3],
        [4, 5, 6],
      ],
    },
    { W, b: [1, 2, 3], x: [1, 2], dout: [1, 2, 3] },
    {
      W: [
        [1, 2],
        [3, 4],
      ],
      b: [0, 1],
      x: [1, -2],
      dout: [5, 6],
    },
    {
      W: [
        [1, 0],
        [0, 2],
        [-1, 1],
        [3, -2],
      ],
      b: [0.5, -1],
      x: [
        [
          [
            [1, 2],
            [3, 4],
          ],
        ],
        [
          [
            [0, -1],
            [5, 2],
          ],
        ],
        [
          [
            [2, 2],
            [-3, 1],
          ],
        ],
      ],
      dout: [
        [1, -1],
        [2, 0.5],
        [-3, 4],
      ],
    },
  ],
  start: {
    forward: {
      en: "start with `forward`: keep the shape of `x`, then make one row for each sample.",
      ko: "`forward`부터 시작하세요. `x`의 형상을 보관한 다음 데이터마다 한 행이 되도록 바꿉니다.",
    },
    backward: {
      en: "start by making rows of `dout` as well. `forward` is right already.",
      ko: "`dout`도 데이터마다 한 행으로 만드는 것부터 시작하세요. `forward`는 이미 맞았습니다.",
    },
  },
  right: ({ W, b }) => new Affine(W, b),
  forward: {
    name: "out",
    likely: [
      ["batch-axis-left", ({ W, b, x }) => addBias(dot(rows(x), W), b)],
      ["bias-missing", ({ W, x }) => dot(rows(x), W)],
    ],
  },
  backward: {
    name: "dx",
    likely: [
      ["shape-not-restored", ({ W, dout }) => dot(rows(dout), W, { transposeB: true })],
      [
        "shape-not-restored",
        ({ W, dout, x }) => {
          const dx = dot(rows(dout), W, { transposeB: true });
          return x.ndim === 1 ? reshape(dx, x.shape) : dx;
        },
      ],
    ],
  },
  kept: [
    {
      name: "dW",
      likely: [
        ["gradient-not-stored", () => nj.array([[0]])],
        [
          "vectors-dotted",
          ({ x, dout }) =>
            x.ndim === 1 ? dot(x, dout) : dot(rows(x), rows(dout), { transposeA: true }),
        ],
        ["transpose-missing", ({ x, dout }) => dot(rows(x), rows(dout))],
      ],
    },
    {
      name: "db",
      likely: [
        ["gradient-not-stored", () => nj.array([0])],
        ["column-sum-missing", ({ dout }) => dout],
      ],
    },
  ],
};

/** Lesson 08: one layer for a batch, for a single sample and for images. */
export const anyAffine: Exercise = {
  id: "08-4",
  name: task.layer,
  hints: [
    {
      en: "The number of samples is 1 when `x.ndim` is 1, else `x.shape[0]`. The rows are `x.reshape(samples, x.size / samples)`.",
      ko: "데이터 수는 `x.ndim`이 1이면 1, 아니면 `x.shape[0]`입니다. `x.reshape(samples, x.size / samples)`로 행을 만드세요.",
    },
    {
      en: "Inside, everything is the batch layer of 08-3. Only a single sample's `out` becomes a vector again: `out.reshape(out.size)`.",
      ko: "안쪽 계산은 08-3의 배치용 계층과 같습니다. 데이터가 하나일 때만 `out.reshape(out.size)`로 다시 벡터로 만드세요.",
    },
    {
      en: "At the end of `backward`, give `dx` the shape that `forward` kept: `dx.reshape(this.shape)`.",
      ko: "`backward`의 끝에서 `dx.reshape(this.shape)`로 `forward`가 보관한 형상을 돌려주세요.",
    },
  ],
  passed: {
    en: "Whatever shape comes in: rows inside, and the same shape back out.",
    ko: "어떤 형상이 들어와도 안에서는 행으로 계산하고, 나갈 때는 원래 형상으로 되돌립니다.",
  },
  judge: (answer) => judgeLayer(task, answer),
};
