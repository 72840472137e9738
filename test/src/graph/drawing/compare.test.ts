import { inspect } from "node:util";
import { expect } from "chai";
import type { NdArray } from "../../../../src/arrays/numjs-types";
import { compare } from "../../../../src/graph/drawing/compare";
import { graph } from "../../../../src/graph/drawing/drawn-graph";
import type { Graph } from "../../../../src/graph/graph";
import { AddLayer } from "../../../../src/layers/add";
import { MulLayer } from "../../../../src/layers/mul";
import { DISPLAY } from "../../../../src/show/displayable";
import { setLanguage } from "../../../../src/text/language";
import { picturesIn, textsIn } from "../../../support/picture";
import { apples, foldedLoss, sigmoid, softmaxWithLoss, square } from "../graphs";

class Swapped extends MulLayer {
  override backward(dout: number): [number, number] {
    return [dout * (this.x ?? 0), dout * (this.y ?? 0)];
  }
}

/** The apples with a layer of the learner's in the first node. */
function applesWith(layer: MulLayer): Graph {
  const g = graph();
  const inputs = [g.input("apple", 100, "won"), g.input("appleNum", 2, "pieces")];
  g.mul(g.apply(layer, inputs, "applePrice"), g.input("tax", 1.1), "price");
  return g;
}

describe("comparing a right graph and a learner's", () => {
  afterEach(() => setLanguage("en"));

  it("finds no difference where there is none, also not in the last digits", () => {
    const none = "No difference: all values and gradients are the same.";
    expect(String(compare(apples(), apples()))).to.equal(none);
    expect(String(compare(apples(), applesWith(new MulLayer())))).to.equal(none);
    expect(String(compare(softmaxWithLoss(), foldedLoss()))).to.include("the gradient of t");
  });

  it("tells a small difference from the last digits that rounding leaves, small and large", () => {
    const moved = (value: number, by: number) => {
      const of = (x: number) => {
        const g = graph();
        g.exp(g.mul(g.input("x", x), 1e-9), "y");
        return g;
      };
      return String(compare(of(value), of(value + by)));
    };
    for (const value of [1, 1e6]) {
      expect(moved(value, 3e-9 * value), `${value}`).to.include("forward: x should be");
      expect(moved(value, -3e-9 * value), `${value}`).to.include("forward: x should be");
      expect(moved(value, 3e-10 * value), `${value}`).to.include("No difference");
    }
    expect(moved(1e-6, 3e-10), "beside 1").to.include("No difference");
  });

  it("names the first value that differs forward, and its formula", () => {
    const g = apples();
    g.set("tax", 1.2);
    expect(String(compare(apples(), g))).to.equal(
      "First difference, forward: tax should be 1.1, but yours is 1.2. The formula: tax.",
    );
    expect(
      String(
        compare(
          apples(),
          applesWith(
            new (class extends MulLayer {
              override forward(x: number, y: number) {
                return super.forward(x, y) + 1;
              }
            })(),
          ),
        ),
      ),
    ).to.include("applePrice should be 200, but yours is 201. The formula: apple × appleNum.");
  });

  it("names the first gradient that differs backward, both numbers and the local rule", () => {
    const compared = compare(apples(), applesWith(new Swapped()));
    expect(String(compared)).to.equal(
      "First difference, backward: × at applePrice should pass 2.2 to apple, but yours passes 110. A multiply node sends each input the other input times what came in.",
    );
    expect(inspect(compared)).to.equal(String(compared));
    setLanguage("ko");
    expect(String(compared)).to.include("넘길 값은 2.2, 내 값은 110. 곱셈 노드는");
  });

  it("takes a layer for the whole graph, given the same inputs", () => {
    const g = graph();
    g.mul(g.input("x", 10), g.input("y", 5), "out");
    g.forward();
    g.backward(1.3);
    expect(String(compare(g, new MulLayer()))).to.include("No difference");
    expect(String(compare(g, new Swapped()))).to.include("pass 6.5 to x, but yours passes 13.");
    expect(String(compare(g, new AddLayer()))).to.include("out should be 50, but yours is 15");
    const forgetful = { forward: (x: number) => x * x, backward: (dout: number) => 3 * dout };
    expect(String(compare(square(3), forgetful))).to.include(
      "the gradient of x should be 6, but yours is 3. It is the sum",
    );
    expect(() => compare(g, {} as MulLayer)).to.throw("expected a layer, an object with forward");
    expect(() => compare(3 as unknown as Graph, g)).to.throw("expected a graph as the right one");
  });

  it("shows both, opened at the step of the difference and with its edge in a frame", () => {
    const shown = compare(apples(), applesWith(new Swapped()))[DISPLAY]();
    const html = String(shown["text/html"]);
    expect(html).to.include("should pass 2.2 to apple");
    expect(html.match(/"open":5/g)).to.have.length(2);
    const pictures = picturesIn(html);
    expect(pictures).to.have.length(2);
    for (const svg of pictures) {
      const marked = /data-from="([^"]*)" data-to="([^"]*)">(?:(?!<\/g>).)*class="mark"/.exec(svg);
      expect(marked?.slice(1)).to.deep.equal(["apple", "applePrice"]);
    }
    expect(pictures[1]).to.include(">110</text>");
    expect(shown["text/plain"]).to.include("price       applePrice × tax");
    for (const svg of pictures) expectFramed(svg);
    const same = String(compare(sigmoid(), sigmoid())[DISPLAY]()["text/html"]);
    expect(same).to.include("No difference").and.to.not.include('"open":');
  });

  it("frames all rows of an array", () => {
    const arrays = (sign: number) => {
      const g = graph();
      const x = g.input("x", [
        [1, 2],
        [3, 4],
      ]);
      const scaled = {
        forward: (x: NdArray) => x,
        backward: (dout: NdArray) => [dout.multiply(sign)],
      };
      g.apply(scaled, x, "out");
      g.forward();
      g.backward([
        [5, 6],
        [7, 8],
      ]);
      return g;
    };
    const html = String(compare(arrays(1), arrays(-1))[DISPLAY]()["text/html"]);
    const pictures = picturesIn(html);
    expect(pictures).to.have.length(2);
    for (const svg of pictures) expect(expectFramed(svg)).to.equal(6);
  });
});

/** Sees that the frame goes around all texts of its edge; gives their number. */
function expectFramed(svg: string): number {
  const edge =
    /<g data-from="[^"]*"[^>]*>(?:(?!<\/g>).)*class="mark"(?:(?!<\/g>).)*<\/g>/.exec(svg)?.[0] ??
    "";
  const [, y, height] = /class="mark" [^>]*y="([^"]+)"[^>]*height="([^"]+)"/.exec(edge) ?? [];
  const texts = textsIn(edge);
  for (const text of texts) {
    expect(text.y - 14).to.be.at.least(Number(y));
    expect(text.y + 5).to.be.at.most(Number(y) + Number(height));
  }
  return texts.length;
}
