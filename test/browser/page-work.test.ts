import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync, gunzipSync, gzipSync } from "node:zlib";
import { expect } from "chai";
import { needs } from "../support/needs";
import type { NotebookPage } from "./notebook-page";
import { PageServer } from "./page-server";

const CELLS = "openNotebook.panel.content.widgets";
const DIALOG = "document.querySelector('.jp-Dialog')";
const SAID = `[...document.querySelectorAll(".jp-Dialog .sentences p")].map((p) => p.textContent)`;
const LESSON = "en/05-simple-layers.ipynb";

/** What a dialog says; it is closed then. */
async function said(page: NotebookPage, button = "Close"): Promise<string[]> {
  await page.wait(`${SAID}.length > 0`);
  const sentences = await page.page.evaluate<string[]>(SAID);
  await page.answer(button);
  return sentences;
}

/** Takes in a file as a user does who chooses it. */
async function bring(page: NotebookPage, name: string, buffer: Buffer): Promise<string[]> {
  const chosen = page.page.waitForEvent("filechooser");
  await page.press("take-work");
  await (await chosen).setFiles({ name, mimeType: "application/octet-stream", buffer });
  const button = await page.page.evaluate<string>("document.documentElement.lang");
  return said(page, button === "ko" ? "닫기" : "Close");
}

