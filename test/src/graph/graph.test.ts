import { expect } from "chai";
import { graph } from "../../../src/graph/drawing/drawn-graph";
import type { Graph } from "../../../src/graph/graph";
import { AddLayer } from "../../../src/layers/add";
import { MulLayer } from "../../../src/layers/mul";
import { apples, applesAndOranges, both, fanOut, sharedTax, square } from "./graphs";

const near = 1e-9;

/** The gradient of an input by central differences. */
function numeric(g: Graph, name: string, h = 1e-4): number {
  const value = g.value(name);
  const [above, below] = [value + h, value - h].map((moved) => {
    g.set(name, moved);
    return g.forward();
  });
  g.set(name, value);
  g.forward();
  return (above - below) / (2 * h);
}

describe("a computational graph", () => {
  it("computes the apples: 220, and the gradients 2.2, 110 and 200", () => {
    const g = apples();
    expect(g.forward()).to.equal(200 * 1.1);
    const gradients = g.backward();
    expect(Object.keys(gradients)).to.deep.equal(["apple", "appleNum", "tax"]);
    expect(gradients.apple).to.be.closeTo(2.2, near);
    expect(gradients.appleNum).to.be.closeTo(110, near);
    expect(gradients.tax).to.equal(200);
    expect([g.value("applePrice"), g.gradient("applePrice")]).to.deep.equal([200, 1.1]);
  });

  it("computes apples and oranges: 715, and the gradients 2.2, 110, 3.3, 165 and 650", () => {
    const g = both(applesAndOranges());
    expect(g.value("price")).to.be.closeTo(715, near);
    const wanted = { apple: 2.2, appleNum: 110, orange: 3.3, orangeNum: 165, tax: 650 };
    for (const [name, gradient] of Object.entries(wanted)) {
      expect(g.gradient(name), name).to.be.closeTo(gradient, near);
    }
  });

  it("sums the gradients of a value that is used several times", () => {
    expect(both(square(3)).gradient("x")).to.equal(6);
    const g = both(fanOut());
    expect([g.gradient("x"), g.gradient("y"), g.gradient("add1")]).to.deep.equal([11, 10, 10]);
    expect(both(sharedTax()).gradient("tax")).to.be.closeTo(605, near);
  });

  it("agrees with numeric gradients, whatever was shared", () => {
    for (const g of [apples(), applesAndOranges(), square(-1.5), fanOut(), sharedTax()]) {
      g.forward();
      const gradients = g.backward();
      for (const [name, gradient] of Object.entries(gradients)) {
        expect(gradient, name).to.be.closeTo(numeric(g, name), 1e-5);
      }
    }
  });

  it("takes another gradient from above, and begins anew each time", () => {
    const g = apples();
    g.forward();
    g.backward(10);
    expect(g.gradient("tax")).to.equal(2000);
    expect(g.backward().tax).to.equal(200);
    expect(g.backward().tax).to.equal(200);
    expect(Object.is(g.backward(-0).tax, 0), "a zero gradient is 0, never −0").to.equal(true);
  });

  it("computes again after an input was set", () => {
    const g = both(apples());
    g.set("apple", 110);
    expect(g.value("apple")).to.equal(110);
    expect(g.forward()).to.be.closeTo(242, near);
    expect(g.backward().appleNum).to.be.closeTo(121, near);
  });

  it("has a layer of its own inside each node", () => {
    const g = both(applesAndOranges());
    const [appleLayer, orangeLayer] = [g.layer("applePrice"), g.layer("orangePrice")];
    expect(appleLayer).to.be.instanceOf(MulLayer).and.to.include({ x: 2, y: 100 });
    expect(orangeLayer).to.be.instanceOf(MulLayer).and.to.include({ x: 150, y: 3 });
    expect(g.layer("fruitPrice")).to.be.instanceOf(AddLayer);
  });

  it("names nodes without a name by their kind, around the names that are taken", () => {
    const g = graph();
    const x = g.input("mul1", 2);
    expect([g.mul(x, x), g.mul(x, x), g.add(x, x)].map(({ name }) => name)).to.deep.equal([
      "mul2",
      "mul3",
      "add1",
    ]);
  });

  it("gives inputs that lead nowhere the gradient 0", () => {
    const g = apples();
    g.input("unused", 5);
    expect(both(g).gradient("unused")).to.equal(0);
    expect(g.value("price")).to.be.closeTo(220, near);
  });

  it("refuses nodes of another graph and what is no node", () => {
    const [g, other] = [graph(), graph()];
    const [x, foreign] = [g.input("x", 1), other.input("y", 2)];
    expect(() => g.mul(x, foreign)).to.throw(
      'graph.mul: expected nodes of one graph, but got "y", which belongs to another graph',
    );
    expect(() => g.add(x, Number.NaN)).to.throw(
      "graph.add: expected a node that input, mul or another method of this graph gave, or a finite number, but got NaN",
    );
    expect(g.nodes).to.have.length(1);
  });

  it("refuses empty and taken names", () => {
    const g = graph();
    const x = g.input("x", 1);
    expect(() => g.input("x", 2)).to.throw('a name that is not taken yet, but got "x" a second');
    expect(() => g.mul(x, x, "x")).to.throw("graph.mul: expected a name that is not taken yet");
    expect(() => g.input("", 2)).to.throw(
      "graph.input: expected a name (a text that is not empty)",
    );
    expect(() => g.input(3 as unknown as string, 2)).to.throw("but got 3");
    expect(g.value("x")).to.equal(1);
  });

  it("refuses values that are no finite numbers and keeps the old ones", () => {
    const g = apples();
    const text = "120" as unknown as number;
    expect(() => g.set("apple", text)).to.throw(
      'graph.set: expected apple to be a finite number, but got the text "120"',
    );
    expect(() => g.set("apple", Number.NaN)).to.throw("but got NaN");
    expect(() => g.input("more", Number.POSITIVE_INFINITY)).to.throw("more to be a finite number");
    expect(() => g.input("more", 1, 5 as unknown as string)).to.throw("unit to be a text");
    expect(g.forward()).to.be.closeTo(220, near);
    expect(() => g.backward(Number.NaN)).to.throw("dout to be a finite number, but got NaN");
    expect(g.backward().tax).to.equal(200);
  });

  it("refuses names it does not know and says which there are", () => {
    const g = apples();
    expect(() => g.value("aple")).to.throw(
      'graph.value: expected one of the names apple, appleNum, applePrice, tax, price, but got the text "aple"',
    );
    expect(() => graph().gradient("x")).to.throw("the names (none yet)");
    expect(() => g.layer("apple")).to.throw(
      'the name of a node, but got "apple", which is an input',
    );
    expect(() => g.set("price", 1)).to.throw(
      'the name of an input, but got "price", which is computed (applePrice × tax)',
    );
  });

  it("wants forward before backward, each time anew", () => {
    const g = apples();
    expect(() => g.backward()).to.throw(
      "graph.backward: expected forward to have been called first, but got no forward values",
    );
    expect(() => g.value("price")).to.throw("graph.value: expected forward to have been called");
    expect(() => graph().forward()).to.throw("at least one input, but got an empty graph");
    both(g);
    g.set("apple", 1);
    const changed = "called again, but got a graph that has changed since forward";
    expect(() => g.backward()).to.throw(`graph.backward: expected forward to have been ${changed}`);
    expect(() => g.value("price")).to.throw(
      `graph.value: expected forward to have been ${changed}`,
    );
    expect(() => g.gradient("tax")).to.throw(`forward and backward to have been ${changed}`);
    g.forward();
    expect(() => g.gradient("tax")).to.throw("backward to have been called first");
  });

  it("keeps no half of a pass that fails", () => {
    const g = both(square(2));
    g.set("x", 1e200);
    expect(() => g.forward()).to.throw("x · y to be a finite number, but got Infinity");
    expect(() => g.backward()).to.throw("forward to have been called first");
    g.set("x", 3);
    expect(both(g).gradient("x")).to.equal(6);
  });
});
