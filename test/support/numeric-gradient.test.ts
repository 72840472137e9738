import { expect } from "chai";
import { nj } from "../../src/arrays/nj";
import { expectGradient, gradientError, numericGradient } from "./numeric-gradient";

const array = (values: number[] | number[][]) => nj.array(values, "float64");

describe("numericGradient", () => {
  it("finds the gradient of a sum of squares and leaves the input as it was", () => {
    const x = array([
      [1, -2, 3],
      [0.5, 0, 4],
    ]);
    const before = x.tolist();
    const gradient = numericGradient(() => x.multiply(x).sum(), x);
    expectGradient("x", x.multiply(2), gradient);
    expect(x.tolist()).to.deep.equal(before);
  });
});

describe("gradientError", () => {
  const right = array([1, 2, 3]);

  it("refuses a gradient that is off by a millionth", () => {
    expect(() => expectGradient("x", right.multiply(1 + 1e-6), right)).to.throw("relative error");
  });

  it("refuses a wrong sign, one wrong entry, zeros, and NaN", () => {
    for (const wrong of [right.negative(), array([1, 2, 3.00001]), array([0, 0, 0])]) {
      expect(() => expectGradient("x", wrong, right)).to.throw("relative error");
    }
    expect(() => expectGradient("x", array([1, 2, Number.NaN]), right)).to.throw();
  });

  it("refuses another shape", () => {
    expect(() => gradientError(array([[1, 2, 3]]), right)).to.throw("shape");
  });

  it("compares tiny gradients by their difference", () => {
    expectGradient("x", array([0]), array([9e-10]));
    expect(() => expectGradient("x", array([-9e-10]), array([9e-10]))).to.throw("relative error");
  });
});