describe("a learner's work in the notebook page", function () {
  this.timeout(300_000);
  let here: PageServer;
  let there: PageServer;

  before(async function () {
    needs(this, "chromium", "playwright-core");
    here = await PageServer.start();
    there = await PageServer.start();
  });
  afterEach(() => Promise.all([here?.tidy(), there?.tidy()]));
  after(() => Promise.all([here?.stop(), there?.stop()]));

  const scores = ({ notebooks }: PageServer) =>
    JSON.parse(readFileSync(join(notebooks, "scorecard.json"), "utf8")).passed;
  const names = ({ notebooks }: PageServer, folder: string) =>
    readdirSync(join(notebooks, folder)).filter((name) => name.endsWith(".ipynb"));

  /** All work of a page's server, and what the page says of it. */
  async function saveWork(page: NotebookPage) {
    const given = page.page.waitForEvent("download");
    await page.press("save-work");
    const download = await given;
    const file = readFileSync(await download.path());
    return { file, name: download.suggestedFilename(), sentences: await said(page) };
  }

  it("leaves one home as a file and comes into another: notebooks, outputs, the scorecard", async () => {
    const page = await here.open("mine.ipynb", ["'my own'"]);
    await page.open(here.server.urlOf(LESSON));
    const [setup, guess, check] = await page.page.evaluate<number[]>(
      `["setup", "guess", "guess-check"].map((id) => ${CELLS}.findIndex(({ model }) => model.id === id))`,
    );
    await page.type(guess, "const myGuess = () => 200; // typed here");
    for (const cell of [setup, guess, check]) await page.run(cell);
    await page.wait("document.querySelector('#lessons')?.textContent.includes('1/4')");
    // What is typed last is saved first.
    await page.type(0, "# typed just before");
    const { file, name, sentences } = await saveWork(page);
    expect(name).to.match(/^backprop-work-\d{4}-\d\d-\d\d\.backprop$/);
    expect(sentences).to.deep.equal([`Saved in ${name}: the scorecard and all notebooks (31).`]);
    const work = JSON.parse(gunzipSync(file).toString());
    expect(work).to.include({ format: "backprop-work", version: 1, home: "machine" });
    expect(here.onDisk(LESSON)).to.contain("typed just before");

    const other = await there.open("mine.ipynb", ["'theirs'"]);
    await there.shot(other, "page-work-menu");
    const taken = await bring(other, name, file);
    expect(taken).to.deep.equal([
      `Taken (1): ${LESSON}.`,
      "Kept beside yours, which stay as they are (1): mine.ipynb → mine-2.ipynb.",
      "Skipped, since there is nothing new in them: 29.",
      "Exercises that have passed besides: 05-1.",
    ]);
    expect(there.onDisk(LESSON)).to.equal(here.onDisk(LESSON));
    expect(there.onDisk("mine-2.ipynb")).to.equal(here.onDisk("mine.ipynb"));
    expect(there.onDisk("mine.ipynb")).to.contain("'theirs'");
    expect(scores(there)).to.deep.equal({ "05-1": true });
    // The list follows at once.
    await other.wait("document.querySelector('#lessons').textContent.includes('1/4')");
    await other.wait("document.querySelector('#lessons a[href$=\"/mine-2.ipynb\"]') !== null");
    // Once more, and nothing is new.
    expect(await bring(other, name, file)).to.deep.equal([
      "Skipped, since there is nothing new in them: 31.",
      "Your scorecard holds all of its exercises already.",
    ]);
    // What was typed there, and its outputs, are there.
    await other.open(there.server.urlOf(LESSON));
    expect(await other.source(guess)).to.contain("typed here");
    expect(await other.page.evaluate(`${CELLS}[${check}].model.outputs.length`)).to.equal(1);

    // Changed in both: nobody's is lost.
    await other.type(0, "# typed there");
    await other.saved();
    const again = await bring(other, name, file);
    expect(again[0]).to.equal(
      `Kept beside yours, which stay as they are (1): ${LESSON} → en/05-simple-layers-2.ipynb.`,
    );
    expect(there.onDisk(LESSON)).to.contain("typed there");
    expect(there.onDisk("en/05-simple-layers-2.ipynb")).to.equal(here.onDisk(LESSON));
    await there.shot(other, "page-work-after");
    expect([...here.errors, ...there.errors]).to.deep.equal([]);
  });

  it("refuses what is no such file, or a damaged one, with a sentence in each language", async () => {
    const page = await there.open("refused.ipynb", ["1"]);
    const before = names(there, "");
    const work = (notebooks: object[]) =>
      gzipSync(
        JSON.stringify({
          format: "backprop-work",
          version: 1,
          made: "2026-11-29T10:00:00Z",
          pack: "1",
          home: "page",
          notebooks,
        }),
      );
    const good = work([{ path: "new.ipynb", text: there.onDisk("refused.ipynb") }]);
    const refusals: [string, Buffer, RegExp][] = [
      [
        "letter.txt",
        Buffer.from("Dear teacher"),
        /^Expected a work file .* another file\. Nothing was/,
      ],
      [
        "a.ipynb",
        readFileSync(join(there.notebooks, "refused.ipynb")),
        /but got a notebook; "Open a/,
      ],
      ["cut.backprop", good.subarray(0, -10), /damaged or cut off/],
      [
        "out.backprop",
        work([{ path: "../out.ipynb", text: "{}" }]),
        /inside the folder of notebooks/,
      ],
      [
        "none.backprop",
        work([{ path: "none.ipynb", text: "{}" }]),
        /none\.ipynb is not a valid notebook/,
      ],
    ];
    for (const [name, file, says] of refusals) {
      const [sentence, ...others] = await bring(page, name, file);
      expect(sentence, name).to.match(says);
      expect(others).to.deep.equal([]);
    }
    await page.press("language");
    await page.wait("document.documentElement.lang === 'ko'");
    await page.ready();
    const [korean] = await bring(page, "cut.backprop", good.subarray(0, -10));
    expect(korean).to.match(/손상되었거나 잘린 파일/);
    await page.press("language");
    await page.wait("document.documentElement.lang === 'en'");
    await page.ready();
    expect(names(there, "")).to.deep.equal(before);
    expect(existsSync(join(there.notebooks, "..", "out.ipynb"))).to.equal(false);
    expect((await bring(page, "good.backprop", good))[0]).to.equal("Taken (1): new.ipynb.");
  });

  it("changes an open notebook as another tab would: it is loaded anew, and says so", async () => {
    const name = "en/06-relu.ipynb";
    const page = await there.newPage();
    await page.open(there.server.urlOf(name));
    const notebook = JSON.parse(there.onDisk(name));
    notebook.cells[0].source = ["# brought along"];
    const script = { "text/html": ["<img src=x onerror='window.ran = true'>"] };
    const at = notebook.cells.findIndex(
      ({ cell_type }: { cell_type: string }) => cell_type === "code",
    );
    notebook.cells[at].outputs = [{ output_type: "display_data", data: script, metadata: {} }];
    notebook.cells[at].execution_count = 1;
    const text = JSON.stringify(notebook);
    const file = gzipSync(
      JSON.stringify({
        format: "backprop-work",
        version: 1,
        made: "",
        pack: "",
        home: "",
        notebooks: [{ path: name, text }],
      }),
    );
    expect(await bring(page, "work.backprop", file)).to.deep.equal([`Taken (1): ${name}.`]);
    await page.wait(`${CELLS}[0].model.sharedModel.getSource() === "# brought along"`);
    await page.wait("document.querySelector('#notice [data-kind=restored]') !== null");
    // Taken in is not trusted.
    await page.wait("!document.getElementById('trust').hidden");
    expect(await page.page.evaluate("window.ran === undefined")).to.equal(true);
    expect(there.errors).to.deep.equal([]);
  });

  describe("as a link", () => {
    const linkIn = (page: NotebookPage) =>
      page.page.evaluate<string>(`${DIALOG}.querySelector("textarea").value`);

    /** Copies the link to what is open. */
    async function copyLink(page: NotebookPage): Promise<{ link: string; sentences: string[] }> {
      await page.press("copy-link");
      await page.wait(`${DIALOG} !== null`);
      const link = await linkIn(page);
      return { link, sentences: await said(page) };
    }
    /** The same address at the other server. */
    const at = (link: string, server: PageServer) =>
      link.replace(/^http:\/\/127\.0\.0\.1:\d+/, new URL(server.server.url).origin);

    it("takes along what differs from a lesson, is kept beside one's own, and runs nothing", async () => {
      const page = await here.newPage();
      await page.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      const name = "en/07-sigmoid.ipynb";
      await page.open(here.server.urlOf(name));
      const code = await page.page.evaluate<number>(
        `${CELLS}.findIndex(({ model }) => model.type === "code")`,
      );
      await page.type(code, "globalThis.sent = '보낸 것'; console.log('ran')");
      await page.run(code);
      const { link, sentences } = await copyLink(page);
      expect(link).to.match(
        /^http:\/\/127\.0\.0\.1:\d+\/notebooks\/en\/07-sigmoid\.ipynb#work=[\w-]{50,400}$/,
      );
      expect(sentences).to.deep.equal([
        "The link is copied, and can be pasted anywhere.",
        "It holds the cells that differ from the lesson (1), without outputs, and nothing of who you are.",
        "It opens on this computer while npm start runs with this address.",
      ]);
      expect(await page.page.evaluate("navigator.clipboard.readText()")).to.equal(link);

      const other = await there.newPage();
      await other.open(there.server.urlOf("en/00-start-here.ipynb"));
      await other.page.goto(at(link, there));
      await other.wait(`${DIALOG} !== null`);
      expect(await other.page.evaluate(`${DIALOG}.querySelector("pre").textContent`)).to.equal(
        "globalThis.sent = '보낸 것'; console.log('ran')",
      );
      // Nothing is opened meanwhile: no kernel but that of the page before.
      expect(await other.page.evaluate("window.openNotebook === undefined")).to.equal(true);
      await there.shot(other, "page-link-offer");
      // Not now: nothing is made, and the address does not ask again.
      expect((await said(other, "Not now"))[0]).to.equal(
        `It is a copy of ${name} that somebody has changed. Cells that differ: 1.`,
      );
      await other.ready();
      expect(await other.page.evaluate("location.hash")).to.equal("");
      expect(names(there, "en")).not.to.include("07-sigmoid-2.ipynb");
      const own = there.onDisk(name);

      await other.page.evaluate(`location.href = ${JSON.stringify(at(link, there))}`);
      await said(other, "Keep it as a new notebook");
      await other.wait("location.pathname === '/notebooks/en/07-sigmoid-2.ipynb'");
      await other.ready();
      expect(await other.source(code)).to.equal("globalThis.sent = '보낸 것'; console.log('ran')");
      expect(
        await other.page.evaluate(
          `${CELLS}.every(({ model }) => model.type !== "code" || model.outputs.length === 0)`,
        ),
      ).to.equal(true);
      expect(there.onDisk(name)).to.equal(own);
      expect([...here.errors, ...there.errors]).to.deep.equal([]);
    });

    it("takes along the whole of one's own notebook, to where others keep theirs", async () => {
      const page = await here.open("나의 것.ipynb", ["1 + 1", "'둘'"]);
      const { link, sentences } = await copyLink(page);
      expect(sentences[1]).to.match(/^It holds all cells of this notebook \(2\)/);
      for (const name of ["나의 것.ipynb", "나의 것-2.ipynb"]) {
        const other = await there.newPage();
        await other.page.goto(there.server.url);
        await other.page.goto(at(link, there));
        await said(other, "Keep it as a new notebook");
        await other.wait(`decodeURIComponent(location.pathname) === "/notebooks/${name}"`);
        await other.ready();
        expect(await other.source(1)).to.equal("'둘'");
      }
    });

    it("is there behind a link of another site, too", async () => {
      const page = await here.open("elsewhere.ipynb", ["'from elsewhere'"]);
      const { link } = await copyLink(page);
      const other = await there.newPage();
      await other.page.goto(there.server.url);
      await other.page.route("http://elsewhere.test/", (route) =>
        route.fulfill({
          status: 200,
          contentType: "text/html",
          body: `<a href="${at(link, there)}">work</a>`,
        }),
      );
      await other.page.goto("http://elsewhere.test/");
      await other.page.click("a");
      await other.page.click("#continue");
      expect((await said(other, "Not now"))[0]).to.contain(
        "a notebook called elsewhere.ipynb. Its cells: 1.",
      );
    });

    it("is refused with a sentence where it is hostile, damaged or of another edition, and where it is too long", async () => {
      const before = names(there, "");
      const link = (value: unknown) => deflateRawSync(JSON.stringify(value)).toString("base64url");
      const whole = {
        format: "backprop-notebook",
        version: 1,
        path: "a.ipynb",
        cells: [] as object[],
      };
      const page = await there.newPage();
      await page.page.goto(there.server.url);
      const refusals: [string, RegExp][] = [
        ["", /damaged or cut off/],
        ["%%%<script>", /damaged or cut off/],
        ["A".repeat(500_000), /damaged or cut off/],
        [deflateRawSync(Buffer.alloc(4_000_000)).toString("base64url"), /damaged or cut off/],
        [link({ ...whole, path: "../../a.ipynb" }), /damaged or cut off/],
        [link({ ...whole, version: 9 }), /a later edition of the lessons/],
        [link({ ...whole, lesson: "abc" }), /a lesson of this edition, .* a\.ipynb/],
        [link({ ...whole, cells: [{ id: "<b>", source: "" }] }), /id of cell 1/],
      ];
      for (const [packed, says] of refusals) {
        await page.page.evaluate(`location.hash = ${JSON.stringify(`#work=${packed}`)}`);
        const [sentence] = await said(page);
        expect(sentence, packed.slice(0, 40))
          .to.match(says)
          .and.match(/Nothing was kept\.$/);
        expect(await page.page.evaluate("location.hash")).to.equal("");
      }
      expect(names(there, "")).to.deep.equal(before);
      // A heading of odd signs is no notebook, and breaks nothing.
      there.write("odd.ipynb", ["1"]);
      await page.open(`${there.server.urlOf("odd.ipynb")}#%E0%A4%A`);

      const noise = Array.from({ length: 4000 }, (_, i) => ((i * 48271) % 2147483647).toString(36));
      const long = await there.open("long.ipynb", [noise.join(" ")]);
      await long.press("copy-link");
      expect((await said(long))[0]).to.match(
        /at most 8000 signs, .* "Save all my work …" makes a file/,
      );
      expect(there.errors).to.deep.equal([]);
    });
  });
});
