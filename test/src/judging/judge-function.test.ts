import { expect } from "chai";
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
