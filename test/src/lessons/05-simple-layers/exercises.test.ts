import { expect } from "chai";
import { todo } from "../../../../src/judging/todo";
import { AddLayer } from "../../../../src/layers/add";
import { MulLayer } from "../../../../src/layers/mul";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong, type Kept, layer } from "../../judging/judging";

describe("exercise 05-1, the guess of dTax", () => {
  it("takes an untouched blank for not written yet", () => {
    const { state, sentences } = judge("05-1", () => todo());
    expect(state).to.equal("blank");
    expect(sentences[0].en).to.match(/^start with/);
  });

  it("passes 200, as a function and as a number", () => {
    expectPassed("05-1", () => 200);
    expectPassed("05-1", 200);
    expectPassed("05-1", 199.99999999999997);
  });

  for (const [guess, cause] of [
    [220, "output-itself"],
    [220.00000000000003, "output-itself"],
    [420, "price-afterwards"],
    [20, "change-not-rate"],
    [1.1, "input-itself"],
    [100, "whole-edge-missing"],
    [2.2, "another-gradient"],
    [110, "another-gradient"],
  ] as const) {
    it(`tells what ${guess} is instead (${cause})`, () => {
      expectWrong("05-1", () => guess, { layer: "myGuess", parameter: "dTax", cause });
    });
  }

  it("names no cause for a number that comes from nowhere, and never tells the right one", () => {
    for (const guess of [0, -7, 201, Number.NaN, Number.POSITIVE_INFINITY]) {
      expectWrong("05-1", guess, { parameter: "dTax", cause: undefined });
      expect(JSON.stringify(judge("05-1", guess))).not.to.include("200");
    }
  });

  it("tells text, nothing and objects from numbers", () => {
    expectWrong("05-1", "200", { cause: "text-returned" });
    expectWrong("05-1", undefined, { cause: "nothing-returned" });
    expectWrong("05-1", { dTax: 200 }, { cause: "not-a-number" });
    expectWrong("05-1", 200n, { cause: "not-a-number" });
    expectWrong("05-1", async () => 200, { cause: "promise-returned" });
  });
});

const add = (x: number, y: number) => x + y;

