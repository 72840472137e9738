import { flat } from "../../arrays/flat";
import type { NdArray } from "../../arrays/nj";
import { toNdArray } from "../../arrays/to-ndarray";
import { attempt } from "../../judging/attempt";
import { describe } from "../../judging/describe";
import { alike, diagnose, type Owed } from "../../judging/diagnose";
import type { Exercise } from "../../judging/exercise";
import { wrongForm } from "../../judging/finding";
import { nameOf } from "../../judging/new-layer";
import { asNumberOrArray, type Values } from "../../judging/result";

interface Trial extends Values {
  numeric: NdArray;
  backprop: NdArray;
}

/** The first two are not multiples of each other: there, too many wrong formulas come out right. */
const TRIALS: readonly Trial[] = [
  [[[4, -3]], [[-3, -4]]],
  [[[3, 4]], [[1.5, 2]]],
  [[[1, -2], [0.5, 3]], [[1, 2], [-0.5, 3]]],
  [[[0.002], [-0.001]], [[0.001], [-0.003]]],
  [[[0, 0]], [[0, 0]]],
].map(([numeric, backprop]) => ({ numeric: toNdArray(numeric), backprop: toNdArray(backprop) })); // biome-ignore format: pairs

const sum = (x: number[]) => x.reduce((total, value) => total + value, 0);
const numbers = (x: NdArray) => Array.from(flat(x));
const squares = (x: number[]) => sum(x.map((value) => value * value));
const size = (x: number[]) => Math.sqrt(squares(x));
const sizes = (x: number[]) => sum(x.map(Math.abs));
const orZero = (ratio: number) => (Number.isNaN(ratio) ? 0 : ratio);

/** A formula of the difference d, of the numeric gradient n and of backprop's b; once with 0 / 0 and once without. */
type Formula = (d: number[], n: number[], b: number[]) => number;
const of =
  (formula: Formula) =>
  ({ numeric, backprop }: Trial) => {
    const [n, b] = [numbers(numeric), numbers(backprop)];
    return formula(
      n.map((value, i) => value - b[i]),
      n,
      b,
    );
  };

const right: Formula = (d, n, b) => size(d) / (size(n) + size(b));
const WRONG = [
  ["not-relative", (d) => size(d)],
  ["root-missing", (d, n, b) => squares(d) / (squares(n) + squares(b))],
  ["divided-by-one", (d, n) => size(d) / size(n)],
  ["divided-by-one", (d, _, b) => size(d) / size(b)],
  ["divided-by-one", (d, n, b) => size(d) / Math.max(size(n), size(b))],
  ["other-norm", (d, n, b) => sizes(d) / (sizes(n) + sizes(b))],
  ["signs-cancel", (d, n, b) => sum(d) / (sum(n) + sum(b))],
  ["signs-cancel", (d, n, b) => Math.abs(sum(d)) / (Math.abs(sum(n)) + Math.abs(sum(b)))],
  ["lengths-subtracted", (_, n, b) => Math.abs(size(n) - size(b)) / (size(n) + size(b))],
  ["lengths-subtracted", (_, n, b) => (size(n) - size(b)) / (size(n) + size(b))],
] as const satisfies readonly (readonly [string, Formula])[];

const likely: Owed<Trial>["likely"] = [
  ["zero-by-zero", of(right)],
  ["zero-by-zero", (trial) => (size(numbers(trial.numeric)) === 0 ? 1 : of(right)(trial))],
  ...WRONG.flatMap(([cause, formula]) => [
    [cause, of((...all) => orZero((formula as Formula)(...all)))] as const,
    [cause, of(formula as Formula)] as const,
  ]),
];

const START = {
  en: "start with the difference, `numeric.subtract(backprop)`, and its length.",
  ko: "두 배열의 차이 `numeric.subtract(backprop)`와 그 길이부터 시작하세요.",
};

function judge(answer: unknown): void {
  const place = { layer: nameOf(answer) ?? "relativeError", parameter: "error" };
  if (typeof answer !== "function") {
    throw wrongForm({ layer: "relativeError" }, "result-given", describe(answer));
  }
  const got = TRIALS.map(({ numeric, backprop }) => {
    const own = { numeric: numeric.clone(), backprop: backprop.clone() };
    const result = attempt(place, START, () => answer(own.numeric, own.backprop));
    for (const [parameter, array] of Object.entries({ numeric, backprop })) {
      if (alike(own[parameter as keyof typeof own], array)) continue;
      throw wrongForm({ ...place, parameter }, "input-changed");
    }
    return asNumberOrArray(place, result, 0);
  });
  const owed = TRIALS.map((trial) => orZero(of(right)(trial)));
  diagnose(place, { right: owed, likely }, TRIALS, got, ["numeric", "backprop"]);
}

/** Lesson 10: one number that says how well two gradients agree. */
export const relativeError: Exercise = {
  id: "10-3",
  name: "relativeError",
  hints: [
    {
      en: "The length of an array is `Math.sqrt(x.multiply(x).sum())`. Write a small function for it: you need it three times.",
      ko: "배열의 길이는 `Math.sqrt(x.multiply(x).sum())`입니다. 세 번 쓰이니 작은 함수로 만들어 두세요.",
    },
    {
      en: "Divide the length of `numeric.subtract(backprop)` by the length of `numeric` plus the length of `backprop`.",
      ko: "`numeric.subtract(backprop)`의 길이를 `numeric`의 길이와 `backprop`의 길이의 합으로 나눕니다.",
    },
    {
      en: "When both lengths are 0, that is `0 / 0`. Return 0 in that case.",
      ko: "두 길이가 모두 0이면 `0 / 0`이 됩니다. 그때는 0을 반환하세요.",
    },
  ],
  passed: {
    en: "0 means the same, 1 is the most it can be, and the size of the gradients no longer matters.",
    ko: "완전히 같으면 0, 가장 다를 때 1이고, 미분의 크기는 이제 상관없습니다.",
  },
  judge,
};
