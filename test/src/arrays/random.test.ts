import { expect } from "chai";
import { Random } from "../../../src/arrays/random";

const draw = (count: number, next: () => number) => Array.from({ length: count }, next);

describe("Random", () => {
  it("gives the same numbers for the same seed, and others for another", () => {
    const numbers = (seed: number) => {
      const random = new Random(seed);
      return draw(5, () => random.uniform());
    };
    expect(numbers(1)).to.deep.equal(numbers(1));
    expect(numbers(1)).to.not.deep.equal(numbers(2));
    expect(numbers(0)).to.not.deep.equal(numbers(2 ** 32));
    expect(numbers(1)).to.not.deep.equal(numbers(-1));
  });

  it("never changes what a seed gives, since lessons show these numbers", () => {
    const random = new Random(1);
    expect(random.uniform()).to.equal(0.09156953175513294);
    expect(random.normal()).to.be.closeTo(-1.9173151, 5e-8);
  });

  it("follows xoshiro128**, as computed with big integers", () => {
    const random = new Random(5);
    const mask = 0xffffffffn;
    const rotate = (x: bigint, k: bigint) => ((x << k) | (x >> (32n - k))) & mask;
    const inner = random as unknown as { state: Uint32Array; next(): number };
    const s = [...inner.state].map(BigInt);
    for (let i = 0; i < 100; i++) {
      const result = (rotate((s[1] * 5n) & mask, 7n) * 9n) & mask;
      const t = (s[1] << 9n) & mask;
      s[2] ^= s[0];
      s[3] ^= s[1];
      s[1] ^= s[2];
      s[0] ^= s[3];
      s[2] ^= t;
      s[3] = rotate(s[3], 11n);
      expect(inner.next()).to.equal(Number(result));
    }
  });

  it("has the mean and deviation it should", () => {
    const random = new Random(6);
    const count = 20_000;
    const uniform = random.uniform([count]);
    expect(uniform.mean()).to.be.closeTo(0.5, 0.01);
    expect(uniform.min()).to.be.at.least(0);
    expect(uniform.max()).to.be.below(1);
    const normal = random.normal([count]);
    expect(normal.mean()).to.be.closeTo(0, 0.03);
    expect(normal.multiply(normal).mean()).to.be.closeTo(1, 0.05);
    const counts = [0, 0, 0];
    for (const value of draw(3000, () => random.integer(3))) counts[value]++;
    for (const n of counts) expect(n).to.be.within(900, 1100);
  });

  it("fills arrays of any shape in both number types, the same numbers as one by one", () => {
    const array = new Random(3).normal([2, 2], "float32");
    expect(array.shape).to.deep.equal([2, 2]);
    expect(array.dtype).to.equal("float32");
    const random = new Random(3);
    expect(array.flatten().tolist()).to.deep.equal(draw(4, () => Math.fround(random.normal())));
  });

  it("refuses a seed or a bound that is not a whole number", () => {
    expect(() => new Random(0.5)).to.throw(
      "Random.constructor: expected seed to be a whole number, but got 0.5",
    );
    expect(() => new Random(1).integer(0)).to.throw(
      "Random.integer: expected below to be a whole number from 1 on, but got 0",
    );
  });
});
