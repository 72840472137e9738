import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { freePort } from "../../kernel-setup/setup/free-port";
import { type NotebookServer, startJupyter } from "../../kernel-setup/setup/jupyter-server";
import { writeKernelSpec } from "../../kernel-setup/spec/kernelspec";
import { DARK } from "../../src/charts/dark";
import { CARD } from "../../src/words/palette";
import { ourKernel } from "../support/kernel-folder";
import { notebookText } from "../support/kernels";
import { CHROMIUM, needs, playwright } from "../support/needs";
import type { Browser, Page } from "../support/playwright";
import { inProject } from "../support/project";
import { debianJupyterLab } from "./debian-jupyterlab";

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
  let home: string;
  let server: NotebookServer;
  let browser: Browser;
  let errors: string[] = [];

  before(async function () {
    needs(this, "chromium", "playwright-core");
    const jupyter = debianJupyterLab();
    if (typeof jupyter === "string") {
      console.log(`      JupyterLab comes from Debian's packages, but ${jupyter}.`);
      return this.skip();
    }
    expect(jupyter.version).to.match(/^4\./);
    mkdirSync(inProject(".jupyter"), { recursive: true });
    home = mkdtempSync(inProject(".jupyter", "test-"));
    const kernel = join(home, "kernels", "tslab");
    writeKernelSpec(kernel, ourKernel());
    copyFileSync(inProject(".jupyter/kernels/tslab/plotly.min.js"), join(kernel, "plotly.min.js"));
    writeFileSync(join(home, "charts.ipynb"), notebookText(CELLS, "tslab"));
    mkdirSync(join(home, "config"));
    const settings = { LabApp: { expose_app_in_browser: true } };
    writeFileSync(join(home, "config", "jupyter_lab_config.json"), JSON.stringify(settings));
    const port = await freePort(19_900);
    server = await startJupyter({ jupyter, home, notebooks: home, first: "", port });
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

  /** Opens a notebook, and waits until its kernel is idle. */
  async function open(name: string): Promise<Page> {
    const page = await browser.newPage();
    errors = [];
    // What JupyterLab's own files complain of is not ours: Debian's build does, at times.
    const keep = (text: string, from = "") => {
      if (!/\/(static\/lab|lsp)\//.test(from)) errors.push(text);
    };
    page.on("pageerror", ({ message, stack = "" }) =>
      keep(
        message,
        stack.split("\n").find((line) => /^\s+at /.test(line)),
      ),
    );
    page.on("console", (message) => {
      if (message.type() === "error") keep(message.text(), message.location().url);
    });
    // JupyterLab draws the cells in sight only.
    await page.setViewportSize({ width: 1300, height: 2600 });
    const { origin, search } = new URL(server.url);
    await page.goto(`${origin}/lab/tree/${name}${search}&reset`);
    const session = "window.jupyterapp?.shell.currentWidget?.sessionContext?.session";
    await page.waitForFunction(`${session}?.kernel?.status === "idle"`, undefined, {
      timeout: 120_000,
    });
    return page;
  }

  const run = (page: Page, command: string, args = "{}") =>
    page.evaluate(`jupyterapp.commands.execute(${JSON.stringify(command)}, ${args})`);

  const becomeLive = (page: Page) =>
    page.waitForFunction(
      `[...document.querySelectorAll("${PLOTS}")].filter((plot) => plot.querySelector(".main-svg")).length === 2 &&
       document.querySelectorAll("[data-lm-suppress-shortcuts]").length === 1`,
      undefined,
      { timeout: 120_000 },
    );

  async function shoot(page: Page, name: string) {
    if (process.env.SCREENSHOTS === undefined) return;
    await page.screenshot({ path: join(process.env.SCREENSHOTS, `${name}.png`) });
  }

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
    expect(errors).to.deep.equal([]);
    await page.close();
    const again = await open("charts.ipynb");
    await becomeLive(again);
    expect(errors).to.deep.equal([]);
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
    const { cells } = JSON.parse(readFileSync(join(home, "charts.ipynb"), "utf8"));
    const foreign = JSON.parse(notebookText(CELLS, "tslab"));
    foreign.cells.forEach((cell: { outputs: unknown }, i: number) => {
      cell.outputs = cells[i].outputs;
      // Signed outputs are trusted wherever they stand: these are no longer the same.
      cells[i].outputs[0]?.data["text/plain"].push("!");
    });
    writeFileSync(join(home, "foreign.ipynb"), JSON.stringify(foreign));
    const page = await open("foreign.ipynb");
    await page.waitForFunction(`${PICTURES} === 3`);
    await new Promise((wake) => setTimeout(wake, 1500));
    const live = `document.querySelectorAll("${PLOTS}, [data-lm-suppress-shortcuts]").length`;
    expect(await page.evaluate(live)).to.equal(0);
    await shoot(page, "lab-untrusted");
    expect(errors).to.deep.equal([]);
    await page.close();
  });
});
