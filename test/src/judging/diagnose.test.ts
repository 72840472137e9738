import { expect } from "chai";
import { toNdArray } from "../../../src/arrays/to-ndarray";
import { alike, diagnose } from "../../../src/judging/diagnose";
import { Stop } from "../../../src/judging/verdict";
import type { NumberOrArray } from "../../../src/layers/each";
import { findingOf } from "./judging";

describe("alike", () => {
  it("forgives rounding of a number, relative to it, and nothing else", () => {
    expect(alike(220, 200 * 1.1)).to.equal(true);
    expect(alike(0, -0)).to.equal(true);
    expect(alike(220, 220.001)).to.equal(false);
    expect(alike(2e-9, 2.001e-9)).to.equal(false);
    expect(alike(0, 1e-13), "three roundings of a number near 300").to.equal(true);
    expect(alike(0, 1e-12)).to.equal(false);
    expect(alike(Number.NaN, 1)).to.equal(false);
    expect(alike(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY)).to.equal(false);
    expect(alike(Number.POSITIVE_INFINITY, Number.MAX_VALUE)).to.equal(false);
  });

  it("forgives rounding in an array, relative to its largest number", () => {
    const [one, two, three] = [
      [1000, 1],
      [1000, 1 + 1e-7],
      [1000, 1 + 1e-5],
    ].map((list) => toNdArray(list));
    expect(alike(one, two)).to.equal(true);
    expect(alike(one, three)).to.equal(false);
    expect(alike(1, 1 + 1e-7), "a number is its own largest").to.equal(false);
  });

  it("tells kinds and shapes apart", () => {
    expect(alike(3, toNdArray([3]))).to.equal(false);
    expect(alike(toNdArray([3, 4]), toNdArray([[3, 4]]))).to.equal(false);
    expect(alike(undefined, 3)).to.equal(false);
  });
});

describe("diagnose", () => {
  const trials = [{ x: 2 }, { x: 3 }];
  const place = { layer: "Square", parameter: "out" };
  const right = ({ x }: { x: number }) => x * x;
  const doubled = ({ x }: { x: number }) => x + x;
  const causeOf = (got: number[]) => {
    try {
      const owed = { right: trials.map(right), likely: [["added-instead", doubled]] as const };
      diagnose(place, owed, trials, got);
    } catch (thrown) {
      if (thrown instanceof Stop) return thrown.finding.cause ?? "unknown";
    }
    return "right";
  };

  it("passes a right number in every trial only", () => {
    expect(causeOf([4, 9])).to.equal("right");
    expect(causeOf([4, 4])).to.equal("hard-coded");
    expect(causeOf([4, 8])).to.equal("right-at-first");
  });

  it("names a cause only when it explains every trial, even one it shares with the right formula", () => {
    expect(causeOf([4, 6])).to.equal("added-instead");
    expect(causeOf([5, 6])).to.equal("unknown");
  });

  it("tells NaN from a wrong number", () => {
    expect(causeOf([Number.NaN, 9])).to.equal("nan-returned");
  });

  it("writes numbers alone as code does, and all values as drawings do where arrays are about", () => {
    const seen = (trial: object, right: NumberOrArray, got: NumberOrArray) =>
      findingOf(() => diagnose(place, { right: [right] }, [trial], [got]))?.sentences[0].en;
    expect(seen({ x: -2 }, 4, -4)).to.equal("For `x = -2`, `out` should be 4, but it is −4.");
    const row = toNdArray([-2]);
    expect(seen({ x: row, k: -2 }, 4, -4)).to.match(/^For `x = \[−2\], k = −2`, `out` should/);
    expect(seen({ k: -2 }, row, toNdArray([2]))).to.equal(
      "For `k = −2`, `out` should be [−2], but it is [2].",
    );
  });
});
