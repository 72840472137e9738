import { expect } from "chai";
import { flat, reshape } from "../../../src/arrays/flat";
import { NdArray, nj } from "../../../src/arrays/nj";

const matrix = nj.array(
  [
    [1, 2, 3],
    [4, 5, 6],
  ],
  "float64",
);

describe("flat", () => {
  it("gives the numbers of every view row after row", () => {
    expect([...flat(matrix)]).to.deep.equal([1, 2, 3, 4, 5, 6]);
    expect([...flat(matrix.T)]).to.deep.equal([1, 4, 2, 5, 3, 6]);
    expect([...flat(matrix.lo(1, 0))]).to.deep.equal([4, 5, 6]);
    expect([...flat(matrix.pick(null, 1))]).to.deep.equal([2, 5]);
    expect([...flat(matrix.step(1, -1))]).to.deep.equal([3, 2, 1, 6, 5, 4]);
    expect([...flat(nj.array([[1], [2]]).T)]).to.deep.equal([1, 2]);
    expect([...flat(nj.array([1, 2, 3]).lo(1))]).to.deep.equal([2, 3]);
  });

  it("repeats a row that a view repeats", () => {
    const repeated = new NdArray(new Float64Array([1, 2]), [3, 2], [0, 1]);
    expect([...flat(repeated)]).to.deep.equal([1, 2, 1, 2, 1, 2]);
  });

  it("copies only when it has to", () => {
    expect(flat(matrix)).to.equal(matrix.selection.data);
    expect((flat(matrix.lo(1, 0)) as Float64Array).buffer).to.equal(
      (matrix.selection.data as Float64Array).buffer,
    );
  });
});

describe("reshape", () => {
  it("keeps the order of a column view", () => {
    expect(reshape(matrix.pick(null, 1), [2, 1]).tolist()).to.deep.equal([[2], [5]]);
    expect(reshape(matrix.T, [2, 3]).tolist()).to.deep.equal([
      [1, 4, 2],
      [5, 3, 6],
    ]);
  });
});
