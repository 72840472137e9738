import { expect } from "chai";
import { approximatelyEqual } from "../../../../kernel-setup/book/build/approximate";

describe("approximatelyEqual", () => {
  const near: [string, string, number][] = [
    ["loss 0.5", "loss 0.5000000001", 1e-9],
    ["1000000", "1000000.5", 1e-6],
    ["−2.5 and 3e-7", "−2.5000000001 and 4e-7", 1e-6],
    [".5", ".5000000001", 1e-9],
    ['data-chart="e6a7e14a61e0">1.5', 'data-chart="d413250049bc">1.5000000001', 1e-9],
    ["M10,20L30.1-4", "M10,20L30.1000000001-4", 1e-9],
  ];
  for (const [saved, got, tolerance] of near) {
    it(`takes ${got} for ${saved} within ${tolerance}`, () => {
      expect(approximatelyEqual(saved, got, tolerance)).to.equal(true);
    });
  }

  const far: [string, string, number][] = [
    ["loss 0.5", "loss 0.50001", 1e-9],
    ["1000000", "1000002", 1e-6],
    ["2.5", "-2.5", 1e-6],
    ["0.5", "NaN", 0.1],
    ["1 2", "1", 0.1],
    ["loss 0.5", "cost 0.5", 0.1],
    ['data-chart="e6a7e14a61e0">1.5', 'data-chart="d413250049bc">1.6', 1e-9],
    ['data-chart="e6a7e14a61e0">', 'data-chart="d413250049bc">', 0],
    ["e6a7e14a61e0", "d413250049bc", 0.1],
    ["0.5", "0.5000000001", 0],
  ];
  for (const [saved, got, tolerance] of far) {
    it(`does not take ${got} for ${saved} within ${tolerance}`, () => {
      expect(approximatelyEqual(saved, got, tolerance)).to.equal(false);
    });
  }
});
