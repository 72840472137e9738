import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { compareSaved } from "../../kernel-setup/book/build/compare-saved";
import { listLessons } from "../../kernel-setup/commands/parts/lesson-list";
import { PAGE } from "../../kernel-setup/commands/parts/project";
import { updateCopies } from "../../kernel-setup/commands/parts/working-copy";
import { readNotebook } from "../../kernel-setup/jupyter/notebook-files/notebook-file";
import { type RunningServer, startServer } from "../../kernel-setup/page/homes/machine/server";
import { notebookText, ownKernel } from "../support/kernels";
import { someLessons } from "../support/lessons";
import { CHROMIUM, needs, playwright } from "../support/needs";
import type { Browser, Page } from "../support/playwright";
import { inProject } from "../support/project";
import { NotebookPage, type Shown } from "./notebook-page";

const CELLS = [
  "const x = 6 * 7; x",
  'throw new Error("on purpose");',
  "const s: string = 42;",
  'await new Promise((wake) => setTimeout(wake, 60_000)); "slept"',
  "for (;;);",
];

/** The notebook page of npm start, in a browser. */
describe("the notebook page", function () {
  this.timeout(240_000);
  let folder: string;
  let notebooks: string;
  let server: RunningServer;
  let browser: Browser;
  let errors: string[] = [];
  const pages: Page[] = [];

  before(async function () {
    needs(this, "chromium", "playwright-core");
    // As notebooks/mine lies in a clone: there the scorecard is kept.
    mkdirSync(inProject(".jupyter"), { recursive: true });
    folder = mkdtempSync(inProject(".jupyter", "page-"));
    notebooks = join(folder, "notebooks", "mine");
    for (const language of ["en", "ko"])
      updateCopies(inProject("notebooks", language), join(notebooks, language));
    const kernel = { ...ownKernel(), folder: inProject(".jupyter/kernels/tslab") };
    server = await startServer({
      notebooks,
      home: join(folder, "home"),
      kernels: [kernel],
      page: {
        folder: PAGE,
        config: {
          language: "en",
          lessons: listLessons(notebooks, inProject("notebooks")),
          scorecard: "scorecard.json",
        },
      },
      port: 0,
    });
    browser = await playwright().chromium.launch({
      executablePath: CHROMIUM,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
  });

  afterEach(async () => {
    await Promise.all(pages.splice(0).map((page) => page.close()));
    for (const { id } of server?.kernels.all ?? []) await server.kernels.shutdown(id);
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  async function newPage(): Promise<NotebookPage> {
    const page = await browser.newPage();
    pages.push(page);
    errors = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.setViewportSize({ width: 1200, height: 900 });
    return new NotebookPage(page);
  }

  /** Opens a notebook of these cells. */
  async function open(name: string, cells?: string[]): Promise<NotebookPage> {
    if (cells) writeFileSync(join(notebooks, name), notebookText(cells, "tslab"));
    const page = await newPage();
    await page.open(server.urlOf(name));
    return page;
  }

  async function shot({ page }: NotebookPage, name: string): Promise<void> {
    if (process.env.SCREENSHOTS === undefined) return;
    await page.screenshot({ path: join(process.env.SCREENSHOTS, `${name}.png`) });
  }

  const onDisk = (name: string) => readFileSync(join(notebooks, name), "utf8");
  const first = (shown: Shown[]) => shown[0] as Shown;

  // Both languages run the same code: each lesson in one of them.
  const lessons = someLessons().filter(
    ({ language, file }) => language === (/^\d*[13579]-/.test(file) ? "en" : "ko"),
  );
  for (const { language, file, path } of lessons) {
    it(`runs all of ${language}/${file}, saves what the runner saves, and charts are live`, async () => {
      const page = await open(`${language}/${file}`);
      await page.runAll();
      expect(await page.kinds()).to.not.include("error");
      const charts = await page.page.evaluate<number>(
        "document.querySelectorAll('.jp-OutputArea img[data-chart]').length",
      );
      if (charts > 0)
        await page.wait(
          `document.querySelectorAll(".jp-OutputArea .js-plotly-plot .main-svg").length >= ${charts}`,
        );
      expect(errors).to.deep.equal([]);
      await page.saved();
      const saved = readNotebook(join(notebooks, language, file));
      // Which edition of the lesson the copy was made from.
      delete saved.metadata.backprop;
      const options = { withOutputs: true };
      expect(compareSaved(`${language}/${file}`, path, saved, options).join("\n")).to.equal("");
      await shot(page, `page-${language}-${file}`);
    });
  }

  it("steps through a drawing, keeps it after a reload, and turns dark", async () => {
    const page = await open("en/05-simple-layers.ipynb");
    await page.runAll();
    await page.saved();
    const inside = (expression: string) =>
      `((root) => ${expression})(document.querySelector(".jp-OutputArea [data-lm-suppress-shortcuts]")?.shadowRoot)`;
    const count = inside("root?.querySelector('.bar span')?.textContent");
    for (const when of ["first", "again"]) {
      await page.wait(`${count} !== undefined`);
      const before = await page.page.evaluate<string>(count);
      await page.page.evaluate(inside("root.querySelector('.bar button').focus()"));
      await page.page.keyboard.press("Enter");
      await page.wait(`${count} !== ${JSON.stringify(before)}`);
      if (when === "first") await page.open(server.urlOf("en/05-simple-layers.ipynb"));
    }
    await page.press("theme");
    await page.wait("document.body.dataset.jpThemeLight === 'false'");
    await page.wait(inside("root.host.classList.contains('dark')"));
    await shot(page, "page-dark");
    await page.press("theme");
    expect(errors).to.deep.equal([]);
  });

  it("shows errors in red with a caret, and goes on", async () => {
    const page = await open("errors.ipynb", CELLS);
    expect(first(await page.run(0)).data?.["text/plain"]).to.equal("42");
    expect(first(await page.run(1))).to.include({ ename: "Error", evalue: "on purpose" });
    expect(first(await page.run(2)).output_type).to.equal("error");
    const red = await page.page.evaluate<boolean>(
      `[...document.querySelectorAll(".jp-OutputArea-output[data-mime-type='application/vnd.jupyter.stderr'], .jp-OutputArea-output[data-mime-type='application/vnd.jupyter.error']")]
        .filter((node) => node.textContent.includes("~") || node.textContent.includes("^"))
        .some((node) => node.querySelector(".ansi-red-fg, .ansi-red-intense-fg") !== null)`,
    );
    expect(red).to.equal(true);
    await shot(page, "page-errors");
  });

  it("interrupts and restarts", async () => {
    const page = await open("interrupt.ipynb", CELLS);
    for (const cell of [3, 4]) {
      await page.start(cell);
      await page.kernel("busy");
      await page.press("interrupt");
      expect(first(await page.outputs(cell)).output_type).to.equal("error");
    }
    await page.run(0);
    await page.press("restart");
    await page.answer("Restart");
    await page.kernel("idle");
    await page.type(1, "x");
    // Right after the answer the old kernel may still be there, as idle as the new one.
    let shown = first(await page.run(1));
    for (let i = 0; i < 50 && shown.output_type !== "error"; i++) {
      await sleep(100);
      shown = first(await page.run(1));
    }
    expect(shown.output_type, "x is gone").to.equal("error");
  });

  it("tells that a kernel was killed in mid-run, and restarts it", async () => {
    const page = await open("killed.ipynb", ["process.pid", "for (;;);"]);
    const pid = Number(first(await page.run(0)).data?.["text/plain"]);
    await page.start(1);
    await page.kernel("busy");
    process.kill(pid, "SIGKILL");
    expect(first(await page.outputs(1))).to.include({ ename: "KernelDied" });
    await page.kernel("dead");
    await shot(page, "page-dead");
    await page.press("restart-dead");
    await page.kernel("idle");
    const next = Number(first(await page.run(0)).data?.["text/plain"]);
    expect(next).to.be.greaterThan(0).and.not.equal(pid);
  });

  it("keeps edits over a reload, and asks a cell's question", async () => {
    const page = await open("edits.ipynb", ["1", "2"]);
    await page.type(0, "const typed = 'typed'; typed");
    await page.saved();
    expect(onDisk("edits.ipynb")).to.contain("typed");
    await page.open(server.urlOf("edits.ipynb"));
    expect(await page.source(0)).to.equal("const typed = 'typed'; typed");
    await page.type(1, "const name = await prompt('name?'); name");
    await page.start(1);
    await page.wait("document.querySelector('.jp-Stdin-input') !== null");
    await page.page.evaluate("document.querySelector('.jp-Stdin-input').focus()");
    await page.page.keyboard.insertText("Ada");
    await page.page.keyboard.press("Enter");
    expect((await page.outputs(1)).at(-1)?.data?.["text/plain"]).to.contain("Ada");
  });

  it("saves what is printed and typed while a save is on its way", async () => {
    const page = await open("meanwhile.ipynb", ["console.log('printed ' + 'meanwhile')", "2"]);
    let held = () => {};
    let release = () => {};
    const isHeld = new Promise<void>((resolve) => {
      held = resolve;
    });
    const isReleased = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.page.route("**/api/contents/meanwhile.ipynb*", async (route) => {
      if (route.request().method() === "PUT") {
        held();
        await isReleased;
      }
      await route.continue();
    });
    await page.type(1, "'typed before'");
    await isHeld;
    await page.run(0);
    await page.type(1, "'typed meanwhile'");
    release();
    await page.saved();
    expect(onDisk("meanwhile.ipynb"))
      .to.contain("printed meanwhile")
      .and.contain("typed meanwhile");
  });

  it("completes with Tab and looks up with Shift+Tab", async () => {
    const page = await open("help.ipynb", ["1"]);
    await page.type(0, "const word = 'a'; word.toUpp");
    await page.page.keyboard.press("Tab");
    await page.wait(
      "document.querySelector('.jp-Completer:not(.lm-mod-hidden)')?.textContent.includes('toUpperCase')",
    );
    await shot(page, "page-completion");
    await page.page.keyboard.press("Enter");
    await page.wait(
      "openNotebook.panel.content.widgets[0].model.sharedModel.getSource().endsWith('toUpperCase')",
    );
    await page.page.keyboard.press("Shift+Tab");
    await page.wait("document.querySelector('.jp-Tooltip')?.textContent.includes('toUpperCase')");
    await shot(page, "page-help");
  });

  it("loses nothing when two tabs hold one notebook", async () => {
    // With what the page would add by itself when it has a kernel.
    const { metadata } = JSON.parse(onDisk("en/05-simple-layers.ipynb"));
    const text = { ...JSON.parse(notebookText(["1", "2"])), metadata };
    writeFileSync(join(notebooks, "tabs.ipynb"), JSON.stringify(text));
    const one = await open("tabs.ipynb");
    const two = await open("tabs.ipynb");
    await one.type(0, "'from one'");
    await one.saved();
    // The other tab has nothing of its own: it follows.
    await two.wait(
      "openNotebook.panel.content.widgets[0].model.sharedModel.getSource() === \"'from one'\"",
    );
    // Now both have.
    await two.page.evaluate("openNotebook.context.model.dirty = true");
    const set = (text: string) =>
      `openNotebook.panel.content.widgets[1].model.sharedModel.setSource(${JSON.stringify(text)})`;
    await Promise.all([
      one.page.evaluate(set("'one again'")),
      two.page.evaluate(set("'two as well'")),
    ]);
    const asked = "document.querySelector('.jp-Dialog') !== null";
    const who = await Promise.race([
      one.wait(asked).then(() => one),
      two.wait(asked).then(() => two),
    ]);
    await shot(who, "page-conflict");
    await who.answer("Both: save mine as a copy");
    await Promise.all([one.saved(), two.saved()]);
    const both = onDisk("tabs.ipynb") + onDisk("tabs-mine-1.ipynb");
    for (const text of ["'one again'", "'two as well'", "'from one'"])
      expect(both).to.contain(text);
  });

  /** A script that does as the page may: it starts a kernel, and keeps what it finds of secrets. */
  const evil = (name: string) =>
    `window.${name} = document.cookie + location.href; ` +
    "fetch('/api/kernels', { method: 'POST', body: '{}' });";
  const shows = (name: string, from: string) => {
    const script = evil(name);
    const html = `<b>${from}</b><script>${script}</script><img src="x" onerror="${script}">`;
    return { output_type: "display_data", data: { "text/html": html }, metadata: {} };
  };

  /** A notebook from somewhere else, which claims in every place that it is trusted. */
  function foreignText(from: string): string {
    const foreign = JSON.parse(notebookText(["1", "2", "3"], "tslab"));
    const trusted = { trusted: true };
    foreign.metadata = { ...foreign.metadata, ...trusted };
    for (const [i, cell] of foreign.cells.entries())
      Object.assign(cell, { metadata: trusted, outputs: [shows(`foreign${i}`, from)] });
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="${evil("attached")}"><script>${evil("attached")}</script></svg>`;
    const more = [
      {
        cell_type: "markdown",
        source: `text <script>${evil("text")}</script><img src="x" onerror="${evil("text")}"> ![](attachment:a.svg)`,
        attachments: { "a.svg": { "image/svg+xml": [svg] } },
      },
      { cell_type: "raw", source: `<script>${evil("raw")}</script>` },
    ];
    for (const [i, cell] of more.entries())
      foreign.cells.push({ id: `more${i}`, metadata: trusted, ...cell });
    return JSON.stringify(foreign);
  }

  const FOUND = "Object.keys(window).filter((key) => /^(foreign\\d|attached|text|raw)$/.test(key))";

  /** Waits until all is shown, and long enough for a script to run; gives the names of those that did. */
  async function scriptsRun({ page }: NotebookPage): Promise<string[]> {
    await page.waitForFunction("document.querySelector('.jp-RenderedMarkdown p') !== null");
    await sleep(1500);
    return page.evaluate(FOUND);
  }

  it("leaves a foreign notebook still that was opened as a file, until it is trusted", async () => {
    const file = join(folder, "downloaded.ipynb");
    writeFileSync(file, foreignText("a download"));
    const page = await open("foreign-start.ipynb", ["1"]);
    page.page.on("filechooser", (chooser) => void chooser.setFiles(file));
    await page.press("open-file");
    await page.wait("location.pathname === '/notebooks/downloaded.ipynb'");
    await page.ready();
    await page.wait("document.querySelectorAll('.jp-OutputArea b').length === 3");
    expect(await scriptsRun(page)).to.deep.equal([]);
    expect(server.kernels.all).to.have.length(2);
    await shot(page, "page-foreign");

    await page.press("trust");
    await page.answer("Trust");
    await page.wait(`${FOUND}.length === 3`);
    await page.open(server.urlOf("downloaded.ipynb"));
    await page.wait(`${FOUND}.length === 3`);
    expect(await scriptsRun(page)).to.have.members(["foreign0", "foreign1", "foreign2"]);
    expect(await page.page.evaluate<string>("window.foreign0")).to.not.contain(server.token);
    expect(await page.page.evaluate("document.getElementById('trust').hidden")).to.equal(true);
  });

  it("leaves a foreign notebook still that lies in the folder; a cell that runs becomes live alone, for good", async () => {
    const foreign = JSON.parse(foreignText("a clone"));
    foreign.cells[1].source = `display({ "text/html": "<script>window.own = 1</script>" });`;
    writeFileSync(join(notebooks, "found.ipynb"), JSON.stringify(foreign));
    const page = await open("found.ipynb");
    await page.wait("document.querySelectorAll('.jp-OutputArea b').length === 3");
    expect(await scriptsRun(page)).to.deep.equal([]);
    await page.run(1);
    await page.wait("window.own === 1");
    await page.saved();
    await page.open(server.urlOf("found.ipynb"));
    await page.wait("window.own === 1");
    expect(await scriptsRun(page)).to.deep.equal([]);
    expect(await page.page.evaluate("document.getElementById('trust').hidden")).to.equal(false);

    // Hidden beside one of the reader's own.
    const saved = JSON.parse(onDisk("found.ipynb"));
    saved.cells[1].outputs.push(shows("foreign1", "a clone"));
    writeFileSync(join(notebooks, "found.ipynb"), JSON.stringify(saved));
    await page.open(server.urlOf("found.ipynb"));
    expect(await scriptsRun(page)).to.deep.equal([]);
  });

  it("lists the lessons with progress, in the other language too, and makes a notebook", async () => {
    const page = await open("en/05-simple-layers.ipynb");
    const progress = "document.querySelector('#lessons a[aria-current] + .progress').textContent";
    expect(await page.page.evaluate<string>(progress)).to.equal("0/4");
    writeFileSync(
      join(notebooks, "scorecard.json"),
      JSON.stringify({ version: 1, passed: { "05-1": true, "05-2": true } }),
    );
    const code =
      "openNotebook.panel.content.widgets.findIndex(({ model }) => model.type === 'code')";
    await page.run(await page.page.evaluate<number>(code));
    await page.wait(`${progress} === "2/4"`);
    await page.press("language");
    await page.wait("location.pathname === '/notebooks/ko/05-simple-layers.ipynb'");
    await page.ready();
    await page.wait("document.documentElement.lang === 'ko'");
    await shot(page, "page-ko");
    await page.press("language");
    await page.wait("location.pathname === '/notebooks/en/05-simple-layers.ipynb'");
    await page.ready();
    await page.press("new-notebook");
    await page.wait("location.pathname === '/notebooks/Untitled.ipynb'");
    await page.ready();
    await page.type(0, "1 + 1");
    expect(first(await page.run(0)).data?.["text/plain"]).to.equal("2");
    await page.saved();
    expect(onDisk("Untitled.ipynb")).to.contain("1 + 1");
    await page.type(0, "const one = 1; one");
    await page.press("rename");
    await page.wait("document.activeElement === document.querySelector('.jp-Dialog input')");
    await page.page.keyboard.press("Control+a");
    await page.page.keyboard.insertText("나의 노트");
    await page.page.keyboard.press("Enter");
    await page.wait("decodeURIComponent(location.pathname) === '/notebooks/나의 노트.ipynb'");
    await page.ready();
    expect(await page.source(0)).to.equal("const one = 1; one");
  });
});
