import { expect } from "chai";
import { map, mapPairs } from "../../../src/arrays/map";
import { nj } from "../../../src/arrays/nj";

const a = nj.array(
  [
    [1, 2],
    [3, 4],
  ],
  "float64",
);

describe("map", () => {
  it("makes a new array of the same shape and number type", () => {
    expect(map(a.T, (value) => -value).tolist()).to.deep.equal([
      [-1, -3],
      [-2, -4],
    ]);
    expect(map(nj.float32([1]), (value) => value).dtype).to.equal("float32");
    expect(a.get(0, 0)).to.equal(1);
  });

  it("keeps its own shape when the original's is changed", () => {
    const original = nj.zeros([2, 3], "float64");
    const copy = map(original, (value) => value);
    original.shape[0] = 9;
    expect(copy.shape).to.deep.equal([2, 3]);
  });
});

describe("mapPairs", () => {
  it("joins two arrays number by number, whatever views they are", () => {
    expect(mapPairs(a, a.T, (x, y) => x - y).tolist()).to.deep.equal([
      [0, -1],
      [1, 0],
    ]);
  });

  it("gives float32 only when both are", () => {
    const single = nj.float32([1]);
    expect(mapPairs(single, single, (x) => x).dtype).to.equal("float32");
    expect(mapPairs(single, nj.float64([1]), (x) => x).dtype).to.equal("float64");
  });

  it("broadcasts nothing", () => {
    expect(() => mapPairs(a, nj.zeros([2], "float64"), (x) => x)).to.throw(
      "mapPairs: expected b of shape [2, 2], but got [2]",
    );
  });
});
