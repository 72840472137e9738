import { expect } from "chai";
import { nj } from "../../../src/arrays/nj";
import { logSoftmaxRows, softmaxRows } from "../../../src/arrays/softmax-rows";

describe("softmaxRows", () => {
  it("treats each row by itself, unlike numjs's softmax", () => {
    const y = softmaxRows([
      [0.3, 2.9, 4.0],
      [1000, 1000, -1000],
    ]).tolist<number[][]>();
    [0.018211, 0.245192, 0.736597].forEach((value, k) => {
      expect(y[0][k]).to.be.closeTo(value, 5e-7);
    });
    expect(y[1]).to.deep.equal([0.5, 0.5, 0]);
  });

  it("takes the rows of a transposed view", () => {
    const x = nj.array(
      [
        [0, 7],
        [0, 7],
      ],
      "float64",
    );
    expect(softmaxRows(x.T).tolist()).to.deep.equal([
      [0.5, 0.5],
      [0.5, 0.5],
    ]);
  });

  it("keeps float32", () => {
    expect(softmaxRows(nj.float32([1, 2])).dtype).to.equal("float32");
  });
});

describe("logSoftmaxRows", () => {
  it("is the logarithm of softmaxRows, and finite where that is 0", () => {
    const x = [0.3, 2.9, 4.0];
    const logs = logSoftmaxRows(x).tolist<number[]>();
    softmaxRows(x)
      .tolist<number[]>()
      .forEach((y, k) => {
        expect(logs[k]).to.be.closeTo(Math.log(y), 1e-14);
      });
    expect(logSoftmaxRows([1000, -1000]).tolist()).to.deep.equal([0, -2000]);
  });
});
