import { columnSums } from "../../arrays/column-sums";
import { dot } from "../../arrays/dot";
import { map } from "../../arrays/map";
import { nj } from "../../arrays/nj";
import type { NdArray } from "../../arrays/numjs-types";
import type { Exercise } from "../../judging/exercise";
import { judgeLayer } from "../../judging/judge-layer";
import type { LayerTask } from "../../judging/layer-task";
import { Affine } from "../../layers/affine";

type Trial = { W: NdArray; b: NdArray; x: NdArray; dout: NdArray };

/** What an affine layer owes; lesson 12 asks for it again. */
export const affineTask: LayerTask<Trial> = {
  layer: "MyAffine",
  parameters: ["W", "b"],
  inputs: ["x"],
  trials: [
    {
      W: [
        [1, 0, -1],
        [2, 1, 0],
      ],
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
    {
      W: [
        [1, 2],
        [-3, 4],
      ],
      b: [0.5, -1],
      x: [
        [5, -6],
        [7, 0],
      ],
      dout: [
        [1, -2],
        [0, 3],
      ],
    },
    {
      W: [[2], [-1], [0.5]],
      b: [4],
      x: [
        [1, 3, 0],
        [-1, 2, 2],
        [0, 0, 1],
        [5, 1, -2],
      ],
      dout: [[1], [-2], [0.5], [3]],
    },
    { W: [[2, 1]], b: [0, -3], x: [[4]], dout: [[-2, 7]] },
  ],
  start: {
    forward: {
      en: "start with `forward`: keep `x`, then return `addBias(dot(x, this.W), this.b)`.",
      ko: "`forward`부터 시작해서 `x`를 보관한 다음 `addBias(dot(x, this.W), this.b)`를 반환하세요.",
    },
    backward: {
      en: "start with `this.db`, the column sums of `dout`. `forward` is right already.",
      ko: "`dout`의 열별 합인 `this.db`부터 시작하세요. `forward`는 이미 맞았습니다.",
    },
  },
  right: ({ W, b }) => new Affine(W, b),
  forward: {
    name: "out",
    likely: [
      ["bias-missing", ({ x, W }) => dot(x, W)],
      ["operands-exchanged", ({ x, W }) => dot(W, x)],
    ],
  },
  backward: {
    name: "dx",
    likely: [
      ["transpose-missing", ({ dout, W }) => dot(dout, W)],
      ["operands-exchanged", ({ dout, W }) => dot(W, dout, { transposeB: true })],
      ["operands-exchanged", ({ dout, W }) => dot(W, dout)],
      ["operands-exchanged", ({ dout, W }) => dot(W.T, dout)],
    ],
  },
  kept: [
    {
      name: "dW",
      likely: [
        ["gradient-not-stored", () => nj.array([[0]])],
        ["input-not-kept", ({ dout }) => dot(nj.array([[0]]), dout)],
        ["transpose-missing", ({ x, dout }) => dot(x, dout)],
        ["operands-exchanged", ({ x, dout }) => dot(dout, x, { transposeA: true })],
        ["averaged-instead", ({ x, dout }) => mean(dot(x, dout, { transposeA: true }), x)],
      ],
    },
    {
      name: "db",
      likely: [
        ["gradient-not-stored", () => nj.array([0])],
        ["column-sum-missing", ({ dout }) => dout],
        ["summed-too-far", ({ dout }) => dout.sum()],
        ["summed-too-far", ({ dout }) => nj.array([dout.sum()])],
        ["averaged-instead", ({ dout }) => mean(columnSums(dout), dout)],
        ["summed-across", ({ dout }) => columnSums(dout.T)],
      ],
    },
  ],
};

const mean = (sum: NdArray, batch: NdArray) => map(sum, (value) => value / batch.shape[0]);

/** Lesson 08: the affine layer for a batch, before the library's own appears. */
export const affineLayer: Exercise = {
  id: "08-3",
  name: affineTask.layer,
  hints: [
    {
      en: "`forward` keeps `x`: `dW` will need it. The result is `addBias(dot(x, this.W), this.b)`.",
      ko: "`dW`를 구할 때 필요하므로 `forward`에서 `x`를 보관합니다. 결과는 `addBias(dot(x, this.W), this.b)`입니다.",
    },
    {
      en: "Find `dW` by its shape: `[D, M]` out of `x` `[N, D]` and `dout` `[N, M]`. Only `x.T` makes the inner lengths meet.",
      ko: "`dW`의 형상에서 출발하세요. `x` `[N, D]`와 `dout` `[N, M]`으로 `[D, M]`을 만들어야 합니다. `x.T`라야 안쪽 길이가 맞습니다.",
    },
    {
      en: "`this.dW = dot(this.x.T, dout)`, `this.db = columnSums(dout)`, and return `dot(dout, this.W.T)`.",
      ko: "`this.dW = dot(this.x.T, dout)`, `this.db = columnSums(dout)`로 보관하고, `dot(dout, this.W.T)`를 반환하세요.",
    },
  ],
  passed: {
    en: "`dx` goes back to the layer before; `dW` and `db` wait on the layer for the learning step.",
    ko: "`dx`는 앞 계층으로 흘러가고, `dW`와 `db`는 계층에 남아 학습 단계를 기다립니다.",
  },
  judge: (answer) => judgeLayer(affineTask, answer),
};
