import { expect } from "chai";
import { argmax } from "../../../../src/arrays/argmax";
import { type NdArray, nj } from "../../../../src/arrays/nj";
import type { CauseName } from "../../../../src/judging/causes";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { Momentum } from "../../../../src/network/momentum";
import { SGD } from "../../../../src/network/sgd";
import { expectPassed, expectWrong } from "../../judging/judging";

describe("exercise 11-1, the guess of steps in an epoch", () => {
  it("takes an untouched blank for not written yet", () => {
    expect(judge("11-1", () => todo()).state).to.equal("blank");
  });

  it("passes 600, as a function and as a number", () => {
    expectPassed("11-1", () => 600);
    expectPassed("11-1", 600);
  });

  it("tells what other numbers are instead", () => {
    expectWrong("11-1", 60_000, { parameter: "steps", cause: "samples-not-steps" });
    expectWrong("11-1", 700, { parameter: "steps", cause: "test-images-counted" });
    expectWrong("11-1", () => 100, { parameter: "steps", cause: "batch-itself" });
    for (const guess of [0, 784, Number.NaN]) expectWrong("11-1", guess, { cause: undefined });
    expectWrong("11-1", "600", { cause: "text-returned" });
  });
});

type Formula = (scores: NdArray, t: number[]) => unknown;

const hits = (scores: NdArray, t: number[]) =>
  argmax(scores).filter((label, i) => label === t[i]).length;

describe("exercise 11-2, the accuracy", () => {
  it("takes an untouched blank for not written yet", () => {
    expect(judge("11-2", () => todo()).state).to.equal("blank");
  });

  it("passes the solution in any spelling", () => {
    expectPassed("11-2", (scores: NdArray, t: number[]) => hits(scores, t) / t.length);
    expectPassed("11-2", (scores: NdArray, t: number[]) => {
      let right = 0;
      for (const [i, row] of scores.tolist<number[][]>().entries()) {
        if (row.indexOf(Math.max(...row)) === t[i]) right += 1 / t.length;
      }
      return right;
    });
  });

  for (const [title, formula, cause] of [
    ["counts the wrong ones", (s, t) => 1 - hits(s, t) / t.length, "errors-counted"],
    ["does not divide", hits, "not-divided-by-samples"],
    ["gives percent", (s, t) => (100 * hits(s, t)) / t.length, "percent-not-part"],
    ["divides by the classes", (s, t) => hits(s, t) / s.shape[1], "divided-by-classes"],
    ["takes the lowest score", (s, t) => hits(s.negative(), t) / t.length, "lowest-score"],
    ["writes 3/4 down", () => 0.75, "hard-coded"],
    ["gives NaN", () => Number.NaN, "nan-in-result"],
    ["returns nothing", () => undefined, "nothing-returned"],
    ["gives the labels", (s) => argmax(s), "not-a-number"],
  ] as [string, Formula, CauseName][]) {
    it(`tells ${cause} when it ${title}`, () => {
      expectWrong("11-2", formula, { parameter: "accuracy", cause });
    });
  }

  it("sees what is no function", () => {
    expectWrong("11-2", 0.97, { cause: "result-given" });
  });
});

describe("exercise 11-3, a step of gradient descent", () => {
  type Arrays = Record<string, NdArray>;

  type Step = (W: NdArray, dW: NdArray, lr: number) => unknown;

  const each = (step: Step) => (parameters: Arrays, gradients: Arrays, lr: number) => {
    for (const name of Object.keys(parameters)) step(parameters[name], gradients[name], lr);
  };

  it("takes an untouched blank for not written yet", () => {
    expect(judge("11-3", () => todo()).state).to.equal("blank");
    expect(
      judge(
        "11-3",
        each(() => todo()),
      ).state,
    ).to.equal("blank");
  });

  it("passes the solution and the library's own", () => {
    expectPassed(
      "11-3",
      each((W, dW, lr) => W.subtract(dW.multiply(lr), false)),
    );
    expectPassed("11-3", (parameters: Arrays, gradients: Arrays, lr: number) =>
      new SGD(lr).update(parameters, gradients),
    );
  });

  for (const [title, step, cause] of [
    ["adds", (W, dW, lr) => W.add(dW.multiply(lr), false), "uphill"],
    ["forgets lr", (W, dW) => W.subtract(dW, false), "learning-rate-missing"],
    ["writes the step alone", (W, dW, lr) => W.assign(dW.multiply(lr), false), "step-alone"],
  ] as [string, Step, CauseName][]) {
    it(`tells ${cause} when it ${title}`, () => {
      expectWrong("11-3", each(step), { parameter: "W1", cause });
    });
  }

  it("sees new arrays under the old names, a name left out, and gradients that change", () => {
    const renamed = (parameters: Arrays, gradients: Arrays, lr: number) => {
      for (const name of Object.keys(parameters)) {
        parameters[name] = parameters[name].subtract(gradients[name].multiply(lr));
      }
    };
    expectWrong("11-3", renamed, { parameter: "W1", cause: "not-in-place" });
    const forgotten = each((W, dW, lr) => W.subtract(dW.multiply(lr)));
    expectWrong("11-3", forgotten, { cause: "nothing-moved" });
    const onlyW = ({ W1 }: Arrays, gradients: Arrays, lr: number) => {
      W1.subtract(gradients.W1.multiply(lr), false);
    };
    expectWrong("11-3", onlyW, { parameter: "b1", cause: "parameter-not-moved" });
    const scaling = each((W, dW, lr) => W.subtract(dW.multiply(lr, false), false));
    expectWrong("11-3", scaling, { parameter: "gradients.W1", cause: "input-changed" });
    expectWrong("11-3", 3, { cause: "result-given" });
  });
});

