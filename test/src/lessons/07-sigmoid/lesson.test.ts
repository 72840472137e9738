import { expect } from "chai";
import { LANGUAGES } from "../../../../src/text/languages";
import { readLesson, runLesson } from "../run-lesson";

describe("lesson 07, sigmoid", () => {
  const lesson = readLesson("07");
  const blank = { en: new Map<string, string>(), ko: new Map<string, string>() };
  before(function () {
    this.timeout(60_000); // charts are drawn
    for (const language of LANGUAGES) blank[language] = runLesson(lesson, language);
  });

  const prints = (cell: string, expected: string) => {
    expect(blank.en.get(cell)).to.equal(expected);
    expect(blank.ko.get(cell)).to.equal(expected);
  };

  it("goes through the four nodes by hand, forward and backward", () => {
    prints("forward", "-1 0.367879 1.367879 0.731059");
    prints("exp-slope", "0.367879 0.367879\n1.000000 1.000000\n2.718282 2.718282");
    prints("backward", "-0.534447 -0.534447 -0.196612 0.196612");
  });

  it("draws them with the same numbers, and folded into one node", () => {
    for (const cell of ["nodes-graph", "folded-graph"]) {
      for (const language of LANGUAGES) {
        const rows = blank[language].get(cell)?.split("\n").slice(1);
        expect(rows?.map((row) => row.split(/\s\s+/).slice(-2))).to.deep.equal([
          ["1", "0.196612"],
          ["−1", "−0.196612"],
          ["0.367879", "−0.534447"],
          ["1.36788", "−0.534447"],
          ["0.731059", "1"],
        ]);
      }
    }
  });

  it("needs y alone on the way back", () => {
    prints("one-rule", "0.196612 0.196612");
    prints("sigmoid-layer", "0.731059 0.196612");
    prints("curve-values", "0.25 0.000335");
    expect(blank.en.get("curve-chart")).to.include("The sigmoid and its slope");
    expect(blank.ko.get("curve-chart")).to.include("시그모이드와 그 기울기");
  });

  it("shows where exp overflows, and a form that does not", () => {
    prints("overflow", "8.218407461554972e+307 Infinity\n309");
    prints("two-forms", "0\nNaN");
    prints("overflow-backward", "NaN");
    expect(blank.en.get("graph-refuses")).to.match(/the value of "e" to be a finite number/);
    prints("stable", "0 0.268941 0.731059 1");
    expect(blank.en.get("library")).to.match(
      /^array\(\[0, 0\.26894142, 0\.5, 0\.73105858, 1\]\)\narray\(\[0, 0\.19661193, 0\.25, 0\.19661193, 0\]\)\nError: Sigmoid\.backward: expected forward/,
    );
  });

  it("lets less than a millionth of a gradient through ten sigmoids, and all of it through ten ReLUs", () => {
    prints("deep-values", "2.8e-7 1 9.5e-7");
    expect(blank.en.get("deep-chart")).to.include("What is left of a gradient");
    expect(blank.ko.get("deep-chart")).to.include("남아 있는 미분의 크기");
  });
});
