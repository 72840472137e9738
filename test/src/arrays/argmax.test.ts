import { expect } from "chai";
import { argmax } from "../../../src/arrays/argmax";
import { nj } from "../../../src/arrays/nj";

describe("argmax", () => {
  it("finds the largest of each row, the first of equals", () => {
    const x = nj.array(
      [
        [1, 3, 3],
        [-1, -3, -2],
      ],
      "float64",
    );
    expect(argmax(x)).to.deep.equal([1, 0]);
    expect(argmax(x.T)).to.deep.equal([0, 0, 0]);
    expect(argmax([5, 9])).to.deep.equal([1]);
    expect(argmax([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY])).to.deep.equal([1]);
  });

  it("refuses NaN, and rows without numbers", () => {
    expect(() => argmax([1, Number.NaN])).to.throw(
      "argmax: expected numbers to compare, but got NaN",
    );
    expect(() => argmax([])).to.throw("argmax: expected x to hold numbers, but got an empty array");
  });
});