describe("exercise 11-4, momentum", () => {
  type Arrays = Record<string, NdArray>;

  interface Settings {
    lr: number;
    momentum: number;
  }

  /** An optimizer with a velocity for each name, which moves a parameter by a rule. */
  const optimizer = (rule: (W: NdArray, v: NdArray, g: NdArray, settings: Settings) => NdArray) =>
    class Mine {
      v: Arrays = {};
      constructor(
        readonly lr: number,
        readonly momentum: number,
      ) {}
      update(parameters: Arrays, gradients: Arrays): void {
        for (const [name, W] of Object.entries(parameters)) {
          this.v[name] ??= nj.zeros(W.shape, "float64");
          this.v[name] = rule(W, this.v[name], gradients[name], this);
        }
      }
    };

  const velocity = (v: NdArray, g: NdArray, { lr, momentum }: Settings) =>
    v.multiply(momentum).subtract(g.multiply(lr));

  const moved = (W: NdArray, v: NdArray) => {
    W.add(v, false);
    return v;
  };

  it("takes an untouched blank for not written yet", () => {
    expect(
      judge(
        "11-4",
        optimizer(() => todo()),
      ).state,
    ).to.equal("blank");
  });

  it("passes the solution, the same with the sign in the velocity, and the library's own", () => {
    expectPassed(
      "11-4",
      optimizer((W, v, g, settings) => moved(W, velocity(v, g, settings))),
    );
    expectPassed(
      "11-4",
      optimizer((W, v, g, { lr, momentum }) => {
        const next = v.multiply(momentum).add(g.multiply(lr));
        W.subtract(next, false);
        return next;
      }),
    );
    expectPassed("11-4", Momentum);
  });

  for (const [title, rule, cause] of [
    [
      "only walks downhill",
      (W, v, g, { lr }) => moved(W, g.multiply(-lr)) && v,
      "velocity-not-kept",
    ],
    [
      "walks uphill",
      (W, v, g, { lr, momentum }) => moved(W, v.multiply(momentum).add(g.multiply(lr))),
      "uphill",
    ],
    [
      "forgets lr",
      (W, v, g, { momentum }) => moved(W, v.multiply(momentum).subtract(g)),
      "learning-rate-missing",
    ],
    [
      "never slows down",
      (W, v, g, { lr }) => moved(W, v.subtract(g.multiply(lr))),
      "velocity-not-damped",
    ],
    [
      "averages",
      (W, v, g, { lr, momentum }) =>
        moved(W, v.multiply(momentum).subtract(g.multiply(lr * (1 - momentum)))),
      "velocity-averaged",
    ],
    [
      "moves by the old velocity",
      (W, v, g, settings) => moved(W, v) && velocity(v, g, settings),
      "velocity-late",
    ],
    [
      "exchanges lr and momentum",
      (W, v, g, { lr, momentum }) => moved(W, velocity(v, g, { lr: momentum, momentum: lr })),
      "lr-and-momentum-exchanged",
    ],
  ] as [string, Parameters<typeof optimizer>[0], CauseName][]) {
    it(`tells ${cause} when it ${title}`, () => {
      expectWrong("11-4", optimizer(rule), { method: "update", parameter: "W1", cause });
    });
  }

  it("sees one velocity for all names", () => {
    class Shared {
      v = nj.zeros([3], "float64");
      constructor(
        readonly lr: number,
        readonly momentum: number,
      ) {}
      update(parameters: Arrays, gradients: Arrays) {
        for (const [name, W] of Object.entries(parameters)) {
          this.v = moved(W, velocity(this.v, gradients[name], this));
        }
      }
    }
    expectWrong("11-4", Shared, { parameter: "W1", cause: "velocity-shared" });
  });

  it("sees arrays that never move, and one that does not", () => {
    const still = optimizer((_, v, g, settings) => velocity(v, g, settings));
    expectWrong("11-4", still, { method: "update", cause: "nothing-moved" });
    class OnlyW2 extends Momentum {
      override update({ W2 }: Arrays, gradients: Arrays) {
        super.update({ W2 }, { W2: gradients.W2 });
      }
    }
    expectWrong("11-4", OnlyW2, { parameter: "W1", cause: "parameter-not-moved" });
  });

  it("sees new arrays, a missing update and what is no class", () => {
    class Renaming {
      update(parameters: Arrays) {
        parameters.W1 = parameters.W1.add(1);
      }
    }
    expectWrong("11-4", Renaming, { method: "update", parameter: "W1", cause: "not-in-place" });
    expectWrong("11-4", class {}, { method: "update", cause: "method-missing" });
    expectWrong("11-4", new Momentum(), { cause: "result-given" });
    expectWrong("11-4", () => 1, { cause: "error-thrown" });
  });
});
