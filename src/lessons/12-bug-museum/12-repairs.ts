import { map, mapPairs } from "../../arrays/map";
import type { NdArray } from "../../arrays/numjs-types";
import { softmaxRows } from "../../arrays/softmax-rows";
import type { Owed } from "../../judging/diagnose";
import type { Exercise } from "../../judging/exercise";
import { judgeLayer } from "../../judging/judge-layer";
import type { LayerTask } from "../../judging/layer-task";
import { Sigmoid } from "../../layers/sigmoid";
import { SoftmaxWithLoss } from "../../layers/softmax-with-loss";
import type { Words } from "../../text/language";
import { reluTask } from "../06-relu/06-2-relu";
import { affineTask } from "../08-affine/08-3-affine";

type Elementwise = { x: NdArray; dout: NdArray };
type LossTrial = { x: NdArray; t: NdArray; dout: number };

const sigmoid = (x: number) => new Sigmoid().forward(x);
const pairs = (rule: (x: number, dout: number) => number) => (trial: Elementwise) =>
  mapPairs(trial.x, trial.dout, rule);

/** Tells nothing about the bug: it stands below the exhibit before anybody has thought about it. */
const EXHIBITS_LINES: Words = {
  en: "start with the exhibit's own lines, and change only what is wrong in them.",
  ko: "전시물의 코드를 그대로 옮긴 다음 틀린 곳만 고치세요.",
};
const START = { forward: EXHIBITS_LINES, backward: EXHIBITS_LINES };

/** Sigmoid, also where exp has no room left. */
const sigmoidTask: LayerTask<Elementwise> = {
  layer: "RepairedSigmoid",
  inputs: ["x"],
  trials: [
    { x: [[1, -2, 0.5]], dout: [[1, 3, -2]] },
    { x: [[0], [-1.5]], dout: [[2], [0.5]] },
    { x: [[1000, -1000, 3]], dout: [[1, 1, -1]] },
  ],
  start: START,
  right: () => new Sigmoid(),
  forward: {
    name: "out",
    likely: [
      ["exp-overflow", ({ x }) => map(x, (x) => Math.exp(x) / (1 + Math.exp(x)))],
      ["exp-overflow", ({ x }) => map(x, (x) => Math.exp(x) / (1 + Math.exp(x)) || 0)],
      ["sign-in-exp", ({ x }) => map(x, (x) => 1 / (1 + Math.exp(x)))],
    ],
  },
  backward: {
    name: "dx",
    likely: [
      ["input-for-output", pairs((x, dout) => dout * x * (1 - x))],
      ["dout-ignored", pairs((x) => sigmoid(x) * (1 - sigmoid(x)))],
      ["slope-factor-missing", pairs((x, dout) => dout * sigmoid(x))],
      ["slope-factor-missing", pairs((x, dout) => dout * (1 - sigmoid(x)))],
    ],
  },
};

/** (y − t), with t in one-hot form or as labels. */
function difference({ x, t }: LossTrial): NdArray {
  const y = softmaxRows(x);
  const C = x.shape[1];
  const hot = t.ndim === 2 ? (i: number) => t.get(Math.floor(i / C), i % C) : undefined;
  let at = -1;
  return map(y, (value) => {
    at++;
    const target = hot ? hot(at) : Number(t.get(Math.floor(at / C)) === at % C);
    return value - target;
  });
}
const scaled = (factor: (trial: LossTrial) => number) => (trial: LossTrial) =>
  map(difference(trial), (value) => value * factor(trial));

type Likely = NonNullable<Owed<LossTrial>["likely"]>;

