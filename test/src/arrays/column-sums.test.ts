import { expect } from "chai";
import { columnSums } from "../../../src/arrays/column-sums";
import { nj } from "../../../src/arrays/nj";

describe("columnSums", () => {
  it("adds up columns, of views too", () => {
    const x = nj.array(
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      "float64",
    );
    expect(columnSums(x).tolist()).to.deep.equal([5, 7, 9]);
    expect(columnSums(x.T).tolist()).to.deep.equal([6, 15]);
  });

  it("adds float32 columns in float64 and rounds once", () => {
    const x = nj.float32([[16777216], [1], [1]]);
    expect(columnSums(x).tolist()).to.deep.equal([16777218]);
    expect(columnSums(x).dtype).to.equal("float32");
  });

  it("refuses what has no columns", () => {
    expect(() => columnSums([1, 2])).to.throw(
      "columnSums: expected x of shape [N, M], but got [2]",
    );
  });
});
