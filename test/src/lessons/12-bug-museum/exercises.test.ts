import { expect } from "chai";
import { addBias } from "../../../../src/arrays/add-bias";
import { columnSums } from "../../../../src/arrays/column-sums";
import { dot } from "../../../../src/arrays/dot";
import { map, mapPairs } from "../../../../src/arrays/map";
import type { NdArray } from "../../../../src/arrays/nj";
import { softmaxRows } from "../../../../src/arrays/softmax-rows";
import type { CauseName } from "../../../../src/judging/causes";
import { todo } from "../../../../src/judging/todo";
import { SoftmaxWithLoss } from "../../../../src/layers/softmax-with-loss";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

type Gradients = (
  layer: { x: NdArray; W: NdArray; dW?: NdArray; db?: NdArray },
  dout: NdArray,
) => { dx: NdArray; dW: NdArray; db: NdArray };

const rightGradients: Gradients = ({ x, W }, dout) => ({
  dx: dot(dout, W, { transposeB: true }),
  dW: dot(x, dout, { transposeA: true }),
  db: columnSums(dout),
});

/** An Affine layer that computes its gradients this way. */
const affine = (gradients: Gradients) =>
  class Repaired {
    x!: NdArray;
    dW?: NdArray;
    db?: NdArray;
    constructor(
      readonly W: NdArray,
      readonly b: NdArray,
    ) {}
    forward(x: NdArray) {
      this.x = x;
      return addBias(dot(x, this.W), this.b);
    }
    backward(dout: NdArray) {
      const { dx, dW, db } = gradients(this, dout);
      this.dW = dW;
      this.db = db;
      return dx;
    }
  };

/** A layer on each number: what forward keeps and gives, and what backward makes of it. */
const elementwise = (
  keep: (x: NdArray) => NdArray,
  forward: (x: NdArray) => NdArray,
  backward: (dout: NdArray, kept: NdArray) => NdArray,
) =>
  class Repaired {
    kept!: NdArray;
    forward(x: NdArray) {
      this.kept = keep(x);
      return forward(x);
    }
    backward(dout: NdArray) {
      return backward(dout, this.kept);
    }
  };

const mask = (x: NdArray) => map(x, (x) => (x <= 0 ? 1 : 0));

const gate = (x: NdArray) => map(x, (x) => (x <= 0 ? 0 : x));

const masked = (dout: NdArray, mask: NdArray) => mapPairs(dout, mask, (d, m) => (m === 1 ? 0 : d));

const sigmoid = (x: NdArray) => map(x, (x) => 1 / (1 + Math.exp(-x)));

const slope = (dout: NdArray, y: NdArray) => mapPairs(dout, y, (d, y) => d * y * (1 - y));

type LossGradient = (y: NdArray, t: NdArray, dout: number) => NdArray;

/** A loss layer whose forward is right. */
const loss = (gradient: LossGradient) =>
  class Repaired {
    y!: NdArray;
    t!: NdArray;
    forward(x: NdArray, t: NdArray) {
      this.y = softmaxRows(x);
      this.t = t;
      return new SoftmaxWithLoss().forward(x, t);
    }
    backward(dout: number) {
      return gradient(this.y, this.t, dout);
    }
  };

const each = (y: NdArray, rule: (y: number, i: number, j: number) => number) => {
  const C = y.shape[1];
  let at = -1;
  return map(y, (value) => {
    at++;
    return rule(value, Math.floor(at / C), at % C);
  });
};

const ofLabels =
  (target: (t: NdArray, i: number, j: number) => number): LossGradient =>
  (y, t, dout) =>
    each(y, (y, i, j) => ((y - target(t, i, j)) * dout) / t.size);

const SOLUTIONS: Record<string, unknown> = {
  ...Object.fromEntries([1, 2, 3, 4].map((i) => [`12-${i}`, affine(rightGradients)])),
  ...Object.fromEntries([5, 6, 7].map((i) => [`12-${i}`, elementwise(mask, gate, masked)])),
  ...Object.fromEntries([8, 9].map((i) => [`12-${i}`, elementwise(sigmoid, sigmoid, slope)])),
  ...Object.fromEntries(
    [10, 11].map((i) => [
      `12-${i}`,
      loss((y, t, dout) => y.subtract(t).multiply(dout / t.shape[0])),
    ]),
  ),
  "12-12": loss(ofLabels((t, i, j) => Number(t.get(i) === j))),
};

const piling: Gradients = (layer, dout) => {
  const right = rightGradients(layer, dout);
  return {
    dx: right.dx,
    dW: layer.dW ? layer.dW.add(right.dW) : right.dW,
    db: layer.db ? layer.db.add(right.db) : right.db,
  };
};

const overwriting = (dout: NdArray, mask: NdArray) => dout.assign(masked(dout, mask), false);

