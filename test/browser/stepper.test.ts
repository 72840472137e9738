import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "chai";
import { compare } from "../../src/graph/drawing/compare";
import { graph } from "../../src/graph/drawing/drawn-graph";
import type { Graph } from "../../src/graph/graph";
import { MulLayer } from "../../src/layers/mul";
import { DISPLAY } from "../../src/show/displayable";
import { setLanguage } from "../../src/text/language";
import {
  apples,
  applesAndOranges,
  both,
  chain,
  fanOut,
  foldedNet,
  longerChain,
  longNames,
  power,
  sharedTax,
  sharedValue,
  shopping,
  sigmoid,
  softmaxOfNumbers,
  softmaxWithLoss,
  square,
} from "../src/graph/graphs";
import { CHROMIUM, needs, playwright } from "../support/needs";
import type { Browser, Page } from "../support/playwright";

const GRAPHS = {
  apples,
  sharedTax,
  sigmoid,
  softmaxWithLoss,
  softmaxOfNumbers,
  shopping,
  foldedNet,
};

/** An expression inside the live drawing number `i` of the page. */
const inside = (i: number, expression: string) =>
  `((root) => ${expression})(document.querySelectorAll("[data-lm-suppress-shortcuts]")[${i}].shadowRoot)`;
const SAID = 'root.querySelector("p").textContent';
const COUNT = 'root.querySelector(".bar span").textContent';
const FOCUS = (what: string) => `root.querySelector('${what}').focus()`;

