import { expect } from "chai";
import { Dataset } from "../../../src/datasets/dataset";
import { spiral } from "../../../src/datasets/spiral";
import { twoMoons } from "../../../src/datasets/two-moons";

describe("Dataset", () => {
  const set = new Dataset(
    [
      [0, 1],
      [2, 3],
      [4, 5],
      [6, 7],
    ],
    [3, 0, 2, 1],
  );

  it("gives batches of its own, in float32", () => {
    const { x, t } = set.batch([3, 1, 1]);
    expect(x.dtype).to.equal("float32");
    expect(x.tolist()).to.deep.equal([
      [6, 7],
      [2, 3],
      [2, 3],
    ]);
    expect(Array.from(t)).to.deep.equal([1, 0, 0]);
    x.set(0, 0, 100);
    t[0] = 9;
    expect(set.batch([3]).x.tolist()).to.deep.equal([[6, 7]]);
    expect(Array.from(set.t)).to.deep.equal([3, 0, 2, 1]);
    expect(set.batch([]).x.shape).to.deep.equal([0, 2]);
  });

  it("gives bytes their numbers, wherever they lie in memory and whatever 0 stands for", () => {
    const bytes = Uint8Array.from({ length: 3 * 8 + 1 }, (_, i) => (i % 3 === 0 ? i : 0));
    const fromZero = Float32Array.from({ length: 256 }, (_, byte) => byte / 2);
    const fromOne = fromZero.map((value) => value + 1);
    for (const [offset, width, scale] of [
      [0, 8, fromZero],
      [1, 8, fromZero],
      [0, 6, fromZero],
      [0, 8, fromOne],
    ] as const) {
      const values = bytes.subarray(offset, offset + 24);
      const set = new Dataset({ values, width, scale }, new Uint8Array(24 / width));
      const { x } = set.slice(1).batch([1, 0]);
      const row = (i: number) =>
        Array.from(values.subarray(i * width, i * width + width), (byte) => scale[byte]);
      expect(x.tolist()).to.deep.equal([row(2), row(1)]);
    }
  });

  it("cuts out parts that share their numbers", () => {
    const part = set.slice(1, 3);
    expect(part.length).to.equal(2);
    expect(part.batch([0, 1]).x.tolist()).to.deep.equal([
      [2, 3],
      [4, 5],
    ]);
    expect(Array.from(part.slice(1).t)).to.deep.equal([2]);
    expect(set.slice(4).length).to.equal(0);
  });

  it("refuses places and bounds that are not there", () => {
    for (const place of [-1, 4, 0.5, Number.NaN]) {
      expect(() => set.batch([0, place])).to.throw(
        `Dataset.batch: expected places to be whole numbers from 0 to 3, but got ${place} at [1]`,
      );
    }
    for (const [from, to] of [
      [-1, 2],
      [0, 5],
      [3, 2],
      [0.5, 2],
    ]) {
      expect(() => set.slice(from, to)).to.throw("Dataset.slice: expected bounds from 0 to 4");
    }
  });

  it("refuses samples that are no rows of numbers, and labels that do not fit", () => {
    expect(() => new Dataset([1, 2], [0, 1])).to.throw("expected x of shape [N, D], but got [2]");
    expect(() => new Dataset([[1, Number.NaN]], [0])).to.throw("finite, but got NaN at [0, 1]");
    expect(() => new Dataset([[1e300]], [0])).to.throw("finite, but got Infinity at [0, 0]");
    expect(() => new Dataset([[1]], [0, 1])).to.throw("expected t to be 1 labels, but got 2");
    expect(() => new Dataset([[1]], 0 as never)).to.throw("expected t to be 1 labels");
    for (const label of [-1, 1.5, 256, "1" as never]) {
      expect(() => new Dataset([[1]], [label])).to.throw(
        "expected labels in t to be whole numbers",
      );
    }
  });
});

describe("the made-up data sets", () => {
  it("are the same for the same seed, and others for another", () => {
    for (const make of [twoMoons, spiral]) {
      const points = (seed: number) => make({ seed }).batch([0, 1, 2]).x.tolist();
      expect(points(1)).to.deep.equal(points(1));
      expect(points(1)).not.to.deep.equal(points(2));
    }
  });

  it("lie where they should, without noise", () => {
    const moons = twoMoons({ count: 100, noise: 0 });
    for (let i = 0; i < 100; i++) {
      const [[x, y]] = moons.batch([i]).x.tolist<number[][]>();
      const [cx, cy] = moons.t[i] === 0 ? [0, 0] : [1, 0.5];
      expect(Math.hypot(x - cx, y - cy)).to.be.closeTo(1, 1e-6);
      expect(moons.t[i] === 0 ? y >= -1e-6 : y <= 0.5 + 1e-6).to.equal(true);
    }
    const arms = spiral({ classes: 4, count: 11, noise: 0 });
    expect(arms.length).to.equal(44);
    for (let i = 0; i < 44; i++) {
      const [[x, y]] = arms.batch([i]).x.tolist<number[][]>();
      expect(Math.hypot(x, y)).to.be.closeTo((i % 11) / 10, 1e-6);
      expect(arms.t[i]).to.equal(Math.floor(i / 11));
    }
  });

  it("refuse counts and noise that make no sense", () => {
    for (const count of [0, 3, 2.5, Number.NaN]) {
      expect(() => twoMoons({ count })).to.throw("twoMoons: expected count");
    }
    expect(() => twoMoons({ noise: -1 })).to.throw("twoMoons: expected noise");
    expect(() => spiral({ classes: 0 })).to.throw("spiral: expected classes");
    expect(() => spiral({ count: 1.5 })).to.throw("spiral: expected count");
    expect(() => spiral({ noise: Number.NaN })).to.throw("spiral: expected noise");
  });
});
