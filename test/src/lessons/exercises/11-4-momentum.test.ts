import { expect } from "chai";
import { type NdArray, nj } from "../../../../src/arrays/nj";
import type { CauseName } from "../../../../src/judging/causes";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { Momentum } from "../../../../src/network/momentum";
import { expectPassed, expectWrong } from "../../judging/judging";

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

describe("exercise 11-4, momentum", () => {
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
