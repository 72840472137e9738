import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { DARK } from "../../src/show/dark";
import { CARD } from "../../src/text/palette";
import { notebookText } from "../support/kernels";
import { needs } from "../support/needs";
import type { Page } from "../support/playwright";
import { debianTesting } from "./debian-testing";
import { FrontEnd, command as run, shoot } from "./front-end";

const CELLS = [
  `import { graph, liveChart, progress, show } from "backprop";
const g = graph();
g.mul(g.mul(g.input("apple", 100), g.input("appleNum", 2)), g.input("tax", 1.1), "price");
g.forward();
g.backward();
show(g);`,
  `show({ data: [{ name: "loss", y: [3, 2, 1] }], layout: { title: "Training" } });`,
  `const chart = liveChart({ title: "Loss", x: "step", series: ["loss"] });
for (const step of progress(20, "step")) {
  chart.add(step, { loss: Math.exp(-step / 10) });
  for (const end = Date.now() + 50; Date.now() < end; );
}
chart.end();`,
];
const PLOTS = ".jp-OutputArea .js-plotly-plot";
const STEPPER = 'document.querySelector("[data-lm-suppress-shortcuts]").shadowRoot';
const PICTURES =
  "[...document.querySelectorAll('.jp-OutputArea img')].filter((img) => img.offsetWidth > 0 && img.naturalWidth > 300).length";

describe("charts and drawings in JupyterLab", function () {
  this.timeout(300_000);
  let lab: FrontEnd;

  before(async function () {
    this.timeout(1_800_000);
    needs(this, "chromium", "playwright-core");
    const debian = debianTesting();
    if (typeof debian === "string") {
      console.log(`      JupyterLab comes from Debian testing, but ${debian}.`);
      return this.skip();
    }
    lab = await FrontEnd.start(debian, "lab", { "charts.ipynb": notebookText(CELLS, "tslab") });
  });

  after(() => lab?.stop());

  /** Opens a notebook in a window that has room for all of its cells. */
  const open = (name: string) => lab.open(name, { width: 1300, height: 2600 });

  const becomeLive = (page: Page) =>
    page.waitForFunction(
      `[...document.querySelectorAll("${PLOTS}")].filter((plot) => plot.querySelector(".main-svg")).length === 2 &&
       document.querySelectorAll("[data-lm-suppress-shortcuts]").length === 1`,
      undefined,
      { timeout: 120_000 },
    );

  it("become live when cells run, in both themes, and again when the notebook is opened anew", async () => {
    const page = await open("charts.ipynb");
    await run(page, "notebook:run-all-cells");
    await becomeLive(page);
    const drawn = `[...document.querySelectorAll("${PLOTS}")].at(-1).data[0].x.length`;
    await page.waitForFunction(`${drawn} === 20`);
    const bar =
      'document.querySelector(".jp-OutputArea [role=progressbar]").getAttribute("aria-valuetext")';
    await page.waitForFunction(`${bar} === "step: 20 of 20"`);
    await shoot(page, "lab-light");
    await run(page, "docmanager:save");
    await run(page, "apputils:change-theme", '{ theme: "JupyterLab Dark" }');
    await page.waitForFunction(
      `[...document.querySelectorAll("${PLOTS}")].every((plot) => plot.layout.template.layout.paper_bgcolor === "${DARK[CARD.paper]}") &&
       ${STEPPER}.host.classList.contains("dark")`,
    );
    await shoot(page, "lab-dark");
    await run(page, "apputils:change-theme", '{ theme: "JupyterLab Light" }');
    expect(lab.errors).to.deep.equal([]);
    await page.close();
    const again = await open("charts.ipynb");
    await becomeLive(again);
    expect(lab.errors).to.deep.equal([]);
    await again.close();
  });

  it("step by keyboard, which JupyterLab's own shortcuts leave alone", async () => {
    const page = await open("charts.ipynb");
    await becomeLive(page);
    await page.evaluate(`${STEPPER}.querySelector("[type=range]").focus()`);
    await page.keyboard.press("Home");
    const count = `${STEPPER}.querySelector(".bar span").textContent`;
    for (let step = 1; step <= 5; step++) {
      await page.keyboard.press("ArrowRight");
      expect(await page.evaluate(count)).to.equal(`${step} / 5`);
    }
    const cells = "jupyterapp.shell.currentWidget.content.widgets.length";
    const before = await page.evaluate(cells);
    await page.evaluate(`${STEPPER}.querySelector("[type=number]").select()`);
    // Each of these letters is a command of JupyterLab's: d d removes a cell.
    await page.keyboard.type("1e2dd");
    await page.keyboard.press("Backspace");
    expect(await page.evaluate(cells)).to.equal(before);
    await page.close();
  });

  it("stay still pictures in an untrusted notebook", async () => {
    const { cells } = JSON.parse(readFileSync(join(lab.home, "charts.ipynb"), "utf8"));
    const foreign = JSON.parse(notebookText(CELLS, "tslab"));
    foreign.cells.forEach((cell: { outputs: unknown }, i: number) => {
      cell.outputs = cells[i].outputs;
      // Signed outputs are trusted wherever they stand: these are no longer the same.
      cells[i].outputs[0]?.data["text/plain"].push("!");
    });
    writeFileSync(join(lab.home, "foreign.ipynb"), JSON.stringify(foreign));
    const page = await open("foreign.ipynb");
    await page.waitForFunction(`${PICTURES} === 3`);
    await new Promise((wake) => setTimeout(wake, 1500));
    const live = `document.querySelectorAll("${PLOTS}, [data-lm-suppress-shortcuts]").length`;
    expect(await page.evaluate(live)).to.equal(0);
    await shoot(page, "lab-untrusted");
    expect(lab.errors).to.deep.equal([]);
    await page.close();
  });
});
