import { expect } from "chai";
import { graph } from "../../../../src/graph/drawing/drawn-graph";
import type { Graph } from "../../../../src/graph/graph";
import type { GraphNode, Operand } from "../../../../src/graph/node";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { kindsOfFruit } from "../../graph/graphs";
import { expectPassed, expectWrong } from "../../judging/judging";

describe("exercise 02-1, the guess of the rise", () => {
  it("takes an untouched blank for not written yet", () => {
    const { state, sentences } = judge("02-1", () => todo());
    expect(state).to.equal("blank");
    expect(sentences[0].en).to.match(/^start with/);
  });

  it("passes 2.2, as a function and as a number", () => {
    expectPassed("02-1", () => 2.2);
    expectPassed("02-1", 2.2);
    expectPassed("02-1", 101 * 2 * 1.1 - 100 * 2 * 1.1);
  });

  for (const [guess, cause] of [
    [1, "step-itself"],
    [2, "node-missing"],
    [1.1, "node-missing"],
    [222.2, "result-not-change"],
    [220, "result-not-change"],
  ] as const) {
    it(`tells what ${guess} is instead (${cause})`, () => {
      expectWrong("02-1", () => guess, { layer: "myGuess", parameter: "rise", cause });
    });
  }

  it("names no cause for a number that comes from nowhere, and never tells the right one", () => {
    for (const guess of [0, -7, 22, Number.NaN, Number.POSITIVE_INFINITY]) {
      expectWrong("02-1", guess, { parameter: "rise", cause: undefined });
      expect(JSON.stringify(judge("02-1", guess))).not.to.include("2.2");
    }
  });

  it("tells text and nothing from numbers", () => {
    expectWrong("02-1", "2.2", { cause: "text-returned" });
    expectWrong("02-1", undefined, { cause: "nothing-returned" });
  });
});

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

type Gradients = Record<string, number>;

type Change = (right: Gradients, apple: number, appleNum: number, tax: number) => unknown;

const back =
  (change: Change = (right) => right) =>
  (apple: number, appleNum: number, tax: number) => {
    const gradients = {
      dApplePrice: tax,
      dTax: apple * appleNum,
      dApple: tax * appleNum,
      dAppleNum: tax * apple,
    };
    return change(gradients, apple, appleNum, tax);
  };

describe("exercise 02-3, the way back", () => {
  it("takes an untouched blank for not written yet, also for one value alone", () => {
    expect(judge("02-3", () => todo()).state).to.equal("blank");
    expect(judge("02-3", () => ({ dApplePrice: 1.1, dTax: todo() })).state).to.equal("blank");
  });

  it("passes the right gradients", () => {
    expectPassed("02-3", back());
  });

  for (const [title, change, parameter, cause] of [
    [
      "the last node's gradients change places",
      (r) => ({ ...r, dApplePrice: r.dTax, dTax: r.dApplePrice }),
      "dApplePrice",
      "gradients-exchanged",
    ],
    [
      "dApplePrice is the price",
      (r, apple, num, tax) => ({ ...r, dApplePrice: apple * num * tax }),
      "dApplePrice",
      "result-not-change",
    ],
    ["the 1 stays a 1", (r) => ({ ...r, dApplePrice: 1 }), "dApplePrice", "step-itself"],
    [
      "dTax is the tax to pay",
      (r, apple, num, tax) => ({ ...r, dTax: apple * num * (tax - 1) }),
      "dTax",
      "change-for-rate",
    ],
    [
      "dTax is the price",
      (r, apple, num, tax) => ({ ...r, dTax: apple * num * tax }),
      "dTax",
      "result-not-change",
    ],
    [
      "the first node starts from 1 again",
      (r, apple, num) => ({ ...r, dApple: num, dAppleNum: apple }),
      "dApple",
      "started-from-one",
    ],
    [
      "the first node's gradients change places",
      (r) => ({ ...r, dApple: r.dAppleNum, dAppleNum: r.dApple }),
      "dApple",
      "gradients-exchanged",
    ],
    [
      "dAppleNum stops at the last node",
      (r, _a, _n, tax) => ({ ...r, dAppleNum: tax }),
      "dAppleNum",
      "node-missing",
    ],
    [
      "gradients are added",
      (r, _a, num, tax) => ({ ...r, dApple: num + tax }),
      "dApple",
      "gradients-added",
    ],
  ] as [string, Change, string, "node-missing"][]) {
    it(`tells ${cause} at ${parameter} when ${title}`, () => {
      expectWrong("02-3", back(change), { layer: "wayBack", parameter, cause });
    });
  }

  it("does not pass the lesson's numbers, written down", () => {
    const numbers = { dApplePrice: 1.1, dTax: 200, dApple: 2.2, dAppleNum: 110 };
    expectWrong("02-3", () => numbers, { parameter: "dApplePrice", cause: "hard-coded" });
  });

  it("tells every other form from an object of numbers", () => {
    const right = back()(100, 2, 1.1) as Gradients;
    for (const [answer, cause] of [
      [() => Object.values(right), "object-expected"],
      [() => {}, "nothing-returned"],
      [() => ({ dApplePrice: 1.1 }), "value-missing"],
      [back((r) => ({ ...r, dTax: Number.NaN })), "nan-returned"],
      [right, "result-given"],
    ] as const) {
      expectWrong("02-3", answer, { cause });
    }
  });
});

