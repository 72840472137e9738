import { expect } from "chai";
import { toCharacters, toUnits } from "../../../../kernel-setup/kernel/cells/questions";

describe("positions", () => {
  it("turn characters into 16-bit units and back", () => {
    const code = "a😀한b";
    expect([0, 1, 2, 3, 4, 9].map((at) => toUnits(code, at))).to.deep.equal([0, 1, 3, 4, 5, 5]);
    expect([0, 1, 3, 4, 5].map((at) => toCharacters(code, at))).to.deep.equal([0, 1, 2, 3, 4]);
  });

  it("take the end of the code for a place that is none", () => {
    for (const wrong of [undefined, -1, "2"]) expect(toUnits("abc", wrong)).to.equal(3);
  });
});
