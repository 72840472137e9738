import { expect } from "chai";
import { graph } from "../../../src/graph/drawing/drawn-graph";
import { type GraphTask, judgeGraph } from "../../../src/judging/judge-graph";
import { todo } from "../../../src/judging/todo";
import { findingOf } from "./judging";

const task: GraphTask<{ x: number; y: number }> = {
  name: "double",
  parameter: "out",
  trials: [
    { x: 3, y: 4 },
    { x: 5, y: 6 },
  ],
  start: { en: "start.", ko: "시작하세요." },
  right: ({ x, y }) => 2 * x * y,
  likely: [["added-instead", ({ x, y }) => 2 * (x + y)]],
};
const find = (answer: unknown) => findingOf(() => judgeGraph(task, answer));

function build(kind: "mul" | "add", names = ["x", "y"], factor = 2) {
  const g = graph();
  g.mul(g[kind](g.input(names[0], 3), g.input(names[1], 4)), factor, "out");
  return g;
}

describe("judgeGraph", () => {
  it("passes a graph that computes the right number for every trial, inputs in any order", () => {
    expect(find(() => build("mul"))).to.equal(undefined);
    const g = graph();
    const y = g.input("y", 4);
    g.mul(2, g.mul(y, g.input("x", 3)));
    expect(find(() => g)).to.equal(undefined);
  });

  it("only reads the graph, one that stood there before included", () => {
    const g = build("mul");
    g.forward();
    g.backward();
    const layer = g.layer("out");
    const text = String(g);
    expect(find(() => g)).to.equal(undefined);
    expect(String(g)).to.equal(text);
    expect(g.layer("out")).to.equal(layer);
    expect(g.layer("out")).to.include({ x: 12, y: 2 });
  });

  it("takes todo() for a blank", () => {
    expect(find(() => todo())?.state).to.equal("blank");
  });

  it("names the cause of a wrong graph, and the input that is missing", () => {
    expect(find(() => build("add"))?.cause).to.equal("added-instead");
    expect(find(() => build("mul", ["x", "z"]))).to.deep.include({
      cause: "input-missing",
      place: { layer: "double", parameter: "y" },
    });
    const g = graph();
    for (const name of ["x", "y"]) g.input(name, 1);
    g.mul(g.input("price", 12), 2, "out");
    expect(find(() => g)?.cause, "computed beside the graph").to.equal("hard-coded");
  });

  it("names the input whose own value is not the lesson's", () => {
    const place = { layer: "double", parameter: "x" };
    const exchanged = () => build("mul", ["y", "x"]);
    expect(find(exchanged)).to.deep.include({ cause: "input-value", place });
  });

  it("tells every other form from a function that returns a graph", () => {
    const unread = new Proxy(graph(), {
      getPrototypeOf() {
        throw new Error("no prototype");
      },
    });
    const onlyInputs = graph();
    for (const name of ["x", "y"]) onlyInputs.input(name, 1);
    const computedLast = build("mul");
    const lists = graph();
    lists.mul(lists.add(lists.input("x", 1), lists.input("y", 1)), lists.input("z", [1, 2]));
    for (const [answer, cause] of [
      [build("mul"), "result-given"],
      [() => 24, "graph-expected"],
      [() => computedLast.nodes[0], "node-for-graph"],
      [() => {}, "nothing-returned"],
      [() => graph(), "input-missing"],
      [() => onlyInputs, "nothing-returned"],
      [() => lists, "not-a-number"],
      [() => unread, "error-thrown"],
      [async () => computedLast, "promise-returned"],
    ] as const) {
      expect(find(answer)?.cause, cause).to.equal(cause);
    }
  });
});
