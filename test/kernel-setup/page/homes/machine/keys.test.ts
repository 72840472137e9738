import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { WebSocket } from "ws";
import { V1 } from "../../../../../kernel-setup/page/server/kernels/frames";
import { notebookText } from "../../../../support/kernels";
import { TestServer } from "../../../../support/notebook-server";

/** A lesson's heading may hold signs that replacing texts knows, and any of HTML. */
const TITLE = "The price in $` and $' here, $& and $$, </head></script><script>alert(1)</script>";
const CONFIG = { language: "en", lessons: { en: [{ path: "a.ipynb", title: TITLE }] } };

describe("the keys of the server", () => {
  let server: TestServer;
  let kernel: string;
  before(async () => {
    server = await TestServer.start(
      { "lesson.ipynb": notebookText(["stdout a"]), "a picture.png": "a picture" },
      { config: CONFIG },
    );
    writeFileSync(join(server.folder, "page", "page.css"), "a {}");
    kernel = (await server.json<{ id: string }>("POST", "/api/kernels", {})).body.id;
  });
  after(() => server.stop());

  /** Asks without the token. */
  const ask = (path: string, headers: Record<string, string> = {}, init: RequestInit = {}) =>
    fetch(`${server.origin}${path}`, { ...init, headers });
  const withCode = (code: unknown) =>
    ask("/api/page/key", {}, { method: "POST", body: JSON.stringify({ code }) });

  const open = async (protocols: string[], headers: Record<string, string> = {}) => {
    const { port } = server.running;
    const url = `ws://127.0.0.1:${port}/api/kernels/${kernel}/channels`;
    const socket = new WebSocket(url, protocols, { headers });
    socket.on("error", () => {});
    const [, answer] = await Promise.race([
      once(socket, "unexpected-response"),
      once(socket, "open").then(() => [undefined, { statusCode: 101 }]),
    ]);
    const { protocol } = socket;
    socket.terminate();
    return { status: answer.statusCode, protocol };
  };

  it("leave nothing with the browser that it sends to the other ports of this machine", async () => {
    const { token } = server.running;
    const pages = ["/", "/notebooks/lesson.ipynb", "/static/page.css", "/api/kernels"];
    const cookies: string[] = [];
    for (const page of pages)
      for (const query of ["", `?token=${token}`, "?token=wrong"]) {
        const answer = await ask(`${page}${query}`, { "sec-fetch-site": "none" });
        cookies.push(...answer.headers.getSetCookie().map((line) => line.split(";")[0] ?? ""));
        expect(await answer.text()).to.not.contain(token);
      }
    // What another local server reads of a browser's requests, and sends to this one.
    const cookie = cookies.join("; ");
    const paths = [
      "/api/kernels",
      "/api/contents/lesson.ipynb",
      "/files/lesson.ipynb",
      "/api/page",
    ];
    for (const path of paths) expect((await ask(path, { cookie })).status, path).to.equal(403);
    expect((await open([V1], { cookie })).status).to.equal(403);
    expect(cookies).to.deep.equal([]);
  });

  it("show the page alike to everybody, without a word about the notebooks", async () => {
    for (const path of ["/", "/notebooks/lesson.ipynb"]) {
      const answer = await ask(path);
      expect(answer.status).to.equal(200);
      expect(await answer.text()).to.equal("<html><body>the index page</body></html>");
    }
    const refused = await ask("/api/page");
    expect(refused.status).to.equal(403);
    expect(await refused.json()).to.include({ reason: "KeyRefused" });
    expect((await server.json("GET", "/api/page")).body).to.deep.equal(CONFIG);
  });

  it("are taken out of the address by a page of their own, however often it is opened", async () => {
    const { token } = server.running;
    for (let time = 0; time < 3; time++)
      for (const path of ["/", "/notebooks/lesson.ipynb"]) {
        const answer = await ask(`${path}?token=${token}`);
        expect(answer.status).to.equal(200);
        expect(await answer.text()).to.contain("the enter page");
      }
    expect(await (await ask("/?token=wrong")).text()).to.contain("the index page");
  });

  it("come once for a code, which then is worth nothing", async () => {
    let used = 0;
    const address = new URL(
      server.running.onceUrlOf("en/a b.ipynb", () => {
        used++;
      }),
    );
    expect(address.pathname).to.equal("/notebooks/en/a%20b.ipynb");
    expect(address.search).to.not.contain(server.running.token);
    const code = address.searchParams.get("code") ?? "";
    // A browser that looks ahead does not use it up.
    for (let time = 0; time < 2; time++)
      expect(await (await ask(address.pathname + address.search)).text()).to.contain("enter");
    for (const wrong of ["", "wrong", null, 1, {}, "constructor"])
      expect((await withCode(wrong)).status).to.equal(403);
    for (const path of ["/api/kernels", "/files/lesson.ipynb"])
      for (const name of ["code", "token", "key"])
        expect((await ask(`${path}?${name}=${code}`)).status).to.equal(403);
    expect(used).to.equal(0);
    const { key } = (await (await withCode(code)).json()) as { key: string };
    expect(key).to.equal(server.running.token);
    expect(used).to.equal(1);
    expect((await withCode(code)).status).to.equal(403);
    expect(used).to.equal(1);
    expect(await (await ask(address.pathname + address.search)).text()).to.contain("index");
  });

  it("open one file and nothing else, when they stand in the address of a picture", async () => {
    const path = encodeURI("a picture.png");
    const asked = await server.json<{ key: string }>("GET", `/api/page/files/${path}`);
    const { key } = asked.body;
    expect(key).to.not.equal(server.running.token);
    const answer = await ask(`/files/${path}?key=${key}`);
    expect(answer.status).to.equal(200);
    expect(await answer.text()).to.equal("a picture");
    for (const other of [
      `/files/${path}`,
      `/files/${path}?key=${key.slice(1)}`,
      `/files/${path}?token=${key}`,
      `/files/lesson.ipynb?key=${key}`,
      `/files/./lesson.ipynb?key=${key}`,
      `/api/contents/${path}?key=${key}`,
      `/api/kernels?key=${key}`,
    ])
      expect((await ask(other)).status, other).to.equal(403);
  });

  it("come with a websocket as a protocol that is never the chosen one", async () => {
    const key = `notebooks.token.${server.running.token}`;
    expect(await open([V1, "notebooks", key])).to.deep.equal({ status: 101, protocol: V1 });
    expect(await open(["notebooks", key])).to.deep.equal({ status: 101, protocol: "notebooks" });
    expect((await open(["notebooks", `${key}0`])).status).to.equal(403);
    expect((await open([key], { origin: "https://evil.example" })).status).to.equal(403);
  });

  it("let a link from anywhere lead in, and no further than to a question without them", async () => {
    const { token } = server.running;
    for (const site of ["cross-site", "same-site"]) {
      const headers = { "sec-fetch-site": site, "sec-fetch-mode": "navigate" };
      const printed = await ask(`/notebooks/lesson.ipynb?token=${token}`, headers);
      expect(printed.status).to.equal(200);
      expect(await printed.text()).to.contain("the enter page");

      const path = '/notebooks/a"><script>&quot;.ipynb';
      const bare = await ask(`${path}?token=wrong`, headers);
      expect(bare.status).to.equal(403);
      const text = await bare.text();
      expect(bare.headers.get("content-type")).to.match(/^text\/html/);
      expect(text)
        .to.contain('href="/notebooks/a%22%3E%3Cscript%3E&amp;quot;.ipynb"')
        .and.contain("노트북 열기");
      expect(text).to.not.contain("wrong");
      for (const other of ["/static/page.css", "/api/kernels", "/files/lesson.ipynb"])
        expect((await ask(`${other}?token=${token}`, headers)).status, other).to.equal(403);
    }
  });

  it("are kept in the page by a policy that lets it talk with its own server alone", async () => {
    const { port } = server.running;
    for (const path of ["/", "/static/page.css", "/api/kernels", "/nothing"]) {
      const policy = (await ask(path)).headers.get("content-security-policy") ?? "";
      const rules = Object.fromEntries(
        policy.split("; ").map((rule) => {
          const [name, ...sources] = rule.split(" ");
          return [name, sources.join(" ")];
        }),
      );
      expect(rules).to.include({
        "default-src": "'self'",
        "connect-src": `'self' ws://127.0.0.1:${port}`,
        "img-src": "'self' data: blob:",
        "form-action": "'none'",
        "object-src": "'none'",
        "frame-ancestors": "'self'",
      });
      expect(policy).to.not.match(/https?:|\*/);
    }
  });
});
