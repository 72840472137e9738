import { expect } from "chai";
import { NdArray, nj } from "../../../src/arrays/nj";
import { toNdArray } from "../../../src/arrays/to-ndarray";

describe("toNdArray", () => {
  it("takes a number, rows, deeper rows and typed rows as float64", () => {
    expect(toNdArray(5).tolist()).to.deep.equal([5]);
    expect(toNdArray([[1, 2]]).tolist()).to.deep.equal([[1, 2]]);
    expect(toNdArray([[[1], [2]]]).shape).to.deep.equal([1, 2, 1]);
    expect(toNdArray([new Uint8Array([1, 2]), [3, 4]]).tolist()).to.deep.equal([
      [1, 2],
      [3, 4],
    ]);
    for (const array of [toNdArray(5), toNdArray([1]), toNdArray(new Int8Array(2))]) {
      expect(array).to.be.instanceOf(NdArray);
      expect(array.dtype).to.equal("float64");
    }
  });

  it("gives a float NdArray back as it is, and keeps the memory of a float typed array", () => {
    for (const type of ["float64", "float32"] as const) {
      const array = nj.zeros([2, 2], type);
      expect(toNdArray(array)).to.equal(array);
    }
    const memory = new Float32Array([1, 2]);
    expect(toNdArray(memory).selection.data).to.equal(memory);
    expect(toNdArray(memory).dtype).to.equal("float32");
  });

  it("turns other number types into float64 without touching the original, views included", () => {
    const list = nj.array([
      [1, 2],
      [3, 4],
    ]);
    expect(toNdArray(list.T).tolist()).to.deep.equal([
      [1, 3],
      [2, 4],
    ]);
    expect(toNdArray(list.T).dtype).to.equal("float64");
    expect(list.dtype).to.equal("array");
    expect(toNdArray(nj.array([[1], [2]], "uint8").T).tolist()).to.deep.equal([[1, 2]]);
  });

  it("keeps the shape of what is empty", () => {
    expect(toNdArray([]).shape).to.deep.equal([0]);
    expect(toNdArray([[], []]).shape).to.deep.equal([2, 0]);
    expect(toNdArray(nj.zeros([0, 3])).shape).to.deep.equal([0, 3]);
  });

  it("refuses what is not numbers, saying where and what", () => {
    const cases: [unknown, string][] = [
      ["1,23,4", 'values to be an array of numbers, but got the text "1,23,4"'],
      ["a".repeat(50), `values to be an array of numbers, but got the text "${"a".repeat(40)}…"`],
      [null, "values to be an array of numbers, but got null"],
      [{}, "values to be an array of numbers, but got an object"],
      [() => 1, "values to be an array of numbers, but got a function"],
      [new BigInt64Array(1), "values to be an array of numbers, but got a BigInt64Array"],
      [[1, true], "values to hold only numbers, but got true at [1]"],
      [[[1], ["1"]], 'values to hold only numbers, but got the text "1" at [1, 0]'],
      [new Array(2), "values to hold only numbers, but got undefined at [0]"],
      [[[1, 2], 3], "values in rows, but got 3 at [1]"],
      [[1, [2]], "values to hold only numbers, but got an array at [1]"],
      [[[1, 2], [3]], "values in rows of equal length, but got 1 at [1] instead of 2"],
      [
        new NdArray([1, "2" as unknown as number], [2]),
        'values to hold only numbers, but got the text "2" at [1]',
      ],
    ];
    for (const [values, rest] of cases) {
      expect(() => toNdArray(values as number[]))
        .to.throw(Error)
        .with.property("message", `toNdArray: expected ${rest}`);
    }
  });
});
