import { renameSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { expect } from "chai";
import { NOTEBOOKS } from "../../kernel-setup/commands/parts/project";
import { words } from "../../kernel-setup/text/texts";
import type { Language } from "../../src/text/languages";
import {
  removeTemporary,
  temporaryFolder,
  writeFiles,
} from "../kernel-setup/commands/parts/temporary";
import { codeCells, joined, readNotebook } from "../support/lessons";
import { axe, CHROMIUM, needs, playwright } from "../support/needs";
import type { Browser, Page } from "../support/playwright";
import { inProject } from "../support/project";
import { runCommand } from "../support/run-command";
import { hostFolder } from "../support/static-host";
import { waitFor } from "./wait-for";

/** Cells of a notebook of our own, by their ids. */
const CELLS = {
  greet: 'const name = "world"; console.log("hello", name);',
  overwritten: 'console.log("10%\\r50%\\r100%"); console.log("🟩\\r⬜");',
  chart: `import { liveChart } from "backprop";
const chart = liveChart({ title: "Training", x: "epoch", series: ["loss"] });
for (let epoch = 1; epoch <= 30; epoch++) {
  chart.add(epoch, { loss: 1 / epoch });
  await new Promise((done) => setTimeout(done, 100));
}
chart.end();`,
  own: `import * as tslab from "tslab";
tslab.display.html("<p id='p'></p><script>document.getElementById('p').textContent = 'framed ' + origin</script>");`,
  hostile: `tslab.display.html("<img src=x onerror='top.taken = 1'><a href='javascript:top.taken=1'>a</a>");
tslab.display.html("<style>main { display: none }</style>");
tslab.display.javascript("top.taken = parent.taken = 1");`,
  fails: 'throw new Error("as asked");',
  after: 'console.log("after");',
};
const ENDLESS = {
  before: "const kept = 41; console.log(kept);",
  endless: "while (true) {}",
  last: "console.log(kept + 1);",
};

const notebook = (cells: Record<string, string>) => ({
  ...{ nbformat: 4, nbformat_minor: 5, metadata: {} },
  cells: Object.entries(cells).map(([id, source]) => ({
    ...{ cell_type: "code", id, source, metadata: {}, execution_count: null },
    outputs: [{ output_type: "stream", name: "stdout", text: `saved ${id}\n` }],
  })),
});

const AXE = `axe.run({ preload: false, resultTypes: ["violations"] }).then(({ violations }) =>
  violations
    .filter(({ impact }) => ["serious", "critical"].includes(impact))
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => [id, String(target), failureSummary].join(": "))))`;

describe("cells of the site's reading pages", function () {
  this.timeout(240_000);
  let browser: Browser;
  let lessons: string;
  let own: string;
  let base: string;
  let ownBase: string;
  const servers: Server[] = [];

  before(async function () {
    needs(this, "chromium", "playwright-core", "axe-core");
    const folder = temporaryFolder();
    writeFiles(folder, {
      "en/01-own.ipynb": notebook(CELLS),
      "en/02-endless.ipynb": notebook(ENDLESS),
    });
    const exported = async (name: string, notebooks: string) => {
      const out = join(folder, name);
      const run = inProject("kernel-setup/commands/boot/run.mjs");
      const args = [run, "site", "--out", out, "--notebooks", notebooks];
      const { code, stderr } = await runCommand(process.execPath, args);
      expect(code, stderr).to.equal(0);
      const host = await hostFolder(out);
      servers.push(host.server);
      return { out, url: host.url };
    };
    ({ out: lessons, url: base } = await exported("lessons", NOTEBOOKS));
    ({ out: own, url: ownBase } = await exported("own", folder));
    browser = await playwright().chromium.launch({
      executablePath: CHROMIUM,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
  });
  after(async () => {
    await browser?.close();
    for (const server of servers) server.close();
    removeTemporary();
  });

  /** Opens a page; what it complains of, and what it asks of others, is kept in `wrong`. */
  async function open(address: string, how = {}) {
    const wrong: string[] = [];
    const page = await browser.newPage(how);
    page.on("pageerror", (error) => wrong.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") wrong.push(message.text());
    });
    page.on("request", (request) => {
      const url = request.url();
      if (
        ![base, ownBase, "file:"].some((start) => url.startsWith(start)) &&
        !/^(data|blob):/.test(url)
      )
        wrong.push(url);
    });
    await page.goto(address);
    return { page, wrong };
  }

  const at = (cell: string) => `document.querySelector('[data-cell="${cell}"]')`;
  const state = (cell: string) => `${at(cell)}.querySelector(".run").dataset.state`;
  const press = (page: Page, cell: string) => page.click(`[data-cell="${cell}"] .run button`);
  const states = (page: Page) =>
    page.evaluate<string[]>(
      '[...document.querySelectorAll(".run")].map((run) => run.dataset.state)',
    );
  const said = (page: Page, cell: string) =>
    page.evaluate<string>(`${at(cell)}.querySelector(".state").textContent`);
  const output = (page: Page, cell: string) =>
    page.evaluate<string>(`${at(cell)}.querySelector(".output")?.innerText ?? ""`);
  const until = (page: Page, cell: string, wanted: string, timeout?: number) =>
    waitFor(page, `${state(cell)} === "${wanted}"`, timeout);

  for (const language of ["en", "ko"] as const)
    it(`run in the middle of a lesson with those above, and show what is saved: ${language}`, async () => {
      const file = "05-simple-layers";
      const { page, wrong } = await open(`${base}${language}/${file}.html`);
      const cells = codeCells(readNotebook(join(NOTEBOOKS, language, `${file}.ipynb`)));
      const middle = cells.findIndex(({ id }) => id === "my-div-layer-check");
      const saved = (id: string) =>
        joined(
          (cells.find((cell) => cell.id === id)?.outputs ?? []).flatMap(({ text }) => text ?? []),
        );
      const below = await output(page, cells[middle + 1].id);
      await press(page, cells[middle].id);
      await until(page, cells[middle].id, "done");
      expect(await states(page)).to.deep.equal(cells.map((_, i) => (i <= middle ? "done" : "")));
      for (const { id } of cells.slice(0, middle + 1)) {
        const text = saved(id);
        const stream = `[...${at(id)}.querySelectorAll(".output pre.stdout")].map((pre) => pre.textContent).join("\\n")`;
        if (text !== "") expect(await page.evaluate(stream), id).to.equal(text.replace(/\n$/, ""));
      }
      // A blank is a blank, and its check says what to begin with.
      expect(await output(page, cells[middle].id)).to.include("05-3: MyDivLayer.forward");
      expect(await output(page, cells[middle + 1].id)).to.equal(below);
      expect(await said(page, cells[middle].id)).to.equal(
        `✓${words("run.done")[language]} [${middle + 1}]`,
      );
      const drawn = cells.find(({ outputs = [] }) =>
        JSON.stringify(outputs).includes("data-graph"),
      );
      // Fresh drawings step, fresh charts are live.
      const drawing = `${at(drawn?.id ?? "none")}.querySelector("[data-lm-suppress-shortcuts]").shadowRoot`;
      await waitFor(
        page,
        `${at(drawn?.id ?? "none")}.querySelector("[data-lm-suppress-shortcuts]") !== null`,
      );
      await page.evaluate(`${drawing}.querySelector("[type=range]").focus()`);
      await page.keyboard.press("Home");
      await page.keyboard.press("ArrowRight");
      expect(await page.evaluate(`${drawing}.querySelector(".bar span").textContent`)).to.match(
        /^1 \/ /,
      );
      await waitFor(
        page,
        `${at("what-if-chart")}.querySelector(".js-plotly-plot .main-svg") !== null`,
      );
      expect(wrong).to.deep.equal([]);
      await page.close();
    });

  it("go by the keyboard, say what becomes of them, and run again alone", async () => {
    const { page, wrong } = await open(`${ownBase}en/01-own.html`);
    const button = `${at("greet")}.querySelector(".run button")`;
    expect(await page.evaluate(`${button}.getAttribute("aria-label")`)).to.equal("Run cell 1");
    await page.evaluate(`${button}.focus()`);
    await page.keyboard.press("Enter");
    await until(page, "greet", "done");
    expect(await output(page, "greet")).to.equal("hello world");
    expect(await page.evaluate(`document.activeElement === ${button}`)).to.equal(true);
    const status = 'document.querySelector("[role=status]").textContent';
    expect(await page.evaluate(status)).to.equal("Cell 1: Done [1]");
    expect(await output(page, "overwritten")).to.equal("saved overwritten");
    await press(page, "overwritten");
    await until(page, "overwritten", "done");
    expect(await output(page, "overwritten")).to.equal("100%\n⬜");
    await page.keyboard.press("Enter");
    await waitFor(page, `${at("overwritten")}.querySelector(".state").textContent === "✓Done [3]"`);
    expect(await said(page, "greet")).to.equal("✓Done [1]");
    expect(wrong).to.deep.equal([]);
    await page.close();
  });

  it("let a chart grow while they run, and keep it whole", async () => {
    const { page, wrong } = await open(`${ownBase}en/01-own.html`);
    await press(page, "chart");
    const plot = `${at("chart")}.querySelector(".js-plotly-plot")`;
    await waitFor(page, `${plot}?.data?.[0].x.length > 3`);
    expect(await page.evaluate(state("chart"))).to.equal("running");
    const length = await page.evaluate<number>(`${plot}.data[0].x.length`);
    await waitFor(page, `${plot}.data[0].x.length > ${length}`);
    await until(page, "chart", "done");
    await waitFor(page, `${plot}?.data?.[0].x.length === 30`);
    expect(await output(page, "chart")).to.include("epoch 30: loss 0.03333");
    expect(wrong).to.deep.equal([]);
    await page.close();
  });

  it("show scripts of their own in a frame, and let none run in the page", async () => {
    const { page } = await open(`${ownBase}en/01-own.html`);
    await press(page, "hostile");
    await until(page, "hostile", "done");
    await waitFor(page, `${at("own")}.querySelector("iframe") !== null`);
    const frames = await page.evaluate<string[]>(
      '[...document.querySelectorAll("iframe")].map((one) => one.getAttribute("sandbox"))',
    );
    expect(frames).to.deep.equal([
      "allow-scripts",
      "allow-scripts",
      "allow-scripts",
      "allow-scripts",
    ]);
    const texts = async () =>
      Promise.all(
        page
          .frames()
          .slice(1)
          .map((frame) => frame.evaluate<string>("document.body.innerText").catch(() => "")),
      );
    for (let i = 0; i < 100 && !(await texts()).includes("framed null"); i++) await sleep(50);
    expect(await texts()).to.include("framed null");
    await sleep(500);
    expect(await page.evaluate("window.taken")).to.equal(undefined);
    expect(
      await page.evaluate("getComputedStyle(document.querySelector('main')).display"),
    ).to.equal("block");
    await page.close();
  });

  it("do not run below one that fails, and say so in words and shapes", async () => {
    const { page, wrong } = await open(`${ownBase}en/01-own.html`);
    await press(page, "after");
    await until(page, "after", "held");
    expect(await states(page)).to.deep.equal([
      ...["done", "done", "done", "done", "done", "failed", "held"],
    ]);
    expect(await said(page, "fails")).to.equal("✕Failed [6]");
    expect(await output(page, "fails")).to.match(/^Error: as asked/);
    expect(await said(page, "after")).to.equal("⊘Not run: a cell above has failed");
    expect(await output(page, "after")).to.equal("saved after");
    expect(
      wrong.filter((line) => !/Content Security Policy|cross-origin frame/.test(line)),
    ).to.deep.equal([]);
    await page.close();
  });

  it("are stopped by the reader, also in an endless loop, and go on", async () => {
    const { page, wrong } = await open(`${ownBase}en/02-endless.html`);
    await press(page, "last");
    await until(page, "endless", "running");
    const label = `${at("last")}.querySelector(".run button")`;
    expect(await page.evaluate(`${label}.textContent`)).to.equal("■ Stop");
    await press(page, "last");
    await until(page, "endless", "stopped", 20_000);
    expect(await page.evaluate(state("last"))).to.equal("");
    expect(await output(page, "last")).to.equal("saved last");
    // What the loop has cost is computed again by itself.
    await page.evaluate(`${at("endless")}.querySelector("code").textContent`);
    await press(page, "before");
    await until(page, "before", "done");
    expect(await output(page, "before")).to.equal("41");
    expect(wrong).to.deep.equal([]);
    await page.close();
  });

  it("say that the kernel could not be loaded, and run once it can", async () => {
    const [kernel, away] = ["kernel", "away"].map((name) => join(own, name));
    renameSync(kernel, away);
    const { page } = await open(`${ownBase}en/01-own.html`);
    try {
      await press(page, "greet");
      await waitFor(page, `document.querySelector("[role=alert]") !== null`);
      expect(await page.evaluate('document.querySelector("[role=alert]").textContent')).to.equal(
        words("run.notLoaded").en,
      );
      expect(await page.evaluate(state("greet"))).to.equal("");
    } finally {
      renameSync(away, kernel);
    }
    await press(page, "greet");
    await until(page, "greet", "done");
    expect(await page.evaluate('document.querySelector("[role=alert]")')).to.equal(null);
    await page.close();
  });

  for (const language of ["en", "ko"] as Language[])
    it(`say what to do where pages are opened as files, and have no button without scripts: ${language}`, async () => {
      const file = `${pathToFileURL(lessons).href}/${language}/00-start-here.html`;
      const { page, wrong } = await open(file);
      const notes = 'document.querySelectorAll(".cell > .note")';
      expect(await page.evaluate(`${notes}[0].textContent`)).to.equal(
        words("run.asFile")[language],
      );
      expect(await page.evaluate(`${notes}[1].textContent`)).to.equal(
        words("run.howToRun")[language],
      );
      expect(
        await page.evaluate(`document.querySelector(${notes}[1].firstChild.hash).textContent`),
      ).to.equal(words("run.asFile")[language]);
      expect(await page.evaluate('document.querySelectorAll(".run").length')).to.equal(0);
      expect(wrong).to.deep.equal([]);
      await page.close();
      const silent = await open(`${base}${language}/00-start-here.html`, {
        javaScriptEnabled: false,
      });
      const buttons = 'document.querySelectorAll("article button, .run, .note").length';
      expect(await silent.page.evaluate(buttons)).to.equal(0);
      const text = "document.querySelector('article').innerText.length";
      expect(await silent.page.evaluate(text)).to.be.greaterThan(3000);
      await silent.page.close();
    });

  it("run on the first page, and lead from a lesson to its notebook", async () => {
    const { page, wrong } = await open(`${base}en/index.html`);
    await press(page, "apples-forward");
    await until(page, "apples-forward", "done");
    expect(await output(page, "apples-forward")).to.match(/^220\.00000000000003/);
    await page.goto(`${base}en/05-simple-layers.html`);
    const link = '[...document.querySelectorAll(".facts a")].pop()';
    expect(await page.evaluate(`${link}.textContent`)).to.equal(words("site.open").en);
    expect(await page.evaluate(`${link}.href`)).to.equal(
      `${base}notebook/?notebook=en/05-simple-layers.ipynb`,
    );
    expect(wrong).to.deep.equal([]);
    await page.close();
  });

  it("are accessible in each state, light and dark, and fit a phone", async () => {
    const { page } = await open(`${ownBase}en/01-own.html`);
    await page.setViewportSize({ width: 390, height: 844 });
    await press(page, "after");
    await until(page, "after", "held");
    await page.evaluate(axe());
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await sleep(100);
      expect(await page.evaluate<string[]>(AXE), colorScheme).to.deep.equal([]);
    }
    expect(await page.evaluate("document.documentElement.scrollWidth")).to.be.at.most(390);
    const heights = '[...document.querySelectorAll(".run button")].map((one) => one.offsetHeight)';
    for (const height of await page.evaluate<number[]>(heights)) expect(height).to.be.at.least(32);
    await page.emulateMedia({ media: "print" });
    const printed =
      '[...document.querySelectorAll(".run")].filter((one) => one.offsetHeight > 0).length';
    expect(await page.evaluate(printed)).to.equal(0);
    await page.close();
  });
});
