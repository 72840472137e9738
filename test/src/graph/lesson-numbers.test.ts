import { expect } from "chai";
import { dot } from "../../../src/arrays/dot";
import type { NdArray } from "../../../src/arrays/nj";
import { graph } from "../../../src/graph/drawing/drawn-graph";
import type { Graph } from "../../../src/graph/graph";
import { affine, both, chain, foldedLoss, shopping, sigmoid, softmaxWithLoss } from "./graphs";

type Nested = number | readonly Nested[];

/** Compares numbers with the six digits that the lessons print. */
function expectNear(got: unknown, wanted: Nested, what: string): void {
  const plain = typeof got === "number" ? got : (got as NdArray).tolist();
  const flatten = (value: unknown): number[] => [value].flat(9) as number[];
  const [a, b] = [flatten(plain), flatten(wanted)];
  expect(a.length, what).to.equal(b.length);
  for (const [i, number] of a.entries()) {
    expect(number, `${what} at ${i}`).to.be.closeTo(b[i], 6e-7 * Math.max(1, Math.abs(b[i])));
    expect(Object.is(number, -0), `${what}: 0, never −0`).to.equal(false);
  }
}

const expectValues = (g: Graph, values: Record<string, Nested>) => {
  for (const [name, wanted] of Object.entries(values)) expectNear(g.value(name), wanted, name);
};
const expectGradients = (g: Graph, gradients: Record<string, Nested>) => {
  for (const [name, wanted] of Object.entries(gradients)) {
    expectNear(g.gradient(name), wanted, `d${name}`);
  }
};

describe("the lessons' numbers out of graphs", () => {
  it("02: many other things and apples, 4200 and 4620", () => {
    const g = both(shopping());
    expectValues(g, { others: 4000, sum: 4200, price: 4620 });
    expectGradients(g, { others: 1.1, applePrice: 1.1, apple: 2.2, tax: 4200 });
  });

  it("03: z = (x + y)² has the derivatives 1, 2t and 2(x + y)", () => {
    const g = both(chain(1, 2));
    expectValues(g, { t: 3, z: 9 });
    expectGradients(g, { z: 1, t: 6, x: 6, y: 6 });
    const square = graph();
    square.pow(square.input("x", 3), 2, "y");
    square.forward();
    expect(square.backward(5), "E in, E · 2x out").to.deep.equal({ x: 30 });
  });

  it("04: add, multiply, the max gate, and a value used twice", () => {
    const node = (kind: "add" | "mul" | "max") => {
      const g = graph();
      g[kind](g.input("x", 10), g.input("y", 5), "out");
      return { out: g.forward(), ...g.backward(1.3) };
    };
    expect(node("add")).to.deep.equal({ out: 15, x: 1.3, y: 1.3 });
    expect(node("mul")).to.deep.equal({ out: 50, x: 6.5, y: 13 });
    expect(node("max")).to.deep.equal({ out: 10, x: 1.3, y: 0 });
    const gate = (x: number) => {
      const g = graph();
      g.max(g.input("x", x), 0, "out");
      return [g.forward(), g.backward(1.3).x];
    };
    expect([gate(2), gate(-2), gate(0)]).to.deep.equal([
      [2, 1.3],
      [0, 0],
      [0, 0],
    ]);
  });

  it("07: sigmoid node by node", () => {
    const g = both(sigmoid(1));
    expectValues(g, { minus: -1, e: 0.367879, sum: 1.367879, y: 0.731059 });
    expectGradients(g, { sum: -0.534447, e: -0.534447, minus: -0.196612, x: 0.196612 });
    const y = g.value("y");
    expect(g.gradient("x")).to.be.closeTo(y * (1 - y), 1e-15);
  });

  it("08: Affine for a batch and for one sample", () => {
    const g = affine();
    g.forward();
    g.backward([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expectValues(g, {
      Y: [
        [6, 4, 2],
        [12, 6, 0],
      ],
    });
    expectGradients(g, {
      X: [
        [-2, 4],
        [-2, 13],
      ],
      W: [
        [13, 17, 21],
        [18, 24, 30],
      ],
      B: [5, 7, 9],
    });
    const one = affine([1, 2]);
    one.forward();
    one.backward([1, 2, 3]);
    expectValues(one, { Y: [6, 4, 2] });
    expectGradients(one, {
      X: [-2, 4],
      W: [
        [1, 2, 3],
        [2, 4, 6],
      ],
      B: [1, 2, 3],
    });
    expect(one.value<NdArray>("XW").tolist()).to.deep.equal(
      dot(
        [1, 2],
        [
          [1, 0, -1],
          [2, 1, 0],
        ],
      ).tolist(),
    );
  });

  it("09: softmax with loss node by node", () => {
    const g = both(softmaxWithLoss());
    const y = [0.018211, 0.245192, 0.736597];
    expectValues(g, { "exp a": [1.349859, 18.174145, 54.59815], S: 74.122154, y, L: 1.405714 });
    expectGradients(g, {
      y: [0, -4.07844, 0],
      "1/S": -74.122154,
      S: 0.013491,
      "exp a": [0.013491, -0.041532, 0.013491],
      a: [0.018211, -0.754808, 0.736597],
    });
    expect(String(g)).to.include("-0.754808".replace("-", "−"));
  });

  it("09: softmax with loss folded into one node, and from probabilities to y − t", () => {
    const g = both(foldedLoss());
    expectValues(g, { L: 1.405714 });
    expectGradients(g, { a: [0.018211, -0.754808, 0.736597], t: [0, 0, 0] });
    const of = (y: number[]) => both(softmaxWithLoss(y.map(Math.log), [0, 1, 0]));
    expectGradients(of([0.3, 0.2, 0.5]), { a: [0.3, -0.8, 0.5] });
    expectGradients(of([0.01, 0.99, 1e-30]), { a: [0.01, -0.01, 0] });
  });
});
