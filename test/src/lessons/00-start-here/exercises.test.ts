import { expect } from "chai";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

describe("exercise 00-1, the guess of 1 + 2 * 3", () => {
  it("takes an untouched blank for not written yet", () => {
    const { state, sentences } = judge("00-1", () => todo());
    expect(state).to.equal("blank");
    expect(sentences[0].en).to.match(/^start with/);
  });

  it("passes 7, as a function and as a number", () => {
    expectPassed("00-1", () => 7);
    expectPassed("00-1", 1 + 2 * 3);
  });

  it("knows where a 9 comes from, and names no cause for other numbers", () => {
    const where = { layer: "myGuess", parameter: "1 + 2 * 3" };
    expectWrong("00-1", () => (1 + 2) * 3, { ...where, cause: "left-to-right" });
    for (const guess of [6, 0, Number.NaN]) {
      expectWrong("00-1", guess, { ...where, cause: undefined });
    }
  });

  it("tells text and nothing from numbers", () => {
    expectWrong("00-1", "7", { cause: "text-returned" });
    expectWrong("00-1", () => {}, { cause: "nothing-returned" });
  });
});

describe("exercise 00-2, twice x", () => {
  it("takes an untouched blank for not written yet", () => {
    expect(judge("00-2", () => todo()).state).to.equal("blank");
  });

  it("passes twice x, however it is written", () => {
    expectPassed("00-2", (x: number) => 2 * x);
    expectPassed("00-2", (x: number) => x + x);
  });

  for (const [title, wrong, cause] of [
    ["x is squared", (x) => x * x, "squared"],
    ["2 is added", (x) => x + 2, "two-added"],
    ["x comes back", (x) => x, "step-missing"],
    ["14 is written down", () => 14, "hard-coded"],
    ["NaN comes back", () => Number.NaN, "nan-returned"],
  ] as [string, (x: number) => number, "squared"][]) {
    it(`tells ${cause} when ${title}`, () => {
      expectWrong("00-2", wrong, { layer: "double", parameter: "double(x)", cause });
    });
  }

  it("tells other forms from a function that returns a number", () => {
    expectWrong("00-2", 14, { cause: "result-given" });
    expectWrong("00-2", (x: number) => `${2 * x}`, { cause: "text-returned" });
    expectWrong("00-2", () => {}, { cause: "nothing-returned" });
  });
});

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
