import { expect } from "chai";
import { raw } from "hast-util-raw";
import { NdArray } from "../../src/arrays/nj";
import { compare } from "../../src/graph/drawing/compare";
import { graph } from "../../src/graph/drawing/drawn-graph";
import type { Graph } from "../../src/graph/graph";
import { gradientCheck } from "../../src/judging/gradient-check";
import { Affine } from "../../src/layers/affine";
import { check } from "../../src/lessons/check";
import { hint } from "../../src/lessons/hint";
import { Network } from "../../src/network/network";
import { DISPLAY, type Displayable, type MimeBundle } from "../../src/show/displayable";
import { figureBundle } from "../../src/show/figure-bundle";
import { liveChart } from "../../src/show/live-chart";
import { liveScript } from "../../src/show/live-script";
import { pageScript } from "../../src/show/page-script";
import { paintCanvas } from "../../src/show/paint-canvas";
import { pointsScript } from "../../src/show/points-script";
import { progress } from "../../src/show/progress";
import { shownBy } from "./judging/showing";

/** Ends every kind of text that a page knows, and stands for something in replacements. */
const EVIL = `"'></script></title><b evil="1" onerror='x'><!-- $& $' $\` \\" &quot; \u2028 ]]>`;

type Node = { type: string; tagName?: string; properties?: object; children?: Node[] };

/** The elements of some HTML, as a browser reads it, in pictures too. */
function* elements(html: string): Generator<Node> {
  const walk = function* (node: Node): Generator<Node> {
    if (node.type === "element") yield node;
    for (const child of node.children ?? []) yield* walk(child);
  };
  yield* walk(raw({ type: "raw", value: html } as never) as Node);
  for (const [, data] of html.matchAll(/data:image\/svg\+xml;base64,([^"]+)"/g)) {
    yield* elements(Buffer.from(data, "base64").toString("utf8"));
  }
}

function expectHarmless(html: unknown): void {
  expect(html).to.be.a("string");
  let count = 0;
  for (const { tagName, properties = {} } of elements(html as string)) {
    count++;
    const names = Object.keys(properties).map((name) => name.toLowerCase());
    const odd = names.filter((name) => name === "evil" || name.startsWith("on"));
    expect(odd, `in a ${tagName}`).to.deep.equal([]);
  }
  expect(count).to.be.above(0);
}

const htmlOf = (shown: Displayable) => (shown[DISPLAY]() as MimeBundle)["text/html"];

/** A class of that name, as a learner may name one by mistake. */
const named = <Class extends object>(type: Class): Class =>
  Object.defineProperty(type, "name", { value: EVIL });

describe("texts from cells in HTML", function () {
  this.timeout(60_000);

  it("would be seen by these tests", () => {
    expect(() => expectHarmless(`<p>${EVIL}</p>`)).to.throw("in a b");
    expect(() => expectHarmless(`<p title="${EVIL}"></p>`)).to.throw();
  });

  it("cannot leave a chart's title, names, words or id", () => {
    const y = [1, 2];
    const figure = {
      data: [
        { name: EVIL, y, x: [EVIL, "b"] },
        { type: "heatmap", z: [y, y], xaxis: "x2", yaxis: "y2" },
        { type: "pie", labels: [EVIL], values: [1] },
      ],
      layout: { title: EVIL, xaxis: { title: EVIL }, annotations: [{ text: EVIL, x: 0, y: 1 }] },
    };
    expectHarmless(figureBundle(figure)["text/html"]);
    expectHarmless(figureBundle({ data: [{ y }] }, { alt: EVIL, id: EVIL })["text/html"]);
    for (const name of ["id", "alt"]) {
      expect(() => figureBundle({ data: [{ y }] }, { [name]: 5 })).to.throw(
        `figureBundle: expected ${name} to be a text, but got 5`,
      );
    }
    const canvas = paintCanvas({ width: 2, height: 2 });
    canvas.fillStyle = EVIL;
    canvas.fillRect(0, 0, 1, 1);
    expectHarmless(`<img src="${canvas.toDataURL()}">`);
  });

  it("leave an id one and the same for the picture and for its scripts", () => {
    for (const id of ["chart-1", EVIL, 'a"b', "a\\b", "a\nb", "%22", "한글"]) {
      const html = String(figureBundle({ data: [{ y: [1] }] }, { id })["text/html"]);
      const [img] = elements(html);
      const { dataChart } = img.properties as { dataChart: string };
      const given = JSON.stringify(dataChart).replaceAll("<", "\\u003c");
      expect(html).to.include(`(${given},{`);
      expect(pointsScript(id, [])).to.include(`(${given},[])`);
      // The script looks for it in img[data-chart="…"].
      expect(dataChart).to.not.match(/["\\\n]/);
    }
  });

  it("cannot end a script", () => {
    for (const html of [
      pageScript("f", EVIL, { [EVIL]: EVIL }),
      liveScript(EVIL, { data: [{ name: EVIL }] }),
      pointsScript(EVIL, []),
    ]) {
      expectHarmless(html);
      expect(html.match(/<\/script/g)).to.have.length(1);
    }
  });

  it("cannot leave a drawing: names, units, folds and layers", () => {
    const build = (name: string): Graph => {
      const g = graph();
      const x = g.input(name, 2, EVIL);
      const y = g.mul(x, 3, `y ${EVIL}`);
      const z = g.add(y, 1);
      g.fold(`fold ${EVIL}`, [y, z]);
      const Odd = named(
        class {
          forward = (value: number) => value;
          backward = (dout: number) => dout;
        },
      );
      g.apply(new Odd(), z, `out ${EVIL}`);
      g.forward();
      g.backward();
      return g;
    };
    expectHarmless(htmlOf(build(EVIL)));
    const mine = named(
      class {
        forward = (value: number) => value;
        backward = (dout: number) => 2 * dout;
      },
    );
    expectHarmless(htmlOf(compare(build(EVIL), new mine() as never)));
  });

  it("cannot leave what grows while a cell runs", () => {
    const shown = shownBy(() => {
      for (const _ of progress([1, 2], EVIL));
      const chart = liveChart({ title: EVIL, x: EVIL, y: EVIL, series: [EVIL] });
      chart
        .add(1, { [EVIL]: 2 })
        .add(2, { [EVIL]: 3 })
        .end();
    });
    expect(shown.length).to.be.above(1);
    for (const bundle of shown) expectHarmless(bundle["text/html"]);
  });

  it("cannot leave a verdict or a report", () => {
    const Odd = named(
      class {
        forward = () => {
          throw new Error(EVIL);
        };
        backward = () => EVIL;
      },
    );
    const shown = shownBy(() => {
      check("06-2", Odd);
      check("05-1", EVIL as never);
      check("06-2", EVIL as never);
      hint("06-2");
    });
    expect(shown.length).to.be.above(2);
    for (const bundle of shown) expectHarmless(bundle["text/html"]);
    const layer = {
      [EVIL]: new NdArray(new Float64Array([1]), [1]),
      [`d${EVIL}`]: [5],
      forward: (x: NdArray) => x,
      backward: (dout: NdArray) => dout,
    };
    expectHarmless(htmlOf(gradientCheck(layer as never, [[[1, 2]]])));
    const net = new Network({ [EVIL]: layer, A: new Affine([[1, 2]], [0, 0]) });
    expectHarmless(htmlOf(gradientCheck(net, [[[1]], [0]])));
  });
});
