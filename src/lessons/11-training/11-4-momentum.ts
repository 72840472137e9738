import type { NdArray } from "../../arrays/nj";
import { toNdArray } from "../../arrays/to-ndarray";
import { attempt } from "../../judging/attempt";
import { describe } from "../../judging/describe";
import { alike, diagnose, type Owed } from "../../judging/diagnose";
import type { Exercise } from "../../judging/exercise";
import { wrongForm } from "../../judging/finding";
import { nameOf } from "../../judging/new-layer";
import type { Values } from "../../judging/result";

const NAMES = ["W1", "W2"] as const;

/** Two parameters of one shape, and three steps with a gradient for each. */
interface Trial extends Values {
  lr: number;
  momentum: number;
}

const START_W = { W1: [1, 2, 3], W2: [-1, 0, 4] };
const GRADIENTS = [
  { W1: [1, -2, 0.5], W2: [4, 1, -1] },
  { W1: [0.5, 3, -1], W2: [-2, 2, 0.5] },
  { W1: [-1, 1, 2], W2: [1, -3, 1] },
];
const TRIALS: readonly Trial[] = [
  { lr: 0.1, momentum: 0.9 },
  { lr: 0.5, momentum: 0.5 },
];

type Rule = (W: number, v: number, g: number, trial: Trial) => [W: number, v: number];

/** Where a parameter is after the three steps, when each number moves by a rule. */
const walked = (name: (typeof NAMES)[number], rule: Rule) => (trial: Trial) =>
  toNdArray(
    START_W[name].map((start, i) => {
      let [W, v] = [start, 0];
      for (const gradients of GRADIENTS) [W, v] = rule(W, v, gradients[name][i], trial);
      return W;
    }),
  );

const right: Rule = (W, v, g, { lr, momentum }) => {
  const next = momentum * v - lr * g;
  return [W + next, next];
};

/** All parameters with one velocity between them, in the order of their names. */
const shared = (name: (typeof NAMES)[number]) => (trial: Trial) =>
  toNdArray(
    START_W[name].map((_, i) => {
      const W = { W1: START_W.W1[i], W2: START_W.W2[i] };
      let v = 0;
      for (const gradients of GRADIENTS) {
        for (const one of NAMES) [W[one], v] = right(W[one], v, gradients[one][i], trial);
      }
      return W[name];
    }),
  );

const likelyOf = (name: (typeof NAMES)[number]): Owed<Trial>["likely"] => [
  ["parameter-not-moved", walked(name, (W, v) => [W, v])],
  ["velocity-not-kept", walked(name, (W, v, g, { lr }) => [W - lr * g, v])],
  [
    "uphill",
    walked(name, (W, v, g, { lr, momentum }) => {
      const next = momentum * v + lr * g;
      return [W + next, next];
    }),
  ],
  [
    "learning-rate-missing",
    walked(name, (W, v, g, { momentum }) => {
      const next = momentum * v - g;
      return [W + next, next];
    }),
  ],
  [
    "velocity-not-damped",
    walked(name, (W, v, g, { lr }) => {
      const next = v - lr * g;
      return [W + next, next];
    }),
  ],
  [
    "velocity-averaged",
    walked(name, (W, v, g, { lr, momentum }) => {
      const next = momentum * v - (1 - momentum) * lr * g;
      return [W + next, next];
    }),
  ],
  ["velocity-late", walked(name, (W, v, g, trial) => [W + v, right(W, v, g, trial)[1]])],
  ["velocity-shared", shared(name)],
  [
    "lr-and-momentum-exchanged",
    walked(name, (W, v, g, { lr, momentum }) => right(W, v, g, { lr: momentum, momentum: lr })),
  ],
];

const START = {
  en: "start with `update`: for each name, `v` is at first an array of zeros of the parameter's shape.",
  ko: "`update`부터 시작하세요. 이름마다 `v`는 처음에 매개변수와 형상이 같은, 0으로 찬 배열입니다.",
};

function judge(answer: unknown): void {
  const layer = nameOf(answer) ?? "MyMomentum";
  if (typeof answer !== "function") throw wrongForm({ layer }, "result-given", describe(answer));
  const place = { layer, method: "update" };
  const Answer = answer as new (
    lr: number,
    momentum: number,
  ) => {
    update?(parameters: object, gradients: object): unknown;
  };
  const after = TRIALS.map(({ lr, momentum }) => {
    const optimizer = attempt({ layer }, START, () => new Answer(lr, momentum)) as InstanceType<
      typeof Answer
    >;
    const update = attempt({ layer }, START, () => optimizer.update);
    if (typeof update !== "function") throw wrongForm(place, "method-missing");
    const arrays = { W1: toNdArray(START_W.W1), W2: toNdArray(START_W.W2) };
    const given: Record<string, unknown> = { ...arrays };
    for (const gradients of GRADIENTS) {
      const own = { W1: toNdArray(gradients.W1), W2: toNdArray(gradients.W2) };
      attempt(place, START, () => optimizer.update?.(given, own));
      for (const name of NAMES) {
        if (given[name] !== arrays[name]) {
          throw wrongForm({ ...place, parameter: name }, "not-in-place");
        }
        if (!alike(own[name], toNdArray(gradients[name]))) {
          throw wrongForm({ ...place, parameter: `gradients.${name}` }, "input-changed");
        }
      }
    }
    return arrays;
  });
  if (
    after.every((arrays) => NAMES.every((name) => alike(arrays[name], toNdArray(START_W[name]))))
  ) {
    throw wrongForm(place, "nothing-moved");
  }
  for (const name of NAMES) {
    const owed = { right: TRIALS.map(walked(name, right)), likely: likelyOf(name) };
    const got = after.map((arrays): NdArray => arrays[name]);
    diagnose({ ...place, parameter: name }, owed, TRIALS, got, ["lr", "momentum"]);
  }
}

/** Lesson 11: an optimizer that remembers. */
export const momentum: Exercise = {
  id: "11-4",
  name: "MyMomentum",
  hints: [
    {
      en: 'Keep the velocities by name: `this.v[name] ??= nj.zeros(parameters[name].shape, "float64")` makes one when there is none.',
      ko: '속도는 이름별로 보관합니다. `this.v[name] ??= nj.zeros(parameters[name].shape, "float64")`는 아직 없을 때만 새로 만듭니다.',
    },
    {
      en: "First the new velocity: the old one times `this.momentum`, minus the gradient times `this.lr`. Store it in `this.v[name]`.",
      ko: "먼저 새 속도를 구합니다. 이전 속도에 `this.momentum`을 곱하고, 기울기에 `this.lr`을 곱한 것을 뺍니다. `this.v[name]`에 넣어 두세요.",
    },
    {
      en: "Then move: `parameters[name].add(this.v[name], false)`.",
      ko: "그다음 움직입니다. `parameters[name].add(this.v[name], false)`입니다.",
    },
  ],
  passed: {
    en: "Each parameter has a velocity of its own and keeps a part of it. You can give it to the Trainer.",
    ko: "매개변수마다 속도를 따로 두고 그 일부를 이어 갑니다. Trainer에 그대로 넘겨 쓸 수 있습니다.",
  },
  judge,
};
