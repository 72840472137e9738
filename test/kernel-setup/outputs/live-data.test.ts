import { expect } from "chai";
import { liveData } from "../../../kernel-setup/outputs/live-data";
import { graph } from "../../../src";
import { DISPLAY } from "../../../src/show/displayable";
import { figureBundle } from "../../../src/show/figure-bundle";
import { liveScript } from "../../../src/show/live-script";
import { pointsScript } from "../../../src/show/points-script";

/** What stands between the tags. */
const code = (html: string) => /<script>([\s\S]*)<\/script>/.exec(html)?.[1] ?? "";

/** Texts by which somebody might take the end of the function for another one. */
const ODD = ['})("', ')("a")', "</script><!--", "\\", "한글", '"', "a\u2028b"];

describe("the data in an output's script", () => {
  it("is a chart's figure, whatever texts are in it", () => {
    for (const text of ODD) {
      const figure = { data: [{ y: [1, 2], name: text }], layout: { title: text } };
      const found = liveData(code(liveScript("a", figure)));
      expect(found, text).to.deep.equal({ kind: "chart", id: "a", data: figure });
    }
    const figure = { data: [{ y: [1, 2] }] };
    expect(liveData(code(liveScript("a", figure, "no plotly")))).to.deep.equal({
      ...{ kind: "chart", id: "a", data: figure },
      missing: "no plotly",
    });
    const bundle = figureBundle(figure);
    const { config: _, ...shown } = bundle["application/vnd.plotly.v1+json"] as { config: object };
    expect(liveData(code(bundle["text/html"] as string))?.data).to.deep.equal(shown);
  });

  it("is a chart's new points, and a drawing's model", () => {
    const points = [{ from: 1, x: [2], y: [null] }];
    expect(liveData(code(pointsScript('a"b', points)))).to.deep.equal({
      ...{ kind: "points", id: "a%22b", data: points },
    });
    for (const name of ODD) {
      const g = graph();
      g.mul(g.input(name, 100), g.input("count", 2), "price");
      g.forward();
      const html = g[DISPLAY]()["text/html"] as string;
      const found = liveData(code(html));
      expect(found?.kind, name).to.equal("drawing");
      expect(found?.id).to.equal(/data-graph="([^"]*)"/.exec(html)?.[1]);
      const model = found?.data as { nodes: { n: string }[] } | undefined;
      expect(model?.nodes.map(({ n }) => n)).to.deep.equal([name, "count", "price"]);
    }
  });

  it("is found in charts of the first edition, which brought no configuration", () => {
    const old =
      '((id, figure, colours) => {\n const a = 1;\n})("f00",{"data":[]},{"#ffffff":"#16191d"})';
    expect(liveData(old)).to.deep.equal({ kind: "chart", id: "f00", data: { data: [] } });
  });

  it("is none of any other script", () => {
    for (const script of [
      "",
      'alert("a")',
      '((id, figures) => {})("a",{})',
      '((id, figure, colours) => {})("a",{}) || alert(1)',
      '((id, figure, colours) => {})("a",{}, alert(1))',
      '((id, figure, colours) => {})("a",{});alert(1)',
      '((id, figure, colours) => {})("a", 1)',
      "((id, figure, colours) => {})(a,{})",
      '((id, curves) => {})("a")',
    ])
      expect(liveData(script), script).to.equal(undefined);
  });
});
