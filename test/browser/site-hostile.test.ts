import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "chai";
import { words } from "../../kernel-setup/text/texts";
import {
  notebook,
  removeTemporary,
  temporaryFolder,
  writeFiles,
} from "../kernel-setup/commands/parts/temporary";
import { CHROMIUM, needs, playwright } from "../support/needs";
import type { Browser, Page } from "../support/playwright";
import { inProject } from "../support/project";
import { runCommand } from "../support/run-command";
import { hostFolder } from "../support/static-host";
import { waitFor } from "./wait-for";

/** What a script of an output may try, and what comes of it; its own frame tells it. */
const ATTEMPTS = (evil: string) => `<p>Hello.</p><script>
  const tried = {};
  const attempt = async (name, work) => {
    try { tried[name] = String(await work()); } catch { tried[name] = "refused"; }
  };
  const within = (work) => Promise.race([work, new Promise((done, fail) => setTimeout(fail, 3000))]);
  Promise.all([
    attempt("parent", () => parent.document.title),
    attempt("mark", () => { parent.taken = 1; return parent.taken; }),
    attempt("storage", () => localStorage.length),
    attempt("database", () => indexedDB.open("a") && "open"),
    attempt("cookie", () => document.cookie),
    attempt("site", () => within(fetch("site.js")).then(() => "read")),
    attempt("fetch", () => within(fetch("${evil}fetch", { mode: "no-cors" })).then(() => "sent")),
    attempt("image", () => within(new Promise((done, fail) => {
      const image = new Image();
      image.onload = () => done("loaded");
      image.onerror = fail;
      image.src = "${evil}image.png";
    }))),
    attempt("style", () => within(new Promise((done, fail) => {
      const link = document.createElement("link");
      Object.assign(link, { rel: "stylesheet", href: "${evil}style.css", onload: done, onerror: fail });
      document.head.append(link);
    })).then(() => "loaded")),
    attempt("worker", () => within(new Promise((done, fail) => {
      const worker = new Worker("data:text/javascript,postMessage(1)");
      worker.onmessage = () => done("runs");
      worker.onerror = fail;
    }))),
    attempt("socket", () => within(new Promise((done, fail) => {
      const socket = new WebSocket("${evil.replace("http", "ws")}socket");
      socket.onopen = () => done("open");
      socket.onerror = fail;
    }))),
    attempt("window", () => window.open("${evil}window") === null ? "refused" : "open"),
    attempt("top", () => { top.location.href = "${evil}top"; return "asked"; }),
    attempt("eval", () => (0, eval)("1 + 1")),
  ]).then(() => { window.tried = tried; });
</script>`;

/** Outputs that want to run something in the page, or to look like a part of it. */
const HOSTILE = (evil: string): Record<string, string> => ({
  script: "<script>top.taken = 'script'</script>",
  scriptOfTheSite: '<script src="../assets/live.js"></script>',
  handler: `<img src="x" onerror="top.taken = 'handler'"><svg onload="top.taken = 'svg'"></svg>`,
  link: `<a href="javascript:top.taken='link'">a link</a>`,
  frame: `<iframe srcdoc="<script>top.taken = 'frame'</script>"></iframe><iframe src="${evil}frame"></iframe>`,
  svg: `<svg><script>top.taken = 'svg script'</script><foreignObject><img src=x onerror="top.taken = 'foreign'"></foreignObject></svg>`,
  math: `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=top.taken='math'&gt;">`,
  style: "<style>main { display: none } body { background: red !important }</style>",
  over: '<div style="position:fixed;inset:0;background:red;z-index:9999">Log in</div>',
  refresh: `<meta http-equiv="refresh" content="0;url=${evil}refresh">`,
  base: `<base href="${evil}">`,
  form: `<form action="${evil}form"><input name="a"><button>Send</button></form><script>document.forms[0].submit()</script>`,
  picture: `<img src="${evil}picture.png">`,
  away: `<script>location.href = "${evil}away"</script>`,
  ends: "</div></article></main><p>after the end</p>",
  names: '<p class="skip" id="theme">a name of the page</p>',
  data: `<script type="application/json" data-framed>"\\u003cscript>top.taken = 'data'\\u003c/script>"</script>`,
  chart: `<img alt="" width="9" height="9" src="data:image/svg+xml;base64,PHN2Zy8+" data-chart="c"><script>((id, figure, colours, config) => {})("c",${JSON.stringify(
    {
      data: [{ y: [1, 2], text: "<a href=\"javascript:top.taken='chart'\">a</a>", mode: "text" }],
      layout: {
        ...{ width: "1px;position:fixed;inset:0", height: "9px;position:fixed" },
        title: { text: "\u003cimg src=x onerror=top.taken='title'>" },
        images: [{ source: `${evil}chart.png`, x: 0, y: 1, sizex: 1, sizey: 1 }],
      },
    },
  ).replaceAll("<", "\\u003c")},{},{"plotlyServerURL":"${evil}","showSendToCloud":true})</script>`,
  points:
    `<script>((id, curves) => {})("c",[{"from":0,"x":["<img src=x onerror=top.taken='points'>"],"y":[1]}])</script>`.replace(
      "<img",
      "\\u003cimg",
    ),
});