describe("exercise 05-2, the add layer", () => {
  it("takes an untouched blank for not written yet, and names the method to start with", () => {
    class MyAddLayer {
      forward(): number {
        return todo();
      }
      backward(): [number, number] {
        return todo();
      }
    }
    const untouched = judge("05-2", MyAddLayer);
    expect(untouched.state).to.equal("blank");
    expect(untouched.place).to.include({ layer: "MyAddLayer", method: "forward" });
    expect(untouched.sentences[0].en).to.match(/^start with `forward`/);

    const half = judge("05-2", layer(add, todo));
    expect(half.state).to.equal("blank");
    expect(half.place).to.include({ method: "backward" });
  });

  it("judges a finished forward before it asks for backward", () => {
    const wrongForward = layer((x, y) => x * y, todo);
    expectWrong("05-2", wrongForward, { method: "forward", cause: "multiplied-instead" });
  });

  it("passes a right class, with or without kept inputs, and the library's own", () => {
    expectPassed(
      "05-2",
      layer(add, (dout) => [dout, dout]),
    );
    expectPassed("05-2", AddLayer);
  });

  const method = "backward";
  for (const [title, backward, parameter, cause] of [
    ["forgets dout", () => [1, 1], "dx", "dout-ignored"],
    ["multiplies as the multiply node does", null, "dx", "multiply-rule"],
    [
      "splits dout between the inputs",
      (dout: number) => [dout / 2, dout / 2],
      "dx",
      "gradient-split",
    ],
    ["adds 1 to dout", (dout: number) => [dout + 1, dout + 1], "dx", "dout-added"],
    ["is right for dx only", (dout: number) => [dout, 1], "dy", "dout-ignored"],
    ["writes the lesson's 1.1 down", () => [1.1, 1.1], "dx", "hard-coded"],
  ] as const) {
    it(`tells ${cause} at ${parameter} when backward ${title}`, () => {
      const answer =
        backward === null
          ? layer(
              function (x, y) {
                Object.assign(this, { x, y });
                return x + y;
              },
              function (dout) {
                return [dout * this.y, dout * this.x];
              },
            )
          : layer(add, backward);
      expectWrong("05-2", answer, { method, parameter, cause });
    });
  }

  it("sees the forward inputs, or the sum, on the way back", () => {
    const keep = function (this: Kept, x: number, y: number) {
      Object.assign(this, { x, y });
      return x + y;
    };
    const inputs = layer(keep, function () {
      return [this.x, this.y];
    });
    const where = { method, parameter: "dx" } as const;
    expectWrong("05-2", inputs, { ...where, cause: "inputs-passed-on" });
    const output = layer(keep, function (dout) {
      return [dout * (this.x + this.y), dout * (this.x + this.y)];
    });
    expectWrong("05-2", output, { ...where, cause: "value-not-slope" });
    const half = layer(keep, function (dout) {
      return [dout, this.y];
    });
    expectWrong("05-2", half, { method, parameter: "dy", cause: "inputs-passed-on" });
  });

  it("does not take the multiply layer for the add layer", () => {
    expectWrong("05-2", MulLayer, {
      layer: "MulLayer",
      method: "forward",
      parameter: "out",
      cause: "multiplied-instead",
    });
  });

  it("tells every other form from a pair", () => {
    const forms = [
      [(dout: number) => ({ dx: dout, dy: dout }), "object-instead-of-pair"],
      [(dout: number) => dout, "number-instead-of-pair"],
      [(dout: number) => [dout], "wrong-length"],
      [(dout: number) => [dout, dout, dout], "wrong-length"],
      [() => {}, "nothing-returned"],
      [(dout: number) => `${dout},${dout}`, "text-returned"],
      [async (dout: number) => [dout, dout], "promise-returned"],
    ] as const;
    for (const [backward, cause] of forms) {
      expectWrong("05-2", layer(add, backward), { method, cause });
    }
    const text = layer((x, y) => `${x}${y}`, todo);
    expectWrong("05-2", text, { method: "forward", parameter: "out", cause: "text-returned" });
    const texts = layer(add, (dout) => [`${dout}`, `${dout}`]);
    expectWrong("05-2", texts, { parameter: "dx", cause: "text-returned" });
  });
});

function keep(this: Kept, x: number, y: number): number {
  this.x = x;
  this.y = y;
  return x / y;
}

/** A division layer that keeps its inputs, with gradients of the given formula. */
const div = (gradients: (x: number, y: number, dout: number) => unknown) =>
  layer(keep, function (dout) {
    return gradients(this.x, this.y, dout);
  });

const right = (x: number, y: number, dout: number) => [dout / y, (-dout * x) / y ** 2];

