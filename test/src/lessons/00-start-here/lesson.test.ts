import { expect } from "chai";
import { LANGUAGES } from "../../../../src/text/languages";
import { readLesson, runLesson } from "../run-lesson";

describe("lesson 00, start here", () => {
  const lesson = readLesson("00");
  const outputs = { en: new Map<string, string>(), ko: new Map<string, string>() };
  before(function () {
    this.timeout(60_000); // a chart is drawn
    for (const language of LANGUAGES) outputs[language] = runLesson(lesson, language);
  });

  it("keeps what a cell made, and lets a name be given again", () => {
    for (const language of LANGUAGES) {
      const cells = ["first-cell", "second-cell", "third-cell"];
      expect(cells.map((cell) => outputs[language].get(cell))).to.deep.equal(["200", "300", "360"]);
    }
  });

  it("proves that kernel, library and charts work", () => {
    expect(outputs.en.get("everything-works")).to.match(
      /^The kernel computes: \[ 1, 4, 9, 16, 25 \]\n.*The chart is drawn/s,
    );
    expect(outputs.ko.get("everything-works")).to.match(/^커널이 계산합니다: .*차트가 그려집니다/s);
  });

  it("draws the whole way in the notebook's language", () => {
    expect(outputs.en.get("the-whole-way")).to.match(/^ {2}00 {2}Run, predict, check$/m);
    expect(outputs.ko.get("the-whole-way")).to.match(/^ {2}12 {2}버그를 찾아 고치기$/m);
  });

  it("shows what a blank, a square and a written-down number are told", () => {
    expect(outputs.en.get("blank")).to.equal(
      "TodoError: Not written yet: put your own code in place of todo().",
    );
    const wrong = outputs.en.get("wrong-answers") ?? "";
    expect(wrong.match(/✗ Not right yet/g)).to.have.lengthOf(2);
    expect(wrong).to.match(/should be 14, but it is 49.*that is its square/s);
    expect(wrong).to.match(/should be 1, but it is 14.*instead of writing a number down/s);
  });
});
