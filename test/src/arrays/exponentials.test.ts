import { expect } from "chai";
import { addScaled } from "../../../src/arrays/add-scaled";
import { columnSums } from "../../../src/arrays/column-sums";
import { flat } from "../../../src/arrays/flat";
import { makeNdArray } from "../../../src/arrays/make-ndarray";
import { NdArray } from "../../../src/arrays/nj";
import { Random } from "../../../src/arrays/random";
import { sigmoid, sigmoidOf } from "../../../src/arrays/sigmoid";
import { logSoftmaxRows, softmaxRows, softmaxWithLogs } from "../../../src/arrays/softmax-rows";
import { engines, useEngine } from "../../../src/arrays/wasm/engine";

const TYPES = ["float64", "float32"] as const;
const EPSILON = { float64: 2 ** -52, float32: 2 ** -23 };

/** By its definition, in float64. */
function softmaxOf(row: number[]): number[] {
  const max = Math.max(...row);
  const powers = row.map((value) => Math.exp(value - max));
  const sum = powers.reduce((all, power) => all + power, 0);
  return powers.map((power) => power / sum);
}

describe("sums, softmax, sigmoid and steps of large arrays", () => {
  after(() => useEngine());

  for (const engine of engines()) {
    describe(engine, () => {
      const random = new Random(9);
      before(() => {
        useEngine(engine);
      });

      it("are the softmax of each row and its logarithm", () => {
        for (const type of TYPES) {
          for (const [N, C] of [
            [100, 10],
            [300, 1],
            [1, 301],
            [37, 13],
            [100, 3],
          ]) {
            const x = random.normal([N, C], type);
            const { y, logs } = softmaxWithLogs(x);
            expect([y.dtype, logs.dtype]).to.deep.equal([type, type]);
            expect(softmaxRows(x).tolist()).to.deep.equal(y.tolist());
            expect(logSoftmaxRows(x).tolist()).to.deep.equal(logs.tolist());
            for (const [i, row] of x.tolist<number[][]>().entries()) {
              for (const [j, value] of softmaxOf(row).entries()) {
                expect(y.get(i, j)).to.be.closeTo(value, 4 * EPSILON[type]);
                expect(logs.get(i, j)).to.be.closeTo(Math.log(value), 32 * EPSILON[type]);
              }
            }
          }
        }
      });

      it("stay finite at scores of ±1000, and turn a row with NaN into NaN", () => {
        const x = makeNdArray(new Float64Array(1000), [100, 10]);
        x.set(0, 0, 1000);
        x.set(1, 3, -1000);
        x.set(2, 5, Number.NaN);
        const y = softmaxRows(x);
        expect(y.pick(0, null).tolist()).to.deep.equal([1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        expect(y.get(1, 3)).to.equal(0);
        expect(logSoftmaxRows(x).get(0, 1)).to.equal(-1000);
        expect(logSoftmaxRows(x).get(1, 3)).to.be.closeTo(-1000 - Math.log(9), 1e-12);
        expect(y.pick(2, null).tolist<number[]>().every(Number.isNaN)).to.equal(true);
        expect(y.get(3, 9)).to.be.closeTo(0.1, 1e-16);
      });

      it("are the sigmoid from the smallest to the largest number", () => {
        for (const type of TYPES) {
          const count = 2001;
          const numbers = Array.from({ length: count }, (_, i) => (i - 1000) * 0.76);
          numbers.push(0, -0, 1e300, -1e300, 5e-324, Number.NaN);
          const data = type === "float32" ? Float32Array.from(numbers) : Float64Array.from(numbers);
          const out = flat(sigmoidOf(makeNdArray(data, [data.length])));
          for (let i = 0; i < data.length; i++) {
            const wanted = sigmoid(data[i]);
            if (Number.isNaN(wanted)) expect(out[i]).to.be.NaN;
            else {
              const tiny = type === "float32" ? 2 ** -149 : 5e-324;
              expect(out[i]).to.be.closeTo(wanted, 4 * EPSILON[type] * wanted + tiny);
            }
          }
        }
      });

      it("are the sums of columns, added in float64", () => {
        for (const type of TYPES) {
          for (const [N, M] of [
            [100, 50],
            [513, 1],
            [1, 600],
            [75, 7],
          ]) {
            const x = random.normal([N, M], type);
            const expected = new Float64Array(M);
            for (const [i, value] of flat(x).entries()) expected[i % M] += value;
            const rounded = type === "float32" ? Float32Array.from(expected) : expected;
            expect(columnSums(x).tolist()).to.deep.equal([...rounded]);
          }
        }
        const large = new Float32Array(600).fill(1);
        large[0] = 2 ** 24;
        expect(columnSums(new NdArray(large, [600, 1])).tolist()).to.deep.equal([2 ** 24 + 600]);
      });

      it("are a step of gradient descent, in place", () => {
        for (const type of TYPES) {
          const W = random.normal([4099], type).selection.data as Float32Array;
          const d = random.normal([4099], type).selection.data;
          const before = W.slice();
          const small = Float64Array.from([1, 2]);
          const pairs = [
            { W, dW: d },
            { W: small, dW: [10, -10] },
          ];
          expect(addScaled(pairs, -0.1)).to.equal(true);
          expect([...small]).to.deep.equal([0, 3]);
          for (let i = 0; i < W.length; i++) {
            expect(W[i]).to.be.closeTo(before[i] - 0.1 * d[i], 4 * EPSILON[type]);
          }
          const mixed = W.slice();
          expect(addScaled([{ W: mixed, dW: Float64Array.from(d) }], 0.1)).to.equal(true);
          for (let i = 0; i < W.length; i += 50) {
            expect(mixed[i]).to.be.closeTo(before[i], 8 * EPSILON[type]);
          }
        }
      });

      it("change no parameter when one gradient is not finite", () => {
        for (const type of TYPES) {
          const W = random.normal([4099], type).selection.data as Float32Array;
          const before = W.slice();
          const small = Float64Array.from([1, 2]);
          for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
            for (const place of [0, 17, 4096, 4098]) {
              const dW = new (W.constructor as Float32ArrayConstructor)(W.length);
              dW[place] = bad;
              expect(
                addScaled(
                  [
                    { W: small, dW: [1, 1] },
                    { W, dW },
                  ],
                  0.1,
                ),
              ).to.equal(false);
            }
            expect(
              addScaled(
                [
                  { W, dW: W },
                  { W: small, dW: [1, bad] },
                ],
                0.1,
              ),
            ).to.equal(false);
          }
          expect(W).to.deep.equal(before);
          expect([...small]).to.deep.equal([1, 2]);
        }
      });
    });
  }
});
