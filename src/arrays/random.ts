import { home } from "../home/here";
import { words } from "../text/texts";
import { fail } from "./fail";
import { floatData } from "./flat";
import { makeNdArray } from "./make-ndarray";
import type { NdArray } from "./nj";
import type { FloatType } from "./numjs-types";

/**
 * Random numbers that are the same for the same seed, on every machine: the generator
 * xoshiro128** (Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2018), its
 * state filled by splitmix32; normal numbers by Box and Muller (1958).
 *
 * Introduced in lesson 10.
 *
 * @example
 * const random = new Random(1);
 * random.normal([2, 3]).shape; // [ 2, 3 ]
 * new Random(7).uniform() === new Random(7).uniform(); // true
 */
export class Random {
  private readonly state: Uint32Array;

  /** @param seed a whole number */
  constructor(seed: number) {
    if (!Number.isInteger(seed))
      fail("Random.constructor", words("expected.whole", { name: "seed" }), home.inspect(seed));
    // A seed above 2³² keeps its high part: two seeds give two sequences.
    let mix = (seed ^ Math.floor(seed / 2 ** 32)) >>> 0;
    this.state = Uint32Array.from({ length: 4 }, () => {
      mix = (mix + 0x9e3779b9) >>> 0;
      let word = Math.imul(mix ^ (mix >>> 16), 0x21f0aaad);
      word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
      return (word ^ (word >>> 15)) >>> 0;
    });
  }

  /** Evenly distributed from 0 up to, never reaching, 1: one number, or an array of them. */
  uniform(): number;
  uniform(shape: readonly number[], dtype?: FloatType): NdArray;
  uniform(shape?: readonly number[], dtype: FloatType = "float64"): number | NdArray {
    if (shape) return this.fill("Random.uniform", shape, dtype, () => this.uniform());
    const high = this.next() >>> 5;
    const low = this.next() >>> 6;
    return (high * 2 ** 26 + low) / 2 ** 53;
  }

  /** Normally distributed with mean 0 and deviation 1: one number, or an array of them. */
  normal(): number;
  normal(shape: readonly number[], dtype?: FloatType): NdArray;
  normal(shape?: readonly number[], dtype: FloatType = "float64"): number | NdArray {
    if (shape) return this.fill("Random.normal", shape, dtype, () => this.normal());
    // 1 − uniform is never 0, so the logarithm is finite.
    const radius = Math.sqrt(-2 * Math.log(1 - this.uniform()));
    return radius * Math.cos(2 * Math.PI * this.uniform());
  }

  /** A whole number from 0 up to, never reaching, `below`. */
  integer(below: number): number {
    if (!Number.isInteger(below) || below < 1) {
      fail(
        "Random.integer",
        words("expected.wholeFrom", { name: "below", from: 1 }),
        home.inspect(below),
      );
    }
    return Math.floor(this.uniform() * below);
  }

  private fill(
    who: string,
    shape: readonly number[],
    dtype: FloatType,
    draw: () => number,
  ): NdArray {
    if (
      !Array.isArray(shape) ||
      !shape.every((length) => Number.isInteger(length) && length >= 0)
    ) {
      fail(who, words("expected.lengths", { name: "shape" }), home.inspect(shape));
    }
    const data = floatData(
      dtype,
      shape.reduce((size, length) => size * length, 1),
    );
    for (let i = 0; i < data.length; i++) data[i] = draw();
    return makeNdArray(data, shape);
  }

  private next(): number {
    const s = this.state;
    const scrambled = Math.imul(s[1], 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
    const shifted = s[1] << 9;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= shifted;
    s[3] = (s[3] << 11) | (s[3] >>> 21);
    return result;
  }
}
