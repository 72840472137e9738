import { expect } from "chai";
import { LANGUAGES } from "../../../../src/text/languages";
import { readLesson, runLesson } from "../run-lesson";

describe("lesson 05, simple layers", () => {
  const lesson = readLesson("05");
  const blank = { en: new Map<string, string>(), ko: new Map<string, string>() };
  before(function () {
    this.timeout(60_000); // charts are drawn
    for (const language of LANGUAGES) {
      blank[language] = runLesson(lesson, language);
    }
  });

  /** What a cell prints, the same in both languages where no words are in it. */
  const prints = (cell: string, expected: string) => {
    expect(blank.en.get(cell)).to.equal(expected);
    expect(blank.ko.get(cell)).to.equal(expected);
  };

  it("works one multiply node by hand", () => {
    prints("one-node", "50\nMulLayer { x: 10, y: 5 }\n[ 6.5, 13 ]");
  });

  it("solves the apples by hand and with the library alike", () => {
    prints("apples-forward", "200 220.00000000000003");
    const gradients = "dApple: 2.2, dAppleNum: 110.00000000000001, dTax: 200";
    prints("apples-backward", `{ ${gradients} }`);
    expect(blank.en.get("apples-again")?.replaceAll(/\s+/g, " ")).to.equal(
      `{ price: 220.00000000000003, ${gradients} }`,
    );
  });

  it("gives each gradient a unit that a step of one confirms", () => {
    expect(blank.en.get("units")?.match(/\S+$/gm)).to.deep.equal(["2.2", "110.0", "20.0"]);
  });

  it("shows zeros without a forward pass by hand, and the library's refusal", () => {
    prints("silent-zero", "[ 0, 0 ]");
    expect(blank.en.get("backward-first")).to.match(
      /^Error: MulLayer\.backward: expected .*forward/,
    );
  });

  it("draws the graph from real layers", () => {
    expect(blank.en.get("apples-graph")).to.match(/220/);
    expect(blank.en.get("inside-a-node")).to.equal(
      "MulLayer { x: 100, y: 2 }\ntrue\n220.00000000000003 200",
    );
    for (const cell of ["apples-graph", "fruit-graph", "basket-graph"]) {
      expect(blank.en.get(cell), cell).to.match(/won/);
      expect(blank.ko.get(cell), cell).to.match(/원/);
    }
    expect(blank.en.get("fruit-graph")).to.match(/715/);
    expect(blank.en.get("basket-graph")).to.match(/665\.5/);
  });

  it("predicts exactly for one input, and 132 instead of 143 for two", () => {
    expect(blank.en.get("what-if-one")).to.equal(
      [
        "apple +1: predicted 2.2, really 2.2",
        "apple +10: predicted 22.0, really 22.0",
        "apple +100: predicted 220.0, really 220.0",
        "apple +1000: predicted 2200.0, really 2200.0",
      ].join("\n"),
    );
    expect(blank.en.get("what-if-two")).to.equal("predicted 132.0, really 143.0\n11.0");
    expect(blank.ko.get("what-if-two")).to.equal("예측 132.0, 실제 143.0\n11.0");
  });

  it("charts both, with words in the language of the notebook", () => {
    expect(blank.en.get("what-if-chart")).to.include("Change of the price, predicted and real");
    expect(blank.ko.get("what-if-chart")).to.include("가격의 변화: 예측과 실제");
  });

  it("shows the surprises of binary numbers", () => {
    prints("little-three", "110.00000000000001 220.00000000000003\n1.10000000000000008882");
    prints("close", "false true");
    expect(blank.en.get("cut-or-round")).to.equal("114.99999999999999\ncut: 114\nrounded: 115");
    prints("lists-become-text", '"1,23,4"');
    expect(blank.en.get("add-layer-refuses")).to.match(/^\w*Error: AddLayer\.forward: expected /);
  });

  it("solves apples and oranges, both ways", () => {
    prints("fruit-forward", "200 450 650 715");
    expect(blank.en.get("fruit-backward")?.replaceAll(/\s+/g, " ")).to.equal(
      "{ dApple: 2.2, dAppleNum: 110.00000000000001, dOrange: 3.3000000000000003, " +
        "dOrangeNum: 165, dTax: 650 }",
    );
  });

  it("shows what one object for three nodes does", () => {
    expect(blank.en.get("shared-layer")).to.equal("price: 715\nMulLayer { x: 650, y: 1.1 }");
    expect(blank.en.get("shared-layer-backward")).to.equal(
      "dTax: 650\ndApple: 1.21 instead of 2.20\ndOrange: 1.21 instead of 3.30",
    );
  });
});
