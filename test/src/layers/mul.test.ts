import { expect } from "chai";
import { MulLayer } from "../../../src/layers/mul";
import { expectRefusal, untyped } from "../../support/expect-refusal";

describe("MulLayer", () => {
  it("buys two apples: 220 forward, 2.2, 110 and 200 backward", () => {
    const mulApple = new MulLayer();
    const mulTax = new MulLayer();
    expect(mulApple.forward(100, 2)).to.equal(200);
    expect(mulTax.forward(200, 1.1)).to.equal(220.00000000000003);

    const [dApplePrice, dTax] = mulTax.backward(1);
    expect([dApplePrice, dTax]).to.deep.equal([1.1, 200]);
    expect(mulApple.backward(dApplePrice)).to.deep.equal([2.2, 110.00000000000001]);
  });

  it("sends 1.3 back as 6.5 to the 10 and 13 to the 5", () => {
    const layer = new MulLayer();
    expect(layer.forward(10, 5)).to.equal(50);
    expect(layer.backward(1.3)).to.deep.equal([6.5, 13]);
  });

  it("gives the floating-point results that Python gives", () => {
    const product = (x: number, y: number) => new MulLayer().forward(x, y);
    expect(product(200, 1.1)).to.equal(220.00000000000003);
    expect(product(650, 1.1)).to.equal(715.0000000000001);
    expect(product(1.1, 100)).to.equal(110.00000000000001);
    expect(product(1.1, 150)).to.equal(165);
    expect(product(1.1, 2)).to.equal(2.2);
    expect(product(1.1, 3)).to.equal(3.3000000000000003);
  });

  it("keeps x and y in view", () => {
    const layer = new MulLayer();
    layer.forward(100, 2);
    expect({ ...layer }).to.deep.equal({ x: 100, y: 2 });
  });

  it("gives a zero gradient as 0, never −0", () => {
    const layer = new MulLayer();
    layer.forward(-3, -2);
    for (const d of layer.backward(0)) expect(Object.is(d, 0)).to.equal(true);
  });

  it("gives the same gradients when backward is called again", () => {
    const layer = new MulLayer();
    layer.forward(10, 5);
    expect(layer.backward(1.3)).to.deep.equal(layer.backward(1.3));
  });

  it("refuses backward before forward", () => {
    const layer = new MulLayer();
    expectRefusal(
      layer,
      () => layer.backward(1),
      "MulLayer.backward: expected forward to have been called first, but got no forward values",
    );
  });

  it("refuses what is not a finite number, and stays as it was", () => {
    const layer = new MulLayer();
    layer.forward(100, 2);
    const cases: [unknown[], string][] = [
      [[Number.NaN, 2], "x to be a finite number, but got NaN"],
      [[100, Number.POSITIVE_INFINITY], "y to be a finite number, but got Infinity"],
      [["100", 2], 'x to be a finite number, but got the text "100"'],
      [[100], "y to be a finite number, but got undefined"],
      [[[1, 2], 2], "x to be a finite number, but got an array"],
      [[100, null], "y to be a finite number, but got null"],
      [[100n, 2], "x to be a finite number, but got 100n"],
      [[true, 2], "x to be a finite number, but got true"],
      [[1e200, 1e200], "x · y to be a finite number, but got Infinity"],
    ];
    for (const [args, rest] of cases) {
      const call = () => untyped(layer, "forward")(...args);
      expectRefusal(layer, call, `MulLayer.forward: expected ${rest}`);
    }
    const backward = untyped(layer, "backward");
    expectRefusal(
      layer,
      () => backward(Number.NaN),
      "MulLayer.backward: expected dout to be a finite number, but got NaN",
    );
    expectRefusal(
      layer,
      () => backward(),
      "MulLayer.backward: expected dout to be a finite number, but got undefined",
    );
    expectRefusal(
      layer,
      () => backward(1.5e308),
      "MulLayer.backward: expected dx to be a finite number, but got Infinity",
    );
  });

  it("lets only numbers through the type checker", () => {
    // @ts-expect-error a text is not a number
    expect(() => new MulLayer().forward("100", 2)).to.throw();
  });
});
