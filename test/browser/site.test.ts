import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "chai";
import { isSomePage } from "../support/lessons";
import { axe, CHROMIUM, needs, playwright } from "../support/needs";
import type { Browser, Page } from "../support/playwright";
import { inProject } from "../support/project";
import { runCommand } from "../support/run-command";
import { hostFolder } from "../support/static-host";
import { pressAllButtons } from "./chart-buttons";
import { waitFor } from "./wait-for";

const DRAWINGS = '[...document.querySelectorAll("[data-lm-suppress-shortcuts]")]';
/** How many pictures a page has that become live, and how many of them are. */
const LIVE = `({
  charts: document.querySelectorAll("img[data-chart]").length,
  plots: [...document.querySelectorAll(".js-plotly-plot")].filter((plot) => plot.querySelector(".main-svg")).length,
  drawings: document.querySelectorAll("img[data-graph]").length,
  steppers: ${DRAWINGS}.length,
})`;
/** Whether all charts follow the page to a phone's width, and none has its legend over its title. */
const CLEAR = `new Promise((done) => {
  const clear = (plot) => {
    const box = (part) => plot.querySelector(part)?.getBoundingClientRect();
    const [title, legend] = [box(".gtitle"), box(".legend")];
    return box(".main-svg")?.width <= 360 && (!title || !legend || legend.top > title.bottom - 2);
  };
  const look = (tries) => {
    const all = [...document.querySelectorAll(".js-plotly-plot")].every(clear);
    if (all || tries === 0) done(all);
    else setTimeout(look, 50, tries - 1);
  };
  look(400);
})`;
/** The drawings follow a change of theme in the frame after it. */
const FRAMES =
  "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))";
const AXE = `axe.run({ preload: false, resultTypes: ["violations"] }).then(({ violations }) =>
  violations
    .filter(({ impact }) => ["serious", "critical"].includes(impact))
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => [id, String(target), failureSummary].join(": "))))`;

interface Live {
  charts: number;
  plots: number;
  drawings: number;
  steppers: number;
}

