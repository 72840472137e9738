import { expect } from "chai";
import { dot } from "../../../src/arrays/dot";
import { NdArray, nj } from "../../../src/arrays/nj";
import type { FloatType } from "../../../src/arrays/numjs-types";
import { Random } from "../../../src/arrays/random";

/** The product by its definition, through `get` alone, and so independent of how a view lies. */
function expected(a: NdArray, b: NdArray): number[][] {
  const [N, K] = a.shape;
  return Array.from({ length: N }, (_, i) =>
    Array.from({ length: b.shape[1] }, (_, j) => {
      let sum = 0;
      for (let k = 0; k < K; k++) sum += a.get(i, k) * b.get(k, j);
      return sum;
    }),
  );
}

function expectProduct(actual: NdArray, a: NdArray, b: NdArray, type: FloatType): void {
  expect(actual.dtype).to.equal(type);
  expect(actual.shape).to.deep.equal([a.shape[0], b.shape[1]]);
  const values = actual.tolist<number[][]>();
  for (const [i, row] of expected(a, b).entries()) {
    for (const [j, value] of row.entries()) {
      const limit = (type === "float64" ? 1e-13 : 1e-6) * Math.max(1, Math.abs(value));
      expect(values[i][j], `[${i}, ${j}]`).to.be.closeTo(value, limit);
    }
  }
}

describe("dot", () => {
  const random = new Random(3);

  for (const type of ["float64", "float32"] as const) {
    it(`multiplies matrices of many sizes in ${type}, plain and transposed`, () => {
      for (const [N, K, M] of [
        [1, 1, 1],
        [2, 3, 2],
        [4, 4, 4],
        [5, 7, 9],
        [13, 1, 8],
        [1, 33, 6],
        [17, 20, 1],
      ]) {
        const a = random.normal([N, K], type);
        const b = random.normal([K, M], type);
        expectProduct(dot(a, b), a, b, type);
        const aT = random.normal([K, N], type);
        const bT = random.normal([M, K], type);
        expectProduct(dot(aT, b, { transposeA: true }), aT.T, b, type);
        expectProduct(dot(a, bT, { transposeB: true }), a, bT.T, type);
        expectProduct(dot(aT, bT, { transposeA: true, transposeB: true }), aT.T, bT.T, type);
      }
    });

    it(`takes views in ${type} for what they show: transposed, cut out, stepped, reversed`, () => {
      const big = random.normal([12, 12], type);
      const views = [
        big.T.hi(4, 5),
        big.lo(3, 2).hi(4, 5),
        big.T.lo(3, 2).hi(4, 5),
        big.lo(1, 0).hi(8, 10).step(2, 2),
        big.hi(4, 5).step(-1, -1),
      ];
      for (const a of views) {
        for (const b of views) {
          expectProduct(dot(a, b.T), a, b.T, type);
          expectProduct(dot(a, b, { transposeB: true }), a, b.T, type);
          expectProduct(dot(a, b, { transposeA: true }), a.T, b, type);
        }
      }
    });
  }

  it("is right on a view of columns", () => {
    const a = nj.array([[1, 2]], "float64");
    const b = nj.array(
      [
        [0, 3, 0],
        [0, 4, 0],
      ],
      "float64",
    );
    expect(dot(a, b.pick(null, 1)).tolist()).to.deep.equal([11]);
  });

  it("takes a vector as a row on the left and as a column on the right", () => {
    const matrix = [
      [1, 2],
      [3, 4],
    ];
    expect(dot([10, 1], matrix).tolist()).to.deep.equal([13, 24]);
    expect(dot(matrix, [10, 1]).tolist()).to.deep.equal([12, 34]);
    expect(dot([1, 2], [3, 4]).tolist()).to.deep.equal([11]);
  });

  it("takes every number type, and gives float32 only when both operands are", () => {
    const integers = nj.array([[1, 2]], "int32");
    const list = nj.array([[3], [4]]);
    expect(dot(integers, list).tolist()).to.deep.equal([[11]]);
    expect(dot(integers, list).dtype).to.equal("float64");
    expect(dot(nj.float32([[1, 2]]), [[3], [4]]).dtype).to.equal("float64");
  });

  it("gives empty products their shape, and zeros where nothing is summed", () => {
    const empty = (shape: number[]) => new NdArray(new Float64Array(0), shape);
    expect(dot(empty([0, 3]), nj.ones([3, 2], "float64")).shape).to.deep.equal([0, 2]);
    expect(dot(empty([2, 0]), empty([0, 2])).tolist()).to.deep.equal([
      [0, 0],
      [0, 0],
    ]);
  });

  it("lets NaN and Infinity through to the result", () => {
    expect(dot([Number.NaN, 0], [0, 1]).tolist()).to.deep.equal([Number.NaN]);
    expect(dot([Number.POSITIVE_INFINITY], [0]).tolist()).to.deep.equal([Number.NaN]);
  });

  it("changes neither operand, nor an earlier result", () => {
    const a = random.normal([3, 3]);
    const before = a.tolist();
    const first = dot(a, a);
    const values = first.tolist();
    dot(first, a);
    expect(a.tolist()).to.deep.equal(before);
    expect(first.tolist()).to.deep.equal(values);
  });

  it("refuses what cannot be multiplied, naming the shapes", () => {
    expect(() => dot(nj.zeros([2, 3]), nj.zeros([2, 3]))).to.throw(
      "dot: expected as many columns on the left as rows on the right, but got [2, 3] · [2, 3]",
    );
    expect(() => dot(nj.zeros([2, 2, 2]), [[1]])).to.throw(
      "dot: expected a to have one or two axes, but got [2, 2, 2]",
    );
  });
});