/** Drawings whose pictures hold more than shapes and texts. */
const DRAWINGS = {
  script: "<script>top.taken = 'drawing'</script>",
  handler: "<g onload=\"top.taken = 'drawing'\"/>",
  foreign:
    '<foreignObject><img xmlns="http://www.w3.org/1999/xhtml" src="x" onerror="top.taken = 1"/></foreignObject>',
  cdata: "<title><![CDATA[><img src=x onerror=\"top.taken = 'title'\">]]></title>",
  image: '<image href="x"/>',
  style: "<style>:host{position:fixed;inset:0}</style>",
};
const drawing = (name: string, inside: string) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${inside}<g transform="translate(1,1)"/></svg>`;
  const model = {
    ...{
      live: false,
      dout: null,
      output: 0,
      nodes: [],
      inputs: [],
      shown: [],
      edges: [],
      steps: [],
    },
    ...{
      texts: { v: [], g: [], p: [] },
      words: { start: "<img src=x onerror=top.taken='words'>" },
    },
  };
  const data = JSON.stringify(model).replaceAll("<", "\\u003c");
  return `<img alt="" src="data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}" data-graph="${name}"><script>((KEY,MODEL)=>{})("${name}",${data})</script>`;
};

describe("hostile outputs in the exported site", function () {
  this.timeout(120_000);
  let browser: Browser;
  const servers: Server[] = [];
  /** What has reached a server that is not the site's. */
  const reached: string[] = [];
  let evil: string;

  before(async function () {
    needs(this, "chromium", "playwright-core");
    const server = createServer((request, response) => {
      reached.push(String(request.url));
      response.writeHead(200, { "access-control-allow-origin": "*" }).end("");
    });
    servers.push(server);
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    evil = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    browser = await playwright().chromium.launch({
      executablePath: CHROMIUM,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
  });
  after(async () => {
    await browser?.close();
    for (const server of servers) server.close();
    removeTemporary();
  });

  /** The page of a notebook with these outputs, opened as a file and from a web server. */
  async function pagesOf(htmls: string[], how = {}): Promise<Page[]> {
    const folder = temporaryFolder();
    const outputs = htmls.map((html) => ({
      ...{ output_type: "display_data", data: { "text/html": html }, metadata: {} },
    }));
    writeFiles(folder, { "en/01-hostile.ipynb": notebook(["1"], outputs) });
    const out = join(folder, "out");
    const run = inProject("kernel-setup/commands/boot/run.mjs");
    const { code, stderr } = await runCommand(process.execPath, [
      ...[run, "site", "--notebooks", folder, "--source", `${folder}-none`, "--out", out],
    ]);
    expect(code, stderr).to.equal(0);
    const host = await hostFolder(out);
    servers.push(host.server);
    const pages = [`${pathToFileURL(out).href}/`, host.url].map(async (base) => {
      const page = await browser.newPage(how);
      await page.goto(`${base}en/01-hostile.html`);
      return page;
    });
    return Promise.all(pages);
  }

  it("reach nothing of the page, of the site or of the network from their frame", async () => {
    for (const page of await pagesOf([ATTEMPTS(evil)])) {
      await waitFor(page, "document.querySelector('iframe')?.style.height !== '3em'");
      const tried = await waitFor(page.frames()[1], "window.tried");
      // It runs, and that is all.
      expect(tried, page.url()).to.deep.equal({
        ...{ parent: "refused", mark: "refused", storage: "refused", database: "refused" },
        ...{ cookie: "refused", site: "refused", fetch: "refused", image: "refused" },
        ...{ style: "refused", worker: "refused", socket: "refused", window: "refused" },
        ...{ top: "refused", eval: "2" },
      });
      expect(await page.evaluate("window.taken")).to.equal(undefined);
      await page.close();
    }
    expect(reached).to.deep.equal([]);
  });

  it("run nothing in the page, and cover nothing of it", async () => {
    const all = HOSTILE(evil);
    for (const page of await pagesOf(Object.values(all))) {
      const address = page.url();
      await waitFor(page, 'document.querySelector(".js-plotly-plot .main-svg") !== null');
      await page.evaluate("new Promise((done) => setTimeout(done, 1500))");
      expect(page.url()).to.equal(address);
      expect(await page.evaluate("window.taken")).to.equal(undefined);
      const frames = await page.evaluate<string[]>(
        '[...document.querySelectorAll("iframe")].map((frame) => [frame.getAttribute("sandbox"), new URL(frame.src).pathname.split("/").pop()].join())',
      );
      expect(frames.length).to.equal(Object.keys(all).length - 4);
      for (const frame of frames) expect(frame).to.equal("allow-scripts,frame.html");
      const outputs = "document.querySelector('.output')";
      const out = `[...${outputs}.querySelectorAll("*")].filter((one) => {
        const { position } = getComputedStyle(one);
        return position === "fixed" && !one.closest("svg");
      }).length`;
      expect(await page.evaluate(out), "something is fixed to the window").to.equal(0);
      const inside = `${outputs}.textContent`;
      expect(await page.evaluate(inside))
        .to.include("after the end")
        .and.include("a name of");
      expect(await page.evaluate("document.getElementById('theme').tagName")).to.equal("BUTTON");
      const paper = "getComputedStyle(document.body).backgroundColor";
      expect(await page.evaluate(paper)).to.equal("rgb(255, 255, 255)");
      const links = `[...document.querySelectorAll("a")].filter((a) => /script:/.test(a.href?.baseVal ?? a.href)).length`;
      expect(await page.evaluate(links)).to.equal(0);
      const heights =
        '[...document.querySelectorAll("iframe")].every((frame) => frame.clientHeight <= 600)';
      expect(await page.evaluate(heights)).to.equal(true);
      await page.close();
    }
    expect(reached).to.deep.equal([]);
  });

  it("stay pictures where a drawing holds more than shapes and texts", async () => {
    const own = drawing("own", '<rect class="circle" x="1" y="1"/><text class="name">a</text>');
    const others = Object.entries(DRAWINGS).map(([name, inside]) => drawing(name, inside));
    for (const page of await pagesOf([own, ...others])) {
      await waitFor(page, 'document.querySelector("[data-lm-suppress-shortcuts]") !== null');
      const live =
        '[...document.querySelectorAll("[data-lm-suppress-shortcuts]")].map((one) => one.previousElementSibling.dataset.graph)';
      expect(await page.evaluate(live)).to.deep.equal(["own"]);
      const seen =
        '[...document.querySelectorAll("img[data-graph]")].filter((one) => one.style.display !== "none").length';
      expect(await page.evaluate(seen)).to.equal(others.length);
      expect(await page.evaluate("window.taken")).to.equal(undefined);
      await page.close();
    }
  });

  it("are a sentence where no script runs", async () => {
    const html = "<style>p { color: red }</style><p>a</p><script>top.taken = 1</script>";
    for (const page of await pagesOf([html], { javaScriptEnabled: false })) {
      const seen = await page.evaluate<string>("document.querySelector('.output').innerText");
      expect(seen.trim()).to.match(/^a\s+/);
      expect(seen).to.include(words("outputs.framed").en).and.not.include("color");
      await page.close();
    }
  });
});
