import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { freePort } from "../../kernel-setup/commands/parts/free-port";
import {
  type NotebookServer,
  startJupyter,
} from "../../kernel-setup/commands/parts/jupyter-server";
import { writeKernelSpec } from "../../kernel-setup/jupyter/kernelspecs/kernelspec";
import { DARK } from "../../src/show/dark";
import { CARD } from "../../src/text/palette";
import { ourKernel } from "../support/kernel-folder";
import { CHROMIUM, needs, PYTHON, playwright } from "../support/needs";
import { keepOwnErrors } from "../support/own-errors";
import type { Browser, Page } from "../support/playwright";
import { inProject } from "../support/project";

const CELLS = [
  `import { show } from "backprop";
show({ data: [{ name: "loss", y: [3, 2, 1] }, { name: "accuracy", y: [1, 2, 4] }], layout: { title: "Training" } });`,
  `show({ data: [{ type: "heatmap", z: [[1, 2], [3, 4]] }], layout: { title: "Weights" } });`,
  `import { liveChart, progress } from "backprop";
const chart = liveChart({ title: "Loss", x: "step", series: ["loss"] });
for (const step of progress(40, "step")) {
  chart.add(step, { loss: Math.exp(-step / 10) });
  for (const end = Date.now() + 300; Date.now() < end; );
}`,
  "chart.end();",
];
const PLOTS = ".output .js-plotly-plot";

/** A notebook of classic Notebook's, with a project's kernel that has plotly.js beside it. */
describe("charts in classic Notebook", function () {
  this.timeout(120_000);
  let home: string;
  let server: NotebookServer;
  let browser: Browser;
  const errors: string[] = [];

  before(async function () {
    needs(this, "chromium", "playwright-core", "notebook");
    mkdirSync(inProject(".jupyter"), { recursive: true });
    home = mkdtempSync(inProject(".jupyter", "test-"));
    const kernel = join(home, "kernels", "tslab");
    writeKernelSpec(kernel, ourKernel());
    const library = "plotly.min.js";
    copyFileSync(inProject(".jupyter/kernels/tslab", library), join(kernel, library));
    writeFileSync(join(home, "charts.ipynb"), notebook(CELLS));
    server = await startJupyter({
      jupyter: { name: "Notebook", version: "6", command: PYTHON, before: ["-m", "notebook"] },
      home,
      notebooks: home,
      first: "",
      port: await freePort(),
    });
    browser = await playwright().chromium.launch({
      executablePath: CHROMIUM,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
    if (home !== undefined) rmSync(home, { recursive: true, force: true });
  });

  async function open(name: string): Promise<Page> {
    const page = await browser.newPage();
    errors.splice(0);
    keepOwnErrors(page, "classic Notebook", errors);
    const { origin, search } = new URL(server.url);
    await page.goto(`${origin}/notebooks/${name}${search}`);
    await page.waitForFunction("window.Jupyter?.notebook?.kernel?.is_connected()", undefined, {
      timeout: 60_000,
    });
    return page;
  }

  async function shot(page: Page, name: string): Promise<void> {
    if (process.env.SCREENSHOTS === undefined) return;
    await page.setViewportSize({ width: 1000, height: 1800 });
    await page.screenshot({ path: join(process.env.SCREENSHOTS, `${name}.png`) });
  }

  const plots = (page: Page, count: number) =>
    page.waitForFunction(
      `document.querySelectorAll("${PLOTS} .plot-container .main-svg").length > 0 &&
       document.querySelectorAll("${PLOTS}").length === ${count}`,
      undefined,
      { timeout: 60_000 },
    );

  it("become live when a cell runs and when the trusted notebook is opened again, from one library", async () => {
    const page = await open("charts.ipynb");
    await page.evaluate("Jupyter.notebook.execute_all_cells()");
    await plots(page, 3);
    // Points arrive while the loop runs.
    const drawn = `[...document.querySelectorAll("${PLOTS}")].at(-1).data[0].x.length`;
    await page.waitForFunction(`${drawn} > 3`);
    expect(await page.evaluate<number>(drawn)).to.be.lessThan(40);
    await shot(page, "live-running");
    await page.waitForFunction(`${drawn} === 40`);
    await page.waitForFunction("!Jupyter.notebook.kernel_busy");
    const bar =
      "document.querySelector('.output [role=progressbar]').getAttribute('aria-valuetext')";
    expect(await page.evaluate<string>(bar)).to.equal("step: 40 of 40");
    const seen = await page.evaluate<{ labels: string[]; images: number; scripts: number }>(`({
      labels: [...document.querySelectorAll("${PLOTS}")].map((plot) => plot.getAttribute("aria-label")),
      images: [...document.querySelectorAll(".output img")].filter((img) => img.offsetWidth > 0).length,
      scripts: document.querySelectorAll("script[src$='plotly.min.js']").length,
    })`);
    expect(seen.labels[0]).to.match(/^Chart: Training\. loss: y from 1 to 3/);
    expect(seen).to.include({ images: 0, scripts: 1 });
    await shot(page, "charts-light");
    await page.evaluate("Jupyter.notebook.save_notebook()");
    expect(errors).to.deep.equal([]);

    await page.evaluate(`
      const theme = document.createElement("style");
      theme.textContent = "body, div { background: #111 !important; color: #eee !important }";
      document.head.append(theme);
      document.body.className += " dark";`);
    await page.waitForFunction(
      `[...document.querySelectorAll("${PLOTS}")].every((plot) => plot.layout.template.layout.paper_bgcolor === "${DARK[CARD.paper]}")`,
    );
    await shot(page, "charts-dark");

    const again = await open("charts.ipynb");
    await plots(again, 3);
    expect(errors).to.deep.equal([]);
  });

  it("stay still pictures in an untrusted notebook", async () => {
    const { cells } = JSON.parse(readFileSync(join(home, "charts.ipynb"), "utf8"));
    const foreign = JSON.parse(notebook(CELLS));
    foreign.cells.forEach((cell: { outputs: unknown }, i: number) => {
      cell.outputs = cells[i].outputs;
      // Signed outputs are trusted wherever they stand: these are no longer the same.
      cells[i].outputs[0]?.data["text/plain"].push("!");
    });
    writeFileSync(join(home, "foreign.ipynb"), JSON.stringify(foreign));
    const page = await open("foreign.ipynb");
    await page.waitForFunction(
      "[...document.querySelectorAll('.output img')].filter((img) => img.naturalWidth === 680).length === 3",
    );
    await new Promise((wake) => setTimeout(wake, 1500));
    const live = await page.evaluate<number>(`document.querySelectorAll("${PLOTS}").length`);
    expect(live).to.equal(0);
    expect(errors).to.deep.equal([]);
  });
});

function notebook(sources: string[]): string {
  const cells = sources.map((source, i) => ({
    cell_type: "code",
    id: `cell-${i}`,
    metadata: {},
    source,
    execution_count: null,
    outputs: [],
  }));
  const kernelspec = { name: "tslab", display_name: "TypeScript", language: "typescript" };
  return JSON.stringify({ cells, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 });
}
