import { expect } from "chai";
import { LANGUAGES } from "../../../../src/text/languages";
import { readLesson, runLesson } from "../run-lesson";

describe("lesson 09, softmax with loss", () => {
  const lesson = readLesson("09");
  const blank = { en: new Map<string, string>(), ko: new Map<string, string>() };
  before(function () {
    this.timeout(60_000); // charts are drawn
    for (const language of LANGUAGES) blank[language] = runLesson(lesson, language);
  });

  const prints = (cell: string, expected: string) => {
    expect(blank.en.get(cell)).to.equal(expected);
    expect(blank.ko.get(cell)).to.equal(expected);
  };
  /** The forward and backward numbers of a drawn graph's nodes, in both languages alike. */
  const nodes = (cell: string) => {
    const [en, ko] = LANGUAGES.map((language) =>
      Object.fromEntries(
        (blank[language].get(cell) ?? "")
          .split("\n")
          .slice(1)
          .map((row) => row.split(/\s\s+/))
          .map((row) => [row[0], row.slice(-2)]),
      ),
    );
    expect(en).to.deep.equal(ko);
    return en;
  };

  it("makes probabilities and a loss by hand", () => {
    const y = "0.018211, 0.245192, 0.736597";
    prints("softmax-by-hand", `1.349859, 18.174145, 54.598150\n74.122154\n${y}`);
    prints("loss-by-hand", "1.405714, 1.405714");
  });

  it("goes back through every node, and a zero is 0, never −0", () => {
    prints(
      "stations",
      [
        "y:     0.000000, -4.078440, 0.000000",
        "1/S:   -74.122154",
        "S:     0.013491",
        "exp a: 0.013491, -0.041532, 0.013491",
        "a:     0.018211, -0.754808, 0.736597",
      ].join("\n"),
    );
    prints("y-minus-t", "0.018211, -0.754808, 0.736597");
    const drawn = nodes("full-graph");
    expect([drawn.y1, drawn.y2, drawn.y3]).to.deep.equal([
      ["0.0182113", "0"],
      ["0.245192", "−4.07844"],
      ["0.736597", "0"],
    ]);
    expect(drawn.L).to.deep.equal(["1.40571", "1"]);
    expect(drawn.S).to.deep.equal(["74.1222", "0.0134912"]);
    for (const output of blank.en.values()) expect(output).not.to.match(/[-−]0(\.0+)?(?![\d.])/);
  });

  it("charts the loss and the pull, in the language of the notebook", () => {
    expect(blank.en.get("loss-chart")).to.include("What a probability costs");
    expect(blank.ko.get("loss-chart")).to.include("확률에 따른 손실");
    expect(blank.en.get("pull-chart")).to.include("The pull on each score");
    expect(blank.ko.get("pull-chart")).to.include("점수마다 끌어당기는 힘");
  });

  it("does the same folded, as a node of its own, and for two other answers", () => {
    expect(nodes("folded-graph").a2).to.deep.equal(["2.9", "−0.754808"]);
    expect(nodes("layer-graph").a).to.deep.equal([
      "[0.3, 2.9, 4]",
      "[0.0182113, −0.754808, 0.736597]",
    ]);
    prints("two-answers", "array([0.3, -0.8, 0.5])\narray([0.01, -0.01, 0])");
  });

  it("shows softmax overflow and 0 · log 0, and what mends them", () => {
    prints("naive-overflow", "NaN\n0.731059");
    prints("zero-log-zero", "0 -Infinity NaN");
    prints("small-number", "-9.999999505838704e-8\n16.12");
    expect(blank.en.get("rows")).to.not.match(/NaN|Infinity/);
  });

  it("shows the article's mistakes, each beside what is right", () => {
    expect(blank.en.get("article-layer")).to.match(/^0\.978580\nTypeError: .*undefined/);
    const mended = blank.en.get("mended-layer") ?? "";
    expect(mended.startsWith("0.978580\n")).to.equal(true);
    prints("dout-ignored", mended.replace("0.978580\n", ""));
    prints("one-vector", "array([0.0060704244, -0.25160273, 0.2455323])");
    prints(
      "library",
      "1.405714\narray([0.018211273, -0.75480819, 0.73659691])\narray([0.18211273, -7.5480819, 7.3659691])",
    );
    prints("labels-failure", "[ '-0.666667', '-0.666667', '-0.666667' ]");
    expect(blank.en.get("own-layer")).to.match(/^0\.978580\narray\(\[\[0\.091056366, /);
    expect(blank.en.get("labels-repair")).to.match(/\[ true, true, true \]$/);
    expect(blank.en.get("labels-library")).to.match(
      /^0\.975200 0\.975200\nError: SoftmaxWithLoss\.forward: expected labels in t/,
    );
  });
});
