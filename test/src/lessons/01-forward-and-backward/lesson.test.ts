import { expect } from "chai";
import { LANGUAGES } from "../../../../src/text/languages";
import { readLesson, runLesson } from "../run-lesson";

describe("lesson 01, forward and backward", () => {
  const lesson = readLesson("01");
  const outputs = { en: new Map<string, string>(), ko: new Map<string, string>() };
  before(function () {
    this.timeout(120_000); // charts are drawn
    for (const language of LANGUAGES) outputs[language] = runLesson(lesson, language);
  });

  /** What a cell prints, the same in both languages where no words are in it. */
  const prints = (cell: string, expected: string) => {
    expect(outputs.en.get(cell)).to.equal(expected);
    expect(outputs.ko.get(cell)).to.equal(expected);
  };

  /** Numbers of some rows of the printed net: forward, then backward where there is one. */
  const rows = (cell: string, names: string[]) =>
    names.map((name) => {
      const line = outputs.en.get(cell)?.match(new RegExp(`^${name}  .*$`, "m"))?.[0] ?? "";
      return line.split(/ {2,}/).slice(2).join(" ");
    });
  const net = ["x1", "x2", "h1", "h2", "h3", "y1", "y2", "loss"];

  it("builds a 2-3-2 net with 12 weights and 5 biases", () => {
    expect(outputs.en.get("net")).to.equal("17 parameters");
    const names = outputs.en.get("forward")?.match(/^[wb] \S+/gm) ?? [];
    expect(names.filter((name) => name.startsWith("w"))).to.have.lengthOf(12);
    expect(names.filter((name) => name.startsWith("b"))).to.have.lengthOf(5);
  });

  it("sends values right, from the live net", () => {
    expect(rows("forward", net)).to.deep.equal(["1", "2", "3", "1", "0.5", "3", "2", "2.5"]);
    prints("by-hand", "3 3");
    prints("loss", "1 -2\n2.5 2.5");
  });

  it("sends gradients left, and a nudge confirms one", () => {
    expect(rows("backward", net)).to.deep.equal([
      "1 9",
      "2 −3.5",
      "3 0",
      "1 −3",
      "0.5 4",
      "3 1",
      "2 −2",
      "2.5 1",
    ]);
    prints("nudge", "3\n0.0030");
  });

  it("counts no changed weight after the passes, and 14 after the optimizer", () => {
    expect(outputs.en.get("count-changed")).to.equal("after forward:  0\nafter backward: 0");
    expect(outputs.ko.get("count-changed")).to.equal("순전파 뒤: 0\n역전파 뒤: 0");
    expect(outputs.en.get("optimizer")).to.equal("after the optimizer: 14\nloss: 2.5000 → 0.9421");
    const still = outputs.en.get("backward")?.match(/^[wb] \S+ .* 0$/gm) ?? [];
    expect(still.map((line) => line.split(/ {2,}/)[0])).to.deep.equal([
      "w x1→h1",
      "w x2→h1",
      "b h1",
    ]);
  });

  it("gives the largest value no gradient and the smallest the most", () => {
    prints("hidden-values", "[ 3, 1, 0.5 ] [ 0, -3, 4 ]");
    prints("nudge-hidden", "b h1 0.0\nb h2 -3.0\nb h3 4.0");
    expect(outputs.en.get("hidden-chart")).to.include("Hidden neurons: value and gradient");
    expect(outputs.ko.get("hidden-chart")).to.include("은닉 뉴런의 값과 미분");
  });

  it("trains for 20 steps until the outputs are almost the targets", () => {
    prints("train", "2.5000 0.9421 … 0.0001\n2.00 3.99");
    expect(outputs.en.get("train-chart")).to.include("The loss falls with each step");
    expect(outputs.ko.get("train-chart")).to.include("손실");
  });
});
