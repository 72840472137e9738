import { expect } from "chai";
import { graph } from "../../../../src/graph/drawing/drawn-graph";
import type { Graph } from "../../../../src/graph/graph";
import type { Operand } from "../../../../src/graph/node";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong } from "../../judging/judging";

const INPUTS = { notebook: 1200, notebookNum: 3, pen: 800, penNum: 2, tax: 1.1, delivery: 3000 };
type Inputs = Record<keyof typeof INPUTS, Operand>;

/** A learner's function: the inputs, then the nodes that `wire` adds. */
const bill = (wire: (g: Graph, inputs: Inputs) => void) => () => {
  const g = graph();
  const inputs = Object.entries(INPUTS).map(([name, value]) => [name, g.input(name, value)]);
  wire(g, Object.fromEntries(inputs));
  return g;
};

const goods = (g: Graph, { notebook, notebookNum, pen, penNum }: Inputs) =>
  g.add(g.mul(notebook, notebookNum), g.mul(pen, penNum));

const right = bill((g, i) => g.add(g.mul(goods(g, i), i.tax), i.delivery, "total"));

describe("exercise 02-2, the stationery", () => {
  it("takes an untouched blank for not written yet", () => {
    expect(judge("02-2", () => todo()).state).to.equal("blank");
  });

  it("passes a right graph, in other orders and with other nodes too; the lesson's total is 8720", () => {
    expectPassed("02-2", right);
    expect(right().forward()).to.be.closeTo(8720, 1e-9);
    expectPassed(
      "02-2",
      bill((g, { notebook, notebookNum, pen, penNum, tax, delivery }) => {
        const taxed = [g.mul(g.mul(notebookNum, notebook), tax), g.mul(g.mul(pen, penNum), tax)];
        g.sum([delivery, ...taxed]);
      }),
    );
  });

  for (const [title, answer, cause] of [
    [
      "the delivery is taxed too",
      bill((g, i) => g.mul(g.add(goods(g, i), i.delivery), i.tax)),
      "tax-on-delivery",
    ],
    ["the delivery is left out", bill((g, i) => g.mul(goods(g, i), i.tax)), "node-missing"],
    ["the tax is left out", bill((g, i) => g.add(goods(g, i), i.delivery)), "node-missing"],
    ["both are left out", bill(goods), "node-missing"],
    [
      "only the pens are taxed",
      bill((g, i) =>
        g.sum([g.mul(i.notebook, i.notebookNum), g.mul(g.mul(i.pen, i.penNum), i.tax), i.delivery]),
      ),
      "tax-on-one",
    ],
    [
      "prices and numbers are added",
      bill((g, i) =>
        g.add(g.mul(g.sum([i.notebook, i.notebookNum, i.pen, i.penNum]), i.tax), i.delivery),
      ),
      "added-instead",
    ],
    [
      "the goods are multiplied",
      bill((g, i) =>
        g.add(
          g.mul(g.mul(g.mul(i.notebook, i.notebookNum), g.mul(i.pen, i.penNum)), i.tax),
          i.delivery,
        ),
      ),
      "multiplied-instead",
    ],
    [
      "the lesson's total is a constant",
      bill((g, i) => g.add(g.mul(i.delivery, 0), 8720)),
      "hard-coded",
    ],
  ] as const) {
    it(`tells ${cause} when ${title}`, () => {
      expectWrong("02-2", answer, { layer: "stationery", parameter: "total", cause });
    });
  }

  it("names the input that is missing, as when a constant stands in its place", () => {
    const constantTax = () => {
      const g = graph();
      const one = (name: string) => g.input(name, 1);
      const names = ["notebook", "notebookNum", "pen", "penNum", "delivery"].map(one);
      g.mul(g.sum(names), 1.1);
      return g;
    };
    expectWrong("02-2", constantTax, { parameter: "tax", cause: "input-missing" });
  });

  it("names the input that has another value than the lesson's", () => {
    const taxAlone = () => {
      const g = right();
      g.set("tax", 0.1);
      return g;
    };
    expectWrong("02-2", taxAlone, { parameter: "tax", cause: "input-value" });
  });

  it("tells every other form from a function that returns a graph", () => {
    for (const [answer, cause] of [
      [() => right().nodes.at(-1), "node-for-graph"],
      [right(), "result-given"],
      [() => 8720, "graph-expected"],
      [() => right().forward(), "graph-expected"],
      [() => {}, "nothing-returned"],
      [async () => right(), "promise-returned"],
    ] as const) {
      expectWrong("02-2", answer, { cause });
    }
  });
});
