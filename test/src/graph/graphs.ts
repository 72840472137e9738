import { type Graph, graph } from "../../../src/graph/graph";

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

export function both(g: Graph): Graph {
  g.forward();
  g.backward();
  return g;
}
