import { expect } from "chai";
import { NdArray } from "../../../src/arrays/nj";
import { graph } from "../../../src/graph/drawing/drawn-graph";
import type { Graph } from "../../../src/graph/graph";
import type { GraphNode } from "../../../src/graph/node";
import type { NodeLayer } from "../../../src/graph/operation";
import { Relu } from "../../../src/layers/relu";
import { Sigmoid } from "../../../src/layers/sigmoid";
import { expectNumericGradient } from "./numeric";

type Build = (g: Graph, x: GraphNode, y: GraphNode) => GraphNode;

const NODES: Record<string, Build> = {
  mul: (g, x, y) => g.mul(x, y),
  add: (g, x, y) => g.add(x, y),
  sub: (g, x, y) => g.sub(x, y),
  div: (g, x, y) => g.div(x, y),
  pow: (g, x, y) => g.pow(x, y),
  exp: (g, x, y) => g.add(g.exp(x), y),
  log: (g, x, y) => g.mul(g.log(x), y),
  max: (g, x, y) => g.max(x, y),
  sum: (g, x, y) => g.sum([x, y, x]),
  constants: (g, x, y) => g.sub(2, g.div(3, g.mul(g.pow(x, 3), g.add(1, y)))),
};

describe("the nodes of a graph", () => {
  for (const [name, build] of Object.entries(NODES)) {
    it(`have the gradient that a small step shows: ${name}`, () => {
      for (const [x, y] of [
        [1.5, 0.7],
        [0.4, 2.1],
      ]) {
        const g = graph();
        build(g, g.input("x", x), g.input("y", y));
        expectNumericGradient(g);
      }
      for (const [x, y] of [
        [[0.5, 1.5, 2], 0.7],
        [
          [
            [0.5, 1.5],
            [2, 0.3],
          ],
          [0.6, 0.9],
        ],
        [
          1.2,
          [
            [0.5, 1.5],
            [2, 0.3],
          ],
        ],
      ]) {
        const g = graph();
        g.sum(g.mul(build(g, g.input("x", x as number), g.input("y", y as number)), 1.3), "loss");
        expectNumericGradient(g);
      }
    });
  }

  it("have the gradient that a small step shows: matrix products of all shapes", () => {
    for (const [X, W] of [
      [
        [
          [1, 2],
          [3, 4],
        ],
        [
          [1, 0, -1],
          [2, 1, 0],
        ],
      ],
      [
        [1, 2],
        [
          [1, 0, -1],
          [2, 1, 0],
        ],
      ],
      [
        [
          [1, 2],
          [3, 4],
        ],
        [5, 6],
      ],
      [
        [1, 2],
        [3, 4],
      ],
    ]) {
      const g = graph();
      const product = g.dot(g.input("X", X), g.input("W", W), "XW");
      g.sum(g.mul(product, product), "loss");
      expectNumericGradient(g);
    }
  });

  it("fold any layer into one: the library's, and a learner's with one gradient or a list", () => {
    const g = graph();
    const x = g.input("x", [
      [1, -0.5],
      [-2, 3],
    ]);
    g.sum(g.apply(new Sigmoid(), g.apply(new Relu(), x, "out"), "y"), "loss");
    expectNumericGradient(g);
    expect(g.layer("out")).to.be.instanceOf(Relu);
    expect(String(g)).to.include("Relu(x)");
    class Mine {
      forward = (x: number, y: number) => 3 * x - y;
      backward = (dout: number) => [3 * dout, -dout];
    }
    const h = graph();
    h.apply(new Mine(), [h.input("x", 2), h.input("y", 1)], "out");
    expect([h.forward(), h.backward(2)]).to.deep.equal([5, { x: 6, y: -2 }]);
    const rows = graph();
    rows.apply(
      { forward: (x: NdArray) => x.tolist(), backward: (dout: NdArray) => dout.tolist() },
      rows.input("x", [[1, 2]]),
    );
    rows.forward();
    expect(rows.backward<NdArray>([[3, 4]]).x.tolist()).to.deep.equal([[3, 4]]);
  });

  it("refuse a layer object that another node has, and what is no layer", () => {
    const g = graph();
    const [x, relu] = [g.input("x", 1), new Relu()];
    g.apply(relu, x, "a");
    expect(() => g.apply(relu, x, "b")).to.throw(
      'graph.apply: expected a layer object of its own for each node, but got the Relu of "a" a second time (a layer keeps the values of one node only)',
    );
    expect(() => g.apply({} as NodeLayer, x)).to.throw(
      "graph.apply: expected a layer, an object with forward and backward, but got an object",
    );
    expect(() => g.mul(2, 3)).to.throw("at least one node to compute with, but got 2 constants");
    expect(() => g.sum([])).to.throw("at least one node to compute with, but got 0 constants");
  });

  it("name the node at which a pass fails, and keep nothing of it", () => {
    const g = graph();
    g.mul(g.input("A", [1, 2]), g.input("B", [1, 2, 3]), "C");
    expect(() => g.forward()).to.throw(
      'graph.forward, node "C": MulArrays.forward: expected arrays of one shape, or a vector [M] beside an array [N, M], but got [2] and [3]',
    );
    expect(() => g.backward()).to.throw("forward to have been called first");
    const log = graph();
    log.log(log.input("x", -1), "y");
    expect(() => log.forward()).to.throw(
      'graph.forward: expected the value of "y" to be a finite number, but got NaN',
    );
    const pow = graph();
    pow.pow(pow.input("x", -2), pow.input("n", 2), "y");
    pow.forward();
    expect(() => pow.backward()).to.throw(
      'graph.backward, node "y": expected gradient 2 of 2 to be a finite number, but got NaN',
    );
    expect(() => pow.gradient("x")).to.throw("backward to have been called first");
  });

  it("refuse gradients of another number or shape than the inputs", () => {
    const wrong = (backward: () => unknown) => {
      const g = graph();
      const inputs = [g.input("x", [1, 2]), g.input("y", 3)];
      g.apply({ forward: () => 1, backward }, inputs, "out");
      g.forward();
      return () => g.backward();
    };
    expect(wrong(() => [1, 2, 3])).to.throw('node "out": expected 2 gradients, but got 3');
    expect(wrong(() => ({ dx: 1 }))).to.throw("expected 2 gradients, but got an object");
    expect(wrong(() => undefined)).to.throw("expected 2 gradients, but got undefined");
    expect(wrong(() => [[1, 2, 3], 1])).to.throw("gradient 1 of 2 of shape [2], but got [3]");
    expect(wrong(() => [[1, 2], [1]])).to.throw("gradient 2 of 2 to be a number, but got [1]");
    const g = graph();
    g.exp(g.input("x", [1, 2]), "y");
    g.forward();
    expect(() => g.backward()).to.throw("dout of shape [2], but got a number");
  });

  it("keep an array of their own, whatever becomes of the one that was given", () => {
    const rows = new NdArray(new Float64Array([1, 2]), [2]);
    const g = graph();
    g.sum(g.input("x", rows), "s");
    rows.set(0, 50);
    expect(g.forward()).to.equal(3);
    expect(() => g.set("x", [1, Number.NaN])).to.throw("x to hold finite numbers only");
    expect(() => g.input("y", [])).to.throw("y to hold numbers, but got an empty array");
    g.set("x", [4, 5, 6]);
    expect(g.forward()).to.equal(15);
  });
});
