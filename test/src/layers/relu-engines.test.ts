import { expect } from "chai";
import { allFinite, firstNonFinite } from "../../../src/arrays/finite";
import { type NdArray, nj } from "../../../src/arrays/nj";
import { Random } from "../../../src/arrays/random";
import { engines, useEngine } from "../../../src/arrays/wasm/engine";
import { Relu } from "../../../src/layers/relu";

describe("Relu and allFinite, in loops and compiled", () => {
  after(() => useEngine());

  for (const engine of engines()) {
    it(`do what a loop does, by ${engine}, at sizes that end within a vector too`, () => {
      useEngine(engine);
      const random = new Random(5);
      for (const type of ["float64", "float32"] as const) {
        for (const length of [1, 5, 511, 512, 513, 1023, 5001]) {
          const x = random.normal([length], type);
          x.set(length - 1, -0);
          const dout = random.normal([length], type);
          dout.set(0, -0);
          const relu = new Relu();
          const out = relu.forward(x);
          const mask = relu.mask as NdArray;
          const dx = relu.backward(dout);
          const middle = Math.floor(length / 2);
          for (const bad of [Number.NaN, Number.NEGATIVE_INFINITY]) {
            const damaged = x.clone();
            damaged.set(middle, bad);
            const rest = `to be finite, but got ${bad} at [${middle}]`;
            expect(() => relu.forward(damaged)).to.throw(`Relu.forward: expected x ${rest}`);
            expect(() => relu.backward(damaged)).to.throw(`Relu.backward: expected dout ${rest}`);
            expect(relu.mask).to.equal(mask);
          }
          for (const array of [out, mask, dx]) expect(array.dtype).to.equal(type);
          for (let i = 0; i < length; i++) {
            const positive = x.get(i) > 0;
            expect(Object.is(out.get(i), positive ? x.get(i) : 0)).to.equal(true);
            expect(mask.get(i)).to.equal(positive ? 0 : 1);
            expect(Object.is(dx.get(i), positive ? dout.get(i) + 0 : 0)).to.equal(true);
          }
        }
      }
    });

    it(`find NaN and Infinity at any place of a large array, by ${engine}`, () => {
      useEngine(engine);
      for (const type of ["float64", "float32"] as const) {
        const array = nj.zeros([30, 35], type);
        array.set(3, 3, type === "float32" ? 3e38 : 1.7e308);
        expect(allFinite(array)).to.equal(true);
        for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
          for (const place of [0, 1, 2, 3, 500, 1045, 1046, 1047, 1048, 1049]) {
            const index = [Math.floor(place / 35), place % 35];
            array.set(...index, bad);
            expect(allFinite(array), `${bad} at ${index}`).to.equal(false);
            expect(allFinite(array.T)).to.equal(false);
            expect(firstNonFinite(array)).to.deep.equal({ value: bad, index });
            array.set(...index, 0);
          }
        }
        expect(allFinite(array)).to.equal(true);
      }
    });
  }
});
