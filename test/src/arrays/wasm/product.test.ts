import { readFileSync } from "node:fs";
import { expect } from "chai";
import { checkedDot, dot } from "../../../../src/arrays/dot";
import { flat } from "../../../../src/arrays/flat";
import { NdArray, nj } from "../../../../src/arrays/nj";
import type { FloatType } from "../../../../src/arrays/numjs-types";
import { Random } from "../../../../src/arrays/random";
import { engines, useEngine } from "../../../../src/arrays/wasm/engine";
import { inProject } from "../../../support/project";

interface Golden {
  size: [rows: number, inner: number, columns: number];
  sum: number;
  weighted: number;
  numbers: Record<string, number>;
}

const GOLDEN: Golden[] = JSON.parse(
  readFileSync(inProject("test", "fixtures", "arrays", "products.json"), "utf8"),
);
const TYPES = ["float64", "float32"] as const;
const EPSILON = { float64: 2 ** -52, float32: 2 ** -23 };

/** The operands of the fixtures, by the rule of make-products.py. */
function operand(rows: number, columns: number, seed: number, type: FloatType): NdArray {
  const data =
    type === "float32" ? new Float32Array(rows * columns) : new Float64Array(rows * columns);
  for (let i = 0; i < data.length; i++) data[i] = (((i * 7919 + seed * 104729) % 1021) - 512) / 512;
  return new NdArray(data, [rows, columns]);
}

/** The same numbers, lying in memory by columns: the view that shows them is a transposed one. */
function turned(array: NdArray): NdArray {
  return dense(array.T).T;
}

/** A copy whose numbers lie row after row. */
function dense(array: NdArray): NdArray {
  return new NdArray(flat(array).slice(), array.shape);
}

/** Compares all numbers with a product in JavaScript; the limit grows with the length of the sums. */
function expectNear(actual: NdArray, expected: NdArray, inner: number, type: FloatType): void {
  expect(actual.shape).to.deep.equal(expected.shape);
  expect(actual.dtype).to.equal(type);
  const limit = EPSILON[type] * (4 + inner) * 2;
  const values = flat(actual);
  const wanted = flat(expected);
  let worst = 0;
  for (let i = 0; i < values.length; i++) {
    const difference = Math.abs(values[i] - wanted[i]) / Math.max(1, Math.abs(wanted[i]));
    if (!(difference <= worst)) worst = difference; // a NaN is the worst
  }
  expect(worst).to.be.at.most(limit);
}

