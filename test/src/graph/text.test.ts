import { inspect } from "node:util";
import { expect } from "chai";
import { setLanguage } from "../../../src/text/language";
import { apples, both } from "./graphs";

describe("a graph's text", () => {
  afterEach(() => setLanguage("en"));

  it("shows what is known: the inputs, then the values, then the gradients", () => {
    const g = apples();
    expect(String(g)).to.include("price       applePrice × tax  ?");
    g.forward();
    expect(String(g)).to.include("price       applePrice × tax  220").and.not.include("backward");
    g.backward();
    expect(String(g).split("\n")).to.deep.equal([
      "node                          forward   backward",
      "apple       input             100 won   2.2",
      "appleNum    input             2 pieces  110",
      "applePrice  apple × appleNum  200       1.1",
      "tax         input             1.1       200",
      "price       applePrice × tax  220       1",
    ]);
  });

  it("is what printing gives, of the graph and of a node", () => {
    const g = both(apples());
    expect(inspect(g)).to.equal(String(g));
    expect(g.nodes.map((node) => inspect(node))).to.include.members([
      "apple = 100 won",
      "price = applePrice × tax = 220",
    ]);
  });

  it("keeps its columns in Korean, where letters are twice as wide", () => {
    setLanguage("ko");
    const [head, first] = String(both(apples())).split("\n");
    expect(head).to.equal("노드                          순전파    역전파");
    expect(first).to.equal("apple       입력              100 won   2.2");
  });
});
