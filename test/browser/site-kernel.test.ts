import { expect } from "chai";
import { needs } from "../support/needs";
import type { NotebookPage, Shown } from "./notebook-page";
import { SitePage } from "./site-page";

const LESSON = "en/05-simple-layers.ipynb";
const CELLS = "openNotebook.panel.content.widgets";
const CARD = `import { scorecard } from "backprop"; scorecard()`;
const PROGRESS =
  "document.querySelector('#lessons a[aria-current]').parentElement.querySelector('.progress').textContent";

/** Cells of the notebook page of a static site, in the kernel that the site brings. */
describe("cells in the notebook page of a static site", function () {
  this.timeout(240_000);
  let site: SitePage;

  before(async function () {
    needs(this, "chromium", "playwright-core");
    site = await SitePage.start(true);
  });
  afterEach(async () => {
    await site?.tidy();
    expect(site?.wrong ?? []).to.deep.equal([]);
  });
  after(() => site?.stop());

  const textOf = (shown: Shown[]) => JSON.stringify(shown);
  /** The second code cell: in the first one stands what all later ones need. */
  const second = (page: NotebookPage) =>
    page.page.evaluate<number>(
      `${CELLS}.map(({ model }, i) => [model.type, i]).filter(([type]) => type === "code")[1][1]`,
    );
  async function runIn(page: NotebookPage, code: string): Promise<string> {
    const cell = await second(page);
    await page.run(cell - 1);
    await page.type(cell, code);
    return textOf(await page.run(cell));
  }

  it("run a whole lesson, whose outputs are live, trusted and there after a reload", async () => {
    const page = await site.open(LESSON);
    await page.runAll();
    expect(await page.kinds()).to.not.include("error");
    const live =
      "[document.querySelectorAll('.js-plotly-plot').length, document.querySelectorAll('[data-lm-suppress-shortcuts]').length].join()";
    await page.wait(`${live} !== "0,0"`);
    const before = await page.page.evaluate<string>(live);
    await page.saved();
    await page.page.reload();
    await page.ready();
    await page.wait(`${live} === "${before}"`);
    expect(await page.page.evaluate("document.getElementById('trust').hidden")).to.equal(true);
    await site.shot(page, "site-kernel");
  });

  it("keep what has passed, in all tabs and after a reload; two tabs take nothing from each other", async () => {
    const one = await site.open(LESSON);
    const two = await site.open("ko/05-simple-layers.ipynb", one);
    expect(await one.page.evaluate(PROGRESS)).to.equal("0/4");
    await runIn(two, `check("05-1", 220)`);
    expect(await two.page.evaluate(PROGRESS)).to.equal("0/4");
    await runIn(one, `check("05-1", 200)`);
    await one.wait(`${PROGRESS} === "1/4"`);
    await runIn(
      two,
      `class Mine {
        forward(x: number, y: number) { return x + y; }
        backward(dout: number): [number, number] { return [dout, dout]; }
      }
      check("05-2", Mine)`,
    );
    await two.wait(`${PROGRESS} === "2/4"`);
    // The first one's kernel knows of it without having been asked to look.
    expect(await runIn(one, CARD)).to.match(/05`? ✓✓○○ 2\/4/);
    await one.page.reload();
    await one.ready();
    await one.wait(`${PROGRESS} === "2/4"`);
    expect(await runIn(one, CARD)).to.match(/05`? ✓✓○○ 2\/4/);
  });

  it("keep files of their own beside the notebook", async () => {
    const page = await site.open(LESSON);
    const net = `import { multiLayerNet, saveParameters, loadParameters } from "backprop";
      const net = multiLayerNet([2, 3, 2], { seed: 7 });`;
    await runIn(page, `${net} saveParameters(net, "own.safetensors");`);
    const list = `openNotebook.context._manager.contents.get("en", { content: true }).then(({ content }) => content.map(({ name }) => name).join())`;
    for (let tries = 0; tries < 100; tries++)
      if ((await page.page.evaluate<string>(list)).includes("own.safetensors")) break;
    expect(await page.page.evaluate(list)).to.include("own.safetensors");
    await page.page.reload();
    await page.ready();
    const same = await runIn(
      page,
      `${net} const other = multiLayerNet([2, 3, 2], { seed: 8 });
      loadParameters(other, "own.safetensors");
      JSON.stringify(Object.values(net.parameters).map((a) => a.tolist())) ===
        JSON.stringify(Object.values(other.parameters).map((a) => a.tolist()))`,
    );
    expect(same).to.include("true");
  });

  it("say what is wrong in the language of the lesson, and load the images of a lesson once asked", async () => {
    const page = await site.open("ko/11-training.ipynb");
    expect(await runIn(page, `const n: number = "가";`)).to.match(/형식은 .*할당할 수 없습니다/);
    const mnist = await runIn(page, `import { mnist } from "backprop"; mnist().train.length`);
    expect(mnist).to.match(/60000/);
  });
});