const lossTask = (
  trials: LayerTask<LossTrial>["trials"],
  more: Likely = [],
): LayerTask<LossTrial> => ({
  layer: "RepairedLoss",
  inputs: ["x", "t"],
  trials,
  start: START,
  right: () => new SoftmaxWithLoss(),
  forward: { name: "loss" },
  backward: {
    name: "dx",
    likely: [
      ["batch-size-missing", scaled(({ dout }) => dout)],
      ["dout-ignored", scaled(({ x }) => 1 / x.shape[0])],
      ["dout-ignored", scaled(() => 1)],
      ["divided-by-classes", scaled(({ x, dout }) => dout / x.shape[1])],
      ["divided-by-classes", scaled(({ x, dout }) => dout / x.size)],
      ["minus-missing", scaled(({ x, dout }) => -dout / x.shape[0])],
      ...more,
    ],
  },
});

const oneHotLoss = lossTask([
  { x: [[0.3, 2.9, 4], [1, 0, -1]], t: [[0, 1, 0], [1, 0, 0]], dout: 1 },
  { x: [[1, 2], [0.5, -1], [3, 3]], t: [[1, 0], [0, 1], [1, 0]], dout: 0.5 },
  { x: [[2, -1]], t: [[0, 1]], dout: -2 },
]); // biome-ignore format: rows
const labelLoss = lossTask(
  [
    { x: [[0.3, 2.9, 4], [1, 0, -1], [0, 2, 1]], t: [1, 2, 0], dout: 1 },
    { x: [[1, 2], [0.5, -1]], t: [1, 0], dout: 0.5 },
    { x: [[1, 2, 0], [0.5, -1, 3]], t: [2, 0], dout: 3 },
  ],
  [["labels-for-one-hot", labelsForOneHot], ["labels-for-one-hot", labelsSubtracted]],
); // biome-ignore format: rows

/** Labels that run along the classes; where there are fewer of them, nothing comes for the last. */
function labelsForOneHot({ x, t, dout }: LossTrial): NdArray {
  let at = -1;
  return map(softmaxRows(x), (y) => {
    at++;
    return ((y - t.get(at % x.shape[1])) * dout) / x.shape[0];
  });
}

/** (y − t), with a sample's label taken off every class. */
function labelsSubtracted({ x, t, dout }: LossTrial): NdArray {
  let at = -1;
  return map(softmaxRows(x), (y) => {
    at++;
    return ((y - t.get(Math.floor(at / x.shape[1]))) * dout) / x.shape[0];
  });
}

interface Repair {
  hints: Words[];
  passed: Words;
  judge: Exercise["judge"];
}

const affine = (answer: unknown) => judgeLayer({ ...affineTask, start: START }, answer);
const relu = (answer: unknown) => judgeLayer({ ...reluTask, start: START }, answer);
const activation = (answer: unknown) => judgeLayer(sigmoidTask, answer);
const loss = (answer: unknown) => judgeLayer(oneHotLoss, answer);
const lossOfLabels = (answer: unknown) => judgeLayer(labelLoss, answer);

const AFFINE_LINES: Words = {
  en: "The three right lines: `dot(dout, this.W, { transposeB: true })` for dx, `dot(this.x, dout, { transposeA: true })` for dW, `columnSums(dout)` for db.",
  ko: "맞는 식은 세 가지입니다. dx는 `dot(dout, this.W, { transposeB: true })`, dW는 `dot(this.x, dout, { transposeA: true })`, db는 `columnSums(dout)`입니다.",
};
const LOSS_LINE: Words = {
  en: "The right line: `this.y.subtract(this.t).multiply(dout / this.t.shape[0])`.",
  ko: "맞는 식은 `this.y.subtract(this.t).multiply(dout / this.t.shape[0])`입니다.",
};

