import { expect } from "chai";
import { readLesson, runLesson } from "../run-lesson";

describe("lesson 06, ReLU", () => {
  const outputs = { en: new Map<string, string>(), ko: new Map<string, string>() };
  before(function () {
    this.timeout(60_000); // charts are drawn
    outputs.en = runLesson(readLesson("06"), "en");
    outputs.ko = runLesson(readLesson("06"), "ko");
  });

  /** What a cell prints, the same in both languages where no words are in it. */
  const prints = (cell: string, expected: string) => {
    expect(outputs.en.get(cell)?.replaceAll(/\s+/g, " ")).to.equal(expected);
    expect(outputs.ko.get(cell)?.replaceAll(/\s+/g, " ")).to.equal(expected);
  };

  it("masks [[1, -0.5], [-2, 3]] as [[F, T], [T, F]]", () => {
    prints("mask", "[ [ false, true ], [ true, false ] ]");
  });

  it("goes forward and backward by hand", () => {
    prints("by-hand", "array([[0, 1], [1, 0]]) array([[1, 0], [0, 3]])");
    expect(outputs.en.get("by-hand-backward")?.replaceAll(/\s+/g, " ")).to.equal(
      "array([[10, 0], [ 0, 50]]) upstream: 110 came back: 60",
    );
  });

  it("shows a dout that is overwritten, and one that is not", () => {
    const [dA, dB] = ["dA: [ [ 10, 0 ], [ 0, 50 ] ]", "dB: [ [ 10, 20 ], [ 30, 50 ] ]"];
    prints("dout-overwritten", `${dA} ${dA.replace("dA", "dB")}`);
    prints("dout-kept", `${dA} ${dB}`);
  });

  it("draws both branches from a real layer", () => {
    const graph = outputs.en.get("branch-graph");
    expect(graph).to.match(/^a +input .*\[\[10, 0\], \[0, 50\]\]$/m);
    expect(graph).to.match(/^b +input .*\[\[10, 20\], \[30, 50\]\]$/m);
    expect(graph).to.match(/^relu\(a\) +Relu\(a\) +\[\[1, 0\], \[0, 3\]\]/m);
  });

  it("shows the failure at a plain number, and the layer that takes it", () => {
    prints("plain-number", "TypeError: x.clone is not a function");
    expect(outputs.en.get("plain-number-library")).to.equal(
      [
        "x = 3: forward 3, backward 7",
        "x = -3: forward 0, backward 0",
        "x = 0: forward 0, backward 0",
      ].join("\n"),
    );
  });

  it("charts the curve and its derivative, 0 or 1", () => {
    const chart = outputs.en.get("curve-chart");
    expect(chart).to.match(/ReLU: x from −3 to 3, y from 0 to 3/);
    expect(chart).to.match(/its derivative: x from −3 to 3, y from 0 to 1\b/);
    expect(outputs.ko.get("curve-chart")).to.include("ReLU와 미분");
  });

  it("finds three slopes at exactly 0", () => {
    expect(outputs.en.get("at-zero")).to.equal("left: 0\nright: 1\nboth: 0.5");
  });
});
