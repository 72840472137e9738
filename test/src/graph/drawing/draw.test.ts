import { execFileSync } from "node:child_process";
import { expect } from "chai";
import { drawGraph } from "../../../../src/graph/drawing/draw";
import { graph } from "../../../../src/graph/drawing/drawn-graph";
import { SIZES } from "../../../../src/graph/drawing/sizes";
import type { Graph } from "../../../../src/graph/graph";
import { valueLines } from "../../../../src/graph/values";
import { DISPLAY } from "../../../../src/show/displayable";
import { formatNumber } from "../../../../src/text/format-number";
import { setLanguage } from "../../../../src/text/language";
import { textWidth } from "../../../../src/text/text-width";
import { pictureIn, type SvgText, textsIn } from "../../../support/picture";
import { inProject } from "../../../support/project";
import { expectSnapshot } from "../../../support/snapshot";
import * as graphs from "../graphs";

const { affine, apples, applesAndOranges, both, fanOut, sharedTax, shopping, square } = graphs;

/** All drawings that lessons show: what they are built by and what comes back to their last node. */
const NUMBERS: Record<string, [() => Graph, number?]> = {
  apples: [apples],
  applesAndOranges: [applesAndOranges],
  kindsOfFruit: [graphs.kindsOfFruit],
  square: [square],
  fanOut: [fanOut],
  sharedTax: [sharedTax],
  shopping: [shopping],
  chain: [graphs.chain],
  ownSquare: [graphs.ownSquare, 1.3],
  addNode: [graphs.addNode, 1.3],
  mulNode: [graphs.mulNode, 1.3],
  maxNode: [graphs.maxNode, 1.3],
  sigmoid: [graphs.sigmoid],
  foldedSigmoid: [graphs.foldedSigmoid],
  closedSigmoid: [graphs.closedSigmoid],
  net: [graphs.net],
  foldedNet: [graphs.foldedNet],
  softmaxOfNumbers: [graphs.softmaxOfNumbers],
  closedLoss: [graphs.closedLoss],
  longNames: [graphs.longNames],
  power: [graphs.power],
  longerChain: [graphs.longerChain],
  sharedValue: [graphs.sharedValue],
};
type Rows = number[] | number[][];
const ROWS = [
  [1, 2, 3],
  [4, 5, 6],
];
const ARRAYS: Record<string, [() => Graph, (number | Rows)?]> = {
  softmaxWithLoss: [graphs.softmaxWithLoss],
  foldedLoss: [graphs.foldedLoss],
  affine: [() => affine([1, 2]), [1, 2, 3]],
  affineOfBatch: [() => affine(), ROWS],
  foldedAffine: [graphs.foldedAffine, ROWS],
  gatedSum: [
    graphs.gatedSum,
    [
      [10, 20],
      [30, 50],
    ],
  ],
  relu: [
    graphs.relu,
    [
      [1, 1],
      [1, 1],
    ],
  ],
};

/** The numbers above and below each line, by the nodes at its ends; results have no `to`. */
function edgesIn(svg: string) {
  const edges = svg.matchAll(/<g data-from="([^"]*)"(?: data-to="([^"]*)")?>(.*)<\/g>/g);
  return [...edges].map(([, from, to = "", inside]) => {
    const [forward, backward] = ["forward", "backward"].map((kind) =>
      textsIn(inside).find((text) => text.kind === kind),
    );
    return { from, to, forward, backward, inside };
  });
}

/** The room a text takes on the card. */
function roomOf({ kind, x, y, content }: SvgText) {
  const sizes: Record<string, number> = { head: 17, symbol: SIZES.symbol, name: SIZES.name };
  const size = sizes[kind] ?? (/ward$/.test(kind) ? SIZES.value : SIZES.unit);
  const width = textWidth(content, size, /ward$|name/.test(kind));
  const left = /head|key/.test(kind) ? x : x - width / 2;
  return { content, left, right: left + width, top: y - 0.75 * size, bottom: y + 0.2 * size };
}

function expectNoOverlaps(svg: string) {
  const inner = svg.slice(svg.indexOf('<g transform="translate('));
  const rooms = textsIn(inner).map(roomOf);
  for (const [i, a] of rooms.entries()) {
    for (const b of rooms.slice(i + 1)) {
      const apart =
        a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
      expect(apart, `${a.content} and ${b.content} overlap`).to.equal(true);
    }
  }
}

