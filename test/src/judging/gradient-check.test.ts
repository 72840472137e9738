import { inspect } from "node:util";
import { expect } from "chai";
import { columnSums } from "../../../src/arrays/column-sums";
import { dot } from "../../../src/arrays/dot";
import { NdArray, nj } from "../../../src/arrays/nj";
import { Random } from "../../../src/arrays/random";
import { type CheckedLayer, gradientCheck } from "../../../src/judging/gradient-check";
import type { GradientReport } from "../../../src/judging/gradient-report";
import { numericGradient } from "../../../src/judging/numeric-gradient";
import { AddLayer } from "../../../src/layers/add";
import { Affine } from "../../../src/layers/affine";
import { MulLayer } from "../../../src/layers/mul";
import { Relu } from "../../../src/layers/relu";
import { Sigmoid } from "../../../src/layers/sigmoid";
import { SoftmaxWithLoss } from "../../../src/layers/softmax-with-loss";
import { multiLayerNet } from "../../../src/network/multi-layer-net";
import { DISPLAY } from "../../../src/show/displayable";
import { setLanguage } from "../../../src/text/language";
import { shownBy } from "./showing";

const random = new Random(5);
const x = random.normal([4, 3]);
const W = random.normal([3, 2]);
const b = random.normal([2]);
const t = [0, 1, 1, 0];

const errors = ({ rows }: GradientReport) =>
  Object.fromEntries(rows.map(({ name, error }) => [name, error]));

/** An Affine whose backward is given. */
class Broken {
  x = x;
  W = W.clone();
  b = b.clone();
  dW: unknown;
  db: unknown;
  constructor(readonly gradients: (layer: Broken, dout: NdArray) => unknown) {}
  forward(x: NdArray) {
    this.x = x;
    return new Affine(this.W, this.b).forward(x);
  }
  backward(dout: NdArray): unknown {
    this.dW = dot(this.x, dout, { transposeA: true });
    this.db = columnSums(dout);
    return this.gradients(this, dout) ?? dot(dout, this.W, { transposeB: true });
  }
}

