import { expect } from "chai";
import { needs } from "../support/needs";
import type { NotebookPage } from "./notebook-page";
import { PageServer } from "./page-server";

const CELLS = "openNotebook.panel.content.widgets";
const SOURCE = `${CELLS}[0].model.sharedModel.getSource()`;
const HELP = "document.querySelector('.jp-Tooltip')";
/** -1 while there is no list yet. */
const LIST = "(document.getElementById('lessons')?.getBoundingClientRect().width ?? -1)";

/** A notebook of texts with links, and of a code cell. */
function linked(...texts: string[]) {
  const cells = [...texts, undefined].map((source, i) =>
    source === undefined
      ? {
          cell_type: "code",
          id: "code",
          metadata: {},
          source: "1",
          outputs: [],
          execution_count: null,
        }
      : { cell_type: "markdown", id: `text-${i}`, metadata: {}, source },
  );
  const kernelspec = { name: "tslab", display_name: "TypeScript", language: "typescript" };
  return { cells, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 };
}

describe("reading in the notebook page", function () {
  this.timeout(240_000);
  let served: PageServer;

  before(async function () {
    needs(this, "chromium", "playwright-core");
    served = await PageServer.start();
  });
  afterEach(() => served?.tidy());
  after(() => served?.stop());

  it("makes a cell to type in where one clicks below the last", async () => {
    const page = await served.open("below.ipynb", ["1"]);
    await page.page.click(".jp-Notebook-footer");
    await page.wait(`document.activeElement?.closest(".jp-Cell") === ${CELLS}[1]?.node &&
      openNotebook.panel.content.mode === "edit"`);
    await page.page.keyboard.type("dd2");
    expect(
      await page.page.evaluate(`${CELLS}.map(({ model }) => model.sharedModel.getSource())`),
    ).to.deep.equal(["1", "dd2"]);
  });

  describe("help (Shift+Tab)", () => {
    let page: NotebookPage;

    /** Opens the help with the cursor behind `xs.map`. */
    async function askForHelp(): Promise<void> {
      await page.type(0, "const xs = [1]; xs.map");
      await page.page.keyboard.press("Shift+Tab");
      await page.wait(`${HELP}?.textContent.includes("map") && ${HELP}.offsetHeight > 0`);
    }
    const closed = () => page.wait(`${HELP} === null`, 5000);
    const inEditor = () =>
      page.wait(`document.activeElement?.closest(".jp-Cell") === ${CELLS}[0].node &&
        openNotebook.panel.content.mode === "edit"`);
    const source = () => page.page.evaluate<string>(SOURCE);

    beforeEach(async () => {
      // The last cell is not below the help.
      page = await served.open("help.ipynb", Array(12).fill("1"));
    });

    it("closes with Escape, and leaves the cursor where it was", async () => {
      await askForHelp();
      await page.page.keyboard.press("Escape");
      await closed();
      await inEditor();
      await page.page.keyboard.type("(x");
      expect(await source()).to.match(/^const xs = \[1\]; xs\.map\(x\)?$/);
    });

    it("closes with any key, which arrives in the cell", async () => {
      await askForHelp();
      await page.page.keyboard.press("x");
      await closed();
      await inEditor();
      expect(await source()).to.equal("const xs = [1]; xs.mapx");
      await askForHelp();
      await page.page.keyboard.press("Backspace");
      await closed();
      expect(await source()).to.equal("const xs = [1]; xs.ma");
      await askForHelp();
      await page.page.keyboard.press("Home");
      await closed();
      await page.page.keyboard.press("/");
      expect(await source()).to.equal("/const xs = [1]; xs.map");
    });

    it("closes with a click elsewhere, and with a run", async () => {
      await askForHelp();
      await page.page.click(".jp-Cell:last-child .cm-content");
      await closed();
      await page.wait(`document.activeElement?.closest(".jp-Cell") === ${CELLS}.at(-1).node`);
      await askForHelp();
      await page.page.keyboard.press("Shift+Enter");
      await closed();
      await page.outputs(0);
    });

    it("can be clicked into, and gives the focus back", async () => {
      await askForHelp();
      await page.page.click(".jp-Tooltip");
      await page.wait(`${HELP}.contains(document.activeElement)`);
      await page.page.keyboard.press("Escape");
      await closed();
      await inEditor();
      await askForHelp();
      await page.page.click(".jp-Tooltip");
      await page.wait(`${HELP}.contains(document.activeElement)`);
      await page.page.keyboard.type("y");
      await closed();
      expect(await source()).to.equal("const xs = [1]; xs.mapy");
    });
  });

  describe("on a phone", () => {
    it("leaves the lesson all of the width; the list comes when it is asked for, and goes by itself", async () => {
      const page = await served.newPage(390, 844);
      await page.open(served.server.urlOf("en/02-computational-graphs.ipynb"));
      const text = `document.querySelector(".jp-RenderedMarkdown").clientWidth`;
      expect(await page.page.evaluate<number>(LIST)).to.equal(0);
      expect(await page.page.evaluate<number>(text)).to.be.greaterThan(330);
      const wide = "document.documentElement.scrollWidth > innerWidth";
      expect(await page.page.evaluate<boolean>(wide)).to.equal(false);
      await served.shot(page, "page-phone");
      const button = "document.getElementById('toggle-list')";
      expect(await page.page.evaluate(`${button}.getAttribute("aria-expanded")`)).to.equal("false");
      await page.page.click("#toggle-list");
      await page.wait(`${LIST} > 200 && ${button}.getAttribute("aria-expanded") === "true"`);
      // It lies over the text, which does not move.
      expect(await page.page.evaluate<number>(text)).to.be.greaterThan(330);
      await served.shot(page, "page-phone-list");
      await page.page.mouse.click(380, 600);
      await page.wait(`${LIST} === 0`);
      await page.page.click("#toggle-list");
      await page.page.keyboard.press("Escape");
      await page.wait(`${LIST} === 0`);
      // What is chosen in it opens with the list closed.
      await page.page.click("#toggle-list");
      await page.page.click("#lessons a[href*='/en/01-']");
      await page.wait("location.pathname.includes('/en/01-') && window.openNotebook !== undefined");
      expect(await page.page.evaluate<number>(LIST)).to.equal(0);
    });

    it("shows the list on the first page, where there is nothing else", async () => {
      const page = await served.newPage(390, 844);
      await page.page.goto(served.server.urlOf(""));
      await page.wait(`${LIST} > 200`);
      await served.shot(page, "page-phone-first");
    });

    it("does not decide for the desktop, nor the desktop for it", async () => {
      const phone = await served.newPage(390, 844);
      await phone.open(served.server.urlOf("en/00-start-here.ipynb"));
      for (let i = 0; i < 2; i++) await phone.page.click("#toggle-list");
      const desktop = await served.newPage();
      await desktop.open(served.server.urlOf("en/00-start-here.ipynb"));
      await desktop.wait(`${LIST} > 200`);
      await desktop.page.click("#toggle-list");
      await desktop.wait(`${LIST} === 0`);
      await desktop.open(served.server.urlOf("en/00-start-here.ipynb"));
      expect(await desktop.page.evaluate<number>(LIST)).to.equal(0);
      await desktop.page.click("#toggle-list");
      await desktop.wait(`${LIST} > 200`);
      // A window that is made narrow is a phone too.
      await desktop.page.setViewportSize({ width: 390, height: 844 });
      await desktop.wait(`${LIST} === 0`);
      await desktop.page.setViewportSize({ width: 1280, height: 800 });
      await desktop.wait(`${LIST} > 200`);
    });
  });

  describe("links", () => {
    const link = (text: string) =>
      `[...document.querySelectorAll(".jp-RenderedMarkdown a")].find((a) => a.textContent === "${text}")`;

    /** Clicks a link as a user does, and waits for the page it leads to. */
    async function follow(page: NotebookPage, text: string, place: string): Promise<void> {
      await page.wait(`${link(text)} !== undefined`);
      await page.page.evaluate("window.isLeft = false");
      await page.page.evaluate(`${link(text)}.click()`);
      await page.wait(`decodeURIComponent(location.pathname + location.hash) === "${place}" &&
        window.isLeft === undefined && window.openNotebook !== undefined`);
    }

    it("lead from lesson to lesson in the same tab, save first what was typed, and Back works", async () => {
      const texts = "# One\n\n[next](en/05-simple-layers.ipynb) [second](둘%20two.ipynb#Part-2)";
      served.write("one.ipynb", linked(texts));
      served.write("둘 two.ipynb", linked("# Two", "\n\n# Part 2\n\n[one](one.ipynb)"));
      const page = await served.open("one.ipynb");
      await page.type(1, "'typed just before'");
      await follow(page, "next", "/notebooks/en/05-simple-layers.ipynb");
      expect(served.cellsOnDisk("one.ipynb")[1].source).to.equal("'typed just before'");
      await page.page.goBack();
      await page.wait("location.pathname === '/notebooks/one.ipynb' && window.openNotebook");
      expect(await page.source(1)).to.equal("'typed just before'");
      await follow(page, "second", "/notebooks/둘 two.ipynb#Part-2");
      await follow(page, "one", "/notebooks/one.ipynb");
      await page.page.goBack();
      await page.wait("decodeURIComponent(location.pathname) === '/notebooks/둘 two.ipynb'");
      expect(page.page.context().pages()).to.have.length(1);
      // The list saves first too.
      await page.wait("window.openNotebook !== undefined");
      await page.type(2, "'typed before the list'");
      await page.page.evaluate(`document.querySelector("#lessons a[href$='one.ipynb']").click()`);
      await page.wait("location.pathname === '/notebooks/one.ipynb' && window.openNotebook");
      expect(served.onDisk("둘 two.ipynb")).to.contain("'typed before the list'");
    });

    it("within a notebook stay in it; those to the web open a tab that knows nothing of this one", async () => {
      served.write(
        "inside.ipynb",
        linked(
          "[down](#Far-below) [web](https://example.org/) [self](inside.ipynb#Far-below)",
          `${"<br>".repeat(200)}\n\n# Far below`,
        ),
      );
      const page = await served.open("inside.ipynb");
      await page.page.evaluate("window.isSame = true");
      const seen = `(() => { const { top } = [...document.querySelectorAll("h1")].find((h) => h.textContent.includes("Far below")).getBoundingClientRect(); return top > 0 && top < innerHeight; })()`;
      const top = `(openNotebook.panel.content.outerNode ?? openNotebook.panel.content.node).scrollTop = 0`;
      for (const text of ["down", "self"]) {
        await page.page.evaluate(top);
        await page.wait(`!${seen}`);
        await page.page.evaluate(`${link(text)}.click()`);
        await page.wait(seen);
      }
      expect(await page.page.evaluate("isSame")).to.equal(true);
      const web = await page.page.evaluate(
        `(({ target, rel, href }) => ({ target, rel, href }))(${link("web")})`,
      );
      expect(web).to.deep.equal({
        target: "_blank",
        rel: "noopener",
        href: "https://example.org/",
      });
    });

    it("Back after a rename leads to what was there before, not to the old name", async () => {
      const page = await served.open("before.ipynb", ["1"]);
      served.write("named.ipynb", ["2"]);
      await page.page.evaluate("location.href = '/notebooks/named.ipynb'");
      await page.wait("location.pathname === '/notebooks/named.ipynb'");
      await page.ready();
      await page.press("rename");
      await page.wait("document.activeElement === document.querySelector('.jp-Dialog input')");
      await page.page.keyboard.press("Control+a");
      await page.page.keyboard.insertText("renamed");
      await page.page.keyboard.press("Enter");
      await page.wait("location.pathname === '/notebooks/renamed.ipynb'");
      await page.ready();
      await page.page.goBack();
      await page.wait("location.pathname === '/notebooks/before.ipynb'");
    });
  });
});