/** Exhibit by exhibit. */
const REPAIRS: readonly Repair[] = [
  {
    hints: [
      {
        en: "Write the shapes down for a W of [2, 3]: dout is [N, 3], dx has to be [N, 2]. Which way round must W lie?",
        ko: "W가 [2, 3]일 때의 형상을 적어 보세요. dout은 [N, 3], dx는 [N, 2]여야 합니다. W를 어느 방향으로 놓아야 할까요?",
      },
      AFFINE_LINES,
    ],
    passed: {
      en: "A square W hid the missing transpose: the shapes fitted either way.",
      ko: "W가 정사각 행렬이라 전치가 빠진 것이 드러나지 않았습니다. 어느 쪽이든 형상이 맞았기 때문입니다.",
    },
    judge: affine,
  },
  {
    hints: [
      {
        en: "The same b was added to every row. So every row of dout has a part in db.",
        ko: "같은 b가 모든 행에 더해졌습니다. 그러니 dout의 모든 행이 db에 기여합니다.",
      },
      AFFINE_LINES,
    ],
    passed: {
      en: "What forward copies to every row, backward adds up over the rows.",
      ko: "순전파가 모든 행에 복사한 것은 역전파에서 행 방향으로 더합니다.",
    },
    judge: affine,
  },
  {
    hints: [
      {
        en: "dW has W's shape, [D, M]. Start from x, [N, D], turned around.",
        ko: "dW의 형상은 W와 같은 [D, M]입니다. [N, D]인 x를 뒤집는 것에서 시작하세요.",
      },
      AFFINE_LINES,
    ],
    passed: {
      en: "doutᵀ · x is dW turned around: with a square W only the numbers tell.",
      ko: "doutᵀ · x는 dW를 뒤집은 것입니다. W가 정사각 행렬이면 수를 봐야만 알 수 있습니다.",
    },
    judge: affine,
  },
  {
    hints: [
      {
        en: "What should a second `backward` leave in `this.dW`, the sum of both or the newest?",
        ko: "`backward`를 두 번 부르면 `this.dW`에는 둘의 합이 남아야 할까요, 마지막 값이 남아야 할까요?",
      },
      AFFINE_LINES,
    ],
    passed: {
      en: "A gradient belongs to one pass. Within one graph parts are added; from pass to pass they are replaced.",
      ko: "미분은 한 번의 역전파에 속합니다. 한 그래프 안에서는 더하지만, 다음 역전파에서는 새 값으로 바꿉니다.",
    },
    judge: affine,
  },
  {
    hints: [
      {
        en: "The gate was opened or shut on the way forward. What has `forward` kept about that?",
        ko: "문을 여닫은 것은 순전파입니다. `forward`가 그에 대해 보관해 둔 것이 무엇인가요?",
      },
      {
        en: "`mapPairs(dout, this.mask, (d, masked) => (masked === 1 ? 0 : d))`.",
        ko: "`mapPairs(dout, this.mask, (d, masked) => (masked === 1 ? 0 : d))`입니다.",
      },
    ],
    passed: {
      en: "The input decides what passes, not the sign of what comes back.",
      ko: "무엇이 통과할지는 입력이 정하지, 되돌아온 값의 부호가 정하지 않습니다.",
    },
    judge: relu,
  },
  {
    hints: [
      {
        en: "Who does `dout` belong to? Give back a new array.",
        ko: "`dout`은 누구의 것인가요? 새 배열을 만들어 반환하세요.",
      },
      {
        en: "`mapPairs` makes a new array: `mapPairs(dout, this.mask, (d, masked) => (masked === 1 ? 0 : d))`.",
        ko: "`mapPairs`는 새 배열을 만듭니다. `mapPairs(dout, this.mask, (d, masked) => (masked === 1 ? 0 : d))`입니다.",
      },
    ],
    passed: {
      en: "The caller's array is untouched: another branch may still need it.",
      ko: "호출한 쪽의 배열이 그대로 남습니다. 다른 갈래에서 아직 쓸 수 있습니다.",
    },
    judge: relu,
  },
  {
    hints: [
      {
        en: "The convention says: at exactly 0 the gate is shut. Which sign in the mask covers 0 as well?",
        ko: "정확히 0에서는 문을 닫기로 약속했습니다. 마스크의 어떤 부등호가 0까지 포함할까요?",
      },
      {
        en: "`this.mask = map(x, (value) => (value <= 0 ? 1 : 0))`, and return `map(x, (value) => (value <= 0 ? 0 : value))`.",
        ko: "`this.mask = map(x, (value) => (value <= 0 ? 1 : 0))`으로 두고 `map(x, (value) => (value <= 0 ? 0 : value))`를 반환하세요.",
      },
    ],
    passed: {
      en: "At 0 there is no slope, only a convention. All layers of a net have to keep the same one.",
      ko: "0에는 기울기가 없고 약속만 있습니다. 신경망의 모든 계층이 같은 약속을 지켜야 합니다.",
    },
    judge: relu,
  },
  {
    hints: [
      {
        en: "exp(1000) is Infinity, and Infinity / Infinity is NaN. In which form does exp stand only once?",
        ko: "exp(1000)은 Infinity이고, Infinity / Infinity는 NaN입니다. exp가 한 번만 나오는 식은 무엇일까요?",
      },
      {
        en: "`1 / (1 + Math.exp(-x))`: where exp overflows, 1 / Infinity is 0, which is right.",
        ko: "`1 / (1 + Math.exp(-x))`입니다. exp가 넘치는 곳에서는 1 / Infinity가 0이 되고, 그것이 맞는 값입니다.",
      },
    ],
    passed: {
      en: "The same function, and it survives any input.",
      ko: "같은 함수이면서 어떤 입력에도 견딥니다.",
    },
    judge: activation,
  },
  {
    hints: [
      {
        en: "y(1 − y) holds for y = sigmoid(x), the output. What has to be kept, then?",
        ko: "y(1 − y)는 출력 y = sigmoid(x)에 대한 식입니다. 그러면 무엇을 보관해야 할까요?",
      },
      {
        en: "Keep `this.out`, and return `mapPairs(dout, this.out, (d, y) => d * y * (1 - y))`.",
        ko: "`this.out`을 보관하고 `mapPairs(dout, this.out, (d, y) => d * y * (1 - y))`를 반환하세요.",
      },
    ],
    passed: {
      en: "A formula in y needs y. The name of a variable is half of a formula.",
      ko: "y로 쓴 식에는 y를 넣어야 합니다. 변수 이름이 식의 절반입니다.",
    },
    judge: activation,
  },
  {
    hints: [
      {
        en: "The loss is the mean over N samples. What does a mean do to the gradient of each of them?",
        ko: "손실은 데이터 N개의 평균입니다. 평균을 내면 데이터 하나하나의 미분은 어떻게 될까요?",
      },
      LOSS_LINE,
    ],
    passed: {
      en: "The step no longer grows with the batch.",
      ko: "이제 배치가 커져도 움직이는 폭이 커지지 않습니다.",
    },
    judge: loss,
  },
  {
    hints: [
      {
        en: "As long as dout is 1, nobody notices. Try `backward(2)`.",
        ko: "dout이 1인 동안에는 아무도 눈치채지 못합니다. `backward(2)`를 해 보세요.",
      },
      LOSS_LINE,
    ],
    passed: {
      en: "Now the loss may stand in the middle of a graph: weighted, or added to another one.",
      ko: "이제 손실에 가중치를 곱하거나 다른 손실과 더해도 됩니다. 손실이 계산 그래프의 끝이 아니어도 됩니다.",
    },
    judge: loss,
  },
  {
    hints: [
      {
        en: "A label says which column holds the 1. Take 1 off y only there.",
        ko: "레이블은 1이 놓일 열을 가리킵니다. y에서 그 자리만 1을 빼세요.",
      },
      {
        en: "In row i, the target of column j is `this.t.get(i) === j ? 1 : 0`.",
        ko: "i행 j열의 정답은 `this.t.get(i) === j ? 1 : 0`입니다.",
      },
    ],
    passed: {
      en: "Labels and one-hot rows are two things, also when their shapes happen to fit.",
      ko: "형상이 우연히 맞더라도 레이블과 원-핫은 서로 다른 것입니다.",
    },
    judge: lossOfLabels,
  },
];

/** Lesson 12: each exhibit of the museum, to be mended. */
export const repairs: readonly Exercise[] = REPAIRS.map((repair, i) => ({
  id: `12-${i + 1}`,
  name: `Repaired${i + 1}`,
  ...repair,
}));
