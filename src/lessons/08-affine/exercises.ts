import { addBias } from "../../arrays/add-bias";
import { columnSums } from "../../arrays/column-sums";
import { dot } from "../../arrays/dot";
import { reshape } from "../../arrays/flat";
import { map, mapPairs } from "../../arrays/map";
import { NdArray, nj } from "../../arrays/nj";
import type { Exercise } from "../../judging/exercise";
import { type ChoiceTask, judgeChoice } from "../../judging/judge-choice";
import { type FunctionTask, judgeFunction } from "../../judging/judge-function";
import { judgeLayer } from "../../judging/judge-layer";
import type { LayerTask } from "../../judging/layer-task";
import { Affine } from "../../layers/affine";
import { methodStarts, startOf } from "../lessons";

const SHAPES = ["[5, 2]", "[2, 5]", "[2, 3]", "[3, 2]", "[5, 3]", "[3, 5]", "[2]", "[3]", "[5]"];
const MORE_SHAPES = ["[1]", "[1, 2]", "[1, 3]", "[2, 1]", "[3, 1]", "[5, 2, 3]", "[2, 3, 5]"];
const choices = [...SHAPES, ...MORE_SHAPES];

const likely = Object.fromEntries(choices.map((shape) => [shape, "gradient-shape" as const]));

const affineShapesTask: ChoiceTask<string> = {
  name: "shapes",
  start: startOf("08-1"),
  choices,
  decisions: {
    dX: { right: "[5, 2]", likely },
    dW: { right: "[2, 3]", likely: { ...likely, "[3, 2]": "shape-turned" } },
    dB: { right: "[3]", likely: { ...likely, "[5, 3]": "column-sum-missing" } },
  },
};

/** Lesson 08: predict the shapes of an affine layer's gradients. */
const affineShapes: Exercise = {
  id: "08-1",
  name: affineShapesTask.name,
  judge: (answer) => judgeChoice(affineShapesTask, answer),
};

type WeightTrial = { x: NdArray; dout: NdArray };

/** Every number of one vector times every number of another. */
const table = (rows: NdArray, columns: NdArray) =>
  dot(
    new NdArray(rows.tolist<number[]>(), [rows.size, 1]),
    new NdArray(columns.tolist<number[]>(), [1, columns.size]),
  );

const weightGradientTask: FunctionTask<WeightTrial> = {
  name: "weightGradient",
  parameter: "dW",
  trials: [
    { x: [1, 2], dout: [1, 2, 3] },
    { x: [1, -2], dout: [5, 6] },
    { x: [3, 0, -1, 0.5], dout: [-2] },
    { x: [4], dout: [-1, 0, 2] },
  ],
  start: startOf("08-2"),
  right: ({ x, dout }) => table(x, dout),
  likely: [
    ["vectors-dotted", ({ x, dout }) => dot(x, dout)],
    ["vectors-dotted", ({ x, dout }) => dot(x, dout).get(0)],
    ["vectors-dotted", ({ x, dout }) => mapPairs(x, dout, (x, d) => x * d)],
    ["operands-exchanged", ({ x, dout }) => table(dout, x)],
  ],
};

/** Lesson 08: the gradient of the weights for one sample. */
const weightGradient: Exercise = {
  id: "08-2",
  name: weightGradientTask.name,
  judge: (answer) => judgeFunction(weightGradientTask, answer),
};

type AffineTrial = { W: NdArray; b: NdArray; x: NdArray; dout: NdArray };

/** What an affine layer owes; lesson 12 asks for it again. */
export const affineTask: LayerTask<AffineTrial> = {
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
  start: methodStarts("08-3"),
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
const affineLayer: Exercise = {
  id: "08-3",
  name: affineTask.layer,
  judge: (answer) => judgeLayer(affineTask, answer),
};

/** One row for each sample, as the layer computes inside. */
function rows(x: NdArray): NdArray {
  const samples = x.ndim === 1 ? 1 : x.shape[0];
  return reshape(x, [samples, x.size / samples]);
}

const W = [
  [1, 0, -1],
  [2, 1, 0],
];

const anyAffineTask: LayerTask<AffineTrial> = {
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
  start: methodStarts("08-4"),
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
const anyAffine: Exercise = {
  id: "08-4",
  name: anyAffineTask.layer,
  judge: (answer) => judgeLayer(anyAffineTask, answer),
};

/** In the order of the lesson. */
export const exercises: readonly Exercise[] = [
  affineShapes,
  weightGradient,
  affineLayer,
  anyAffine,
];
