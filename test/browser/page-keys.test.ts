import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { expect } from "chai";
import { needs } from "../support/needs";
import type { NotebookPage } from "./notebook-page";
import { PageServer } from "./page-server";

const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** Who may open the notebook page, and with whom it talks. */
describe("the keys of the notebook page", function () {
  this.timeout(240_000);
  let served: PageServer;
  /** Another server of this machine, somebody else's: what it was asked for, and with which cookies. */
  let other: Server;
  let origin: string;
  let asked: string[];
  let cookies: (string | undefined)[];

  before(async function () {
    needs(this, "chromium", "playwright-core");
    served = await PageServer.start();
    other = createServer(({ url, headers }, answer) => {
      asked.push(String(url));
      cookies.push(headers.cookie);
      answer.setHeader("Content-Type", "text/html");
      answer.end(`<a href="${served.server.url}">the printed address</a>
        <a id="bare" href="http://127.0.0.1:${served.server.port}/notebooks/a.ipynb?x">a notebook</a>`);
    }).listen(0, "127.0.0.1");
    await once(other, "listening");
    origin = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    asked = [];
    cookies = [];
  });
  afterEach(() => served?.tidy());
  after(async () => {
    other?.close();
    await served?.stop();
  });

  const at = (name: string) => `http://127.0.0.1:${served.server.port}/notebooks/${name}`;
  const locked = (page: NotebookPage) => page.wait("document.getElementById('locked') !== null");

  it("come from a file with a code, stay out of the address, and hold for all tabs, Reload and Back", async () => {
    served.write("a.ipynb", ["1"]);
    served.write("b.ipynb", ["2"]);
    const page = await served.newPage();
    let used = 0;
    const address = served.server.onceUrlOf("a.ipynb", () => {
      used++;
    });
    const file = join(served.folder, "open.html");
    writeFileSync(file, `<meta http-equiv="refresh" content="0;url=${address}">`);
    await page.open(pathToFileURL(file).href);
    expect(used).to.equal(1);
    expect(page.page.url()).to.equal(at("a.ipynb"));
    await page.page.reload();
    await page.ready();
    await page.page.goto(at("b.ipynb"));
    await page.ready();
    await page.page.goBack();
    await page.ready();
    expect(page.page.url()).to.equal(at("a.ipynb"));
    const tab = await served.newPage(1280, 800, page);
    await tab.open(at("b.ipynb"));
    expect(await tab.run(0)).to.have.length(1);

    // The code is used up: for another browser, or for who has read it somewhere.
    const second = await served.newPage();
    await second.page.goto(address);
    await locked(second);
    expect(second.page.url()).to.equal(at("a.ipynb"));
    const words = await second.page.evaluate<string>("document.body.innerText");
    expect(words)
      .to.match(/address that npm start has printed/)
      .and.match(/npm start가 출력한 주소/);
    await served.shot(second, "page-locked");
    // The printed address opens that browser too, any number of times; what waits goes on by itself.
    for (let time = 0; time < 2; time++) {
      const third = await served.newPage(1280, 800, second);
      await third.open(served.server.urlOf("b.ipynb"));
      expect(third.page.url()).to.equal(at("b.ipynb"));
    }
    await second.ready();
    expect(served.errors).to.deep.equal([]);
  });

  it("go to no other port of this machine, and need none of its pages to be followed from there", async () => {
    served.write("a.ipynb", ["1"]);
    const page = await served.open("a.ipynb");
    await page.page.goto(`${origin}/`);
    expect(asked).to.contain("/");
    expect(cookies.filter((cookie) => cookie !== undefined)).to.deep.equal([]);

    await page.page.click("#bare");
    await page.wait("document.getElementById('continue') !== null");
    await served.shot(page, "page-from-elsewhere");
    await page.page.click("#continue");
    await page.ready();
    expect(page.page.url()).to.equal(at("a.ipynb"));

    const second = await served.newPage();
    await second.page.goto(`${origin}/`);
    await second.page.click("a");
    await second.wait("document.getElementById('new-notebook') !== null");
    expect(second.page.url()).to.not.contain("token");
    await second.page.reload();
    await second.wait("document.getElementById('new-notebook') !== null");
  });

  it("show pictures of the folder, and nothing from anywhere else", async () => {
    writeFileSync(join(served.notebooks, "own picture.png"), PICTURE);
    const texts = [
      "![own](own%20picture.png) [data](own%20picture.png)",
      `![far](${origin}/picture) <img src="${origin}/html"> <b style="background:url(${origin}/background)">b</b>`,
      `<video src="${origin}/video"></video> <audio src="${origin}/audio"></audio>`,
    ];
    const cells = texts.map((source, i) => ({
      cell_type: "markdown",
      id: `text-${i}`,
      metadata: {},
      source,
    }));
    const html = `<style>.far { background: url(${origin}/sheet) }</style><p class="far">far</p><img src="${origin}/output">`;
    const code = {
      cell_type: "code",
      id: "code",
      metadata: {},
      execution_count: 1,
      source: "1",
      outputs: [{ output_type: "display_data", metadata: {}, data: { "text/html": html } }],
    };
    const kernelspec = { name: "tslab", display_name: "TypeScript", language: "typescript" };
    served.write("pictures.ipynb", {
      cells: [...cells, code],
      metadata: { kernelspec },
      nbformat: 4,
      nbformat_minor: 5,
    });
    const page = await served.open("pictures.ipynb");
    const own = "document.querySelector('.jp-RenderedMarkdown img[alt=own]')";
    await page.wait(`${own}?.naturalWidth === 1`);
    const link = await page.page.evaluate<string>(
      "document.querySelector('.jp-RenderedMarkdown a[href*=files]').href",
    );
    const answer = await fetch(link);
    expect(Buffer.from(await answer.arrayBuffer()).equals(PICTURE)).to.equal(true);
    await page.wait("document.querySelector('.jp-OutputArea .far, .jp-OutputArea p') !== null");
    // Scripts of the reader's own cells too get no further than their own server.
    const tries = `[
      () => fetch("${origin}/fetch", { mode: "no-cors" }),
      () => navigator.sendBeacon("${origin}/beacon", "x"),
      () => { new Image().src = "${origin}/image"; },
      () => { new WebSocket("${origin.replace("http", "ws")}/socket"); },
      () => {
        const form = document.createElement("form");
        Object.assign(form, { action: "${origin}/form", method: "post", target: "_blank" });
        document.body.append(form);
        form.submit();
      },
    ]`;
    await page.page.evaluate(
      `Promise.allSettled(${tries}.map(async (one) => one())).then(() => {})`,
    );
    await sleep(1500);
    expect(asked).to.deep.equal([]);
  });

  it("change when the server is started anew: an old tab says so, and goes on once the new address was opened", async () => {
    served.write("old.ipynb", ["1", "2"]);
    const page = await served.open("old.ipynb");
    const note = (kind: string) =>
      `document.querySelector('#notice [data-kind=${kind}] span')?.textContent`;
    await served.server.stop();
    await page.type(0, "'typed while there was no server'");
    await page.wait(`${note("server")}?.includes("The server does not answer")`);
    await page.wait("document.getElementById('save-status').textContent === 'Could not be saved'");
    await served.startAgain();
    await page.wait(`${note("key")}?.includes("Open the address that it has printed once")`);
    await page.wait(`${note("server")} === undefined`);
    await served.shot(page, "page-new-start");
    expect(await page.page.evaluate("document.querySelector('.jp-Dialog')")).to.equal(null);
    expect(served.onDisk("old.ipynb")).to.not.contain("typed while");

    const tab = await served.newPage(1280, 800, page);
    await tab.page.goto(served.server.url);
    await page.saved();
    await page.wait(`${note("key")} === undefined`);
    expect(served.onDisk("old.ipynb")).to.contain("typed while there was no server");
    await page.kernel("dead");
    await page.press("restart-dead");
    await page.kernel("idle");
    expect((await page.run(0))[0]?.data?.["text/plain"]).to.contain("typed while");
  });
});
