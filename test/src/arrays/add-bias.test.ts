import { expect } from "chai";
import { addBias } from "../../../src/arrays/add-bias";
import { nj } from "../../../src/arrays/nj";

describe("addBias", () => {
  it("adds the bias to every row of a new array", () => {
    const x = nj.array(
      [
        [1, 2],
        [3, 4],
      ],
      "float64",
    );
    expect(addBias(x.T, [10, 20]).tolist()).to.deep.equal([
      [11, 23],
      [12, 24],
    ]);
    expect(x.get(0, 0)).to.equal(1);
  });

  it("refuses other shapes", () => {
    expect(() => addBias([[1, 2]], [1])).to.throw("addBias: expected b of shape [2], but got [1]");
    expect(() => addBias([[1, 2]], [[1, 2]])).to.throw("b of shape [2], but got [1, 2]");
    expect(() => addBias([1, 2], [1, 2])).to.throw("x of shape [N, M], but got [2]");
  });
});
