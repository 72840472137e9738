import { expect } from "chai";
import { drawGraph } from "../../../src/graph/drawing/draw";
import { graph } from "../../../src/graph/drawing/drawn-graph";
import { textsIn } from "../../support/picture";
import { both, shopping } from "./graphs";

describe("folded nodes", () => {
  it("are drawn as one, with what goes in and out of them", () => {
    const { svg } = drawGraph(both(shopping()));
    const names = textsIn(svg)
      .filter(({ kind }) => kind === "name")
      .map(({ content }) => content);
    expect(names).to.have.members(["apple", "appleNum", "many other things", "tax", "price"]);
    expect(svg).to.match(/data-from="others" data-to="sum">.*>4000<.*>1.1</);
    expect(svg).to.not.include('data-from="melonPrice"');
    const g = both(shopping());
    expect([g.value("melonPrice"), String(g).includes("bread")]).to.deep.equal([3000, true]);
  });

  it("can be in the middle and at the end", () => {
    const g = graph();
    const e = g.exp(g.mul(g.input("x", 1), -1, "minus"), "e");
    const y = g.div(1, g.add(e, 1, "sum"), "y");
    g.fold("σ", [e, y, g.nodes[3]]);
    const { svg } = drawGraph(both(g));
    expect(svg.match(/data-from="[^"]*"( data-to="[^"]*")?/g)).to.deep.equal([
      'data-from="x" data-to="minus"',
      'data-from="minus" data-to="e"',
      'data-from="y"',
    ]);
  });

  it("refuse what cannot be one node, and say why", () => {
    const g = graph();
    const x = g.input("x", 1);
    const a = g.exp(x, "a");
    const b = g.exp(a, "b");
    const c = g.add(a, b, "c");
    expect(() => g.fold("f", [a, c])).to.throw(
      'graph.fold: expected nodes with no other node on the way from one to another, but got "b" between them, outside',
    );
    expect(() => g.fold("a", [b])).to.throw("a name that is not taken yet");
    expect(() => g.fold("f", [])).to.throw("at least one node, but got none");
    expect(() => g.fold("f", [graph().input("y", 1)])).to.throw("belongs to another graph");
    g.fold("f", [a, b]);
    expect(() => g.fold("h", [b, c])).to.throw('folded yet, but got "b", part of "f"');
    expect(() => g.fold("f", [c])).to.throw('"f" a second time');
    expect(g.folds).to.have.length(1);
  });
});
