import { expect } from "chai";
import { readLesson, runLesson } from "../run-lesson";

describe("lesson 12, the bug museum", () => {
  const outputs = { en: new Map<string, string>(), ko: new Map<string, string>() };
  before(function () {
    this.timeout(60_000); // a chart is drawn
    outputs.en = runLesson(readLesson("12"), "en");
    outputs.ko = runLesson(readLesson("12"), "ko");
  });

  const wrong: Record<number, string> = {
    1: "dx",
    3: "dW",
    5: "dx",
    9: "dx",
    10: "dx",
    11: "dx",
    12: "dx",
  };
  for (const [number, gradient] of Object.entries(wrong)) {
    it(`shows that exhibit ${number} gives a wrong ${gradient}, and nothing else`, () => {
      const text = outputs.en.get(`exhibit-${number}`) ?? "";
      expect(text).to.include(`✗ Gradient check: ${gradient} does not agree`);
      const differing = text.match(/^(\w+) +.* differs$/gm) ?? [];
      expect(differing.map((line) => line.split(" ")[0])).to.deep.equal([gradient]);
      expect(outputs.ko.get(`exhibit-${number}`)).to.include("불일치");
    });
  }

  it("draws exhibit 1 beside the right layer, with the number that differs", () => {
    expect(outputs.en.get("exhibit-1-compared")).to.match(
      /^First difference, backward: Affine at out should pass \[\[1, 3\]\] to x, but yours passes \[\[1, 2\]\]/,
    );
    expect(outputs.ko.get("exhibit-1-compared")).to.match(/^첫 번째 차이, 역전파/);
  });

  it("halves and triples as a missing /N does", () => {
    expect(outputs.en.get("exhibit-10")).to.match(/dx +\[3, 3\] +0\.5 +differs/); // (3 − 1) / (3 + 1)
  });

  it("refuses exhibit 2 for its shape, and catches exhibit 6 for what it overwrites", () => {
    expect(outputs.en.get("exhibit-2")).to.equal(
      "Error: gradientCheck: expected db of shape [3], but got [3, 3]",
    );
    expect(outputs.en.get("exhibit-6")).to.include("✗ backward changed the caller's dout.");
  });

  it("shows by other means what the check misses", () => {
    expect(outputs.en.get("exhibit-4")).to.equal("true\n[ 3, 3, 3 ]\n[ 6, 6, 6 ]");
    expect(outputs.en.get("exhibit-7")).to.equal("true\n[ [ 1, 1, 0 ] ]");
    expect(outputs.en.get("exhibit-8")).to.equal("true\n[ [ NaN, 0 ] ]");
  });

  it("counts nine of twelve caught", () => {
    expect(outputs.en.get("all-twelve")).to.match(/^caught: 9\nmissed: \[ 4, 7, 8 \]\n/);
    expect(outputs.ko.get("all-twelve")).to.include("기울기 확인이 보는 것");
  });
});
