import { expect } from "chai";
import { todo } from "../../../../src/judging/todo";
import { AddLayer } from "../../../../src/layers/add";
import { MulLayer } from "../../../../src/layers/mul";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

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
      [class Basket {}, "error-thrown"],
    ] as const;
    for (const [answer, cause] of forms) expectWrong("05-4", answer, { cause });
  });
});
