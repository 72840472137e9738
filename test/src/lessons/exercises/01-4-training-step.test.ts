import { expect } from "chai";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

interface Step {
  y: number;
  loss: number;
  dw: number;
  newW: number;
}
type Change = (right: Step, w: number, x: number, t: number, rate: number) => unknown;

const step =
  (change: Change = (right) => right) =>
  (w: number, x: number, t: number, rate: number) => {
    const y = w * x;
    const dw = (y - t) * x;
    return change({ y, loss: (y - t) ** 2 / 2, dw, newW: w - rate * dw }, w, x, t, rate);
  };

describe("exercise 01-4, a training step", () => {
  it("takes an untouched blank for not written yet, also in the last line", () => {
    expect(judge("01-4", () => todo()).state).to.equal("blank");
    expect(
      judge(
        "01-4",
        step((r) => ({ ...r, newW: todo() })),
      ).state,
    ).to.equal("blank");
  });

  it("passes the right step; the lesson's new weight is 1.7", () => {
    expectPassed("01-4", step());
    expect((step()(2, 3, 5, 0.1) as Step).newW).to.be.closeTo(1.7, 1e-12);
  });

  for (const [title, change, parameter, cause] of [
    ["y is a sum", (r, w, x) => ({ ...r, y: w + x }), "y", "added-instead"],
    ["the loss is not halved", (r) => ({ ...r, loss: 2 * r.loss }), "loss", "half-missing"],
    ["the loss is the error", (r, _w, _x, t) => ({ ...r, loss: r.y - t }), "loss", "error-itself"],
    ["the error is reversed", (r) => ({ ...r, dw: -r.dw }), "dw", "error-reversed"],
    ["dw is the error", (r, _w, _x, t) => ({ ...r, dw: r.y - t }), "dw", "error-itself"],
    ["the step goes up", (r, w, _x, _t, a) => ({ ...r, newW: w + a * r.dw }), "newW", "uphill"],
    [
      "the learning rate is not used",
      (r, w) => ({ ...r, newW: w - r.dw }),
      "newW",
      "learning-rate-missing",
    ],
    [
      "the weight is not in it",
      (r, _w, _x, _t, a) => ({ ...r, newW: -a * r.dw }),
      "newW",
      "step-alone",
    ],
    [
      "the step follows the error",
      (r, w, _x, t, a) => ({ ...r, newW: w - a * (r.y - t) }),
      "newW",
      "gradient-not-used",
    ],
    [
      "the step follows the loss",
      (r, w, _x, _t, a) => ({ ...r, newW: w - a * r.loss }),
      "newW",
      "gradient-not-used",
    ],
    ["the weight stays", (r, w) => ({ ...r, newW: w }), "newW", "weight-unchanged"],
    ["1.7 is written down", (r) => ({ ...r, newW: 1.7 }), "newW", "hard-coded"],
  ] as [string, Change, string, "uphill"][]) {
    it(`tells ${cause} at ${parameter} when ${title}`, () => {
      expectWrong("01-4", step(change), { layer: "trainingStep", parameter, cause });
    });
  }

  it("tells every other form from an object of numbers", () => {
    expectWrong("01-4", step(Object.values), { cause: "object-expected" });
    expectWrong(
      "01-4",
      step(({ newW: _, ...rest }) => rest),
      { cause: "value-missing" },
    );
    expectWrong(
      "01-4",
      step((r) => ({ ...r, dw: Number.NaN })),
      { cause: "nan-returned" },
    );
    expectWrong("01-4", step()(2, 3, 5, 0.1), { cause: "result-given" });
  });
});
