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

  it("goes through all bends", () => {
    const zigzag = line([0, 0], [1, 2], [2, 0], [3, 2]);
    expect(crossings([zigzag, line([0, 1], [3, 1])])).to.equal(3);
  });
});