const shared = (kinds: number) => 3 * kinds + 2;

const oneByOne = (kinds: number) => 6 * kinds + 1;

type Count = (kinds: number) => number;

const answer = (a: Count, b: Count) => (kinds: number) => ({
  shared: a(kinds),
  oneByOne: b(kinds),
});

/** Counted in a real graph: its edges, and the edges of all ways from the result to an input. */
function counted(g: Graph) {
  const edges = g.nodes.reduce((sum, node) => sum + node.inputs.length, 0);
  const ways = (node: GraphNode, length: number): number =>
    node.inputs.length === 0
      ? length
      : node.inputs.reduce((sum, input) => sum + ways(input, length + 1), 0);
  return { shared: edges, oneByOne: ways(g.output as GraphNode, 0) };
}

describe("exercise 02-4, the counts", () => {
  it("takes an untouched blank for not written yet", () => {
    expect(judge("02-4", () => todo()).state).to.equal("blank");
  });

  it("passes formulas that count what a real graph has", () => {
    expectPassed("02-4", answer(shared, oneByOne));
    expectPassed("02-4", (kinds: number) => counted(kindsOfFruit(kinds)));
    expect(counted(kindsOfFruit(2))).to.deep.equal({ shared: 8, oneByOne: 13 });
  });

  for (const [title, wrong, parameter, cause] of [
    ["the two change places", answer(oneByOne, shared), "shared", "results-exchanged"],
    ["only the first column counts", answer((k) => 2 * k, oneByOne), "shared", "edges-missing"],
    ["the last node is left out", answer((k) => 3 * k, oneByOne), "shared", "edges-missing"],
    ["the result's line counts", answer((k) => 3 * k + 3, oneByOne), "shared", "edge-of-result"],
    ["nodes are counted", answer((k) => k + 2, oneByOne), "shared", "nodes-counted"],
    ["the tax goes all the way", answer(shared, (k) => 6 * k + 3), "oneByOne", "tax-way-too-long"],
    ["the tax has no way", answer(shared, (k) => 6 * k), "oneByOne", "way-missing"],
    ["the numbers have no way", answer(shared, (k) => 3 * k + 1), "oneByOne", "way-missing"],
    ["inputs are counted", answer(shared, (k) => 2 * k + 1), "oneByOne", "inputs-counted"],
    ["the Σ node is skipped", answer(shared, (k) => 4 * k + 1), "oneByOne", "edges-missing"],
    ["each way begins outside", answer(shared, (k) => 8 * k + 2), "oneByOne", "edge-of-result"],
    ["only three kinds are right", answer(() => 11, oneByOne), "shared", "hard-coded"],
  ] as const) {
    it(`tells ${cause} at ${parameter} when ${title}`, () => {
      expectWrong("02-4", wrong, { layer: "counts", parameter, cause });
    });
  }

  it("tells every other form from an object of numbers", () => {
    expectWrong("02-4", () => [11, 19], { cause: "object-expected" });
    expectWrong("02-4", (k: number) => ({ shared: shared(k) }), { cause: "value-missing" });
    expectWrong("02-4", { shared: 11, oneByOne: 19 }, { cause: "result-given" });
  });
});
