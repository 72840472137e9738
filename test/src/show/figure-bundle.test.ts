import { execFileSync, spawnSync } from "node:child_process";
import { expect } from "chai";
import type { Figure } from "../../../src/show/figure";
import { figureBundle } from "../../../src/show/figure-bundle";
import { setLanguage } from "../../../src/text/language";
import { pictureIn } from "../../support/picture";
import { inProject } from "../../support/project";
import { expectSnapshot } from "../../support/snapshot";
import { whatIf } from "./what-if";

const CHARTS = JSON.stringify(inProject("dist/src/show/figure-bundle.js"));
const WHAT_IF = JSON.stringify(inProject("dist/test/src/show/what-if.js"));

const svgOf = (figure: Figure) => pictureIn(figureBundle(figure)).svg;

describe("figureBundle", function () {
  this.timeout(30_000);
  afterEach(() => setLanguage("en"));

  it("draws the same bytes in every process and after other charts", () => {
    const code = `const { createHash } = require("node:crypto");
      const { figureBundle } = require(${CHARTS});
      const html = figureBundle(require(${WHAT_IF}).whatIf())["text/html"];
      console.log(createHash("sha256").update(html).digest("hex"));`;
    const run = () => execFileSync(process.execPath, ["-e", code], { encoding: "utf8" });
    const first = run();
    expect(first).to.equal(run());
    const svg = svgOf(whatIf());
    svgOf({ data: [{ type: "bar", x: ["a", "b"], y: [1, 2] }] });
    expect(svgOf(whatIf())).to.equal(svg);
    expectSnapshot(svg, "src/show/snapshots/what-if.svg");
  });

  it("draws every point where its numbers say", () => {
    const y = [0, 30, 10];
    const svg = svgOf({ data: [{ mode: "markers", x: [0, 1, 2], y }] });
    const points = [...svg.matchAll(/class="point" transform="translate\(([\d.]+),([\d.]+)\)"/g)];
    const heights = points.map(([, , height]) => Number(height));
    expect(heights).to.have.length(3);
    const [low, high, middle] = heights;
    expect((low - middle) / (low - high)).to.be.closeTo(1 / 3, 0.01);
  });

  it("writes the picture's titles and names, in Korean too", () => {
    const layout = { title: "가격의 변화", xaxis: { title: "변화 폭" } };
    const svg = svgOf({
      data: [
        { name: "예측", y: [1, 2] },
        { name: "실제", y: [1, 3] },
      ],
      layout,
    });
    for (const word of ["가격의 변화", "변화 폭", "예측", "실제"]) expect(svg).to.include(word);
  });

  it("tells lines apart by dash and marker, not by colour alone", () => {
    const data = [0, 1, 2, 3].map((i) => ({ y: [i, i + 1], mode: "lines+markers" }));
    const svg = svgOf({ data });
    const dashes = [...svg.matchAll(/class="js-line"[^>]*stroke-dasharray: ([^;"]+)/g)];
    expect(new Set(dashes.map(([, dash]) => dash)).size).to.be.at.least(3);
  });

  it("lets a figure's own settings win", () => {
    const layout = { width: 300, height: 200, paper_bgcolor: "#123456" };
    const bundle = figureBundle({ data: [{ y: [1, 2], line: { color: "#abcdef" } }], layout });
    const { svg } = pictureIn(bundle);
    expect(svg).to.match(/^<svg[^>]*width="300" height="200"/);
    expect(svg).to.include("#abcdef").and.to.include("#123456");
    expect(String(bundle["text/html"])).to.include('width="300" height="200"');
  });

  it("says in words what it shows, or what the figure or the caller says instead", () => {
    const figure = whatIf();
    const { alt } = pictureIn(figureBundle(figure));
    expect(alt).to.include("x axis: step. y axis: change of the price (won).");
    expect(alt).to.include("both, predicted: x from 0 to 10, y from 0 to 132.");
    expect(alt).to.include("both, real: x from 0 to 10, y from 0 to 143.");
    expect(figureBundle(figure)["text/plain"]).to.equal(alt);
    expect(svgOf(figure)).to.include(`<title>${alt}</title>`);
    expect(pictureIn(figureBundle(figure, { alt: "Mine" })).alt).to.equal("Mine");
    const own = { ...figure, layout: { meta: { alt: "Own" } } };
    expect(pictureIn(figureBundle(own)).alt).to.equal("Own");
    setLanguage("ko");
    expect(pictureIn(figureBundle(figure)).alt).to.include("x 0부터 10까지, y 0부터 143까지");
  });

  it("draws each of the kinds the lessons use, with the numbers that are not there as gaps", () => {
    const z = [
      [1, 2],
      [3, Number.NaN],
    ];
    for (const trace of [
      { type: "bar", x: ["a", "b"], y: [1, Number.POSITIVE_INFINITY] },
      { type: "heatmap", z },
      { type: "contour", z },
      { type: "histogram", x: [1, 1, 2] },
      { type: "box", y: [1, 2, 9] },
      { type: "image", z: [[[0, 0, 0]]] },
      { type: "scatter", x: new Float64Array([1, 2]), y: { tolist: () => [1, 2] } },
      { type: "scattergl", y: [1, 2] },
      { type: "scatter", x: [], y: [] },
    ]) {
      const svg = svgOf({ data: [trace] });
      expect(svg, trace.type).to.match(/^<svg .*<\/svg>$/s);
      expect(svg, trace.type).to.not.include("NaN").and.to.not.include("undefined");
    }
  });

  it("refuses, with what is wrong, figures that cannot be drawn", () => {
    const refused: [object, string][] = [
      [{ data: [{ type: "surface", z: [[1]] }] }, "trace 0 is a surface: a still picture has two"],
      [{ data: [{ y: [1] }, { type: "splom" }] }, "trace 1 is a splom: it needs WebGL"],
      [{ data: [{ type: "scattergeo" }] }, "it needs map files from the network"],
      [{ data: [{ type: "blob", y: [1] }] }, "key type is set to an invalid value (blob)"],
      [{ data: [{ y: [1, 2], lin: {} }] }, "key lin is not part of the schema"],
      [{ data: [{ y: [1] }], layout: { xaxis: { rang: [] } } }, "in layout, key xaxis.rang is"],
      [{ data: [{ y: () => 1 }] }, "but got [Function: y] at data[0].y"],
      [{ data: [1] }, "list of traces ({ x: [...], y: [...] }), but got [ 1 ]"],
      [{ data: [], layout: 3 }, "layout to be an object ({ title: ... }), but got 3"],
    ];
    for (const [figure, words] of refused) {
      expect(() => figureBundle(figure as Figure))
        .to.throw(Error, words)
        .with.property("message")
        .match(/^show: expected /);
    }
    const cyclic: Figure = { data: [{ y: [1] }] };
    cyclic.data[0].meta = cyclic.data;
    expect(() => figureBundle(cyclic)).to.throw("without cycles, but data[0].meta holds what");
    expect(svgOf({ data: [{ y: [1, 2] }] }), "and still draws").to.match(/^<svg/);
  });

  it("neither changes the figure nor lets one chart's rules into the next", () => {
    const figure = whatIf();
    const copy = structuredClone(figure);
    svgOf({ data: [{ type: "bar", y: [1] }], layout: { barmode: "stack" } });
    svgOf(figure);
    expect(figure).to.deep.equal(copy);
    expect(() => figureBundle({ data: [{ y: [1] }], layout: { barmode: "stack" } })).to.throw(
      "key barmode is not part of the schema",
    );
  });

  it("lets the process end, prints nothing and leaves its chance and clock alone", () => {
    const code = `const { figureBundle } = require(${CHARTS});
      figureBundle({ data: [{ y: [1, 2] }] });
      if (Math.random() === Math.random() || Date.now() < 1e12) throw new Error("changed");`;
    const { status, stdout, stderr } = spawnSync(process.execPath, ["-e", code], {
      encoding: "utf8",
      timeout: 20_000,
    });
    expect({ status, stdout, stderr }).to.deep.equal({ status: 0, stdout: "", stderr: "" });
  });
});
