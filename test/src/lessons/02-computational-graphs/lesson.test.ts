import { expect } from "chai";
import { LANGUAGES } from "../../../../src/text/languages";
import { readLesson, runLesson } from "../run-lesson";

describe("lesson 02, computational graphs", () => {
  const lesson = readLesson("02");
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

  /** The row of a node in a printed graph: its forward value, and its gradient when there is one. */
  const row = (cell: string, node: string) => {
    const found = outputs.en.get(cell)?.match(new RegExp(`^${node} .*$`, "m"))?.[0] ?? "";
    return found.split(/ {2,}/).slice(2);
  };

  it("builds the apples first, and computes them then: 200, 220", () => {
    expect(row("apples-build", "applePrice")).to.deep.equal(["?"]);
    expect(outputs.en.get("apples-forward")).to.match(/^220\.00000000000003\n/);
    expect(row("apples-forward", "applePrice")).to.deep.equal(["200"]);
    expect(row("apples-forward", "price")).to.deep.equal(["220"]);
    prints("apples-values", "200\n220.00000000000003");
  });

  it("adds the oranges: 200 + 450 = 650, 715", () => {
    const values = ["applePrice", "orangePrice", "fruitPrice", "price"];
    expect(values.map((name) => row("fruit-graph", name)[0])).to.deep.equal([
      "200",
      "450",
      "650",
      "715",
    ]);
    prints("five-apples", "1045\n715");
    expect((5 * 100 + 450) * 1.1).to.be.closeTo(1045, 1e-9);
  });

  it("computes locally: 4000 + 200 = 4200, 4620, whatever the 4000 is made of", () => {
    const values = ["others", "sum", "price"].map((name) => row("shopping-graph", name)[0]);
    expect(values).to.deep.equal(["4000", "4200", "4620"]);
    expect(outputs.en.get("local-test")).to.equal(
      [
        "others 4000, apples 200, sum 4200",
        "others 4000, apples 200, sum 4200",
        "others 5000, apples 200, sum 5200",
      ].join("\n"),
    );
    expect(outputs.ko.get("local-test")?.match(/\d+/g)).to.deep.equal(
      outputs.en.get("local-test")?.match(/\d+/g),
    );
  });

  it("asks for the forward pass first, then goes back: 1, 1.1, 2.2", () => {
    expect(outputs.en.get("backward-first")).to.match(/^Error: graph\.backward: expected forward/);
    const back = ["price", "applePrice", "apple"].map((name) => row("apples-backward", name)[1]);
    expect(back).to.deep.equal(["1", "1.1", "2.2"]);
    prints("apples-nudge", "220.0 222.2 2.2");
    const inputs = ["apple", "appleNum", "orange", "orangeNum", "tax"];
    expect(inputs.map((name) => row("fruit-backward", name)[1])).to.deep.equal([
      "2.2",
      "110",
      "3.3",
      "165",
      "650",
    ]);
  });

  it("counts 13 multiplications one by one and 8 with the graph, for the same gradients", () => {
    const [alone, shared] = ["one-by-one", "with-graph"].map(
      (cell) => outputs.en.get(cell)?.split("\n") ?? [],
    );
    expect(alone.pop()).to.equal("13 multiplications");
    expect(shared.pop()).to.equal("8 multiplications");
    expect(shared).to.deep.equal(alone);
    prints("count-edges", "8");
  });

  it("counts 1325 against 100 in a chain of 50, and charts it in the notebook's language", () => {
    prints("chain-same", "true");
    const lines = outputs.en.get("chain-counts")?.split("\n") ?? [];
    for (const line of lines) {
      const [n, alone, shared] = (line.match(/\d+/g) ?? []).map(Number);
      expect([alone, shared], line).to.deep.equal([(n * (n + 1)) / 2 + n, 2 * n]);
    }
    expect(lines.at(-1)).to.equal("n = 50: 1325 one by one, 100 with the graph");
    expect(outputs.en.get("chain-chart")).to.include("Multiplications for all gradients");
    expect(outputs.ko.get("chain-chart")).to.include("곱셈 횟수");
  });

  it("draws three kinds of fruit whose edges are those of exercise 02-4", () => {
    const text = outputs.en.get("three-kinds") ?? "";
    expect(row("three-kinds", "total")).to.deep.equal(["1540", "1"]);
    expect(text.match(/ × /g)).to.have.lengthOf(4);
  });
});
