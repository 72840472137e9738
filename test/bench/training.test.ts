import { expect } from "chai";
import { lossDifference, stepsPerSecond } from "./training/figures";
import { numjs } from "./training/numjs";
import { ours } from "./training/ours";
import { makeProblem } from "./training/problem";
import { productTable, stepTable } from "./training/table";
import { type Findings, judgeAims, judgeMusts } from "./training/verdict";

const figures = (steps: number, losses = [2.3, 2.2]) => ({
  steps,
  losses,
  products: { "256³": steps / 50 },
});

const findings = (float32: number, more: [string, ReturnType<typeof figures>][]): Findings => ({
  contenders: new Map([
    ["ours float32", figures(float32)],
    ["ours float64", figures(1200)],
    ...more,
  ]),
  peak: { float32: 56, float64: 28 },
  smallProduct: { ours: 600, numjs: 2600 },
  importing: 140,
});

describe("the figures of the training benchmark", () => {
  it("are taken from the fastest tenth of the steps", () => {
    const seconds = Array.from({ length: 100 }, (_, i) => (i + 1) / 1000);
    expect(stepsPerSecond(seconds)).to.be.closeTo(1000 / 5.5, 1e-9);
    expect(stepsPerSecond([0.5])).to.equal(2);
  });

  it("compare losses relative to themselves, and do not miss a NaN or a missing step", () => {
    expect(lossDifference([2, 1], [2, 1])).to.equal(0);
    expect(lossDifference([2, 1.1], [2, 1])).to.be.closeTo(0.1, 1e-12);
    expect(lossDifference([2, Number.NaN], [2, 1])).to.be.NaN;
    expect(lossDifference([2], [2, 1])).to.be.NaN;
  });

  it("meet what must be, or miss it, or skip who is not there", () => {
    const numpyAndNumjs = (
      numpy: number,
      numjs: number,
    ): [string, ReturnType<typeof figures>][] => [
      ["numjs float64", figures(numjs)],
      ["NumPy float64", figures(numpy)],
    ];
    const musts = (all: Findings) => judgeMusts(all).map(({ met }) => met);
    expect(musts(findings(2200, numpyAndNumjs(1500, 50)))).to.deep.equal([true, true, true]);
    expect(musts(findings(1700, numpyAndNumjs(1500, 50)))).to.deep.equal([true, false, false]);
    expect(musts(findings(2200, []))).to.deep.equal([true, undefined, undefined]);
    const wrong = findings(2200, [["numjs float64", figures(50, [2.3, 2.4])]]);
    expect(musts(wrong)).to.deep.equal([false, undefined, true]);
    const lost = findings(2200, [["numjs float64", figures(50, [2.3, Number.NaN])]]);
    expect(musts(lost)[0]).to.equal(false);
    const aims = judgeAims(findings(2400, numpyAndNumjs(1500, 50))).map(({ met }) => met);
    expect(aims).to.deep.equal([true, true, true, true, true, true, true]);
  });

  it("stand in tables with ratios and parts of the peak", () => {
    const all = findings(2000, [["NumPy float64", figures(1000)]]);
    expect(stepTable(all)).to.match(/ours float32 +2000 +2\.00 × +2\.200000 +0e\+0/);
    expect(productTable(all)).to.match(/256³ +40\.0 \(71 %\) +24\.0 \(86 %\) +20\.0/);
  });

  it("are of nets that compute the same", async () => {
    const problem = makeProblem();
    const expected = (await ours(problem, "float64").steps(3)).losses;
    for (const type of ["float64", "float32"] as const) {
      for (const contender of [ours(problem, type), numjs(problem, type)]) {
        const { losses } = await contender.steps(3);
        expect(lossDifference(losses, expected)).to.be.at.most(1e-6);
      }
    }
  });
});
