import { graph } from "../../../src/graph/drawing/drawn-graph";
import type { Graph } from "../../../src/graph/graph";
import type { GraphNode } from "../../../src/graph/node";
import { Affine } from "../../../src/layers/affine";
import { Relu } from "../../../src/layers/relu";
import { Sigmoid } from "../../../src/layers/sigmoid";
import { SoftmaxWithLoss } from "../../../src/layers/softmax-with-loss";

/** The graphs of the lessons, built but not run. */
export function apples(): Graph {
  const g = graph();
  const apple = g.input("apple", 100, "won");
  const price = g.mul(apple, g.input("appleNum", 2, "pieces"), "applePrice");
  g.mul(price, g.input("tax", 1.1), "price");
  return g;
}

export function applesAndOranges(): Graph {
  const g = graph();
  const appleNum = g.input("appleNum", 2, "pieces");
  const apple = g.input("apple", 100, "won");
  const orange = g.input("orange", 150, "won");
  const orangeNum = g.input("orangeNum", 3, "pieces");
  const tax = g.input("tax", 1.1);
  const fruit = g.add(
    g.mul(appleNum, apple, "applePrice"),
    g.mul(orange, orangeNum, "orangePrice"),
    "fruitPrice",
  );
  g.mul(fruit, tax, "price");
  return g;
}

export function square(x = 3): Graph {
  const g = graph();
  const input = g.input("x", x);
  g.mul(input, input, "y");
  return g;
}

/** One value used twice, early and late, and a node that is used twice. */
export function fanOut(): Graph {
  const g = graph();
  const x = g.input("x", 2);
  const sum = g.add(x, g.input("y", 3));
  g.add(g.mul(sum, sum), x, "out");
  return g;
}

/** The discount is put in, and one tax is used for both fruits. */
export function sharedTax(): Graph {
  const g = graph();
  const tax = g.input("tax", 1.1);
  const apple = g.mul(g.input("apple", 100), g.input("appleNum", 2), "applePrice");
  const orange = g.mul(g.input("orange", 150), g.input("orangeNum", 3), "orangePrice");
  const reduced = g.mul(orange, g.input("discount", 0.9), "reducedPrice");
  g.add(g.mul(apple, tax, "appleTaxed"), g.mul(reduced, tax, "orangeTaxed"), "price");
  return g;
}

export function both(g: Graph, dout: number | number[] | number[][] = 1): Graph {
  g.forward();
  g.backward(dout);
  return g;
}

/** Many other things for 4000 won, and two apples. */
export function shopping(): Graph {
  const g = graph();
  const apples = g.mul(
    g.input("apple", 100, "won"),
    g.input("appleNum", 2, "pieces"),
    "applePrice",
  );
  const melon = g.mul(
    g.input("melon", 1500, "won"),
    g.input("melonNum", 2, "pieces"),
    "melonPrice",
  );
  const others = g.add(melon, g.input("bread", 1000, "won"), "others");
  g.mul(g.add(others, apples, "sum"), g.input("tax", 1.1), "price");
  const parts = ["melon", "melonNum", "melonPrice", "bread", "others"];
  g.fold(
    "many other things",
    g.nodes.filter(({ name }) => parts.includes(name)),
  );
  return g;
}

/** Any number of kinds of fruit, in one sum. */
export function kindsOfFruit(kinds = 3): Graph {
  const g = graph();
  const prices = Array.from({ length: kinds }, (_, i) => {
    const k = i + 1;
    return g.mul(g.input(`fruit${k}`, 100 * k), g.input(`num${k}`, k), `price${k}`);
  });
  g.mul(g.sum(prices, "sum"), g.input("tax", 1.1), "total");
  return g;
}

/** z = (x + y)², as t = x + y and z = t². */
export function chain(x = 1, y = 2): Graph {
  const g = graph();
  g.pow(g.add(g.input("x", x), g.input("y", y), "t"), 2, "z");
  return g;
}

/** y = xⁿ, one node. */
export function power(x = 3, n = 2): Graph {
  const g = graph();
  g.pow(g.input("x", x), n, "y");
  return g;
}

/** z = (3x + y)², as u = 3x, t = u + y and z = t². */
export function longerChain(x = 1, y = 2): Graph {
  const g = graph();
  const u = g.mul(3, g.input("x", x), "u");
  g.pow(g.add(u, g.input("y", y), "t"), 2, "z");
  return g;
}

/** out = (x + y) · x: one value for two nodes. */
export function sharedValue(): Graph {
  const g = graph();
  const x = g.input("x", 2);
  g.mul(g.add(x, g.input("y", 3), "s"), x, "out");
  return g;
}

/** Sigmoid node by node: ×−1, exp, +1, 1/x. */
export function sigmoid(x = 1): Graph {
  const g = graph();
  const minus = g.mul(g.input("x", x), -1, "minus");
  g.div(1, g.add(g.exp(minus, "e"), 1, "sum"), "y");
  return g;
}

/** Softmax and cross-entropy node by node, for one sample. */
export function softmaxWithLoss(a = [0.3, 2.9, 4], t = [0, 1, 0]): Graph {
  const g = graph();
  const exps = g.exp(g.input("a", a), "exp a");
  const one = g.div(1, g.sum(exps, "S"), "1/S");
  const y = g.mul(exps, one, "y");
  g.mul(g.sum(g.mul(g.input("t", t), g.log(y, "log y"), "t log y"), "total"), -1, "L");
  return g;
}

/** Y = X · W + B for a batch of two, or for one sample. */
export function affine(
  X: number[] | number[][] = [
    [1, 2],
    [3, 4],
  ],
): Graph {
  const g = graph();
  const W = g.input("W", [
    [1, 0, -1],
    [2, 1, 0],
  ]);
  const product = g.dot(g.input("X", X), W, "XW");
  g.add(product, g.input("B", [1, 2, 3]), "Y");
  return g;
}

