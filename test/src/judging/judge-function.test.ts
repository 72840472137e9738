import { expect } from "chai";
import type { NdArray } from "../../../src/arrays/nj";
import { type FunctionTask, judgeFunction } from "../../../src/judging/judge-function";
import { todo } from "../../../src/judging/todo";
import { findingOf } from "./judging";

const task: FunctionTask<{ x: number; y: number }> = {
  name: "ratio",
  parameter: "x / y",
  trials: [
    { x: 6, y: 3 },
    { x: 5, y: 2 },
    { x: 1, y: 0 },
  ],
  start: { en: "start.", ko: "시작하세요." },
  right: ({ x, y }) => x / y,
  likely: [["inputs-swapped", ({ x, y }) => y / x]],
};
const causeOf = (answer: unknown) => findingOf(() => judgeFunction(task, answer))?.cause;

describe("judgeFunction", () => {
  it("passes the right formula, infinity included, and gives the arguments in order", () => {
    expect(findingOf(() => judgeFunction(task, (x: number, y: number) => x / y))).to.equal(
      undefined,
    );
  });

  it("takes todo() for a blank", () => {
    expect(findingOf(() => judgeFunction(task, () => todo()))?.state).to.equal("blank");
  });

  it("names the cause of a wrong formula, a constant, a wrong form", () => {
    expect(causeOf((x: number, y: number) => y / x)).to.equal("inputs-swapped");
    expect(causeOf(() => 2)).to.equal("hard-coded");
    expect(causeOf(() => Number.NaN)).to.equal("nan-returned");
    expect(causeOf(() => "2")).to.equal("text-returned");
    expect(causeOf(() => [2])).to.equal("not-a-number");
    expect(causeOf(() => {})).to.equal("nothing-returned");
    expect(causeOf(async () => 2)).to.equal("promise-returned");
    expect(causeOf(2)).to.equal("result-given");
  });
});

describe("judgeFunction of a pair", () => {
  const pair: FunctionTask<{ x: number; y: number }> = {
    name: "slopes",
    trials: [
      { x: 2, y: 3 },
      { x: 5, y: 7 },
    ],
    start: { en: "start.", ko: "시작하세요." },
    dx: { right: ({ y }) => y, likely: [["own-input", ({ x }) => x]] },
    dy: { right: ({ x }) => x },
  };
  const find = (answer: unknown) => findingOf(() => judgeFunction(pair, answer));

  it("passes both gradients in the order of the inputs, and names the one that is wrong", () => {
    expect(find((x: number, y: number) => [y, x])).to.equal(undefined);
    const swapped = find((x: number, y: number) => [x, y]);
    expect([swapped?.cause, swapped?.place.parameter]).to.deep.equal(["own-input", "dx"]);
    expect(find((_: number, y: number) => [y, y])?.place.parameter).to.equal("dy");
  });

  it("tells every other form", () => {
    for (const [value, cause] of [
      [3, "number-instead-of-pair"],
      [{ dx: 3, dy: 2 }, "object-instead-of-pair"],
      [[3, 2, 1], "wrong-length"],
      [[3], "wrong-length"],
      ["3,2", "text-returned"],
      [["3", 2], "text-returned"],
      [[3, [2]], "not-a-number"],
      [undefined, "nothing-returned"],
    ] as const) {
      expect(find(() => value)?.cause, cause).to.equal(cause);
    }
  });
});

describe("judgeFunction of several results on arrays", () => {
  type Trial = { x: NdArray; k: number };
  const scaled: FunctionTask<Trial> = {
    name: "scaled",
    trials: [
      { x: [1, 2], k: 3 },
      { x: [[-1], [4]], k: 0.5 },
    ],
    start: { en: "start.", ko: "시작하세요." },
    values: {
      sum: { right: ({ x, k }) => k * x.sum(), likely: [["step-missing", ({ x }) => x.sum()]] },
      all: { right: ({ x, k }) => x.multiply(k) },
    },
  };
  const find = (answer: unknown) => findingOf(() => judgeFunction(scaled, answer));
  const right = (x: NdArray, k: number) => ({ sum: k * x.sum(), all: x.multiply(k) });

  it("passes numbers beside arrays, and judges them in order", () => {
    expect(find(right)).to.equal(undefined);
    const forgot = find((x: NdArray, k: number) => ({ ...right(x, k), sum: x.sum() }));
    expect(forgot?.cause).to.equal("step-missing");
    const flat = find((x: NdArray, k: number) => ({ ...right(x, k), all: k }));
    expect([flat?.cause, flat?.place.parameter]).to.deep.equal(["number-instead-of-array", "all"]);
    const array = find((x: NdArray, k: number) => ({ ...right(x, k), sum: x }));
    expect([array?.cause, array?.place.parameter]).to.deep.equal([
      "array-instead-of-number",
      "sum",
    ]);
    expect(find((x: NdArray, k: number) => ({ sum: k * x.sum() }))?.cause).to.equal(
      "value-missing",
    );
  });

  it("sees what is changed of the caller's", () => {
    const changing = find((x: NdArray, k: number) => {
      const result = right(x, k);
      x.multiply(2, false);
      return result;
    });
    expect([changing?.cause, changing?.place.parameter]).to.deep.equal(["input-changed", "x"]);
  });

  it("writes values as drawings do where arrays are about, and numbers alone as code does", () => {
    const negated = find((x: NdArray, k: number) => ({ ...right(x, k), all: x.multiply(-k) }));
    expect(negated?.sentences[0].en).to.equal(
      "For `x = [1, 2], k = 3`, `all` should be [3, 6], but it is [−3, −6].",
    );
  });
});
