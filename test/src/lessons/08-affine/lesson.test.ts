import { expect } from "chai";
import { LANGUAGES } from "../../../../src/text/languages";
import { readLesson, runLesson } from "../run-lesson";

describe("lesson 08, affine", () => {
  const lesson = readLesson("08");
  const blank = { en: new Map<string, string>(), ko: new Map<string, string>() };
  before(function () {
    this.timeout(60_000); // charts are drawn
    for (const language of LANGUAGES) blank[language] = runLesson(lesson, language);
  });

  const prints = (cell: string, expected: string) => {
    expect(blank.en.get(cell)).to.equal(expected);
    expect(blank.ko.get(cell)).to.equal(expected);
  };
  /** The last two columns of a drawn graph's table: forward and backward. */
  const edges = (cell: string) => {
    const tables = LANGUAGES.map((language) =>
      (blank[language].get(cell) ?? "")
        .split("\n")
        .slice(1)
        .map((row) => row.split(/\s\s+/).slice(-2)),
    );
    expect(tables[0]).to.deep.equal(tables[1]);
    return tables[0];
  };

  it("works one sample by hand and as a graph", () => {
    prints("one-forward", "6 4 2");
    prints("one-dot", "array([6, 4, 2])");
    prints("one-backward", "array([-2, 4])");
    expect(edges("one-graph")).to.deep.equal([
      ["[1, 2]", "[−2, 4]"],
      ["[[1, 0, −1], [2, 1, 0]]", "[[1, 2, 3], [2, 4, 6]]"],
      ["[5, 2, −1]", "[1, 2, 3]"],
      ["[1, 2, 3]", "[1, 2, 3]"],
      ["[6, 4, 2]", "[1, 2, 3]"],
    ]);
  });

  it("works a batch by hand and as a graph", () => {
    expect(blank.en.get("batch-no-stretch")).to.match(
      /expected an array of shape \[2, 3\] \(addBias/,
    );
    prints("batch-forward", "array([[ 6,  4,  2],\n       [12,  6,  0]])");
    prints("bias-gradient", "array([5, 7, 9])");
    const dW = "array([[13, 17, 21],\n       [18, 24, 30]])";
    prints("batch-backward", `array([[-2,  4],\n       [-2, 13]])\n${dW}`);
    expect(blank.en.get("sum-of-samples")?.endsWith(dW)).to.equal(true);
    expect(edges("batch-graph")).to.deep.equal([
      ["[[1, 2], [3, 4]]", "[[−2, 4], [−2, 13]]"],
      ["[[1, 0, −1], [2, 1, 0]]", "[[13, 17, 21], [18, 24, 30]]"],
      ["[[5, 2, −1], [11, 4, −3]]", "[[1, 2, 3], [4, 5, 6]]"],
      ["[1, 2, 3]", "[5, 7, 9]"],
      ["[[6, 4, 2], [12, 6, 0]]", "[[1, 2, 3], [4, 5, 6]]"],
    ]);
  });

  it("does the same with the library's layer as one node", () => {
    const shown = blank.en.get("library") ?? "";
    for (const text of ["[[6, 4, 2], [12, 6, 0]]", "[[−2, 4], [−2, 13]]", "array([5, 7, 9])"]) {
      expect(shown).to.include(text);
    }
  });

  it("charts what the layer does to a grid, and shows that two are one", () => {
    expect(blank.en.get("space-chart")).to.include("A grid goes through an affine layer");
    expect(blank.ko.get("space-chart")).to.include("격자가 Affine 계층을 지나면");
    const [first, second] = (blank.en.get("two-are-one") ?? "").split("\narray");
    expect(first).to.equal(`array${second}`);
  });

  it("shows one sample and a square W go wrong without an error, and right", () => {
    prints("square-failure", "array([-7]) 11");
    prints(
      "square-repair",
      "array([-5, -5])\narray([17, 39])\narray([[  5,   6],\n       [-10, -12]])\narray([5, 6])",
    );
  });

  it("shows images fail, and their shape restored", () => {
    expect(blank.en.get("images-failure")).to.include("but got [2, 1, 2, 2]");
    expect(blank.en.get("images-repair")).to.match(/^\[ 2, 1, 2, 2 \]\narray.*\[ 2, 1, 2, 2 \]$/s);
  });
});