describe("exercise 05-3, the division layer", () => {
  it("takes an untouched blank for not written yet, forward first", () => {
    expect(judge("05-3", layer(todo, todo)).place.method).to.equal("forward");
    const { state, place } = judge("05-3", layer(keep, todo));
    expect(state).to.equal("blank");
    expect(place.method).to.equal("backward");
  });

  it("passes the right formulas in any spelling, with the numbers of the lesson", () => {
    expect(right(715, 4, 1)).to.deep.equal([0.25, -44.6875]);
    expectPassed("05-3", div(right));
    expectPassed(
      "05-3",
      div((x, y, dout) => [dout * (1 / y), dout * -(x / y / y)]),
    );
  });

  for (const [title, gradients, parameter, cause] of [
    ["leaves the minus out", (x, y, d) => [d / y, (d * x) / y ** 2], "dy", "minus-missing"],
    ["does not square", (x, y, d) => [d / y, (-d * x) / y], "dy", "square-missing"],
    ["forgets x in dy", (_, y, d) => [d / y, -d / y ** 2], "dy", "other-input-missing"],
    ["forgets x and the square in dy", (_, y, d) => [d / y, -d / y], "dy", "other-input-missing"],
    ["takes ^ for a power", (x, y, d) => [d / y, (-d * x) / (y ^ 2)], "dy", "caret-for-power"],
    ["ends in ^ 2", (x, y, d) => [d / y, ((-d * x) / y) ^ 2], "dy", "caret-for-power"],
    ["divides by y * y", (x, y, d) => [d / y, ((-d * x) / y) * y], "dy", "divisor-cancelled"],
    ["passes dout on", (x, y, d) => [d, (-d * x) / y ** 2], "dx", "passed-unchanged"],
    ["multiplies by the output", (x, y, d) => [(d * x) / y, 0], "dx", "value-not-slope"],
    ["returns the output", (x, y) => [x / y, 0], "dx", "value-not-slope"],
    ["forgets dout", (x, y) => [1 / y, -x / y ** 2], "dx", "dout-ignored"],
    ["forgets dout in dy", (x, y, d) => [d / y, -x / y ** 2], "dy", "dout-ignored"],
    ["returns [dy, dx]", (x, y, d) => [(-d * x) / y ** 2, d / y], "dx", "gradients-exchanged"],
    ["multiplies by the other input", (x, y, d) => [d * y, d * x], "dx", "multiply-rule"],
    ["divides by its own input", (x, y, d) => [d / x, (-d * x) / y ** 2], "dx", "own-input"],
    ["adds dout", (x, y, d) => [d + 1 / y, (-d * x) / y ** 2], "dx", "dout-added"],
    ["swaps the inputs in dy", (x, y, d) => [d / y, (-d * y) / x ** 2], "dy", "inputs-swapped"],
    ["writes 0.25 down", (x, y, d) => [0.25, (-d * x) / y ** 2], "dx", "hard-coded"],
    ["uses a name that is not there", (_, y, d) => [d / y, Number.NaN], "dy", "nan-returned"],
  ] as [
    string,
    (x: number, y: number, dout: number) => number[],
    string,
    Parameters<typeof expectWrong>[2]["cause"],
  ][]) {
    it(`tells ${cause} when backward ${title}`, () => {
      expectWrong("05-3", div(gradients), { method: "backward", parameter, cause });
    });
  }

  it("sees that forward swaps, multiplies or adds its inputs", () => {
    const where = { method: "forward", parameter: "out" } as const;
    expectWrong(
      "05-3",
      layer((x, y) => y / x, todo),
      { ...where, cause: "inputs-swapped" },
    );
    expectWrong(
      "05-3",
      layer((x, y) => x * y, todo),
      { ...where, cause: "multiplied-instead" },
    );
    expectWrong(
      "05-3",
      layer((x, y) => x + y, todo),
      { ...where, cause: "added-instead" },
    );
  });

  it("sees that forward keeps nothing, whether the fields start at 0 or are missing", () => {
    const zeros = layer(
      (x, y) => x / y,
      function (dout) {
        return right(this.x, this.y, dout);
      },
    );
    expectWrong("05-3", zeros, { parameter: "dx", cause: "values-not-kept" });
    class NoFields {
      declare x: number;
      declare y: number;
      forward(x: number, y: number) {
        return x / y;
      }
      backward(dout: number) {
        return right(this.x, this.y, dout);
      }
    }
    expectWrong("05-3", NoFields, { layer: "NoFields", parameter: "dx", cause: "values-not-kept" });
  });

  it("sees that objects share what they keep", () => {
    let x = 0;
    let y = 0;
    const shared = layer(
      (a, b) => {
        x = a;
        y = b;
        return a / b;
      },
      (dout) => right(x, y, dout),
    );
    expectWrong("05-3", shared, { method: "backward", cause: "values-shared" });
  });

  it("sees that only the first inputs are kept, or that backward changes them", () => {
    class First {
      kept: [number, number] | undefined;
      forward(x: number, y: number) {
        this.kept ??= [x, y];
        return x / y;
      }
      backward(dout: number) {
        const [x, y] = this.kept ?? [0, 0];
        return right(x, y, dout);
      }
    }
    expectWrong("05-3", First, { method: "backward", cause: "first-values-kept" });
    const changing = layer(keep, function (dout) {
      this.x *= dout;
      return [dout / this.y, -this.x / this.y ** 2];
    });
    expectWrong("05-3", changing, { method: "backward", cause: "backward-changes" });
  });
});

