import { expect } from "chai";
import { formatNumber } from "../../../src/text/format-number";

describe("formatNumber", () => {
  it("hides what floating point leaves behind", () => {
    expect([200 * 1.1, 650 * 1.1, 1.1 * 3].map(formatNumber)).to.deep.equal(["220", "715", "3.3"]);
  });

  it("writes minus as a minus sign, and never a minus zero", () => {
    expect([-0.5, -0, -1e-9].map(formatNumber)).to.deep.equal(["−0.5", "0", "−1e-9"]);
  });

  it("has words for what is not finite", () => {
    const values = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    expect(values.map(formatNumber)).to.deep.equal(["NaN", "∞", "−∞"]);
  });
});
