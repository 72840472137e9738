import { expect } from "chai";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

describe("exercise 01-1, a neuron", () => {
  type Five = [x1: number, x2: number, w1: number, w2: number, b: number];

  const right = (...[x1, x2, w1, w2, b]: Five) => Math.max(x1 * w1 + x2 * w2 + b, 0);

  it("takes an untouched blank for not written yet", () => {
    expect(judge("01-1", () => todo()).state).to.equal("blank");
  });

  it("passes the right formula, however it is written", () => {
    expectPassed("01-1", right);
    expectPassed("01-1", (...[x1, x2, w1, w2, b]: Five) => {
      const z = b + w2 * x2 + w1 * x1;
      return z > 0 ? z : 0;
    });
    expect(right(1, 2, 0.5, 1, 0.5)).to.equal(3);
  });

  for (const [title, wrong, cause] of [
    ["a negative sum stays", (x1, x2, w1, w2, b) => x1 * w1 + x2 * w2 + b, "activation-missing"],
    [
      "a positive sum is stopped",
      (x1, x2, w1, w2, b) => Math.min(x1 * w1 + x2 * w2 + b, 0),
      "activation-reversed",
    ],
    [
      "the bias comes behind the activation",
      (x1, x2, w1, w2, b) => Math.max(x1 * w1 + x2 * w2, 0) + b,
      "activation-too-early",
    ],
    [
      "each product has an activation",
      (x1, x2, w1, w2, b) => Math.max(x1 * w1, 0) + Math.max(x2 * w2, 0) + b,
      "activation-too-early",
    ],
    [
      "a negative sum loses its sign",
      (x1, x2, w1, w2, b) => Math.abs(x1 * w1 + x2 * w2 + b),
      "sign-removed",
    ],
    ["there is no bias", (x1, x2, w1, w2) => Math.max(x1 * w1 + x2 * w2, 0), "bias-missing"],
    ["there is neither bias nor activation", (x1, x2, w1, w2) => x1 * w1 + x2 * w2, "bias-missing"],
    ["there are no weights", (x1, x2, _1, _2, b) => Math.max(x1 + x2 + b, 0), "weights-missing"],
    [
      "the weights change places",
      (x1, x2, w1, w2, b) => Math.max(x1 * w2 + x2 * w1 + b, 0),
      "weights-exchanged",
    ],
    [
      "everything is added",
      (...all) =>
        Math.max(
          all.reduce((a, b) => a + b),
          0,
        ),
      "added-instead",
    ],
    ["the lesson's number is written down", () => 3, "hard-coded"],
  ] as [string, (...all: Five) => number, "hard-coded"][]) {
    it(`tells ${cause} when ${title}`, () => {
      expectWrong("01-1", wrong, { layer: "myNeuron", parameter: "h", cause });
    });
  }

  it("tells every other form from a function that returns a number", () => {
    expectWrong("01-1", 3, { cause: "result-given" });
    expectWrong("01-1", () => {}, { cause: "nothing-returned" });
    expectWrong("01-1", (...all: Five) => [right(...all)], { cause: "not-a-number" });
    expectWrong("01-1", (...all: Five) => String(right(...all)), { cause: "text-returned" });
    expectWrong("01-1", (x1: number, b?: number, c?: unknown) => x1 * Number(b) * Number({ c }), {
      cause: "nan-returned",
    });
  });
});

describe("exercise 01-2, the guess of changed parameters", () => {
  it("takes an untouched blank for not written yet", () => {
    expect(judge("01-2", () => todo()).state).to.equal("blank");
  });

  it("passes 0, as a function and as a number", () => {
    expectPassed("01-2", () => 0);
    expectPassed("01-2", 0);
  });

  for (const guess of [17, 15, 14, 12, 5, 1]) {
    it(`asks who writes into a weight at ${guess}`, () => {
      const where = { layer: "myGuess", parameter: "changed" };
      expectWrong("01-2", () => guess, { ...where, cause: "passes-change-weights" });
    });
  }

  it("does not pass what only looks like 0", () => {
    for (const [answer, cause] of [
      [null, "not-a-number"],
      [false, "not-a-number"],
      [undefined, "nothing-returned"],
      ["0", "text-returned"],
      [[], "not-a-number"],
      [0n, "not-a-number"],
      [Number.NaN, undefined],
      [Number.POSITIVE_INFINITY, undefined],
      [1e-12, undefined],
    ] as const) {
      expectWrong("01-2", answer, { cause });
    }
  });
});

describe("exercise 01-3, who does what", () => {
  const right = {
    computesTheLoss: "forward",
    computesGradients: "backward",
    changesWeights: "optimizer",
  };

  it("takes an untouched blank for not written yet", () => {
    expect(judge("01-3", () => todo()).state).to.equal("blank");
  });

  it("passes the right words, as a function and as an object", () => {
    expectPassed("01-3", () => right);
    expectPassed("01-3", right);
  });

  for (const [parameter, word, cause] of [
    ["computesTheLoss", "backward", "passes-exchanged"],
    ["computesTheLoss", "optimizer", "optimizer-computes"],
    ["computesGradients", "forward", "passes-exchanged"],
    ["computesGradients", "optimizer", "optimizer-computes"],
    ["changesWeights", "forward", "forward-changes-weights"],
    ["changesWeights", "backward", "backward-changes-weights"],
  ] as const) {
    it(`tells ${cause} when ${parameter} is ${word}`, () => {
      const answer = () => ({ ...right, [parameter]: word });
      expectWrong("01-3", answer, { layer: "roles", parameter, cause });
    });
  }

  it("tells other words and other forms", () => {
    expectWrong("01-3", { ...right, changesWeights: "Optimizer" }, { cause: "not-a-choice" });
    expectWrong("01-3", { ...right, changesWeights: undefined }, { cause: "value-missing" });
    expectWrong("01-3", () => Object.values(right), { cause: "object-expected" });
    expectWrong("01-3", () => {}, { cause: "nothing-returned" });
  });
});

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
