import { expect } from "chai";
import { allFinite, firstNonFinite } from "../../../src/arrays/finite";
import { nj } from "../../../src/arrays/nj";

const { NaN: nan, POSITIVE_INFINITY: inf } = Number;

describe("allFinite and firstNonFinite", () => {
  it("find nothing among finite numbers, however large", () => {
    for (const values of [[0, -0, 1.7e308, -1.7e308, 5e-324], []]) {
      expect(allFinite(nj.array(values, "float64"))).to.equal(true);
      expect(firstNonFinite(nj.array(values, "float64"))).to.equal(undefined);
    }
  });

  it("find NaN and both infinities at any place", () => {
    for (const bad of [nan, inf, -inf]) {
      for (let place = 0; place < 6; place++) {
        const array = nj.zeros([2, 3], "float64");
        const index = [Math.floor(place / 3), place % 3];
        array.set(...index, bad);
        expect(allFinite(array)).to.equal(false);
        expect(firstNonFinite(array)).to.deep.equal({ value: bad, index });
      }
    }
  });

  it("give the index as the view counts it", () => {
    const array = nj.array([[1, 2, nan]], "float64");
    expect(firstNonFinite(array.T)).to.deep.equal({ value: nan, index: [2, 0] });
  });

  it("do not let infinities of both signs cancel", () => {
    expect(allFinite(nj.array([inf, -inf], "float64"))).to.equal(false);
  });
});