describe("a drawing in a browser", () => {
  let folder: string;
  let browser: Browser;
  const errors: string[] = [];

  before(async function () {
    this.timeout(60_000);
    needs(this, "chromium", "playwright-core");
    folder = mkdtempSync(join(tmpdir(), "stepper-"));
    browser = await playwright().chromium.launch({
      executablePath: CHROMIUM,
      args: ["--no-sandbox", "--disable-gpu"],
    });
  });

  after(async () => {
    await browser?.close();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  afterEach(() => {
    setLanguage("en");
    expect(errors.splice(0)).to.deep.equal([]);
  });

  const htmlOf = (g: Graph) => String(both(g)[DISPLAY]()["text/html"]);

  async function open(body: string): Promise<Page> {
    const file = join(folder, "page.html");
    const style = ":root{color-scheme:light dark}";
    writeFileSync(file, `<!doctype html><meta charset="utf-8"><style>${style}</style>${body}`);
    const page = await browser.newPage();
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    await page.goto(pathToFileURL(file).href);
    return page;
  }

  async function shoot(page: Page, name: string) {
    const { SCREENSHOTS } = process.env;
    if (SCREENSHOTS === undefined) return;
    await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true });
  }

  it("reaches every step by keyboard, each with a sentence of its own", async () => {
    const builds = Object.values(GRAPHS);
    const page = await open(builds.map((build) => htmlOf(build())).join("<hr>"));
    for (const i of builds.keys()) {
      const last = Number((await page.evaluate<string>(inside(i, COUNT))).split(" / ")[1]);
      expect(last).to.be.greaterThan(4);
      await page.evaluate(inside(i, FOCUS("[type=range]")));
      await page.keyboard.press("Home");
      const sentences = [await page.evaluate<string>(inside(i, SAID))];
      for (let step = 1; step <= last; step++) {
        await page.keyboard.press("ArrowRight");
        expect(await page.evaluate(inside(i, COUNT))).to.equal(`${step} / ${last}`);
        sentences.push(await page.evaluate<string>(inside(i, SAID)));
      }
      expect(new Set(sentences).size, sentences.join("\n")).to.equal(last + 1);
      const hidden = await page.evaluate(inside(i, 'root.querySelectorAll(".off,.faint").length'));
      expect(hidden, "all is there at the end").to.equal(0);
      await page.evaluate(inside(i, FOCUS("button")));
      await page.keyboard.press("Enter");
      expect(await page.evaluate(inside(i, COUNT))).to.equal(`0 / ${last}`);
    }
    await page.close();
  }).timeout(60_000);

  it("computes anew when an input is typed, in both languages, and refuses what gives no number", async () => {
    for (const language of ["en", "ko"] as const) {
      setLanguage(language);
      const page = await open(htmlOf(apples()));
      const type = async (which: number, text: string) => {
        await page.evaluate(inside(0, `root.querySelectorAll("[type=number]")[${which}].select()`));
        await page.keyboard.type(text);
      };
      await type(0, "110");
      await type(1, "3");
      const texts = await page.evaluate<string[]>(
        inside(0, '[...root.querySelectorAll(".forward,.backward")].map((one) => one.textContent)'),
      );
      expect(texts).to.include.members(["110", "3", "330", "363", "3.3", "121"]);
      const change = inside(0, 'root.querySelector("section p").textContent');
      const said = await page.evaluate<string>(change);
      for (const number of ["132", "143", "11"]) expect(said).to.include(number);
      if (language === "ko") expect(said).to.include("예측");
      await shoot(page, `inputs-${language}`);
      await type(2, "1e999");
      expect(await page.evaluate(change)).to.match(/no finite number|유한한 수가/);
      await page.close();
    }
  }).timeout(60_000);

  it("keeps the sum below an input inside of its frame when another input makes it longer", async () => {
    const page = await open(htmlOf(sharedTax()));
    const read = inside(
      0,
      `((sum) => [sum.textContent, sum.getComputedTextLength(), sum.parentNode.querySelector(".pill").getBBox().width])(root.querySelector(".pill~.sum"))`,
    );
    expect((await page.evaluate<[string]>(read))[0]).to.equal("200 + 405 = 605");
    await page.evaluate(inside(0, 'root.querySelectorAll("[type=number]")[1].select()'));
    await page.keyboard.type("123.456");
    const [text, width, room] = await page.evaluate<[string, number, number]>(read);
    expect(text).to.equal("Σ = 651.912");
    expect(width).to.be.lessThan(room);
    await shoot(page, "long-sum");
    await page.close();
  }).timeout(60_000);

  it("has the local derivatives within the drawing and off its legend, whatever the names", async () => {
    const tight = graph();
    const shop = tight.mul(tight.input("priceOfOneApple", 100), tight.input("x", 2), "p");
    tight.mul(shop, tight.input("theTaxThatTheShopAddsToEveryPriceItAsksFor", 1.1), "q");
    const builds = [apples, applesAndOranges, square, fanOut, sharedTax, shopping, chain, power];
    const more = [longerChain, sharedValue, sigmoid, softmaxOfNumbers, longNames];
    const all = [tight, ...[...builds, ...more].map((build) => build())];
    const page = await open(all.map(htmlOf).join("<hr>"));
    for (const [i, g] of all.entries()) {
      const faults = await page.evaluate<string[]>(`((root) => {
        const faults = [];
        const svg = root.querySelector("svg");
        const slider = root.querySelector("[type=range]");
        const box = (element) => element.getBoundingClientRect();
        for (let step = 0; step <= slider.max; step++) {
          slider.value = step;
          slider.oninput();
          for (const slope of root.querySelectorAll(".slope")) {
            const at = box(slope);
            if (at.left < box(svg).left || at.right > box(svg).right) faults.push(slope.textContent + " is cut off");
            for (const key of root.querySelectorAll(".head,.key")) {
              if (at.top < box(key).bottom && at.left < box(key).right) faults.push(slope.textContent + " lies over " + key.textContent);
            }
          }
        }
        return faults;
      })(document.querySelectorAll("[data-lm-suppress-shortcuts]")[${i}].shadowRoot)`);
      expect(faults, String(g)).to.deep.equal([]);
    }
    await shoot(page, "local-derivatives");
    await page.close();
  }).timeout(60_000);

  it("follows the theme of the page", async () => {
    const page = await open(
      `${htmlOf(apples())}<hr>${htmlOf(sharedTax())}<hr>${htmlOf(sigmoid())}<hr>${htmlOf(foldedNet())}<hr>${htmlOf(softmaxWithLoss())}`,
    );
    const dark = inside(0, 'root.host.classList.contains("dark")');
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.waitForFunction(`${dark} === ${colorScheme === "dark"}`);
      const fill = (what: string) =>
        inside(0, `getComputedStyle(root.querySelector("${what}")).fill`);
      const seen = await page.evaluate<string[]>(`[${fill(".head")}, ${fill(".pill")}]`);
      expect(seen).to.deep.equal(
        colorScheme === "dark"
          ? ["rgb(230, 237, 243)", "rgb(34, 39, 46)"]
          : ["rgb(31, 35, 40)", "rgb(243, 246, 249)"],
      );
      await shoot(page, `stepper-${colorScheme}`);
    }
    await page.close();
  }).timeout(60_000);

  it("makes equal drawings live each for itself, and leaves the page's own styles alone", async () => {
    const page = await open(
      `<svg><text id="own">own</text></svg>${htmlOf(apples())}${htmlOf(apples())}`,
    );
    const count = 'document.querySelectorAll("[data-lm-suppress-shortcuts]").length';
    expect(await page.evaluate(count)).to.equal(2);
    await page.evaluate(inside(0, FOCUS("button")));
    await page.keyboard.press("Enter");
    expect(await page.evaluate(inside(0, COUNT))).to.equal("0 / 5");
    expect(await page.evaluate(inside(1, COUNT))).to.equal("5 / 5");
    const anchor = 'getComputedStyle(document.getElementById("own")).textAnchor';
    expect(await page.evaluate(anchor)).to.equal("start");
    await page.close();
  }).timeout(60_000);

  it("opens a comparison at the step of the first difference, side by side", async () => {
    class Swapped extends MulLayer {
      override backward(dout: number): [number, number] {
        return [dout * (this.x ?? 0), dout * (this.y ?? 0)];
      }
    }
    const g = graph();
    g.mul(g.input("x", 10), g.input("y", 5), "out");
    const page = await open(String(compare(g, new Swapped())[DISPLAY]()["text/html"]));
    for (const i of [0, 1]) expect(await page.evaluate(inside(i, COUNT))).to.equal("3 / 3");
    const left = "(i) => document.querySelectorAll('figure')[i].getBoundingClientRect().left";
    expect(await page.evaluate(`(${left})(1) > (${left})(0) + 300`)).to.equal(true);
    await shoot(page, "compare");
    await page.close();
  }).timeout(60_000);

  it("scrolls where it would be too small to read, and keeps the node of the step in sight", async () => {
    const page = await open(htmlOf(sigmoid()));
    await page.setViewportSize({ width: 1400, height: 800 });
    const card = 'root.querySelector(".card")';
    const reach = inside(0, `${card}.tabIndex`);
    await page.waitForFunction(`${reach} === -1`);
    await page.setViewportSize({ width: 360, height: 700 });
    await page.waitForFunction(`${reach} === 0`);
    await page.evaluate(inside(0, FOCUS("[type=range]")));
    await page.keyboard.press("Home");
    for (let step = 1; step <= 4; step++) {
      await page.keyboard.press("ArrowRight");
      const [left, right] = await page.evaluate<number[]>(
        inside(
          0,
          '((box) => [box.left, box.right])(root.querySelector(".now").getBoundingClientRect())',
        ),
      );
      expect(left, `step ${step}`).to.be.greaterThan(0);
      expect(right, `step ${step}`).to.be.lessThan(360);
    }
    const outside = await page.evaluate("document.documentElement.scrollWidth > 360");
    expect(outside, "the page itself does not scroll sideways").to.equal(false);
    await shoot(page, "phone");
    await page.close();
  }).timeout(60_000);

  it("stays the complete picture where no script runs", async () => {
    const page = await open(htmlOf(apples()).replace(/<script>.*<\/script>/s, ""));
    const [image] = await page.evaluate<{ width: number; alt: string }[]>(
      "[...document.images].map((img) => ({ width: img.naturalWidth, alt: img.alt }))",
    );
    expect(image.width).to.be.greaterThan(300);
    expect(image.alt).to.include("price 1.");
    await page.close();
  }).timeout(60_000);
});
