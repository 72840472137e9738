import { inspect } from "node:util";
import { expect } from "chai";
import { arrayText } from "../../../src/arrays/array-text";
import { nj } from "../../../src/arrays/nj";

describe("a printed array", () => {
  it("shows rows below each other, in columns, as a view shows them", () => {
    const array = nj.array(
      [
        [1, 2.5],
        [-3, Number.NaN],
      ],
      "float64",
    );
    expect(inspect(array)).to.equal("array([[  1, 2.5],\n       [ -3, NaN]])");
    expect(inspect(array.T)).to.equal("array([[  1,  -3],\n       [2.5, NaN]])");
  });

  it("stays aligned inside an object", () => {
    expect(inspect({ W: nj.float64([[1], [2]]) })).to.equal(
      "{\n  W: array([[1],\n         [2]])\n}",
    );
  });

  it("names the number type when it is not float64, and rounds to eight digits", () => {
    expect(arrayText(nj.array([1]))).to.equal("array([1])");
    expect(arrayText(nj.float32([0.1]))).to.equal("array([0.1], float32)");
    expect(arrayText(nj.float64([220.00000000000003]))).to.equal("array([220])");
  });

  it("shows deeper and empty arrays", () => {
    expect(arrayText(nj.zeros([2, 1, 2], "float64"))).to.equal(
      "array([[[0, 0]],\n       [[0, 0]]])",
    );
    expect(arrayText(nj.zeros([0], "float64"))).to.equal("array([])");
    expect(arrayText(nj.zeros([0, 3], "float64"))).to.equal("array([], shape=[0, 3])");
  });

  it("shortens what is large, and tells its shape", () => {
    const text = arrayText(nj.zeros([40, 30], "float64"));
    expect(text.split("\n")).to.have.length(7);
    expect(text).to.include("[0, 0, 0, ..., 0, 0, 0],\n       ...,\n");
    expect(text).to.match(/\]\], shape=\[40, 30\]\)$/);
    const single = arrayText(nj.zeros([2000], "float32"));
    expect(single).to.equal("array([0, 0, 0, ..., 0, 0, 0], shape=[2000], float32)");
  });
});