type Receipt = Record<string, number>;

type Six = [number, number, number, number, number, number];

/** How a learner may wire the basket: which layer objects are one, and what is made of the result. */
interface Wiring {
  share?: Partial<Record<"orange" | "discount" | "appleTax" | "orangeTax", string>>;
  /** The node whose two gradients are taken in the wrong order. */
  exchange?: string;
  change?: (receipt: Receipt, inputs: Six) => unknown;
}

function wire({ share = {}, exchange, change = (receipt) => receipt }: Wiring = {}) {
  return (...inputs: Six) => {
    const [apple, appleNum, orange, orangeNum, discount, tax] = inputs;
    const layers: Record<string, MulLayer> = {};
    const mul = (name: string) => {
      const owner = share[name as keyof typeof share] ?? name;
      layers[owner] ??= new MulLayer();
      return layers[owner];
    };
    const add = new AddLayer();
    const applePrice = mul("apple").forward(apple, appleNum);
    const orangePrice = mul("orange").forward(orange, orangeNum);
    const reduced = mul("discount").forward(orangePrice, discount);
    const price = add.forward(
      mul("appleTax").forward(applePrice, tax),
      mul("orangeTax").forward(reduced, tax),
    );
    const [dA, dO] = add.backward(1);
    const back = (name: string, dout: number) => {
      const [dx, dy] = mul(name).backward(dout);
      return name === exchange ? [dy, dx] : [dx, dy];
    };
    const [dReduced, dTaxO] = back("orangeTax", dO);
    const [dApplePrice, dTaxA] = back("appleTax", dA);
    const [dOrangePrice, dDiscount] = back("discount", dReduced);
    const [dOrange, dOrangeNum] = back("orange", dOrangePrice);
    const [dApple, dAppleNum] = back("apple", dApplePrice);
    const dTax = dTaxA + dTaxO;
    const receipt = { price, dApple, dAppleNum, dOrange, dOrangeNum, dDiscount, dTax };
    return change(receipt, inputs);
  };
}

const wrong = (change: (r: Receipt, [a, an, o, on, d, t]: Six) => Receipt) => wire({ change });

