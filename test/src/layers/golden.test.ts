import { readFileSync } from "node:fs";
import { expect } from "chai";
import { flat } from "../../../src/arrays/flat";
import { nj } from "../../../src/arrays/nj";
import type { FloatType, NdArray, NestedArray } from "../../../src/arrays/numjs-types";
import { toNdArray } from "../../../src/arrays/to-ndarray";
import { Affine } from "../../../src/layers/affine";
import { Relu } from "../../../src/layers/relu";
import { Sigmoid } from "../../../src/layers/sigmoid";
import { SoftmaxWithLoss } from "../../../src/layers/softmax-with-loss";
import { inProject } from "../../support/project";

interface Golden {
  layer: keyof typeof RUNS;
  dtype: FloatType;
  inputs: Record<string, NestedArray | number>;
  expected: Record<string, NestedArray | number>;
}

type Values = Record<string, NdArray | number | undefined>;

/** How each layer is run; t stays as the fixture has it, labels or one label. */
const RUNS = {
  Affine: ({ x, W, b, dout }: Record<string, NdArray>): Values => {
    const layer = new Affine(W, b);
    const out = layer.forward(x);
    return { out, dx: layer.backward(dout), dW: layer.dW, db: layer.db };
  },
  Relu: ({ x, dout }: Record<string, NdArray>): Values => {
    const layer = new Relu();
    return { out: layer.forward(x), dx: layer.backward(dout), mask: layer.mask };
  },
  Sigmoid: ({ x, dout }: Record<string, NdArray>): Values => {
    const layer = new Sigmoid();
    return { out: layer.forward(x), dx: layer.backward(dout) };
  },
  SoftmaxWithLoss: ({ x }: Record<string, NdArray>, given: Golden["inputs"]): Values => {
    const layer = new SoftmaxWithLoss();
    const loss = layer.forward(x, given.t as number | number[]);
    return { loss, dx: layer.backward(given.dout as number), y: layer.y, t: layer.t };
  },
};

/** Relative to 1 or to the value, whichever is larger. */
const TOLERANCE: Record<FloatType, number> = { float64: 1e-13, float32: 5e-6 };

function expectNear(name: string, actual: NdArray | number | undefined, golden: Golden): void {
  const expected = golden.expected[name];
  if (actual === undefined) throw new Error(`${name} is missing`);
  if (typeof expected !== "number" && typeof actual !== "number") {
    expect(actual.shape, name).to.deep.equal(toNdArray(expected).shape);
    expect(actual.dtype, `number type of ${name}`).to.equal(golden.dtype);
  }
  const list = (value: NestedArray | NdArray | number) => [...flat(toNdArray(value))];
  const actuals = list(actual);
  for (const [i, value] of list(expected).entries()) {
    const limit = TOLERANCE[golden.dtype] * Math.max(1, Math.abs(value));
    expect(actuals[i], `${name}[${i}]`).to.be.closeTo(value, limit);
  }
}

describe("the layers give NumPy's values", () => {
  const file = inProject("test/fixtures/layers/golden.json");
  const cases = JSON.parse(readFileSync(file, "utf8")) as Golden[];

  it("in at least one case of each layer and number type", () => {
    const kinds = new Set(cases.map(({ layer, dtype }) => `${layer} ${dtype}`));
    expect(kinds.size).to.equal(2 * Object.keys(RUNS).length);
  });

  for (const [i, golden] of cases.entries()) {
    const { layer, dtype, inputs, expected } = golden;
    const arrays: Record<string, NdArray> = {};
    for (const [name, value] of Object.entries(inputs)) {
      if (typeof value !== "number" && name !== "t") arrays[name] = nj.array(value, dtype);
    }
    it(`${layer} of [${arrays.x.shape}] in ${dtype}, case ${i}`, () => {
      const values = RUNS[layer](arrays, inputs);
      expect(Object.keys(values)).to.have.members(Object.keys(expected));
      for (const name of Object.keys(expected)) expectNear(name, values[name], golden);
    });
  }
});
