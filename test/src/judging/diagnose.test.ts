import { expect } from "chai";
import { diagnose, same } from "../../../src/judging/diagnose";
import { Stop } from "../../../src/judging/verdict";

describe("same", () => {
  it("forgives rounding and nothing else", () => {
    expect(same(220, 200 * 1.1)).to.equal(true);
    expect(same(0, -0)).to.equal(true);
    expect(same(220, 220.001)).to.equal(false);
    expect(same(0, 1e-12)).to.equal(false);
    expect(same(Number.NaN, Number.NaN)).to.equal(false);
    expect(same(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY)).to.equal(false);
  });
});

describe("diagnose", () => {
  const trials = [{ x: 2 }, { x: 3 }];
  const place = { layer: "Square", parameter: "out" };
  const right = ({ x }: { x: number }) => x * x;
  const doubled = ({ x }: { x: number }) => x + x;
  const causeOf = (got: number[]) => {
    try {
      diagnose(place, { right, likely: [["added-instead", doubled]] }, trials, got);
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
});