describe("exercise 05-4, the basket", () => {
  it("takes an untouched blank for not written yet, also when a layer inside is the blank", () => {
    expect(judge("05-4", () => todo()).state).to.equal("blank");
    expect(judge("05-4", (x: number) => ({ price: x, dApple: todo() })).state).to.equal("blank");
  });

  it("passes a right graph, with the numbers of the lesson", () => {
    expectPassed("05-4", wire());
    const receipt = wire()(100, 2, 150, 3, 0.9, 1.1) as Receipt;
    expect(receipt.price).to.be.closeTo(665.5, 1e-9);
    expect(receipt.dTax).to.be.closeTo(200 + 405, 1e-9);
    expect(100 * 2 + 150 * 3 * 0.9).to.equal(200 + 405);
    expect(receipt.dDiscount).to.be.closeTo(495, 1e-9);
  });

  for (const [title, answer, parameter, cause] of [
    [
      "one object serves both fruits",
      wire({ share: { orange: "apple" } }),
      "dApple",
      "shared-layer",
    ],
    [
      "one object serves both taxes",
      wire({ share: { orangeTax: "appleTax" } }),
      "dTax",
      "shared-layer",
    ],
    [
      "one object serves all five nodes",
      wire({
        share: { orange: "apple", discount: "apple", appleTax: "apple", orangeTax: "apple" },
      }),
      "dApple",
      "shared-layer",
    ],
    [
      "one object serves oranges and discount",
      wire({ share: { discount: "orange" } }),
      "dOrange",
      "shared-layer",
    ],
    [
      "dTax has the apples' part only",
      wrong((r, [a, an]) => ({ ...r, dTax: a * an })),
      "dTax",
      "part-missing",
    ],
    [
      "dTax has the oranges' part only",
      wrong((r, [, , o, on, d]) => ({ ...r, dTax: o * on * d })),
      "dTax",
      "part-missing",
    ],
    [
      "the pair of the apples is taken apart in the wrong order",
      wire({ exchange: "apple" }),
      "dApple",
      "gradients-exchanged",
    ],
    ...(
      [
        ["appleTax", "dApple"],
        ["orangeTax", "dOrange"],
        ["discount", "dOrange"],
      ] as const
    ).map(
      ([exchange, parameter]) =>
        [
          `the pair of ${exchange} is taken apart in the wrong order`,
          wire({ exchange }),
          parameter,
          "pair-exchanged",
        ] as const,
    ),
    [
      "the two parts of dTax are multiplied",
      wrong((r, [a, an, o, on, d]) => ({ ...r, dTax: a * an * o * on * d })),
      "dTax",
      "parts-multiplied",
    ],
    [
      "the apples' backward starts from 1 again",
      wrong((r, [a, an]) => ({ ...r, dApple: an, dAppleNum: a })),
      "dApple",
      "upstream-missing",
    ],
    [
      "the discount's gradient misses the tax",
      wrong((r, [, , o, on]) => ({ ...r, dDiscount: o * on })),
      "dDiscount",
      "upstream-missing",
    ],
    [
      "the oranges' gradient skips the discount",
      wrong((r, [, , , on, , t]) => ({ ...r, dOrange: on * t })),
      "dOrange",
      "node-missing",
    ],
    [
      "the discount is left out",
      wrong((r, [a, an, o, on, , t]) => ({ ...r, price: (a * an + o * on) * t })),
      "price",
      "node-missing",
    ],
    [
      "the apples are reduced too",
      wrong((r, [a, an, o, on, d, t]) => ({ ...r, price: (a * an + o * on) * d * t })),
      "price",
      "discount-on-all",
    ],
    [
      "the lesson's dTax is written down",
      wrong((r) => ({ ...r, dTax: 605 })),
      "dTax",
      "hard-coded",
    ],
  ] as const) {
    it(`tells ${cause} at ${parameter} when ${title}`, () => {
      expectWrong("05-4", answer, { layer: "basket", parameter, cause });
    });
  }

  it("does not pass numbers that are right for the lesson's inputs only", () => {
    const numbers = wire()(100, 2, 150, 3, 0.9, 1.1);
    expectWrong("05-4", () => numbers, { parameter: "price", cause: "hard-coded" });
  });

  it("tells every other form from an object of numbers", () => {
    const receipt = wire()(100, 2, 150, 3, 0.9, 1.1) as Receipt;
    const { dTax: _, ...withoutTax } = receipt;
    const forms = [
      [() => Object.values(receipt), "object-expected"],
      [() => 665.5, "object-expected"],
      [() => {}, "nothing-returned"],
      [() => withoutTax, "value-missing"],
      [() => ({ ...receipt, price: "665.5" }), "text-returned"],
      [() => ({ ...receipt, dApple: [2.2] }), "not-a-number"],
      [async () => receipt, "promise-returned"],
      [receipt, "result-given"],
      [class Basket {}, "class-for-function"],
    ] as const;
    for (const [answer, cause] of forms) expectWrong("05-4", answer, { cause });
  });
});