describe("the engines of the product", () => {
  after(() => useEngine());

  it("are WebAssembly and JavaScript, on every Node that is supported", () => {
    expect(engines()).to.include.members(["simd", "javascript"]);
    expect(engines().at(-1)).to.equal("javascript");
    expect(useEngine()).to.equal(engines()[0]);
  });

  it("are chosen by name, and other names are refused", () => {
    for (const name of engines()) expect(useEngine(name)).to.equal(name);
    expect(() => useEngine("gpu")).to.throw(
      'useEngine: expected one of fma, simd, javascript, but got "gpu"',
    );
    // The last one chosen stays.
    expect(useEngine("simd")).to.equal("simd");
  });

  for (const engine of engines()) {
    describe(engine, () => {
      const random = new Random(11);
      before(() => {
        useEngine(engine);
      });

      for (const type of TYPES) {
        it(`gives NumPy's products in ${type}, plain and transposed`, () => {
          for (const { size, sum, weighted, numbers } of GOLDEN) {
            const [rows, inner, columns] = size;
            const a = operand(rows, inner, 1, type);
            const b = operand(inner, columns, 2, type);
            const aT = turned(a);
            const bT = turned(b);
            for (const product of [
              dot(a, b),
              dot(aT, b),
              dot(a, bT),
              dot(aT, bT),
              dot(aT.T, b, { transposeA: true }),
              dot(a, bT.T, { transposeB: true }),
            ]) {
              const values = flat(product);
              const limit = 4 * EPSILON[type] * inner;
              let total = 0;
              let totalWeighted = 0;
              for (let i = 0; i < values.length; i++) {
                total += values[i];
                totalWeighted += values[i] * (i % 97);
              }
              expect(total, `sum of ${size}`).to.be.closeTo(sum, limit * values.length);
              expect(totalWeighted).to.be.closeTo(weighted, limit * values.length * 97);
              for (const [at, value] of Object.entries(numbers)) {
                expect(values[Number(at)], `${size} at ${at}`).to.be.closeTo(value, 2 * limit);
              }
            }
          }
        });

        it(`agrees with numjs in ${type} at every small size, and where blocks end`, () => {
          const sizes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 16, 17, 19, 21];
          const cases = sizes.map((size, i) => [size, 300 - i, sizes[(i * 7) % sizes.length]]);
          const edges = [
            [119, 255, 17],
            [120, 256, 20],
            [121, 257, 21],
            [241, 513, 95],
            [2, 600, 97],
          ];
          for (const [rows, inner, columns] of [...cases, ...edges]) {
            const a = random.normal([rows, inner], type);
            const b = random.normal([inner, columns], type);
            const expected = nj.dot(a, b);
            expectNear(dot(a, b), expected, inner, type);
            expectNear(dot(turned(a), b), expected, inner, type);
            expectNear(dot(a, turned(b)), expected, inner, type);
            expectNear(dot(turned(a), turned(b)), expected, inner, type);
          }
        });

        it(`takes views in ${type} for what they show`, () => {
          const big = random.normal([70, 80], type);
          const views = [
            big.lo(3, 2).hi(40, 50),
            big.T.lo(5, 1).hi(40, 50),
            big.lo(1, 2).step(2, 1).hi(30, 50),
            big.step(-1, 1).hi(40, 50),
            big.step(1, -1).hi(40, 50),
            big.pick(7, null).reshape(1, 80).hi(1, 50),
            new NdArray(big.selection.data, [40, 50], [0, 1]), // one row, repeated
            new NdArray(big.selection.data, [40, 50], [1, 3]),
          ];
          const b = random.normal([50, 37], type);
          for (const a of views) expectNear(dot(a, b), nj.dot(dense(a), b), 50, type);
          const c = random.normal([37, 40], type);
          for (const a of views.filter(({ shape }) => shape[0] === 40)) {
            expectNear(dot(c, a), nj.dot(c, dense(a)), 40, type);
          }
        });
      }

      it("computes in float64 when one operand is", () => {
        const a = random.normal([30, 40], "float32");
        const b = random.normal([40, 30]);
        const exact = new NdArray(Float64Array.from(flat(a)), [30, 40]);
        expectNear(dot(a, b), nj.dot(exact, b), 40, "float64");
        expectNear(dot(b, a), nj.dot(b, exact), 40, "float64");
      });

      it("gives vectors and empty products their shapes", () => {
        const a = random.normal([50, 200]);
        const v = random.normal([200]);
        expect(dot(a, v).shape).to.deep.equal([50]);
        expect(dot(v, a.T).shape).to.deep.equal([50]);
        expect(dot(v.reshape(1, 200), a, { transposeB: true }).shape).to.deep.equal([1, 50]);
        const nothing = new NdArray(new Float64Array(0), [0, 200]);
        expect(dot(nothing, a.T).shape).to.deep.equal([0, 50]);
        expect(dot(nothing.T, new NdArray(new Float64Array(0), [0, 3])).max()).to.equal(0);
      });

      it("adds a bias, tells what is not finite, and leaves an earlier result whole then", () => {
        for (const type of TYPES) {
          const a = random.normal([40, 30], type);
          const b = random.normal([30, 13], type);
          const bias = random.normal([13], type);
          const plain = checkedDot(a, b);
          const { out, finite } = checkedDot(a, b, { bias });
          expect(plain.finite && finite).to.equal(true);
          const sums = plain.out
            .tolist<number[][]>()
            .map((row) => row.map((x, j) => x + bias.get(j)));
          expectNear(out, nj.array(sums, type), 30, type);
          const numbers = out.selection.data;
          const again = checkedDot(a, b, { into: out });
          expect(again.out.selection.data).to.equal(numbers);
          expect(again.out.tolist()).to.deep.equal(plain.out.tolist());
          for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
            for (const [i, j] of [
              [0, 0],
              [39, 29],
              [17, 3],
            ]) {
              const damaged = dense(a);
              damaged.set(i, j, bad);
              const found = checkedDot(damaged, b, { into: out });
              expect(found.finite).to.equal(false);
              expect(found.out.selection.data).to.not.equal(numbers);
            }
          }
          expect(out.tolist()).to.deep.equal(plain.out.tolist());
        }
      });

      it("writes into no array of another size or type, nor into a part of one", () => {
        const a = random.normal([30, 30]);
        for (const other of [
          nj.zeros([30, 31], "float64"),
          nj.zeros([30, 30], "float32"),
          nj.zeros([31, 30], "float64").lo(1, 0),
        ]) {
          checkedDot(a, a, { into: other });
          expect(other.max()).to.equal(0);
        }
      });

      it("changes no operand and no earlier result, however the memory grows", () => {
        const a = random.normal([50, 50]);
        const before = a.tolist();
        const first = dot(a, a);
        const values = first.tolist();
        const large = random.normal([300, 300]);
        dot(large, large);
        dot(first, a);
        expect(a.tolist()).to.deep.equal(before);
        expect(first.tolist()).to.deep.equal(values);
      });
    });
  }

  it("multiply matrices of 2048 rows and columns", function () {
    this.timeout(120_000);
    useEngine();
    const ones = nj.ones([2048, 2048], "float32");
    const diagonal = nj.identity(2048, "float32").multiply(3);
    const { out, finite } = checkedDot(ones, diagonal);
    expect(finite).to.equal(true);
    expect([out.min(), out.max()]).to.deep.equal([3, 3]);
  });
});
