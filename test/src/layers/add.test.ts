import { expect } from "chai";
import { AddLayer } from "../../../src/layers/add";
import { MulLayer } from "../../../src/layers/mul";
import { expectRefusal, untyped } from "../../support/expect-refusal";

describe("AddLayer", () => {
  it("passes 1.3 on to both inputs", () => {
    const layer = new AddLayer();
    expect(layer.forward(10, 5)).to.equal(15);
    expect(layer.backward(1.3)).to.deep.equal([1.3, 1.3]);
  });

  it("buys apples and oranges: 715 forward, six gradients backward", () => {
    const mulApple = new MulLayer();
    const mulOrange = new MulLayer();
    const addFruit = new AddLayer();
    const mulTax = new MulLayer();
    const applePrice = mulApple.forward(100, 2);
    const orangePrice = mulOrange.forward(150, 3);
    const allPrice = addFruit.forward(applePrice, orangePrice);
    expect([applePrice, orangePrice, allPrice]).to.deep.equal([200, 450, 650]);
    expect(mulTax.forward(allPrice, 1.1)).to.equal(715.0000000000001);

    const [dAllPrice, dTax] = mulTax.backward(1);
    const [dApplePrice, dOrangePrice] = addFruit.backward(dAllPrice);
    expect(dTax).to.equal(650);
    expect([dApplePrice, dOrangePrice]).to.deep.equal([1.1, 1.1]);
    expect(mulOrange.backward(dOrangePrice)).to.deep.equal([3.3000000000000003, 165]);
    expect(mulApple.backward(dApplePrice)).to.deep.equal([2.2, 110.00000000000001]);
  });

  it("gives a zero gradient as 0, never −0", () => {
    const layer = new AddLayer();
    layer.forward(1, 2);
    for (const d of layer.backward(-0)) expect(Object.is(d, 0)).to.equal(true);
  });

  it("refuses backward before forward", () => {
    const layer = new AddLayer();
    expectRefusal(
      layer,
      () => layer.backward(1),
      "AddLayer.backward: expected forward to have been called first, but got no forward values",
    );
  });

  it("refuses what is not a finite number, and stays as it was", () => {
    const layer = new AddLayer();
    layer.forward(1, 2);
    const forward = untyped(layer, "forward");
    const cases: [unknown[], string][] = [
      [[Number.NaN, 2], "x to be a finite number, but got NaN"],
      [[1, Number.NEGATIVE_INFINITY], "y to be a finite number, but got -Infinity"],
      [
        [
          [1, 2],
          [3, 4],
        ],
        "x to be a finite number, but got an array",
      ],
      [["1", "2"], 'x to be a finite number, but got the text "1"'],
      [[1.7e308, 1.7e308], "x + y to be a finite number, but got Infinity"],
    ];
    for (const [args, rest] of cases) {
      expectRefusal(layer, () => forward(...args), `AddLayer.forward: expected ${rest}`);
    }
    expectRefusal(
      layer,
      () => layer.backward(Number.NaN),
      "AddLayer.backward: expected dout to be a finite number, but got NaN",
    );
  });
});
