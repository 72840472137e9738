import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { needs } from "../support/needs";
import type { NotebookPage } from "./notebook-page";
import { PageServer } from "./page-server";

const STATUS = "document.getElementById('save-status').textContent";
const DIALOGS = "document.querySelectorAll('.jp-Dialog').length";
const note = (kind: string) =>
  `document.querySelector('#notice [data-kind=${kind}] span')?.textContent`;

describe("saving in the notebook page when it does not work", function () {
  this.timeout(240_000);
  let served: PageServer;

  before(async function () {
    needs(this, "chromium", "playwright-core");
    served = await PageServer.start();
  });
  afterEach(() => served?.tidy());
  after(() => served?.stop());

  const file = (name: string) => join(served.notebooks, name);
  const path = ({ page }: NotebookPage) => decodeURIComponent(new URL(page.url()).pathname);

  for (const [status, contentType, body] of [
    [500, "application/json", JSON.stringify({ message: "The disk is full." })],
    [507, "text/plain", "Insufficient Storage"],
  ] as const)
    it(`says once that the server answers ${status}, tries again, and says when it works`, async () => {
      const page = await served.open(`fails-${status}.ipynb`, ["1"]);
      let fails = true;
      let tries = 0;
      await page.page.route(/\/api\/contents\/fails-/, (route) => {
        const isSave = route.request().method() === "PUT";
        if (isSave) tries++;
        return fails && isSave ? route.fulfill({ status, contentType, body }) : route.continue();
      });
      let dialogs = 0;
      await page.type(0, "'first'");
      await page.wait(`${STATUS} === "Could not be saved"`);
      for (let i = 0; tries < 3; i++) {
        await sleep(500);
        dialogs = Math.max(dialogs, await page.page.evaluate<number>(DIALOGS));
        expect(await page.page.evaluate(STATUS)).to.equal("Could not be saved");
        expect(i, `tries: ${tries}`).to.be.lessThan(120);
      }
      await page.press("save");
      await page.type(0, "'second'");
      expect(
        await page.page.evaluate(`document.querySelectorAll("#notice > div").length`),
      ).to.equal(1);
      expect(await page.page.evaluate(note("save"))).to.match(
        status === 500
          ? /saving is tried again and again\. The server says: The disk is full\./
          : /507/,
      );
      await served.shot(page, `page-save-${status}`);
      fails = false;
      await page.saved();
      expect(dialogs).to.equal(0);
      expect(await page.page.evaluate(DIALOGS)).to.equal(0);
      expect(await page.page.evaluate(`${note("save")} ?? null`)).to.equal(null);
      expect(served.onDisk(`fails-${status}.ipynb`)).to.contain("'second'");
      expect(served.errors).to.deep.equal([]);
    });

  it("says that a notebook was removed, and saves it again where it was", async () => {
    const page = await served.open("removed.ipynb", ["1"]);
    await page.press("language");
    await page.wait("document.documentElement.lang === 'ko'");
    await page.ready();
    rmSync(file("removed.ipynb"));
    // Also before anything is typed.
    await page.wait(`${note("file")}?.includes("이 노트북이 제자리에 없습니다")`);
    await page.type(0, "'kept in the page'");
    await page.wait(`${STATUS} === "저장하지 못함"`);
    await sleep(3000);
    expect(await page.page.evaluate(DIALOGS)).to.equal(0);
    await served.shot(page, "page-removed");
    await page.press("saveHere");
    await page.saved();
    expect(served.onDisk("removed.ipynb")).to.contain("'kept in the page'");
    expect(await page.page.evaluate(`${note("file")} ?? null`)).to.equal(null);
    // From here on it is saved as ever.
    await page.type(0, "'and on'");
    await page.saved();
    expect(served.onDisk("removed.ipynb")).to.contain("'and on'");
    await page.press("language");
    await page.wait("document.documentElement.lang === 'en'");
    expect(served.errors).to.deep.equal([]);
  });

  it("goes on by itself when a notebook that was moved is back", async () => {
    const page = await served.open("moved.ipynb", ["1"]);
    renameSync(file("moved.ipynb"), file("elsewhere.ipynb"));
    await page.wait(`${note("file")}?.includes("deleted, moved or renamed elsewhere")`);
    renameSync(file("elsewhere.ipynb"), file("moved.ipynb"));
    await page.wait(`${note("file")} === undefined`);
    await page.type(0, "'back'");
    await page.saved();
    expect(served.onDisk("moved.ipynb")).to.contain("'back'");
  });

  for (const [answer, what] of [
    ["Mine", "goes on there with all that was typed"],
    [
      "Both: save mine as a copy",
      "keeps what was saved there since, and what was typed here as a copy",
    ],
  ] as const)
    it(`names the new name that another tab has given, and ${what}`, async () => {
      const old = `before-${answer.length}.ipynb`;
      const page = await served.open(old, ["1"]);
      const tab = await served.newPage(1280, 800, page);
      await tab.open(served.server.urlOf(old));
      await tab.press("rename");
      await tab.wait("document.activeElement === document.querySelector('.jp-Dialog input')");
      await tab.page.keyboard.press("Control+a");
      // Signs that replacing texts knows.
      const name = `it costs $& or $' ${answer.length}.ipynb`;
      await tab.page.keyboard.insertText(name.replace(".ipynb", ""));
      await tab.page.keyboard.press("Enter");
      const isThere = `decodeURIComponent(location.pathname) === ${JSON.stringify(`/notebooks/${name}`)}`;
      await tab.wait(isThere);
      await tab.ready();
      expect(await tab.page.evaluate(`${note("renamed")} ?? null`)).to.equal(null);
      await tab.type(0, "'typed in the new tab'");
      await tab.press("save");
      await tab.wait(`${STATUS} === "Saved"`);

      await page.wait(`${note("renamed")}?.includes(${JSON.stringify(name)})`);
      await page.type(0, "'typed in the old tab'");
      await page.wait(`${STATUS} === "Could not be saved"`);
      expect(await page.page.evaluate(`${note("file")} ?? null`)).to.equal(null);
      await served.shot(page, "page-renamed");
      await page.press("openThere");
      await page.answer(answer);
      await page.wait(isThere);
      await page.ready();
      const [kept, copied] = ["'typed in the old tab'", "'typed in the new tab'"];
      const [there, beside] = answer === "Mine" ? [kept, undefined] : [copied, kept];
      expect(await page.source(0)).to.equal(there);
      expect(served.onDisk(name)).to.contain(there);
      const copy = name.replace(".ipynb", "-mine-1.ipynb");
      expect(existsSync(file(copy))).to.equal(beside !== undefined);
      if (beside !== undefined) expect(served.onDisk(copy)).to.contain(beside);
      expect(served.errors).to.deep.equal([]);
    });

  for (const [choice, what] of [
    ["saveOver", "over it"],
    ["saveCopy", "as a copy"],
  ] as const)
    it(`says that a file is no notebook any more, and saves what is in the page ${what}`, async () => {
      const name = `damaged-${choice}.ipynb`;
      const page = await served.open(name, ["'mine'"]);
      writeFileSync(file(name), "{ half");
      await page.wait(`${note("file")}?.includes("it is no notebook that can be read any more")`);
      expect(await page.source(0)).to.equal("'mine'");
      await page.type(0, "'mine, changed'");
      await page.wait(`${STATUS} === "Could not be saved"`);
      await sleep(2500);
      expect(await page.page.evaluate(DIALOGS)).to.equal(0);
      expect(readFileSync(file(name), "utf8")).to.equal("{ half");
      await served.shot(page, `page-${choice}`);
      await page.press(choice);
      if (choice === "saveCopy") {
        await page.wait("location.pathname === '/notebooks/damaged-saveCopy-mine-1.ipynb'");
        await page.ready();
        expect(readFileSync(file(name), "utf8")).to.equal("{ half");
      }
      await page.saved();
      expect(path(page)).to.contain(choice);
      expect(await page.source(0)).to.equal("'mine, changed'");
      const saved = path(page).replace("/notebooks/", "");
      expect(JSON.parse(served.onDisk(saved)).nbformat).to.equal(4);
      expect(served.onDisk(saved)).to.contain("'mine, changed'");
      expect(served.errors).to.deep.equal([]);
    });
});
