import { expect } from "chai";
import { graphRows } from "../graph-rows";
import { readLesson, runLesson } from "../run-lesson";

describe("lesson 03, the chain rule", () => {
  const outputs = { en: new Map<string, string>(), ko: new Map<string, string>() };
  before(function () {
    this.timeout(60_000); // charts are drawn
    outputs.en = runLesson(readLesson("03"), "en");
    outputs.ko = runLesson(readLesson("03"), "ko");
  });

  const rows = (cell: string) => graphRows(outputs.en.get(cell));

  it("measures the slope of x² at 3 with smaller and smaller steps", () => {
    const lines = "h = 1: 7.000\nh = 0.1: 6.100\nh = 0.01: 6.010\nh = 0.001: 6.001";
    expect(outputs.en.get("small-steps")).to.equal(lines);
    expect(outputs.ko.get("small-steps")).to.equal(lines);
  });

  it("sends E in and E · dy/dx out of one node", () => {
    expect(rows("one-node")).to.deep.equal({ x: [3, 2 * (2 * 3)], y: [9, 2] });
  });

  it("takes the local derivative at the wrong value, and at the right one", () => {
    expect(outputs.en.get("wrong-point")).to.equal(
      "taken at y: 36\ntaken at E: 8\nsmall step: 12.0",
    );
    expect(outputs.en.get("right-point")).to.equal("taken at x: 12");
    expect(outputs.ko.get("wrong-point")).to.match(/36\n.* 8\n.* 12\.0$/);
  });

  it("goes back through (x + y)²: 1, 2t, 2(x + y)", () => {
    const [x, y] = [1, 2];
    expect(rows("chain-graph")).to.deep.equal({
      x: [x, 2 * (x + y)],
      y: [y, 2 * (x + y)],
      t: [x + y, 2 * (x + y)],
      z: [(x + y) ** 2, 1],
    });
  });

  it("compares analytic and numeric derivatives, in numbers and in a chart", () => {
    expect(outputs.en.get("both")).to.equal("6 6.5 6.001");
    const chart = outputs.en.get("both-chart");
    expect(chart).to.match(/analytic: 2\(x \+ 2\): x from −5 to 2, y from −6 to 8/);
    expect(chart).to.match(/h = 0\.5: x from −5 to 2, y from −5\.5 to 8\.5/);
    expect(outputs.ko.get("both-chart")).to.include("(x + 2)²의 x에 대한 미분");
  });

  it("goes back through three nodes", () => {
    expect(rows("three-nodes")).to.deep.equal({ x: [1], u: [3], y: [2], t: [5], z: [25] });
    expect(rows("three-nodes-backward")).to.deep.equal({
      x: [1, 30],
      u: [3, 10],
      y: [2, 10],
      t: [5, 10],
      z: [25, 1],
    });
  });
});