/** The same layers folded into one node each. */
export function foldedLoss(): Graph {
  const g = graph();
  const inputs = [g.input("a", [0.3, 2.9, 4]), g.input("t", [0, 1, 0])];
  g.apply(new SoftmaxWithLoss(), inputs, "L");
  return g;
}

/** A gate of 04: two numbers meet in one node, and 1.3 comes back. */
const gate = (kind: "add" | "mul" | "max", x: number, y: number) => (): Graph => {
  const g = graph();
  g[kind](g.input("x", x), g.input("y", y), "z");
  return g;
};
export const addNode = gate("add", 10, 5);
export const mulNode = gate("mul", 10, 5);
export const maxNode = gate("max", 10, 5);

/** A node of its own function: f(x) = x² at 3. */
export function ownSquare(): Graph {
  const g = graph();
  g.pow(g.input("x", 3), 2, "y");
  return g;
}

const X = [1, 0.5];
const W1 = [
  [0.1, 0.3, 0.5],
  [0.2, 0.4, 0.6],
];
const W2 = [
  [0.1, 0.4],
  [0.2, 0.5],
  [0.3, 0.6],
];

/** A neuron: the sum of weighted inputs, with its weights as inputs of the graph. */
function neuron(g: Graph, from: GraphNode[], weights: number[], name: string): GraphNode {
  const terms = from.map((x, i) => g.mul(x, g.input(`${name} w${i + 1}`, weights[i])));
  return g.sum(terms, name);
}
const column = (rows: number[][], j: number) => rows.map((row) => row[j]);

/** A net of 2, 3 and 2 neurons with all its weights, and the sum of its outputs. */
export function net(): Graph {
  const g = graph();
  const x = X.map((value, i) => g.input(`x${i + 1}`, value));
  const h = [0, 1, 2].map((j) => neuron(g, x, column(W1, j), `h${j + 1}`));
  const z = h.map((a, j) => g.div(1, g.add(g.exp(g.mul(a, -1)), 1), `z${j + 1}`));
  const y = [0, 1].map((k) => neuron(g, z, column(W2, k), `y${k + 1}`));
  g.sum(y, "L");
  return g;
}

/** The same with each neuron folded into one node. */
export function foldedNet(): Graph {
  const g = net();
  for (const name of ["h1", "h2", "h3", "y1", "y2"]) {
    const { nodes } = g;
    const sum = nodes.find((node) => node.name === name) as GraphNode;
    const inside = sum.inputs.flatMap((term) => [
      term,
      ...term.inputs.filter(({ operation }) => operation === undefined && term.inputs[1]),
    ]);
    const weights = inside.filter(({ name }) => !/^x\d$/.test(name));
    g.fold(`neuron ${name}`, [...weights, sum]);
  }
  return g;
}

/** Softmax and cross-entropy with a node for every single number. */
export function softmaxOfNumbers(a = [0.3, 2.9, 4], t = [0, 1, 0]): Graph {
  const g = graph();
  const inputs = a.map((value, i) => g.input(`a${i + 1}`, value));
  const labels = t.map((value, i) => g.input(`t${i + 1}`, value));
  const exps = inputs.map((one, i) => g.exp(one, `exp a${i + 1}`));
  const share = g.div(1, g.sum(exps, "S"), "1/S");
  const y = exps.map((one, i) => g.mul(one, share, `y${i + 1}`));
  const terms = y.map((one, i) => g.mul(labels[i], g.log(one, `log y${i + 1}`)));
  g.mul(g.sum(terms, "total"), -1, "L");
  return g;
}

/** The four nodes of a sigmoid, and all nodes of softmax with loss, drawn as one. */
export function closedSigmoid(): Graph {
  return closed(sigmoid(), "sigmoid");
}
export function closedLoss(): Graph {
  return closed(softmaxOfNumbers(), "softmax with loss");
}
function closed(g: Graph, name: string): Graph {
  g.fold(
    name,
    g.nodes.filter(({ operation }) => operation !== undefined),
  );
  return g;
}

/** Affine as one node. */
export function foldedAffine(): Graph {
  const g = graph();
  const layer = new Affine(
    [
      [1, 0, -1],
      [2, 1, 0],
    ],
    [1, 2, 3],
  );
  const X = g.input("X", [
    [1, 2],
    [3, 4],
  ]);
  g.apply(layer, X, "Y");
  return g;
}

/** The sigmoid as one node, and ReLU as one node. */
export function foldedSigmoid(): Graph {
  const g = graph();
  g.apply(new Sigmoid(), g.input("x", 1), "y");
  return g;
}
export function relu(): Graph {
  const g = graph();
  const x = g.input("x", [
    [1, -0.5],
    [-2, 3],
  ]);
  g.apply(new Relu(), x, "out");
  return g;
}

/** relu(a) + b: the same gradient for a gate and for an input without one. */
export function gatedSum(): Graph {
  const g = graph();
  const a = g.input("a", [
    [1, -0.5],
    [-2, 3],
  ]);
  const b = g.input("b", [
    [5, 6],
    [7, 8],
  ]);
  g.add(g.apply(new Relu(), a, "relu(a)"), b, "out");
  return g;
}

/** Names that are longer than a circle is wide, in both alphabets. */
export function longNames(): Graph {
  const g = graph();
  const price = g.input("사과 한 개의 값", 123456.789, "원");
  const count = g.input("theNumberOfApples", 2, "pieces");
  const paid = g.mul(price, count, "thePriceOfAllApplesTogether");
  g.mul(paid, g.input("소비세율", 1.1), "마지막에 내는 값");
  return g;
}
