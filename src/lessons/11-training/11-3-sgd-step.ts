import type { NdArray } from "../../arrays/nj";
import { toNdArray } from "../../arrays/to-ndarray";
import { attempt } from "../../judging/attempt";
import { describe } from "../../judging/describe";
import { alike, diagnose, type Owed } from "../../judging/diagnose";
import type { Exercise } from "../../judging/exercise";
import { wrongForm } from "../../judging/finding";
import { nameOf } from "../../judging/new-layer";
import type { Values } from "../../judging/result";

const NAMES = ["W1", "b1"] as const;

interface Trial extends Values {
  W1: NdArray;
  b1: NdArray;
  dW1: NdArray;
  db1: NdArray;
  lr: number;
}

const TRIALS: readonly Trial[] = [
  { W1: [[1, 2], [3, 4]], b1: [0.5, -0.5], dW1: [[10, -10], [0, 20]], db1: [1, 2], lr: 0.1 },
  { W1: [[2, -1]], b1: [3, 1], dW1: [[0.5, 4]], db1: [-1, 0.25], lr: 0.5 },
].map(({ lr, ...arrays }) => {
  const own = Object.entries(arrays).map(([name, rows]) => [name, toNdArray(rows)]);
  return { ...Object.fromEntries(own), lr } as Trial;
}); // biome-ignore format: rows

const likelyOf = (name: (typeof NAMES)[number]): Owed<Trial>["likely"] => {
  const W = (trial: Trial) => trial[name];
  const step = (trial: Trial) => trial[`d${name}`].multiply(trial.lr);
  return [
    ["parameter-not-moved", W],
    ["uphill", (trial) => W(trial).add(step(trial))],
    ["learning-rate-missing", (trial) => W(trial).subtract(trial[`d${name}`])],
    ["step-alone", step],
    ["step-alone", (trial) => step(trial).negative()],
  ];
};

const START = {
  en: "start with a loop over the names: `for (const name of Object.keys(parameters))`.",
  ko: "이름을 도는 반복문 `for (const name of Object.keys(parameters))`부터 시작하세요.",
};

function judge(answer: unknown): void {
  const layer = nameOf(answer) ?? "mySgdStep";
  if (typeof answer !== "function") throw wrongForm({ layer }, "result-given", describe(answer));
  const after = TRIALS.map((trial) => {
    const arrays = { W1: trial.W1.clone(), b1: trial.b1.clone() };
    const gradients = { W1: trial.dW1.clone(), b1: trial.db1.clone() };
    const given: Record<string, unknown> = { ...arrays };
    attempt({ layer }, START, () => answer(given, gradients, trial.lr));
    for (const name of NAMES) {
      const place = { layer, parameter: name };
      if (given[name] !== arrays[name] && alike(arrays[name], trial[name])) {
        throw wrongForm(place, "not-in-place");
      }
      if (!alike(gradients[name], trial[`d${name}`])) {
        throw wrongForm({ layer, parameter: `gradients.${name}` }, "input-changed");
      }
    }
    return arrays;
  });
  if (after.every((arrays, i) => NAMES.every((name) => alike(arrays[name], TRIALS[i][name])))) {
    throw wrongForm({ layer }, "nothing-moved");
  }
  for (const name of NAMES) {
    const right = TRIALS.map((trial) => trial[name].subtract(trial[`d${name}`].multiply(trial.lr)));
    const got = after.map((arrays): NdArray => arrays[name]);
    const owed = { right, likely: likelyOf(name) };
    diagnose({ layer, parameter: name }, owed, TRIALS, got, [name, `d${name}`, "lr"]);
  }
}

/** Lesson 11: one step of gradient descent. */
export const sgdStep: Exercise = {
  id: "11-3",
  name: "mySgdStep",
  hints: [
    {
      en: "Each parameter has its gradient under the same name: `parameters[name]` and `gradients[name]`.",
      ko: "매개변수와 기울기는 이름이 같습니다. `parameters[name]`과 `gradients[name]`입니다.",
    },
    {
      en: "The step is `gradients[name].multiply(lr)`. Take it off the parameter.",
      ko: "움직일 양은 `gradients[name].multiply(lr)`입니다. 매개변수에서 빼세요.",
    },
    {
      en: "`parameters[name].subtract(step, false)` changes the array itself; without `false` it makes a new one that no layer knows.",
      ko: "`parameters[name].subtract(step, false)`는 배열 자체를 바꿉니다. `false`가 없으면 어느 계층도 모르는 새 배열이 생깁니다.",
    },
  ],
  passed: {
    en: "One step downhill for every parameter. All of deep learning repeats this line.",
    ko: "모든 매개변수가 내리막으로 한 걸음씩 갔습니다. 딥러닝은 이 한 줄을 되풀이합니다.",
  },
  judge,
};
