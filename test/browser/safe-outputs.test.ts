import { mkdirSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { CONTENT_POLICY } from "../../kernel-setup/book/site/content-policy";
import { words } from "../../kernel-setup/text/texts";
import { graph } from "../../src";
import { DISPLAY, type MimeBundle } from "../../src/show/displayable";
import type { EmitOptions } from "../../src/show/emit";
import { liveChart } from "../../src/show/live-chart";
import { removeTemporary, temporaryFolder } from "../kernel-setup/commands/parts/temporary";
import { CHROMIUM, needs, playwright } from "../support/needs";
import type { Browser, Page } from "../support/playwright";
import { inProject } from "../support/project";
import { runCommand } from "../support/run-command";
import { hostFolder } from "../support/static-host";
import { waitFor } from "./wait-for";

/** A page with Jupyter's own area of outputs, and the renderers of the notebook page. */
const AREA = `
import { OutputArea, OutputAreaModel } from "@jupyterlab/outputarea";
import { RenderMimeRegistry } from "@jupyterlab/rendermime";
import { Widget } from "@lumino/widgets";
import { keepOutputsSafe, rendererFactories } from "./safe-outputs";

keepOutputsSafe({ frame: "../assets/frame.html", live: "../assets/live.js" });
const rendermime = new RenderMimeRegistry({ initialFactories: rendererFactories() });
const asOutput = (data) => ({ output_type: "display_data", data, metadata: {} });
window.openArea = (trusted) => {
  const model = new OutputAreaModel({ trusted });
  const area = new OutputArea({ model, rendermime });
  Widget.attach(area, document.body);
  window.area = {
    add: (data) => model.add(asOutput(data)),
    set: (i, data) => model.set(i, asOutput(data)),
    move() { Widget.detach(area); Widget.attach(area, document.body); },
  };
};`;

describe("outputs in a notebook page that runs no script but its own", function () {
  this.timeout(180_000);
  let browser: Browser;
  let server: Server | undefined;
  let base: string;

  before(async function () {
    needs(this, "chromium", "playwright-core", "jupyterlab-packages");
    const folder = join(temporaryFolder(), "site");
    const run = inProject("kernel-setup/commands/boot/run.mjs");
    const { code, stderr } = await runCommand(process.execPath, [run, "site", "--out", folder]);
    expect(code, stderr).to.equal(0);
    const ui = inProject("kernel-setup/page/ui");
    const { build } = createRequire(inProject("kernel-setup/page/package.json"))(
      "esbuild",
    ) as typeof import("esbuild");
    const { outputFiles } = await build({
      absWorkingDir: inProject("kernel-setup/page"),
      stdin: { contents: AREA, resolveDir: ui },
      bundle: true,
      write: false,
      format: "iife",
      loader: { ".svg": "text" },
      inject: [join(ui, "process.ts")],
      alias: { path: "path-browserify" },
      logLevel: "error",
    });
    mkdirSync(join(folder, "area"));
    writeFileSync(join(folder, "area", "area.js"), outputFiles[0].contents);
    writeFileSync(
      join(folder, "area", "index.html"),
      `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}">
      <link rel="icon" href="data:,"><title>Outputs</title><body data-base-url="../"><script src="area.js"></script>`,
    );
    const host = await hostFolder(folder);
    server = host.server;
    base = host.url;
    browser = await playwright().chromium.launch({
      executablePath: CHROMIUM,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
  });
  after(async () => {
    await browser?.close();
    server?.close();
    removeTemporary();
  });

  async function openArea(isTrusted = true): Promise<{ page: Page; wrong: string[] }> {
    const page = await browser.newPage();
    const wrong: string[] = [];
    page.on("pageerror", (error) => wrong.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") wrong.push(message.text());
    });
    await page.goto(`${base}area/index.html`);
    await page.evaluate(`openArea(${isTrusted})`);
    return { page, wrong };
  }

  const call = (page: Page, name: "add" | "set", ...values: unknown[]) =>
    page.evaluate(`void area.${name}(${values.map((value) => JSON.stringify(value)).join(", ")})`);

  const ROOT = 'document.querySelector("[data-lm-suppress-shortcuts]").shadowRoot';

  it("are live drawings, stepped by keyboard, trusted or not", async () => {
    const g = graph();
    g.mul(g.input("apple", 100, "won"), g.input("count", 2), "price");
    g.forward();
    g.backward();
    for (const isTrusted of [true, false]) {
      const { page, wrong } = await openArea(isTrusted);
      await call(page, "add", g[DISPLAY]());
      await waitFor(page, 'document.querySelector("[data-lm-suppress-shortcuts]") !== null');
      await page.evaluate(`${ROOT}.querySelector("[type=range]").focus()`);
      await page.keyboard.press("Home");
      await page.keyboard.press("ArrowRight");
      expect(await page.evaluate(`${ROOT}.querySelector(".bar span").textContent`)).to.equal(
        "1 / 3",
      );
      await page.evaluate("area.move()");
      expect(
        await page.evaluate('document.querySelectorAll("[data-lm-suppress-shortcuts]").length'),
      ).to.equal(1);
      expect(wrong).to.deep.equal([]);
      await page.close();
    }
  });

  it("are charts that grow while a loop runs, and stay whole at its end", async () => {
    const HOOK = Symbol.for("tslab.display");
    const scope = globalThis as Record<PropertyKey, unknown>;
    const { page, wrong } = await openArea();
    const places: string[] = [];
    let shown = Promise.resolve<unknown>(undefined);
    scope[HOOK] = (bundle: MimeBundle, { displayId = "", update }: EmitOptions) => {
      const data = structuredClone(bundle);
      if (!update) places.push(displayId);
      const at = places.indexOf(displayId);
      shown = shown.then(() => (update ? call(page, "set", at, data) : call(page, "add", data)));
    };
    try {
      const chart = liveChart({ title: "Training", x: "epoch", y: "loss", series: ["loss"] });
      await shown;
      const plot = 'document.querySelector(".js-plotly-plot")';
      await waitFor(page, `${plot}?.querySelector(".main-svg") !== null && ${plot} !== null`);
      await page.evaluate(`${plot}.first = true`);
      for (let i = 1; i <= 4; i++) {
        await sleep(120);
        chart.add(i, { loss: 1 / i });
        await shown;
      }
      await waitFor(page, `${plot}.data[0].x.length === 4`, 10_000);
      // It grows in its place: nothing is drawn anew.
      expect(await page.evaluate(`${plot}.first`)).to.equal(true);
      expect(await page.evaluate("document.body.innerText")).to.include(chart.text);
      chart.add(5, { loss: 0.2 });
      chart.end();
      await shown;
      await waitFor(page, `${plot}?.data?.[0].x.length === 5`, 20_000);
      const picture = 'document.querySelector("img[data-chart]").naturalWidth';
      expect(await page.evaluate(picture)).to.be.greaterThan(300);
      expect(wrong).to.deep.equal([]);
    } finally {
      delete scope[HOOK];
      await page.close();
    }
  });

  it("run scripts of their own in a frame without an origin, once they are trusted", async () => {
    const own = {
      "text/html": `<p id="a"></p><script>
        let found;
        try { found = parent.document.title; } catch { found = "refused"; }
        document.getElementById("a").textContent = [origin, found].join();
      </script><div style="height:5000px"></div>`,
    };
    const script = {
      "application/javascript": "element.textContent = 'from a script: ' + origin;",
    };
    const { page, wrong } = await openArea();
    await call(page, "add", own);
    await call(page, "add", script);
    await waitFor(page, 'document.querySelectorAll("iframe").length === 2');
    await waitFor(page, 'document.querySelector("iframe").style.height === "600px"');
    const texts = async () =>
      Promise.all(
        page
          .frames()
          .slice(1)
          .map((frame) => frame.evaluate<string>("document.body.innerText.trim()")),
      );
    expect(await texts()).to.deep.equal(["null,refused", "from a script: null"]);
    const sandbox =
      '[...document.querySelectorAll("iframe")].map((one) => one.getAttribute("sandbox"))';
    expect(await page.evaluate(sandbox)).to.deep.equal(["allow-scripts", "allow-scripts"]);
    const heights = '[...document.querySelectorAll("iframe")].map((one) => one.clientHeight)';
    const [, low] = await page.evaluate<number[]>(heights);
    expect(low).to.be.greaterThan(10).and.be.lessThan(60);
    // A cell that is moved has its frame again.
    await page.evaluate("area.move()");
    await waitFor(page, 'document.querySelector("iframe").style.height === "600px"');
    for (let i = 0; i < 100 && (await texts())[1] === ""; i++) await sleep(50);
    expect(await texts()).to.deep.equal(["null,refused", "from a script: null"]);
    expect(wrong).to.deep.equal([]);
    await page.close();

    const stranger = await openArea(false);
    await call(stranger.page, "add", own);
    await call(stranger.page, "add", { ...script, "text/plain": "words beside it" });
    const seen = await stranger.page.evaluate<string>("document.body.innerText");
    expect(seen).to.include(words("outputs.untrusted").en).and.include("words beside it");
    expect(await stranger.page.evaluate('document.querySelector("iframe")')).to.equal(null);
    expect(stranger.wrong).to.deep.equal([]);
    await stranger.page.close();
  });

  it("run nothing in the page, whatever they are, trusted or not", async () => {
    const hostile: MimeBundle[] = [
      { "text/html": `<img src="x" onerror="window.taken = 1">` },
      { "text/html": "<script>window.taken = 1</script>" },
      { "text/html": "<svg onload='window.taken = 1'></svg>" },
      { "text/html": "<style>body { display: none }</style>" },
      { "text/html": `<a href="javascript:window.taken=1">a</a>` },
      { "text/html": `<iframe srcdoc="<script>parent.taken = 1</script>"></iframe>` },
      {
        "text/markdown": `<img src="x" onerror="window.taken = 1"><script>window.taken = 1</script>`,
      },
      { "text/latex": `<img src="x" onerror="window.taken = 1">` },
      { "image/svg+xml": `<svg xmlns="http://www.w3.org/2000/svg" onload="parent.taken = 1"/>` },
      { "application/javascript": "window.taken = parent.taken = 1" },
      { "text/plain": `<img src="x" onerror="window.taken = 1">` },
    ];
    for (const isTrusted of [true, false]) {
      const { page } = await openArea(isTrusted);
      for (const bundle of hostile) await call(page, "add", bundle);
      await sleep(1000);
      expect(await page.evaluate("window.taken")).to.equal(undefined);
      expect(await page.evaluate("getComputedStyle(document.body).display")).to.equal("block");
      const links =
        '[...document.querySelectorAll("a")].filter(({ href }) => /script:/.test(href)).length';
      expect(await page.evaluate(links)).to.equal(0);
      await page.close();
    }
  });
});