/** A number that was drawn, read back. */
const read = (text?: SvgText) => Number(text?.content.replace("−", "-"));

function expectLiveNumbers(g: Graph) {
  const edges = edgesIn(drawGraph(g).svg);
  expect(edges).to.have.length.greaterThan(0);
  const received: Record<string, number> = {};
  for (const { from, to, forward, backward } of edges) {
    expect(forward?.content, from).to.equal(formatNumber(g.value(from)));
    received[from] = (received[from] ?? 0) + read(backward);
    expect(to === "" || g.layer(to) !== undefined).to.equal(true);
  }
  for (const [name, sum] of Object.entries(received)) {
    expect(sum, name).to.be.closeTo(g.gradient(name), 1e-5 * Math.abs(sum));
  }
}

describe("a graph's drawing", () => {
  afterEach(() => setLanguage("en"));

  for (const [name, [build, dout]] of Object.entries(ARRAYS)) {
    it(`shows arrays: ${name}`, () => {
      const g = both(build(), dout);
      const { svg } = drawGraph(g);
      expectNoOverlaps(svg);
      for (const node of g.nodes) {
        if (node.value === undefined || node.gradient === undefined) throw new Error(node.name);
        const edges = edgesIn(svg).filter(({ from }) => from === node.name);
        for (const { inside } of edges) {
          const lines = textsIn(inside).map(({ content }) => content);
          expect(lines).to.include.members(valueLines(node.value));
          const alone = edges.length === 1 && inside.includes("backward-line");
          if (alone) expect(lines).to.include.members(valueLines(node.gradient));
        }
      }
      expectSnapshot(svg, `src/graph/drawing/snapshots/${name}.svg`);
    });
  }

  for (const [name, [build, dout]] of Object.entries(NUMBERS)) {
    it(`is kept as a snapshot: ${name}`, () => {
      expectSnapshot(drawGraph(both(build(), dout)).svg, `src/graph/drawing/snapshots/${name}.svg`);
    });

    it(`shows the live numbers, and no two over each other: ${name}`, () => {
      const g = both(build(), dout);
      expectLiveNumbers(g);
      expectNoOverlaps(drawGraph(g).svg);
      const first = g.nodes[0].name;
      g.set(first, g.value(first) + 12.345);
      both(g, dout);
      expectLiveNumbers(g);
      expectNoOverlaps(drawGraph(g).svg);
    });
  }

  it("would be found out if it showed other numbers or crowded them", () => {
    const { svg } = drawGraph(both(apples()));
    expect(edgesIn(svg).map(({ backward }) => backward?.content)).to.include("2.2");
    expect(() =>
      expectNoOverlaps(svg.replace(/(class="name" )x="[\d.]+" y="[\d.]+"/g, '$1x="9" y="9"')),
    ).to.throw("overlap");
  });

  it("puts forward values above solid lines and backward values below dashed ones", () => {
    const { svg } = drawGraph(both(applesAndOranges()));
    for (const { from, forward, backward, inside } of edgesIn(svg)) {
      expect(forward?.x, from).to.equal(backward?.x);
      expect((backward?.y ?? 0) - (forward?.y ?? 0), from).to.be.greaterThan(2 * SIZES.value);
      const [, , ends] =
        /class="line forward-line" d="M([\d.]+),[^"]*?([\d.]+),[\d.]+"/.exec(inside) ?? [];
      expect(Number(ends), "forward goes right").to.be.greaterThan(forward?.x ?? 0);
    }
    expect(svg).to.match(/\.backward-line\{[^}]*stroke-dasharray/);
    expect(svg).to.not.match(/\.forward-line\{[^}]*stroke-dasharray/);
  });

  it("shows values without gradients before backward, and inputs alone before forward", () => {
    const g = apples();
    const kinds = () => {
      const edges = edgesIn(drawGraph(g).svg);
      return ["forward", "backward"].map(
        (kind) => edges.filter((edge) => edge[kind as "forward"] !== undefined).length,
      );
    };
    expect(kinds()).to.deep.equal([3, 0]);
    g.forward();
    expect(kinds()).to.deep.equal([5, 0]);
    expect(drawGraph(g).svg).to.not.include("backward: gradients");
    g.backward();
    expect(kinds()).to.deep.equal([5, 5]);
  });

  it("keeps the inputs in the order given, in one column", () => {
    for (const build of [applesAndOranges, sharedTax]) {
      const g = both(build());
      const names = g.nodes.filter(({ operation }) => !operation).map(({ name }) => name);
      const texts = textsIn(drawGraph(g).svg).filter(({ content }) => names.includes(content));
      expect(texts.map(({ content }) => content)).to.have.members(names);
      expect(new Set(texts.map(({ x }) => x)).size, "one column").to.equal(1);
      const order = [...texts].sort((a, b) => a.y - b.y).map(({ content }) => content);
      expect(order).to.deep.equal(names);
    }
    const texts = textsIn(drawGraph(both(shopping())).svg).filter(({ kind }) => kind === "name");
    const order = [...texts].sort((a, b) => a.y - b.y).map(({ content }) => content);
    expect(order.filter((name) => name !== "price")).to.deep.equal([
      "apple",
      "appleNum",
      "many other things",
      "tax",
    ]);
  });

  it("keeps the nodes of a column in the order given, where that crosses no more lines", () => {
    for (const build of [graphs.net, graphs.foldedNet]) {
      const texts = textsIn(drawGraph(both(build())).svg);
      const heights = ["h1", "h2", "h3"].map(
        (name) => texts.find(({ content }) => content.endsWith(name))?.y ?? Number.NaN,
      );
      expect(heights).to.deep.equal([...heights].sort((a, b) => a - b));
      expect(new Set(heights).size).to.equal(3);
    }
  });

  it("shows how the gradients of a shared value add up", () => {
    const sums = (g: Graph) =>
      textsIn(drawGraph(both(g)).svg)
        .filter(({ kind }) => kind === "sum")
        .map(({ content }) => content);
    expect(sums(square(3))).to.deep.equal(["3 + 3 = 6"]);
    expect(sums(fanOut())).to.have.members(["10 + 1 = 11", "5 + 5 = 10"]);
    expect(sums(square(-3))).to.deep.equal(["−3 − 3 = −6"]);
    expect(sums(apples())).to.deep.equal([]);
  });

  it("says in words what it shows, in the language in force", () => {
    const g = both(apples());
    const shown = g[DISPLAY]();
    const { svg, alt } = pictureIn(shown);
    expect(shown["text/plain"]).to.equal(String(g));
    expect(alt).to.equal(
      "Computational graph of price. Forward: apple = 100 won, appleNum = 2 pieces, applePrice = apple × appleNum = 200, tax = 1.1, price = applePrice × tax = 220. Backward: apple 2.2, appleNum 110, applePrice 1.1, tax 200, price 1.",
    );
    expect(svg).to.include(`<desc>${alt}</desc>`).and.to.include('lang="en"');
    setLanguage("ko");
    const korean = drawGraph(g);
    expect(korean.alt).to.match(/^price의 계산 그래프\. 순전파: .* 역전파: /);
    expect(korean.svg).to.include("<title>price의 계산 그래프</title>").and.to.include('lang="ko"');
    expectSnapshot(korean.svg, "src/graph/drawing/snapshots/apples-ko.svg");
  });

  it("draws the same bytes in another process", () => {
    const load = (path: string) => `require(${JSON.stringify(inProject("dist", path))})`;
    const code = `const graphs = ${load("test/src/graph/graphs.js")};
      process.stdout.write(${load("src/graph/drawing/draw.js")}.drawGraph(graphs.both(graphs.sharedTax())).svg);`;
    const svg = execFileSync(process.execPath, ["-e", code], { encoding: "utf8" });
    expect(svg).to.equal(drawGraph(both(sharedTax())).svg);
  });

  it("draws odd graphs: empty, inputs alone, names that look like tags", () => {
    expect(drawGraph(graph()).svg)
      .to.include("An empty computational graph")
      .and.not.include("NaN");
    const g = graph();
    g.input("x", 1);
    expect(drawGraph(g).svg).to.include(">x</text>").and.not.include("Infinity");
    const odd = graph();
    const tag = odd.input("<b>", 1, '"&"');
    odd.mul(tag, tag, "y < 0");
    const { svg, width, height } = drawGraph(both(odd));
    expect(svg).to.include("&lt;b&gt;").and.to.include("y &lt; 0").and.not.include("<b>");
    expect([width, height].every(Number.isInteger)).to.equal(true);
  });
});
