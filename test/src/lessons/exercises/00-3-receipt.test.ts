import { expect } from "chai";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

const receipt = (price: number, count: number) => ({
  total: price * count,
  half: (price * count) / 2,
});

describe("exercise 00-3, the receipt", () => {
  it("takes an untouched blank for not written yet, also for one value alone", () => {
    expect(judge("00-3", () => todo()).state).to.equal("blank");
    expect(judge("00-3", () => ({ total: 300, half: todo() })).state).to.equal("blank");
  });

  it("passes the right receipt; one piece at 100 makes 100 and 50", () => {
    expectPassed("00-3", receipt);
    expect(receipt(100, 1)).to.deep.equal({ total: 100, half: 50 });
  });

  for (const [title, wrong, parameter, cause] of [
    [
      "price and count are added",
      (p, c) => ({ total: p + c, half: (p + c) / 2 }),
      "total",
      "price-plus-count",
    ],
    ["the count is left out", (p) => ({ total: p, half: p / 2 }), "total", "step-missing"],
    [
      "the two change places",
      (p, c) => ({ total: (p * c) / 2, half: p * c }),
      "total",
      "results-exchanged",
    ],
    [
      "half is rounded",
      (p, c) => ({ total: p * c, half: Math.round((p * c) / 2) }),
      "half",
      "right-at-first",
    ],
    ["half is the total", (p, c) => ({ total: p * c, half: p * c }), "half", "not-halved"],
    ["half is of one piece", (p, c) => ({ total: p * c, half: p / 2 }), "half", "half-of-one"],
    ["numbers are written down", () => ({ total: 300, half: 150 }), "total", "hard-coded"],
  ] as [string, (price: number, count: number) => object, string, "half-of-one"][]) {
    it(`tells ${cause} at ${parameter} when ${title}`, () => {
      expectWrong("00-3", wrong, { layer: "receipt", parameter, cause });
    });
  }

  it("tells every other form from an object of numbers", () => {
    expectWrong("00-3", () => [300, 150], { cause: "object-expected" });
    expectWrong("00-3", (p: number, c: number) => ({ total: p * c }), { cause: "value-missing" });
    expectWrong("00-3", { total: 300, half: 150 }, { cause: "result-given" });
    expectWrong("00-3", () => {}, { cause: "nothing-returned" });
  });
});
