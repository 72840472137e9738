import { expect } from "chai";
import { LINES, MANY_LINES } from "./kernel/measure";
import { median } from "./kernel/median";
import { makeTable } from "./kernel/table";
import { judgeAims, judgeMusts, type Verdict } from "./kernel/verdict";

const GOOD = {
  kernelInfo: 100,
  ready: 700,
  trivial: 5,
  class: 20,
  diagnostics: 40,
  import: 50,
  memoryAtStart: 140,
  memoryAfterCells: 180,
  print: 90,
  printed: LINES,
};
const missed = (verdicts: Verdict[]) => verdicts.filter(({ met }) => !met).map(({ says }) => says);

describe("the kernel benchmark's verdicts", () => {
  it("are met by a kernel that is as fast as the stock one and loses no line", () => {
    expect(missed(judgeMusts(GOOD, GOOD))).to.deep.equal([]);
    expect(missed(judgeAims(GOOD))).to.deep.equal([]);
  });

  it("are missed, each by itself, by a kernel that is slower, bigger or loses lines", () => {
    for (const key of ["kernelInfo", "ready", "trivial", "class", "import"] as const) {
      const slow = { ...GOOD, [key]: GOOD[key] * 1.01 };
      const [says, ...more] = missed(judgeMusts(slow, GOOD));
      expect(says).to.contain("not slower than with a stock tslab");
      expect(more).to.deep.equal([]);
    }
    expect(missed(judgeMusts({ ...GOOD, memoryAtStart: 201 }, GOOD))).to.have.length(1);
    expect(missed(judgeMusts({ ...GOOD, printed: LINES - 1 }, GOOD))).to.have.length(1);
    const million = { ...GOOD, printMillion: 1, printedMillion: MANY_LINES - 1 };
    expect(missed(judgeMusts(million, GOOD))).to.have.length(1);
    expect(missed(judgeAims({ ...GOOD, ready: 801, class: 31 }))).to.have.length(2);
    expect(missed(judgeAims({ ...GOOD, diagnostics: 101 }))).to.have.length(1);
  });

  it("are missed where our kernel has no figure, and met where only the stock one has none", () => {
    expect(missed(judgeMusts({ printed: LINES }, GOOD))).to.have.length(6);
    expect(missed(judgeMusts(GOOD, {}))).to.deep.equal([]);
  });
});

describe("the kernel benchmark's table", () => {
  it("shows each figure with its unit and its ratio to the stock kernel", () => {
    const figures = new Map([
      ["ours", { ready: 700, trivial: 5, printed: 100_000 }],
      ["stock", { ready: 1400, trivial: 20, printed: 512 }],
      ["other", { ready: 350 }],
    ]);
    const rows = makeTable(figures, "stock").split("\n");
    expect(rows.map((row) => row.trim().split(/\s{2,}/))).to.deep.equal([
      ["ours", "stock", "other"],
      ["ready (first cell), from the start on", "700 ms", "0.50×", "1,400 ms", "350 ms", "0.25×"],
      ["trivial cell", "5.0 ms", "0.25×", "20.0 ms", "n/a"],
      ["of these arrived", "100,000", "512", "n/a"],
    ]);
  });

  it("takes the middle of the rounds", () => {
    expect(median([9, 1, 2])).to.equal(2);
    expect(median([4, 1, 2, 100])).to.equal(3);
  });
});