/** What a learner hands in who has not found the bug, and what is said of it. */
const EXHIBITS: [id: string, answer: unknown, parameter: string | undefined, cause: CauseName][] = [
  [
    "12-1",
    affine((layer, dout) => ({ ...rightGradients(layer, dout), dx: dot(dout, layer.W) })),
    "dx",
    "transpose-missing",
  ],
  [
    "12-2",
    affine((layer, dout) => ({ ...rightGradients(layer, dout), db: dout })),
    "db",
    "column-sum-missing",
  ],
  [
    "12-3",
    affine((layer, dout) => ({
      ...rightGradients(layer, dout),
      dW: dot(dout, layer.x, { transposeA: true }),
    })),
    "dW",
    "operands-exchanged",
  ],
  ["12-4", affine(piling), "dW", "gradient-piled-up"],
  ["12-5", elementwise(mask, gate, (dout) => gate(dout)), "dx", "mask-from-dout"],
  ["12-6", elementwise(mask, gate, overwriting), undefined, "dout-changed"],
  [
    "12-7",
    elementwise((x) => map(x, (x) => (x < 0 ? 1 : 0)), gate, masked),
    "dx",
    "zero-lets-through",
  ],
  [
    "12-8",
    elementwise(sigmoid, (x) => map(x, (x) => Math.exp(x) / (1 + Math.exp(x))), slope),
    "out",
    "exp-overflow",
  ],
  ["12-9", elementwise((x) => x, sigmoid, slope), "dx", "input-for-output"],
  ["12-10", loss((y, t, dout) => y.subtract(t).multiply(dout)), "dx", "batch-size-missing"],
  ["12-11", loss((y, t) => y.subtract(t).divide(t.shape[0])), "dx", "dout-ignored"],
  ["12-12", loss(ofLabels((t, _, j) => t.get(j))), "dx", "labels-for-one-hot"],
];

describe("exercises 12-1 to 12-12, the repairs of the museum", () => {
  for (const [id, answer, parameter, cause] of EXHIBITS) {
    it(`${id}: the exhibit itself gets ${cause}, its repair passes, a blank is a blank`, () => {
      expectWrong(id, answer, { ...(parameter && { parameter }), cause });
      expectPassed(id, SOLUTIONS[id]);
      class Blank {
        forward() {
          return todo();
        }
        backward() {
          return todo();
        }
      }
      const blank = judge(id, Blank);
      expect(blank.state).to.equal("blank");
      // The blank stands open below its exhibit: what it says must not tell the bug.
      expect(blank.sentences[0].en).to.include("start with the exhibit's own lines");
      expectWrong(id, ForwardOnly, { cause: "method-missing" });
      expectWrong(id, 3, { cause: "result-given" });
    });
  }

  it("tell other mistakes in a loss from each other", () => {
    const cases: [LossGradient, CauseName | undefined][] = [
      [(y, t, dout) => t.subtract(y).multiply(dout / t.shape[0]), "minus-missing"],
      [(y, t, dout) => y.subtract(t).multiply(dout / t.shape[1]), "divided-by-classes"],
      [(y, t) => y.subtract(t), "dout-ignored"],
      [(y) => y, undefined],
      [(y) => y.multiply(Number.NaN), "nan-in-result"],
    ];
    for (const [gradient, cause] of cases) {
      expectWrong("12-10", loss(gradient), { method: "backward", parameter: "dx", cause });
    }
  });

  it("tell other mistakes in the targets from each other", () => {
    const everywhere = loss(ofLabels((t, i) => t.get(i)));
    expectWrong("12-12", everywhere, { parameter: "dx", cause: "labels-for-one-hot" });
    const turned = loss(ofLabels((t, i, j) => Number(j < t.size && t.get(j) === i)));
    expectWrong("12-12", turned, { parameter: "dx", cause: undefined });
  });

  it("tell other mistakes in a sigmoid from each other", () => {
    const cases: [(dout: NdArray, y: NdArray) => NdArray, CauseName][] = [
      [(_, y) => map(y, (y) => y * (1 - y)), "dout-ignored"],
      [(dout, y) => mapPairs(dout, y, (d, y) => d * y), "slope-factor-missing"],
    ];
    for (const [backward, cause] of cases) {
      expectWrong("12-8", elementwise(sigmoid, sigmoid, backward), { parameter: "dx", cause });
    }
  });

  it("see that NaN was patched, not avoided", () => {
    const patched = (x: NdArray) => map(x, (x) => Math.exp(x) / (1 + Math.exp(x)) || 0);
    const answer = elementwise(patched, patched, slope);
    expectWrong("12-8", answer, { parameter: "out", cause: "exp-overflow" });
  });

  it("accept the sigmoid that takes exp of nothing above 0", () => {
    const stable = (x: NdArray) =>
      map(x, (x) => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x))));
    expectPassed("12-8", elementwise(stable, stable, slope));
  });
});

class ForwardOnly {
  forward(x: NdArray) {
    return x;
  }
}

const right = {
  exhibit1: "transpose missing",
  exhibit2: "column sum missing",
  exhibit3: "operands exchanged",
  exhibit4: "gradient piles up",
  exhibit5: "mask from dout",
  exhibit6: "dout overwritten",
  exhibit7: "zero lets through",
  exhibit8: "exp overflows",
  exhibit9: "input for output",
  exhibit10: "batch size missing",
  exhibit11: "dout ignored",
  exhibit12: "labels for one-hot",
};

describe("exercise 12-13, the names of the exhibits", () => {
  it("takes an untouched blank for not written yet", () => {
    expect(judge("12-13", () => todo()).state).to.equal("blank");
  });

  it("passes all twelve, as a function and as an object", () => {
    expectPassed("12-13", () => right);
    expectPassed("12-13", right);
  });

  it("says which one is wrong, missing or no name at all, and never tells the right one", () => {
    const wrong = { ...right, exhibit3: "transpose missing" };
    expectWrong("12-13", () => wrong, { parameter: "exhibit3", cause: undefined });
    expect(JSON.stringify(judge("12-13", wrong).sentences)).not.to.include("operands exchanged");
    const { exhibit12, ...eleven } = right;
    expect(exhibit12).to.be.a("string");
    expectWrong("12-13", eleven, { parameter: "exhibit12", cause: "value-missing" });
    expectWrong(
      "12-13",
      { ...right, exhibit1: "bug" },
      { parameter: "exhibit1", cause: "not-a-choice" },
    );
    expectWrong("12-13", () => undefined, { cause: "nothing-returned" });
    expectWrong("12-13", "transpose missing", { cause: "object-expected" });
  });
});
