import { expect } from "chai";
import { crossings } from "../../../../src/graph/drawing/crossings";

const line = (...points: [number, number][]) => points.map(([x, y]) => ({ x, y }));

describe("crossings", () => {
  it("counts where lines cross, not where they meet or lie beside each other", () => {
    const rising = line([0, 0], [2, 2]);
    expect(crossings([rising, line([0, 2], [2, 0])])).to.equal(1);
    expect(crossings([rising, line([0, 0], [2, 0])]), "from one point").to.equal(0);
    expect(crossings([rising, line([0, 1], [2, 3])])).to.equal(0);
    expect(crossings([rising, rising])).to.equal(0);
    expect(crossings([])).to.equal(0);
  });

  it("counts no line that only ends on another, whichever comes first", () => {
    const rising = line([0, 0], [2, 2]);
    const from = line([1, 1], [2, 0]);
    expect(crossings([rising, from])).to.equal(0);
    expect(crossings([from, rising])).to.equal(0);
    const through = line([0.9, 1.1], [2, 0]);
    expect(crossings([rising, through])).to.equal(1);
    expect(crossings([through, rising])).to.equal(1);
  });

  it("goes through all bends", () => {
    const zigzag = line([0, 0], [1, 2], [2, 0], [3, 2]);
    expect(crossings([zigzag, line([0, 1], [3, 1])])).to.equal(3);
  });
});
