import { expect } from "chai";
import { nj } from "../../../src/arrays/nj";
import { Sigmoid } from "../../../src/layers/sigmoid";
import { expectRefusal, untyped } from "../../support/expect-refusal";

describe("Sigmoid", () => {
  it("gives 0.731059 at 1 and sends back 0.196612", () => {
    const sigmoid = new Sigmoid();
    const y = sigmoid.forward(1);
    expect(y).to.be.closeTo(0.731059, 5e-7);
    expect(sigmoid.out).to.equal(y);
    expect(sigmoid.backward(1)).to.be.closeTo(0.196612, 5e-7);
  });

  it("agrees with the nodes it folds: −1, 0.367879, 1.367879, 0.731059 and back", () => {
    const minus = -1 * 1;
    const exp = Math.exp(minus);
    const plus = 1 + exp;
    const y = 1 / plus;
    for (const [value, said] of [
      [exp, 0.367879],
      [plus, 1.367879],
      [y, 0.731059],
      [-y * y, -0.534447],
      [-y * y * exp * -1, 0.196612],
    ]) {
      expect(value).to.be.closeTo(said, 5e-7);
    }
    const sigmoid = new Sigmoid();
    expect(sigmoid.forward(1)).to.equal(y);
    expect(sigmoid.backward(1)).to.be.closeTo(-y * y * exp * -1, 1e-16);
  });

  it("neither overflows nor loses its small values", () => {
    const sigmoid = new Sigmoid();
    expect(sigmoid.forward([-1000, 1000]).tolist()).to.deep.equal([0, 1]);
    expect(sigmoid.backward([1, 1]).tolist()).to.deep.equal([0, 0]);
    expect(sigmoid.forward(-31)).to.be.closeTo(Math.exp(-31), 1e-26);
    expect(sigmoid.forward(-720)).to.equal(Math.exp(-720)).and.to.be.above(0);
  });

  it("gives a zero gradient as 0, never −0", () => {
    const sigmoid = new Sigmoid();
    sigmoid.forward([-1000, 1000, 0]);
    for (const d of sigmoid.backward([-1, -1, -0]).tolist()) {
      expect(Object.is(d, 0)).to.equal(true);
    }
  });

  it("keeps float32, every shape, and the caller's arrays", () => {
    const sigmoid = new Sigmoid();
    const x = nj.zeros([2, 3], "float32");
    expect(sigmoid.forward(x).dtype).to.equal("float32");
    const dout = nj.ones([2, 3], "float32");
    expect(sigmoid.backward(dout).shape).to.deep.equal([2, 3]);
    expect(x.sum()).to.equal(0);
    expect(dout.sum()).to.equal(6);
  });

  it("refuses backward before forward", () => {
    const sigmoid = new Sigmoid();
    expectRefusal(
      sigmoid,
      () => sigmoid.backward(1),
      "Sigmoid.backward: expected forward to have been called first, but got no forward values",
    );
  });

  it("refuses wrong input, and stays as it was", () => {
    const sigmoid = new Sigmoid();
    sigmoid.forward([1, 2]);
    const cases: [string, unknown, string][] = [
      ["forward", Number.NaN, "x to be a finite number, but got NaN"],
      ["forward", [0, Number.NEGATIVE_INFINITY], "x to be finite, but got -Infinity at [1]"],
      ["forward", null, "x to be an array of numbers, but got null"],
      ["backward", [1, 2, 3], "dout of shape [2], but got [3]"],
      ["backward", [1, Number.POSITIVE_INFINITY], "dout to be finite, but got Infinity at [1]"],
    ];
    for (const [method, value, rest] of cases) {
      const call = () => untyped(sigmoid, method)(value);
      expectRefusal(sigmoid, call, `Sigmoid.${method}: expected ${rest}`);
    }
  });
});