describe("gradientCheck", () => {
  for (const [name, layer, inputs, names] of [
    ["MulLayer", new MulLayer(), [3, -4], ["x", "y"]],
    ["AddLayer", new AddLayer(), [3, -4], ["x", "y"]],
    ["Affine", new Affine(W, b), [x], ["x", "W", "b"]],
    ["Affine of one sample", new Affine(W, b), [[1, 2, 3]], ["x", "W", "b"]],
    ["Affine without dx", new Affine(W, b, { needsDx: false }), [x], ["W", "b"]],
    [
      "Relu",
      new Relu(),
      [
        [
          [1, -0.5],
          [-2, 3],
        ],
      ],
      ["x"],
    ],
    ["Relu of a number", new Relu(), [3], ["x"]],
    ["Sigmoid", new Sigmoid(), [x], ["x"]],
    ["SoftmaxWithLoss", new SoftmaxWithLoss(), [random.normal([4, 2]), t], ["x"]],
  ] as [string, CheckedLayer, unknown[], string[]][]) {
    it(`agrees with the library's ${name}`, () => {
      const report = gradientCheck(layer, inputs);
      expect(report.rows.map(({ name }) => name)).to.deep.equal(names);
      expect(report.ok, String(report)).to.equal(true);
      expect(report.error).to.be.below(1e-8);
    });
  }

  for (const [dtype, most] of [
    ["float64", 1e-8],
    ["float32", 1e-2],
  ] as const) {
    it(`agrees with a whole net in ${dtype}, and puts every number back`, () => {
      const net = multiLayerNet([3, 5, 2], { dtype, seed: 2 });
      const before = inspect(net.parameters);
      const report = gradientCheck(net, [x, t]);
      expect(report.ok, String(report)).to.equal(true);
      expect(report.error).to.be.below(most);
      expect(report.rows.map(({ name }) => name)).to.deep.equal(["W1", "b1", "W2", "b2"]);
      expect(report.forwardPasses).to.equal(2 * (15 + 5 + 10 + 2));
      expect(inspect(net.parameters)).to.equal(before);
    });
  }

  it("tells which gradient is wrong, and by how much", () => {
    const halved = gradientCheck(
      new Broken((layer) => {
        layer.dW = (layer.dW as NdArray).multiply(0.5);
      }),
      [x],
    );
    expect(halved.ok).to.equal(false);
    expect(errors(halved).W).to.be.closeTo(1 / 3, 1e-6);
    expect(errors(halved).x).to.be.below(1e-8);
    expect(errors(halved).b).to.be.below(1e-8);
    const turned = gradientCheck(
      new Broken((_, dout) => dot(dout, W, { transposeB: true }).negative()),
      [x],
    );
    expect(errors(turned).x).to.be.closeTo(1, 1e-6);
    const { worst } = turned.rows[0];
    expect(worst.backprop).to.be.closeTo(-worst.numeric, 1e-6);
    expect(String(turned)).to.include("✗ Gradient check: dx does not agree");
    expect(String(turned)).to.match(/dx \[\d, \d\]: backprop says \S+, the numbers say \S+\./);
  });

  it("sees a layer that ignores dout, whatever it computes", () => {
    const loss = new SoftmaxWithLoss();
    const ignoring = {
      forward: (x: NdArray, t: number[]) => loss.forward(x, t),
      backward: () => loss.backward(),
    };
    expect(gradientCheck(ignoring, [random.normal([4, 2]), t]).ok).to.equal(false);
  });

  it("sees NaN", () => {
    const report = gradientCheck({ forward: (x: number) => x, backward: () => Number.NaN }, [1]);
    expect(report.ok).to.equal(false);
    expect(report.error).to.equal(Number.POSITIVE_INFINITY);
    expect(String(report)).to.include("dx: backprop says NaN, the numbers say ");
  });

  it("sees that backward writes into the caller's dout", () => {
    const relu = new Relu();
    const writing = {
      forward: (x: NdArray) => relu.forward(x),
      backward: (dout: NdArray) => dout.assign(relu.backward(dout), false),
    };
    const report = gradientCheck(writing, [[[1, -1]]]);
    expect(report.rows[0].ok).to.equal(true);
    expect(report.ok).to.equal(false);
    expect(String(report)).to.match(/^✗ backward changed the caller's dout\./);
  });

  it("knows a kink from a mistake", () => {
    const kink = gradientCheck(new Relu(), [[0, 1, -1]]);
    expect(kink.ok).to.equal(false);
    expect(kink.rows[0].kink).to.equal(true);
    expect(String(kink)).to.include("dx [0]: backprop says 0, the numbers say ");
    expect(String(kink)).to.include("has a kink there");
    const wrong = gradientCheck({ forward: (x: number) => x * x, backward: (d: number) => d }, [3]);
    expect(wrong.rows[0].kink).to.equal(false);
  });

  it("takes a learner's forms: lists, numbers, parameters in lists", () => {
    class Mine {
      W = [
        [1, 0, -1],
        [2, 1, 0],
      ];
      b = [1, 2, 3];
      x: number[][] = [];
      dW: unknown;
      db: unknown;
      forward(x: NdArray) {
        this.x = x.tolist();
        return new Affine(this.W, this.b).forward(this.x).tolist();
      }
      backward(dout: NdArray) {
        const affine = new Affine(this.W, this.b);
        affine.forward(this.x);
        const dx = affine.backward(dout).tolist();
        this.dW = affine.dW?.tolist();
        this.db = affine.db?.tolist();
        return dx;
      }
    }
    const mine = new Mine();
    const report = gradientCheck(mine, [
      [
        [1, 2],
        [3, 4],
      ],
    ]);
    expect(report.ok, String(report)).to.equal(true);
    expect(mine.W).to.deep.equal([
      [1, 0, -1],
      [2, 1, 0],
    ]);
    expect(mine.x).to.deep.equal([
      [1, 2],
      [3, 4],
    ]);
  });

  it("puts numbers back when forward stops in the middle, and leaves the caller's arrays alone", () => {
    let left = 3;
    const layer = {
      W: nj.array([1, 2], "float64"),
      dW: nj.array([1, 1], "float64"),
      forward(x: NdArray) {
        if (left-- === 0) throw new Error("stop");
        return x;
      },
      backward: (dout: NdArray) => dout,
    };
    const given = nj.array([5, 6], "float64");
    expect(() => gradientCheck(layer, [given])).to.throw("stop");
    left = 7;
    expect(() => gradientCheck(layer, [given])).to.throw("stop");
    expect(layer.W.tolist()).to.deep.equal([1, 2]);
    expect(given.tolist()).to.deep.equal([5, 6]);
  });

  it("checks a part of the numbers when asked, the same for the same seed", () => {
    const net = multiLayerNet([3, 5, 2], { dtype: "float64" });
    const report = gradientCheck(net, [x, t], { most: 4 });
    expect(report.rows.map(({ checked, total }) => [checked, total])).to.deep.equal([
      [4, 15],
      [4, 5],
      [4, 10],
      [2, 2],
    ]);
    expect(report.forwardPasses).to.equal(2 * 14);
    expect(String(report)).to.include("(4 of 15)");
    const again = gradientCheck(net, [x, t], { most: 4 });
    expect(errors(again)).to.deep.equal(errors(report));
  });

  it("shows how far it is when that takes long", () => {
    const layer = new Affine(new Random(1).normal([40, 60]), nj.zeros([60], "float64"));
    const shown = shownBy(() => gradientCheck(layer, [new Random(2).normal([1, 40])]));
    expect(shown.at(-1)?.["text/plain"]).to.equal("numbers checked: 2500 of 2500");
    expect(shownBy(() => gradientCheck(new Relu(), [x]))).to.deep.equal([]);
  });

  it("calls two zeros equal, and rounding no gradient", () => {
    const flatland = { forward: () => 1e6, backward: () => 1e-30 };
    const report = gradientCheck(flatland, [2]);
    expect(report.error).to.equal(0);
  });

  it("takes the slope that rounding makes for none, and a larger one for a slope", () => {
    const constant = {
      forward: (x: number) => 1e6 * (Math.sqrt(x) ** 2 / x),
      backward: () => 0,
    };
    const { rows, ok } = gradientCheck(constant, [0.3]);
    expect(rows[0].worst.numeric).not.to.equal(0);
    expect(ok).to.equal(true);
    const slight = { forward: (x: number) => 1e6 + 1e-3 * x, backward: () => 0 };
    expect(gradientCheck(slight, [0.3]).error).to.equal(1);
  });

  it("hands on what has no gradient as an array of its own type, and what is no list as it came", () => {
    const given: unknown[] = [];
    const mean = {
      t: nj.zeros([1]),
      forward(x: NdArray, t: NdArray, note: unknown) {
        given.push(t.dtype, note);
        this.t = t;
        return t.tolist<number[]>().reduce((sum, label, i) => sum + x.get(i, label), 0) / t.size;
      },
      backward(dout: number) {
        const dx = nj.zeros([4, 2], "float64");
        for (let i = 0; i < this.t.size; i++) dx.set(i, this.t.get(i), dout / this.t.size);
        return dx;
      },
    };
    const note = { any: "thing" };
    expect(gradientCheck(mean, [random.normal([4, 2]), t, note]).ok).to.equal(true);
    expect(gradientCheck(mean, [random.normal([4, 2]), Uint8Array.from(t), note]).ok).to.equal(
      true,
    );
    expect(new Set(given)).to.deep.equal(new Set(["float64", "uint8", note]));
  });

  it("hands on labels as an array that can be read as the list it was", () => {
    const mean = {
      t: [] as number[],
      forward(x: NdArray, t: number[]) {
        this.t = t;
        return t.reduce((sum, label, i) => sum + x.get(i, label), 0) / t.length;
      },
      backward(dout: number) {
        const dx = nj.zeros([4, 2], "float64");
        for (const [i, label] of this.t.entries()) dx.set(i, label, dout / this.t.length);
        return dx;
      },
    };
    for (const labels of [t, Uint8Array.from(t)]) {
      expect(gradientCheck(mean, [random.normal([4, 2]), labels]).ok).to.equal(true);
      expect([[...mean.t], mean.t[1], mean.t.map((label) => label + 1)]).to.deep.equal([
        [...t],
        t[1],
        t.map((label) => label + 1),
      ]);
    }
  });

  it("shows a table in both languages", () => {
    const bundleOf = (): Record<string, unknown> => gradientCheck(new Affine(W, b), [x])[DISPLAY]();
    expect(bundleOf()["text/plain"]).to.match(
      /✓ Gradient check: all agree \(relative error at most 1e-6\)\ngradient +shape +relative error +verdict\ndx +\[4, 3\] +\de-\d+ +agrees\n/,
    );
    expect(bundleOf()["text/html"]).to.include("<th ").and.to.include("[3, 2]");
    setLanguage("ko");
    expect(bundleOf()["text/plain"]).to.include("✓ 기울기 확인: 모두 일치합니다");
    setLanguage("en");
    expect(inspect(gradientCheck(new MulLayer(), [1, 2]))).to.include("dx        a number");
  });

  it("refuses what it cannot check", () => {
    const refuses = (target: unknown, inputs: unknown, message: string, options = {}) =>
      expect(() => gradientCheck(target as never, inputs as never, options)).to.throw(
        `gradientCheck: expected ${message}`,
      );
    refuses(Relu, [x], "a net, or a layer with forward and backward, but got a class or function");
    refuses(undefined, [x], "a net, or a layer with forward and backward, but got undefined");
    refuses(new Relu(), x, "a list of what forward takes");
    refuses(new Relu(), [], "a list of what forward takes");
    refuses(multiLayerNet([3, 2]), [x], "[x, t] for a net, but got a list of 1");
    refuses(
      { forward: (x: number) => x, backward() {} },
      [1],
      "backward to give dx, but got undefined",
    );
    refuses(
      new Broken((layer) => {
        layer.db = undefined;
      }),
      [x],
      "backward to give db",
    );
    refuses(
      new Broken((layer) => {
        layer.dW = [1];
      }),
      [x],
      "dW of shape [3, 2], but got [1]",
    );
    refuses(
      new Broken((layer) => {
        layer.db = 3;
      }),
      [x],
      "db of shape [2], but got the number 3",
    );
    refuses({ forward() {}, backward: () => 1 }, [1], "forward to return a number or an array");
    for (const h of [0, -1, Number.NaN, "1"])
      refuses(new Relu(), [x], "h to be a positive number", { h });
    refuses(new Relu(), [x], "tolerance", { tolerance: 0 });
    refuses(new Relu(), [x], "most", { most: 0 });
  });
});

describe("numericGradient", () => {
  it("gives the slope at every number, in x's shape, and puts x back", () => {
    const x = nj.array(
      [
        [1, 2],
        [3, 4],
      ],
      "float64",
    );
    const slopes = numericGradient(() => x.get(0, 0) * x.get(1, 1) + 5 * x.get(0, 1), x, 1e-3);
    expect(slopes).to.be.instanceOf(NdArray);
    for (const [i, slope] of [4, 5, 0, 1].entries()) {
      expect(slopes.get(i >> 1, i % 2)).to.be.closeTo(slope, 1e-9);
    }
    expect(x.tolist()).to.deep.equal([
      [1, 2],
      [3, 4],
    ]);
  });

  it("refuses what it cannot move or step by", () => {
    expect(() => numericGradient(() => 1, [1] as never)).to.throw("expected x to be an NdArray");
    expect(() => numericGradient(() => "1" as never, nj.zeros([1]))).to.throw("f to give a number");
    expect(() => numericGradient(() => 1, nj.zeros([1]), 0)).to.throw("h to be a positive number");
  });
});
