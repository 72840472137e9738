import { execFileSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { expect } from "chai";
import { build } from "esbuild";
import { pageModel } from "../../../../src/graph/drawing/page-model";
import { liveHtml, pageCode } from "../../../../src/graph/drawing/page-script";
import type { Graph } from "../../../../src/graph/graph";
import { setLanguage } from "../../../../src/text/language";
import { inProject } from "../../../support/project";
import * as graphs from "../graphs";

const { apples, applesAndOranges, both, chain, fanOut, sharedTax, shopping, sigmoid, square } =
  graphs;

interface Found {
  values: number[];
  gradients: number[];
}
type Compute = (nodes: unknown, inputs: unknown, dout: unknown) => Found | false;

/** A function of the page's script, as a browser gets it. */
async function ofPage(file: string, name: string): Promise<unknown> {
  const { MADE } = await import(
    pathToFileURL(inProject("kernel-setup/commands/boot/build.mjs")).href
  );
  const entryPoints = [inProject("src/browser/graph", file)];
  const how = { bundle: true, write: false, format: "cjs" } as const;
  const { outputFiles } = await build({ entryPoints, ...how, plugins: [MADE] });
  const module = { exports: {} as Record<string, unknown> };
  new Function("module", outputFiles[0].text)(module);
  return module.exports[name];
}

describe("a live drawing's page", () => {
  let compute: Compute;
  let sentence: (model: unknown, at: unknown, step: number) => string;
  before(async () => {
    compute = (await ofPage("compute.ts", "compute")) as Compute;
    sentence = (await ofPage("sentence.ts", "sentence")) as typeof sentence;
  });
  afterEach(() => setLanguage("en"));

  const NUMBERS = { apples, applesAndOranges, square, fanOut, sharedTax, shopping, chain, sigmoid };
  for (const [name, build] of Object.entries(NUMBERS)) {
    it(`computes to the last digit what the library computes: ${name}`, () => {
      const g: Graph = both(build());
      const model = pageModel(g);
      expect(model.live).to.equal(true);
      for (const factor of [1, 1.7, -0.3]) {
        const inputs = model.inputs.map((value) => Number(value) * factor);
        for (const i of model.shown) g.set(g.nodes[i].name, inputs[i]);
        for (const [i, node] of g.nodes.entries()) {
          if (!node.operation && !model.shown.includes(i)) g.set(node.name, inputs[i]);
        }
        both(g);
        const found = compute(model.nodes, inputs, model.dout);
        if (!found) throw new Error("expected numbers, but got none");
        expect(found.values).to.deep.equal(g.nodes.map(({ value }) => value));
        expect(found.gradients).to.deep.equal(g.nodes.map(({ gradient }) => gradient));
      }
    });
  }

  it("gives nothing where a value is no finite number", () => {
    const { nodes, dout } = pageModel(both(sigmoid()));
    expect(compute(nodes, [-1000], dout)).to.equal(false);
    expect(compute(nodes, [Number.NaN], dout)).to.equal(false);
  });

  it("has a sentence for every step, in both languages", () => {
    const model = pageModel(both(apples()));
    const { texts } = model;
    const d = [[], [], ["2", "100"], [], ["1.1", "200"]];
    const all = () =>
      [0, 1, 2, 3, 4, 5].map((step) => sentence(pageModel(both(apples())), { ...texts, d }, step));
    expect(all()).to.deep.equal([
      "The inputs are given. Step forward, node by node.",
      "applePrice = apple × appleNum = 100 × 2 = 200.",
      "price = applePrice × tax = 200 × 1.1 = 220.",
      "Backward begins: 1 comes in at price.",
      "× passes 1 · 1.1 = 1.1 to applePrice and 1 · 200 = 200 to tax.",
      "× passes 1.1 · 2 = 2.2 to apple and 1.1 · 100 = 110 to appleNum.",
    ]);
    setLanguage("ko");
    expect(all()[5]).to.equal(
      "× 노드가 넘기는 값: apple 쪽으로 1.1 · 2 = 2.2, appleNum 쪽으로 1.1 · 100 = 110.",
    );
  });

  it("says when the parts of a shared value are summed, and steps over a fold at once", () => {
    const said = (g: Graph) => {
      const model = JSON.parse(JSON.stringify(pageModel(both(g)))); // as the page gets it
      const last = 2 * model.steps.length + 1;
      return Array.from({ length: last + 1 }, (_, step) => sentence(model, model.texts, step));
    };
    expect(said(square(3)).at(-1)).to.equal("× passes 3 to x and 3 to x. x now has 3 + 3 = 6.");
    expect(said(graphs.foldedLoss()).at(-1)).to.match(/^SoftmaxWithLoss passes \[.*\] to a\.$/);
    const { steps } = pageModel(both(shopping()));
    expect(steps.map(({ name }) => name)).to.deep.equal(["×", "many other things", "+", "×"]);
    expect(said(shopping()).at(-2)).to.equal("many other things passes nothing on.");
  });

  it("has arrays as texts, and no inputs to change then", () => {
    const model = pageModel(both(graphs.softmaxWithLoss()));
    expect(model.live).to.equal(false);
    expect(model.texts.v).to.include("[0.0182113, 0.245192, 0.736597]");
  });

  it("gets a script of a few kB, the same every time, that no text can break out of", () => {
    // A tenth of it are the widths of letters: what is made out of sight cannot be measured.
    expect(pageCode().length).to.be.lessThan(10_500);
    const g = both(apples());
    g.input("</script><b>", 1);
    g.forward();
    const picture = { svg: "<svg/>", width: 1, height: 1, alt: "x" };
    const html = liveHtml(picture, pageModel(g));
    expect(html).to.equal(liveHtml(picture, pageModel(g)));
    expect(html.split("</script>")).to.have.length(2);
    const other = both(apples());
    other.set("tax", 1.2);
    const key = (text: string) => /data-graph="(\w+)"/.exec(text)?.[1];
    expect(key(liveHtml(picture, pageModel(both(other))))).to.not.equal(key(html));
  });

  it("is ready when a cell draws: the kernel loads no bundler for it", () => {
    const code = `const { graph, show } = require(${JSON.stringify(inProject("dist/src/index.js"))});
      const g = graph();
      g.exp(g.input("x", 1));
      g.forward();
      const html = g[Symbol.for("Jupyter.display")]()["text/html"];
      show({ data: [{ y: [1, 2] }] });
      console.log(/<script>/.test(html), Object.keys(require.cache).filter((file) => /esbuild/.test(file)).length);`;
    const out = execFileSync(process.execPath, ["-e", code], { encoding: "utf8" });
    expect(out.trim().split("\n").pop()).to.equal("true 0");
  });
});