describe("the exported site in a browser", function () {
  this.timeout(300_000);
  let folder: string;
  let browser: Browser;
  let server: Server | undefined;
  let base: Record<"en" | "ko", string>;

  before(async function () {
    needs(this, "chromium", "playwright-core", "axe-core");
    folder = mkdtempSync(join(tmpdir(), "site-"));
    const run = inProject("kernel-setup/commands/boot/run.mjs");
    const { code, stderr } = await runCommand(process.execPath, [run, "site", "--out", folder]);
    expect(code, stderr).to.equal(0);
    const host = await hostFolder(folder);
    server = host.server;
    base = { en: `${pathToFileURL(folder).href}/`, ko: host.url };
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

  /** Opens a page; what it complains of, and what it asks of others, is kept in `wrong`. */
  async function open(language: "en" | "ko", file: string) {
    const wrong: string[] = [];
    const page = await browser.newPage();
    page.on("pageerror", (error) => wrong.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") wrong.push(message.text());
    });
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(base[language]) && !/^(data|blob):/.test(url)) wrong.push(url);
    });
    await page.goto(`${base[language]}${file}`);
    return { page, wrong };
  }

  async function becomesLive(page: Page, file: string): Promise<Live> {
    await waitFor(
      page,
      `((live) => live.charts === live.plots && live.drawings === live.steppers)(${LIVE})`,
    );
    const live = await page.evaluate<Live>(LIVE);
    if (/\/\d\d-/.test(file)) expect(live.charts + live.drawings, file).to.be.greaterThan(0);
    return live;
  }

  async function shoot(page: Page, name: string) {
    const { SCREENSHOTS } = process.env;
    if (SCREENSHOTS === undefined) return;
    await page.screenshot({
      path: join(SCREENSHOTS, `${name.replace("/", "-")}.png`),
      fullPage: true,
    });
  }

  // English from files, Korean from a web server, both on a light page and on a dark one.
  for (const [language, where] of [
    ["en", "opened as files"],
    ["ko", "on a web server"],
  ] as const) {
    it(`is live, silent, alone and accessible on every page: ${language}, ${where}`, async () => {
      const files = readdirSync(join(folder, language))
        .filter(isSomePage)
        .map((file) => `${language}/${file}`);
      const script = axe();
      for (const file of ["index.html", ...files]) {
        const { page, wrong } = await open(language, file);
        await becomesLive(page, file);
        await page.evaluate(script);
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          await page.evaluate(FRAMES);
          expect(await page.evaluate<string[]>(AXE), `${file}, ${colorScheme}`).to.deep.equal([]);
          await shoot(page, `${file}-${colorScheme}`);
        }
        await page.setViewportSize({ width: 360, height: 740 });
        const wide = "document.documentElement.scrollWidth > 360";
        expect(await page.evaluate(wide), `${file} scrolls sideways on a phone`).to.equal(false);
        expect(await page.evaluate(CLEAR), `${file}: a legend over its title`).to.equal(true);
        expect(wrong, file).to.deep.equal([]);
        await page.close();
      }
    });
  }

  it("steps through every drawing of a lesson by keyboard, and follows typed inputs", async () => {
    const { page, wrong } = await open("en", "en/05-simple-layers.html");
    const { drawings } = await becomesLive(page, "en/05");
    for (let i = 0; i < drawings; i++) {
      const root = `${DRAWINGS}[${i}].shadowRoot`;
      await page.evaluate(`${root}.querySelector("[type=range]").focus()`);
      await page.keyboard.press("Home");
      const count = `${root}.querySelector(".bar span").textContent`;
      const last = Number((await page.evaluate<string>(count)).split(" / ")[1]);
      for (let step = 1; step <= last; step++) {
        await page.keyboard.press("ArrowRight");
        expect(await page.evaluate(count)).to.equal(`${step} / ${last}`);
      }
    }
    const first = `${DRAWINGS}[0].shadowRoot`;
    await page.evaluate(`${first}.querySelector("[type=number]").select()`);
    await page.keyboard.type("110");
    const numbers = `[...${first}.querySelectorAll(".forward")].map((one) => one.textContent)`;
    expect(await page.evaluate(numbers)).to.include.members(["110", "220", "242"]);
    expect(wrong).to.deep.equal([]);
    await page.close();
  });

  it("has no button on a chart that sends it anywhere", async () => {
    const { page, wrong } = await open("en", "en/05-simple-layers.html");
    const { charts } = await becomesLive(page, "en/05");
    const pressed = await pressAllButtons(page);
    expect(pressed.charts).to.equal(charts).and.to.be.greaterThan(0);
    expect(pressed.names.some((name) => /download/i.test(name))).to.equal(true);
    expect(pressed.names.filter((name) => /share|cloud|studio|plotly/i.test(name))).to.deep.equal(
      [],
    );
    expect(pressed.elsewhere).to.deep.equal([]);
    expect(wrong).to.deep.equal([]);
    await page.close();
  });

  it("changes its theme by a button, and remembers it", async () => {
    const { page } = await open("ko", "ko/05-simple-layers.html");
    await page.emulateMedia({ colorScheme: "dark" });
    await becomesLive(page, "ko/05");
    const paper = "getComputedStyle(document.body).backgroundColor";
    const chart = 'document.querySelector(".js-plotly-plot").layout.template.layout.paper_bgcolor';
    expect(await page.evaluate(paper)).to.equal("rgb(20, 23, 27)");
    const dark = await page.evaluate<string>(chart);
    await page.evaluate('document.getElementById("theme").focus()');
    await page.keyboard.press("Enter");
    await waitFor(page, `${chart} !== "${dark}"`);
    expect(await page.evaluate(paper)).to.equal("rgb(255, 255, 255)");
    await page.goto(`${base.ko}ko/glossary.html`);
    expect(await page.evaluate(paper)).to.equal("rgb(255, 255, 255)");
    await page.close();
  });

  it("prints the still pictures, light, and no buttons", async () => {
    const { page } = await open("ko", "ko/05-simple-layers.html");
    await becomesLive(page, "ko/05");
    await page.emulateMedia({ media: "print" });
    const seen = (what: string) =>
      `[...document.querySelectorAll('${what}')].filter((one) => one.getBoundingClientRect().width > 0).length`;
    expect(await page.evaluate<number>(seen("img[data-chart], img[data-graph]"))).to.be.greaterThan(
      3,
    );
    const live = "[data-lm-suppress-shortcuts], .js-plotly-plot, .bar, .ways";
    expect(await page.evaluate(seen(live))).to.equal(0);
    const paper = "getComputedStyle(document.body).backgroundColor";
    expect(await page.evaluate(paper)).to.equal("rgb(255, 255, 255)");
    await page.close();
  });

  it("shows complete pictures where no script runs", async () => {
    const { page } = await open("ko", "ko/05-simple-layers.html");
    const pictures = await page.evaluate<number>(
      '[...document.querySelectorAll("img[data-chart], img[data-graph]")].filter((img) => img.alt && img.naturalWidth > 300).length',
    );
    expect(pictures).to.be.greaterThan(3);
    await page.close();
  });
});
