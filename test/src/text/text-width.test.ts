import { expect } from "chai";
import { textWidth } from "../../../src/text/text-width";

describe("textWidth", () => {
  it("grows with the size, and bold is wider", () => {
    expect(textWidth("apple", 20)).to.be.closeTo(2 * textWidth("apple", 10), 1e-9);
    expect(textWidth("apple", 10, true)).to.be.greaterThan(textWidth("apple", 10));
  });

  it("knows narrow, wide and Korean letters", () => {
    expect(textWidth("iii", 10)).to.be.lessThan(textWidth("mmm", 10) / 2);
    expect(textWidth("가", 10)).to.be.greaterThan(textWidth("m", 10));
  });

  it("gives nothing to nothing, and some width to every sign it does not know", () => {
    expect(textWidth("", 10)).to.equal(0);
    for (const sign of ["−", "×", "∂", "Σ", "é", "😀"]) {
      expect(textWidth(sign, 10), sign).to.be.greaterThan(4);
    }
  });
});
