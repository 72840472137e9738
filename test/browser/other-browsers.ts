import { join } from "node:path";
import { expect } from "chai";
import { compareSaved } from "../../kernel-setup/book/build/compare-saved";
import { readNotebook } from "../../kernel-setup/jupyter/notebook-files/notebook-file";
import type { DrivenBrowser } from "../support/driven-page";
import { committedLessons, everyLesson } from "../support/lessons";
import { needs } from "../support/needs";
import { NotebookPage } from "./notebook-page";
import { PageServer } from "./page-server";

/** Drawings, charts and typed answers in one language, and a lesson that trains in the other. */
const SOME = ["en/05-simple-layers.ipynb", "en/09-softmax-with-loss.ipynb", "ko/11-training.ipynb"];

/** The notebook page of npm start, played in a browser that is not Chromium. */
export function itPlaysLessons(
  tool: "firefox" | "webkit",
  launch: () => Promise<DrivenBrowser>,
): void {
  describe(`the notebook page in ${tool}`, function () {
    this.timeout(240_000);
    let served: PageServer;
    let browser: DrivenBrowser;

    before(async function () {
      needs(this, tool, ...(tool === "firefox" ? (["puppeteer-core"] as const) : []));
      served = await PageServer.start();
      browser = await launch();
    });

    afterEach(async () => served?.tidy());

    after(async () => {
      await browser?.close();
      await served?.stop();
    });

    async function open(name: string) {
      const page = new NotebookPage(await browser.newPage());
      await page.page.setViewportSize({ width: 1280, height: 900 });
      await page.open(served.server.urlOf(name));
      return page;
    }

    const lessons = committedLessons().filter(
      ({ language, file }) => everyLesson || SOME.includes(`${language}/${file}`),
    );
    for (const { language, file, path } of lessons) {
      const name = `${language}/${file}`;
      it(`runs all of ${name}, saves what the runner saves, and charts are live`, async () => {
        const page = await open(name);
        await page.runAll();
        expect(await page.kinds()).to.not.include("error");
        const charts = await page.page.evaluate<number>(
          "document.querySelectorAll('.jp-OutputArea img[data-chart]').length",
        );
        await page.wait(
          `document.querySelectorAll(".jp-OutputArea .js-plotly-plot .main-svg").length >= ${charts}`,
        );
        await page.saved();
        const saved = readNotebook(join(served.notebooks, language, file));
        // Which edition of the lesson the copy was made from.
        delete saved.metadata.backprop;
        const problems = compareSaved(name, path, saved, { withOutputs: true });
        expect(problems.join("\n")).to.equal("");
        const { SCREENSHOTS } = process.env;
        const picture = `${tool}-${name.replace("/", "-")}.png`;
        if (SCREENSHOTS) await page.page.screenshot({ path: join(SCREENSHOTS, picture) });
        await page.page.close();
      });
    }

    it("keeps what is typed, over a reload", async () => {
      served.write("typed.ipynb", ["1 + 1", "2 + 2"]);
      const page = await open("typed.ipynb");
      const text = 'const said = "역전파 — déjà vu 🙂";\nsaid';
      await page.type(1, text);
      const [result] = await page.run(1);
      expect(result?.data?.["text/plain"]).to.contain("역전파 — déjà vu 🙂");
      await page.saved();
      expect(served.cellsOnDisk("typed.ipynb")[1]?.source).to.equal(text);
      await page.page.reload();
      await page.ready();
      expect(await page.source(1)).to.equal(text);
      await page.page.close();
    });

    it("stops a loop, and goes on", async () => {
      served.write("loop.ipynb", ["let n = 41;", "for (;;) n = 41;", "n + 1"]);
      const page = await open("loop.ipynb");
      await page.run(0);
      await page.start(1);
      await page.kernel("busy");
      await page.press("interrupt");
      const [stopped] = await page.outputs(1);
      expect(stopped?.output_type).to.equal("error");
      const [result] = await page.run(2);
      expect(result?.data?.["text/plain"]).to.equal("42");
      await page.page.close();
    });
  });
}
