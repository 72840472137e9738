import { expect } from "chai";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

type Gradients = Record<string, number>;
type Change = (right: Gradients, apple: number, appleNum: number, tax: number) => unknown;

const back =
  (change: Change = (right) => right) =>
  (apple: number, appleNum: number, tax: number) => {
    const gradients = {
      dApplePrice: tax,
      dTax: apple * appleNum,
      dApple: tax * appleNum,
      dAppleNum: tax * apple,
    };
    return change(gradients, apple, appleNum, tax);
  };

describe("exercise 02-3, the way back", () => {
  it("takes an untouched blank for not written yet, also for one value alone", () => {
    expect(judge("02-3", () => todo()).state).to.equal("blank");
    expect(judge("02-3", () => ({ dApplePrice: 1.1, dTax: todo() })).state).to.equal("blank");
  });

  it("passes the right gradients", () => {
    expectPassed("02-3", back());
  });

  for (const [title, change, parameter, cause] of [
    [
      "the last node's gradients change places",
      (r) => ({ ...r, dApplePrice: r.dTax, dTax: r.dApplePrice }),
      "dApplePrice",
      "gradients-exchanged",
    ],
    [
      "dApplePrice is the price",
      (r, apple, num, tax) => ({ ...r, dApplePrice: apple * num * tax }),
      "dApplePrice",
      "result-not-change",
    ],
    ["the 1 stays a 1", (r) => ({ ...r, dApplePrice: 1 }), "dApplePrice", "step-itself"],
    [
      "dTax is the tax to pay",
      (r, apple, num, tax) => ({ ...r, dTax: apple * num * (tax - 1) }),
      "dTax",
      "change-for-rate",
    ],
    [
      "dTax is the price",
      (r, apple, num, tax) => ({ ...r, dTax: apple * num * tax }),
      "dTax",
      "result-not-change",
    ],
    [
      "the first node starts from 1 again",
      (r, apple, num) => ({ ...r, dApple: num, dAppleNum: apple }),
      "dApple",
      "started-from-one",
    ],
    [
      "the first node's gradients change places",
      (r) => ({ ...r, dApple: r.dAppleNum, dAppleNum: r.dApple }),
      "dApple",
      "gradients-exchanged",
    ],
    [
      "dAppleNum stops at the last node",
      (r, _a, _n, tax) => ({ ...r, dAppleNum: tax }),
      "dAppleNum",
      "node-missing",
    ],
    [
      "gradients are added",
      (r, _a, num, tax) => ({ ...r, dApple: num + tax }),
      "dApple",
      "gradients-added",
    ],
  ] as [string, Change, string, "node-missing"][]) {
    it(`tells ${cause} at ${parameter} when ${title}`, () => {
      expectWrong("02-3", back(change), { layer: "wayBack", parameter, cause });
    });
  }

  it("does not pass the lesson's numbers, written down", () => {
    const numbers = { dApplePrice: 1.1, dTax: 200, dApple: 2.2, dAppleNum: 110 };
    expectWrong("02-3", () => numbers, { parameter: "dApplePrice", cause: "hard-coded" });
  });

  it("tells every other form from an object of numbers", () => {
    const right = back()(100, 2, 1.1) as Gradients;
    for (const [answer, cause] of [
      [() => Object.values(right), "object-expected"],
      [() => {}, "nothing-returned"],
      [() => ({ dApplePrice: 1.1 }), "value-missing"],
      [back((r) => ({ ...r, dTax: Number.NaN })), "nan-returned"],
      [right, "result-given"],
    ] as const) {
      expectWrong("02-3", answer, { cause });
    }
  });
});
