import { map } from "../../arrays/map";
import { NdArray } from "../../arrays/nj";
import { logSoftmaxRows, softmaxRows } from "../../arrays/softmax-rows";
import type { Exercise } from "../../judging/exercise";
import { judgeLayer } from "../../judging/judge-layer";
import type { LayerTask } from "../../judging/layer-task";
import { SoftmaxWithLoss } from "../../layers/softmax-with-loss";

type Trial = { x: NdArray; t: NdArray; dout: number };

/** The right layer after forward. */
function ran({ x, t }: Trial) {
  const layer = new SoftmaxWithLoss();
  const loss = layer.forward(x, t);
  return { layer, loss };
}
const rightDx = (trial: Trial, scale: number) =>
  map(ran(trial).layer.backward(trial.dout), (value) => value * scale);

/** Labels as they are do not fit numjs's arrays of rows. */
function oneHotOnly(trial: Trial): Trial {
  if (trial.t.ndim === 1) throw new RangeError("the shapes do not fit");
  return trial;
}

/** y minus labels as they are, stretched over the rows as NumPy does, where both lengths are alike. */
function labelsSubtracted({ x, t, dout }: Trial): NdArray {
  if (t.ndim === 2) return rightDx({ x, t, dout }, 1);
  const [N, C] = x.shape;
  if (N !== C) throw new RangeError("the shapes do not fit");
  const y = softmaxRows(x);
  const values = Array.from({ length: N * C }, (_, i) => {
    const [row, k] = [Math.floor(i / C), i % C];
    return ((y.get(row, k) - t.get(k)) / N) * dout;
  });
  return new NdArray(values, [N, C]);
}

const task: LayerTask<Trial> = {
  layer: "MySoftmaxWithLoss",
  inputs: ["x", "t"],
  trials: [
    { x: [[0.3, 2.9, 4]], t: [[0, 1, 0]], dout: 1 },
    {
      x: [
        [1, 2],
        [0, -1],
        [3, 3],
      ],
      t: [
        [1, 0],
        [0, 1],
        [1, 0],
      ],
      dout: 2,
    },
    {
      x: [
        [0.5, -1, 2],
        [1, 0, 0],
        [-2, 1, 3],
      ],
      t: [2, 0, 1],
      dout: 0.5,
    },
    {
      x: [
        [1, 2, 3],
        [0, -1, 1],
      ],
      t: [0, 2],
      dout: -3,
    },
    {
      x: [
        [1000, 0],
        [-1000, 1000],
      ],
      t: [
        [0, 1],
        [0, 1],
      ],
      dout: 1,
    },
  ],
  start: {
    forward: {
      en: "start with `forward`: make `t` one-hot if it has one axis only, and keep it together with `softmaxRows(x)`.",
      ko: "`forward`부터 시작하세요. `t`의 축이 하나면 원-핫으로 바꾸고, `softmaxRows(x)`와 함께 보관합니다.",
    },
    backward: {
      en: "start with `this.y.subtract(this.t)`. `forward` is right already.",
      ko: "`this.y.subtract(this.t)`부터 시작하세요. `forward`는 이미 맞았습니다.",
    },
  },
  right: () => new SoftmaxWithLoss(),
  forward: {
    name: "loss",
    likely: [
      ["batch-size-missing", (trial) => ran(trial).loss * trial.x.shape[0]],
      ["divided-by-classes", (trial) => (ran(trial).loss * trial.x.shape[0]) / trial.x.shape[1]],
      ["divided-by-all", (trial) => ran(trial).loss / trial.x.shape[1]],
      ["labels-for-one-hot", (trial) => ran(oneHotOnly(trial)).loss],
      ["loss-sign", (trial) => -ran(trial).loss],
      ["log-of-zero", (trial) => meanEntropy(trial, Math.log)],
      ["small-number-added", (trial) => meanEntropy(trial, (y) => Math.log(y + 1e-7))],
      ["targets-ignored", ({ x }) => -logSoftmaxRows(x).sum() / x.shape[0]],
    ],
  },
  backward: {
    name: "dx",
    likely: [
      ["batch-size-missing", (trial) => rightDx(trial, trial.x.shape[0])],
      ["divided-by-classes", (trial) => rightDx(trial, trial.x.shape[0] / trial.x.shape[1])],
      ["divided-by-all", (trial) => rightDx(trial, 1 / trial.x.shape[1])],
      ["dout-divided", (trial) => rightDx(trial, 1 / trial.dout ** 2)],
      ["dout-ignored", (trial) => rightDx({ ...trial, dout: 1 }, 1)],
      ["dout-ignored", (trial) => rightDx({ ...trial, dout: 1 }, trial.x.shape[0])],
      ["minus-missing", (trial) => rightDx(trial, -1)],
      ["labels-for-one-hot", labelsSubtracted],
      ["labels-for-one-hot", (trial) => rightDx(oneHotOnly(trial), 1)],
      ["probability-itself", ({ x, dout }) => softmaxRows(x).multiply(dout / x.shape[0])],
    ],
  },
};

/** The mean loss by way of y, with a logarithm of it. */
function meanEntropy(trial: Trial, log: (y: number) => number): number {
  const { layer } = ran(trial);
  const t = (layer.t as NdArray).tolist<number[][]>();
  const rows = softmaxRows(trial.x).tolist<number[][]>();
  const losses = rows.flatMap((row, i) => row.map((y, k) => t[i][k] * log(y)));
  return -losses.reduce((sum, one) => sum + one, 0) / rows.length;
}

/** Lesson 09: the loss layer for a batch, with one-hot rows or labels. */
export const lossLayer: Exercise = {
  id: "09-4",
  name: task.layer,
  hints: [
    {
      en: "`t.ndim` is 1 for labels. Then `oneHot(t, x.shape[1])` makes rows of them; keep the result in `this.t`.",
      ko: "레이블이면 `t.ndim`의 값이 1입니다. 그때는 `oneHot(t, x.shape[1])`으로 행을 만들어 `this.t`에 보관하세요.",
    },
    {
      en: "The loss is `-logSoftmaxRows(x).multiply(this.t).sum()`, divided by the number of samples, `x.shape[0]`.",
      ko: "손실은 `-logSoftmaxRows(x).multiply(this.t).sum()`을 데이터 수 `x.shape[0]`으로 나눈 값입니다.",
    },
    {
      en: "`backward` returns `this.y.subtract(this.t)`, multiplied by `dout` divided by the number of samples.",
      ko: "`backward`는 `this.y.subtract(this.t)`에 `dout`을 데이터 수로 나눈 값을 곱해서 반환합니다.",
    },
  ],
  passed: {
    en: "All errors of this lesson mended: any batch, labels or one-hot, dout used, and never NaN.",
    ko: "이번에 본 오류를 모두 고쳤습니다. 어떤 배치든, 레이블이든 원-핫이든 받고, `dout`을 쓰고, NaN이 나오지 않습니다.",
  },
  judge: (answer) => judgeLayer(task, answer),
};
