import { expect } from "chai";
import { graphRows } from "../graph-rows";
import { readLesson, runLesson } from "../run-lesson";

describe("lesson 04, add and multiply nodes", () => {
  const outputs = { en: new Map<string, string>(), ko: new Map<string, string>() };
  before(function () {
    this.timeout(60_000); // charts are drawn
    outputs.en = runLesson(readLesson("04"), "en");
    outputs.ko = runLesson(readLesson("04"), "ko");
  });

  const rows = (cell: string) => graphRows(outputs.en.get(cell));

  it("sends 1.3 back through an add, a multiply and a max node", () => {
    expect(rows("add-node")).to.deep.equal({ x: [10, 1.3], y: [5, 1.3], out: [15, 1.3] });
    expect(rows("mul-node")).to.deep.equal({ x: [10, 6.5], y: [5, 13], out: [50, 1.3] });
    expect(rows("max-node")).to.deep.equal({ x: [10, 1.3], y: [5, 0], out: [10, 1.3] });
  });

  it("shows that no forward input is passed on, and what is", () => {
    expect(outputs.en.get("input-passed-on")).to.equal(
      "taken at its word: 10 5\nsmall steps: 1.30 1.30",
    );
    expect(outputs.en.get("upstream-passed-on")).to.equal("upstream gradient × 1: 1.3 1.3");
  });

  it("shows that swapped inputs alone are wrong, and times the upstream gradient right", () => {
    expect(outputs.en.get("swapped-alone")).to.equal(
      "swapped inputs alone: 5 10\nsmall steps: 6.50 13.00",
    );
    expect(outputs.en.get("swapped-times-upstream")).to.equal(
      "upstream gradient × swapped inputs: 6.5 13",
    );
  });

  it("routes all of it to the larger input, and is a gate beside 0", () => {
    const chart = outputs.en.get("router-chart");
    expect(chart).to.match(/to x: x from 0 to 10, y from 0 to 1\.3/);
    expect(chart).to.match(/to y: x from 0 to 10, y from 0 to 1\.3/);
    expect(outputs.en.get("gate")).to.equal(
      [
        "x = 2: forward 2, backward 1.3",
        "x = -2: forward 0, backward 0",
        "x = 0: forward 0, backward 0",
      ].join("\n"),
    );
  });

  it("adds both parts of x · x", () => {
    expect(outputs.en.get("one-part")).to.equal("one of the two: 3\nsmall step: 6.0");
    expect(outputs.en.get("both-parts")).to.equal("the sum of both: 6");
    expect(rows("square-graph")).to.deep.equal({ x: [3, 6], out: [9, 1] });
    const chart = outputs.ko.get("parts-chart");
    expect(chart).to.match(/두 부분의 합, x \+ x: .* y −6부터 6까지/);
    expect(chart).to.match(/한 부분만, x: .* y −3부터 3까지/);
  });

  it("adds what comes back to shared values", () => {
    expect(rows("branches-graph")).to.deep.include({ s: [5, 5 + 5], x: [2, 10 + 1] });
    expect(rows("shared-graph")).to.deep.equal({ x: [2], y: [3], s: [5], out: [10] });
  });
});
