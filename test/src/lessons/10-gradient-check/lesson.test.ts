import { expect } from "chai";
import { readLesson, runLesson } from "../run-lesson";

describe("lesson 10, the gradient check", () => {
  const outputs = { en: new Map<string, string>(), ko: new Map<string, string>() };
  before(function () {
    this.timeout(60_000); // charts are drawn
    outputs.en = runLesson(readLesson("10"), "en");
    outputs.ko = runLesson(readLesson("10"), "ko");
  });

  /** The relative error and the verdict of each row of a shown check. */
  const rows = (cell: string) => {
    const lines = outputs.en.get(cell)?.match(/^d\w+ +.*(agrees|differs)$/gm) ?? [];
    const cells = lines.map((line) => line.split(/ {2,}/));
    return Object.fromEntries(
      cells.map(([name, , error, verdict]) => [name, { error: Number(error), verdict }]),
    );
  };

  it("measures one slope to seven digits", () => {
    const [measured, backprop] =
      outputs.en
        .get("one-number")
        ?.match(/[\d.]+$/gm)
        ?.map(Number) ?? [];
    expect(backprop).to.be.greaterThan(0.1);
    expect(measured).to.be.closeTo(backprop, 2e-8);
  });

  it("finds the whole of W1 both ways", () => {
    const [numeric, backprop] = outputs.en.get("whole-w1")?.split("\n\n") ?? [];
    expect(numeric.split("\n")).to.have.lengthOf(2);
    expect(numeric).to.equal(backprop);
  });

  it("clears the right net, and finds the halved dW alone", () => {
    expect(Object.keys(rows("net-check"))).to.deep.equal(["dW1", "db1", "dW2", "db2"]);
    for (const { error, verdict } of Object.values(rows("net-check"))) {
      expect(verdict).to.equal("agrees");
      expect(error).to.be.below(1e-8);
    }
    const { dW1, ...others } = rows("half");
    expect(dW1).to.deep.equal({ error: 0.33, verdict: "differs" });
    for (const { verdict } of Object.values(others)) expect(verdict).to.equal("agrees");
  });

  it("catches the article's loss layer, which ignores dout", () => {
    expect(rows("ignores-dout").dx.error).to.be.greaterThan(0.3);
  });

  it("sweeps h: float64 is best at 1e-5, float32 at 1e-2, and too small moves nothing", () => {
    const lines = outputs.en.get("sweep")?.split("\n") ?? [];
    const powers = lines.map((line) => line.match(/1e-?\d+/g)?.map((text) => Math.round(Math.log10(Number(text)))) ?? []); // biome-ignore format: one line
    expect(powers.map(([h]) => h)).to.deep.equal([-1, -2, -4, -5, -7, -10, -12]);
    const double = powers.map(([, power]) => power);
    const float = powers.map(([, , power]) => power);
    expect(Math.min(...double)).to.equal(double[3]);
    expect(double[3]).to.be.at.most(-9);
    expect(Math.min(...float)).to.equal(float[1]);
    expect(float.slice(4)).to.deep.equal([0, 0, 0]);
    expect(double[1] - double[0]).to.equal(-2);
    expect(outputs.ko.get("sweep-chart")).to.include("수치 미분의 오차");
  });

  it("knows the kink, and passes with a smaller step", () => {
    expect(outputs.en.get("kink")).to.include("has a kink there");
    expect(outputs.ko.get("kink")).to.include("꺾입니다");
    expect(outputs.en.get("no-kink")).to.equal("true");
  });

  it("refuses log(y + 1e-7), whose perfect answer has a loss below 0", () => {
    expect(outputs.en.get("padded-log")).to.equal(
      "log(y):        true\nlog(y + 1e-7): false\ntrue",
    );
  });

  it("counts 34 passes for 17 parameters, and 79520 for the net of lesson 11", () => {
    expect(outputs.en.get("count")).to.equal("34");
    expect(outputs.en.get("cost-chart")).to.match(/^39760 79520\n/);
  });
});
