import { expect } from "chai";
import type { Graph } from "../../../../src/graph/graph";
import type { GraphNode } from "../../../../src/graph/node";
import { todo } from "../../../../src/judging/todo";
import { judge } from "../../../../src/lessons/judge";
import { kindsOfFruit } from "../../graph/graphs";
import { expectPassed, expectWrong } from "../../judging/judging";

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
