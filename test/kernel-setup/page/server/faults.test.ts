import { execFileSync } from "node:child_process";
import { once } from "node:events";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { WebSocket } from "ws";
import { refusalOf } from "../../../../kernel-setup/page/server/refusal";
import { notebookText } from "../../../support/kernels";
import { needs } from "../../../support/needs";
import { TestServer } from "../../../support/notebook-server";

const text = (content: string) => ({ type: "file", format: "text", content });
const LESSON = notebookText(["stdout a"]);

/** What the server says to files and requests that are damaged, odd or too large. */
describe("faults that the server meets", () => {
  let server: TestServer;
  let printed: string[];
  const { error } = console;
  beforeEach(async () => {
    server = await TestServer.start({ "lesson.ipynb": LESSON, "folder/inner.txt": "a" });
    printed = [];
    console.error = (...words: unknown[]) => void printed.push(words.join(" "));
  });
  afterEach(async () => {
    console.error = error;
    // Whatever was asked, it lives on.
    expect((await server.json("GET", "/api/contents/lesson.ipynb")).status).to.equal(200);
    await server.stop();
  });

  const file = (name: string) => join(server.notebooks, name);
  const api = (path: string) =>
    `/api/contents/${path.split("/").map(encodeURIComponent).join("/")}`;
  const ask = async (method: string, path: string, body?: unknown, headers = {}) => {
    const answer = await server.json<{ message: string; reason: string }>(
      method,
      api(path),
      body,
      headers,
    );
    return { status: answer.status, ...answer.body };
  };

  it("of the file system get a status and a sentence, without a folder or a stack", async function () {
    needs(this, "symbolic links");
    const long = `${"a".repeat(300)}.txt`;
    symlinkSync("circle.txt", file("circle.txt"));
    mkdirSync(file(".ipynb_checkpoints"));
    mkdirSync(join(server.folder, "home", "server", "settings", "config-page.json"), {
      recursive: true,
    });
    const answers = [
      await ask("GET", long),
      await ask("PUT", long, text("a")),
      await ask("PATCH", "lesson.ipynb", { path: `${"a".repeat(300)}.ipynb` }),
      await ask("PUT", "lesson.ipynb/inner.txt", text("a")),
      await ask("PATCH", "lesson.ipynb", { path: "folder/inner.txt/new.ipynb" }),
      await ask("POST", "lesson.ipynb", {}),
    ];
    for (const { status, message } of answers) {
      expect(status, message).to.be.oneOf([400, 404]);
      expect(message).to.not.contain(server.folder);
      expect(message)
        .to.match(/\.$/)
        .and.not.match(/E[A-Z]{4,}/);
    }
    const settings = await server.json<{ message: string }>("GET", "/api/config/page");
    expect(settings.status).to.equal(400);
    expect(settings.body.message).to.equal(
      "This could not be done: a folder stands where a file was expected.",
    );
    expect(printed).to.deep.equal([]);
    expect(readdirSync(server.notebooks).sort()).to.deep.equal([
      ".ipynb_checkpoints",
      "circle.txt",
      "folder",
      "lesson.ipynb",
    ]);
  });

  it("of every kind get words of ours, and only what nobody has foreseen is told to the terminal", () => {
    const statuses: Record<string, number> = {
      ENOSPC: 507,
      EDQUOT: 507,
      EACCES: 403,
      EPERM: 403,
      EROFS: 403,
      EISDIR: 400,
      ENAMETOOLONG: 400,
      ELOOP: 400,
      EINVAL: 400,
      ENOENT: 404,
      ENOTDIR: 404,
      EMFILE: 503,
      ENFILE: 503,
      EBUSY: 503,
      EIO: 500,
      EWHATEVER: 500,
    };
    for (const [code, status] of Object.entries(statuses)) {
      const thrown = Object.assign(new Error(`${code}: no, open '/home/ada/a.ipynb'`), {
        code,
        syscall: "open",
      });
      const refusal = refusalOf(thrown, '"a.ipynb" could not be read');
      expect(refusal.status, code).to.equal(status);
      expect(refusal.body.message).to.match(/^"a\.ipynb" could not be read: .*\.$/);
      expect(refusal.body.message).to.not.contain("/home");
      expect(refusal.headers).to.deep.equal(status === 503 ? { "Retry-After": "2" } : {});
    }
    expect(printed).to.deep.equal([]);
    const bug = refusalOf(new TypeError("x is not a function at /home/ada/server.js"));
    expect(bug.status).to.equal(500);
    expect(bug.body.message).to.not.contain("/home");
    expect(printed).to.have.length(1);
  });

  it("of a conflict say which one it is", async () => {
    const before = await server.ask(api("lesson.ipynb"));
    const match = { "If-Match": String(before.headers.get("etag")) };
    const draft = { type: "notebook", content: JSON.parse(notebookText(["stdout mine"])) };
    writeFileSync(file("lesson.ipynb"), notebookText(["stdout theirs"]));
    expect(await ask("PUT", "lesson.ipynb", draft, match)).to.include({
      status: 409,
      reason: "changed",
    });
    rmSync(file("lesson.ipynb"));
    expect(await ask("PUT", "lesson.ipynb", draft, match)).to.include({
      status: 409,
      reason: "gone",
    });
    const any = { "If-Match": "*" };
    expect((await ask("PUT", "lesson.ipynb", draft, any)).status).to.equal(201);
    const free = { "If-None-Match": "*" };
    expect(await ask("PUT", "lesson.ipynb", draft, free)).to.include({
      status: 409,
      reason: "taken",
    });
  });

  it("of a pipe among the files keep nobody waiting", async function () {
    if (process.platform === "win32") this.skip();
    for (const name of ["pipe.ipynb", "pipe.txt"]) execFileSync("mkfifo", [file(name)]);
    for (const name of ["pipe.ipynb", "pipe.txt"]) {
      for (const [method, path, body] of [
        ["GET", name],
        ["GET", `${name}/checkpoints`],
        ["POST", `${name}/checkpoints`],
        ["POST", `${name}/trust`],
        ["PUT", name, text("a")],
        ["POST", "", { copy_from: name }],
      ] as [string, string, unknown][]) {
        expect((await ask(method, path, body)).status, `${method} ${path}`).to.be.oneOf([
          400, 404, 409,
        ]);
      }
      expect((await server.ask(`/files/${name}`)).status).to.equal(404);
    }
  });

  it("of names as long as the file system takes are none", async () => {
    // 83 Korean letters of 3 bytes, and ".ipynb": 255 bytes.
    const longest = (first: string) => `${first}${"가".repeat(82)}.ipynb`;
    const [a, b] = [longest("하"), longest("나")];
    expect(Buffer.byteLength(a)).to.equal(255);
    const draft = (source: string) => ({
      type: "notebook",
      content: JSON.parse(notebookText([source])),
    });
    expect((await ask("PUT", a, draft("stdout one"))).status).to.equal(201);
    expect((await ask("POST", `${a}/checkpoints`)).status).to.equal(201);
    expect((await ask("PUT", a, draft("stdout two"))).status).to.equal(200);
    // Two names that differ at the end, where they are cut, have two checkpoints.
    const twin = `${"하"}${"가".repeat(81)}나.ipynb`;
    expect((await ask("PUT", twin, draft("stdout twin"))).status).to.equal(201);
    expect((await ask("POST", `${twin}/checkpoints`)).status).to.equal(201);
    expect((await ask("PATCH", a, { path: b })).status).to.equal(200);
    expect((await ask("POST", `${b}/checkpoints/checkpoint`)).status).to.equal(204);
    expect(readFileSync(file(b), "utf8")).to.contain("stdout one");
    const copies = [];
    for (let i = 0; i < 3; i++)
      copies.push(await server.json("POST", "/api/contents", { copy_from: b }));
    for (const { status, body } of copies) {
      expect(status).to.equal(201);
      expect(String(body.name)).to.match(/^나가+-Copy\d?\.ipynb$/);
      expect(readFileSync(file(String(body.name)), "utf8")).to.contain("stdout one");
    }
    const over = `가${longest("가")}`;
    for (const answer of [
      await ask("PUT", over, draft("")),
      await ask("PATCH", b, { path: over }),
    ]) {
      expect(answer.status).to.equal(400);
      expect(answer.message).to.match(/its name is longer than the file system takes/);
    }
    expect(printed).to.deep.equal([]);
  });

  it("of JSON that is nested deep are refused, wherever it stands", async () => {
    const deep = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
    const notebook = (levels: number) =>
      LESSON.replace('"metadata":{}', `"metadata":{"deep":${deep(levels)}}`);
    for (const levels of [1_100, 5_000, 100_000]) {
      writeFileSync(file("deep.ipynb"), notebook(levels));
      const body = `{"type":"notebook","content":${notebook(levels)}}`;
      for (const answer of [
        await ask("GET", "deep.ipynb"),
        await ask("POST", "deep.ipynb/trust"),
        await ask("PUT", "new.ipynb", body),
        await ask("PUT", "new.ipynb", { type: "notebook", content: notebook(levels) }),
        await ask("PUT", "new.ipynb", deep(levels)),
      ]) {
        expect(answer.status).to.equal(400);
        expect(answer.message).to.match(/expected at most \d+ levels/);
      }
      const settings = await server.json("PUT", "/api/settings/a", {
        raw: `{"a":${deep(levels)}}`,
      });
      expect(settings.status).to.equal(400);
    }
    // As deep as the messages of a kernel: whatever is read can be saved, and read again.
    writeFileSync(file("deep.ipynb"), notebook(1_000));
    const { body } = await server.json("GET", api("deep.ipynb"));
    expect(
      (await ask("PUT", "deep.ipynb", { type: "notebook", content: body.content })).status,
    ).to.equal(200);
    expect((await ask("GET", "deep.ipynb")).status).to.equal(200);
    expect(printed).to.deep.equal([]);
  });

  it("of bytes that are not UTF-8 are refused, and the file stays as it is", async () => {
    const bad = Buffer.from(LESSON.replace("stdout a", "stdout \u0001")).map((byte) =>
      byte === 1 ? 0xff : byte,
    );
    const marked = Buffer.from(`\ufeff${LESSON}`);
    const wide = Buffer.from(`\ufeff${LESSON}`, "utf16le");
    for (const [bytes, words] of [
      [bad, /expected text in UTF-8/],
      [marked, /UTF-8 without BOM/],
      [wide, /expected text in UTF-8/],
    ] as const) {
      writeFileSync(file("bad.ipynb"), bytes);
      for (const answer of [await ask("GET", "bad.ipynb"), await ask("POST", "bad.ipynb/trust")]) {
        expect(answer.status).to.equal(400);
        expect(answer.message).to.match(words);
      }
      expect(readFileSync(file("bad.ipynb")).equals(bytes)).to.equal(true);
    }
    const body = Buffer.concat([
      Buffer.from('{"type":"file","content":"'),
      Buffer.from([0xff]),
      Buffer.from('"}'),
    ]);
    const answer = await server.ask(api("new.txt"), { method: "PUT", body });
    expect(answer.status).to.equal(400);
    expect(readdirSync(server.notebooks)).to.not.contain("new.txt");
  });

  it("of a frame that is no message close that connection alone, in words of any letters", async () => {
    const { port, token } = server.running;
    const { body } = await server.json<{ id: string }>("POST", "/api/kernels", {});
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    for (const frame of ["가".repeat(1000), JSON.stringify("가".repeat(1000)), deep]) {
      const headers = { authorization: `token ${token}` };
      const socket = new WebSocket(`ws://127.0.0.1:${port}/api/kernels/${body.id}/channels`, {
        headers,
      });
      await once(socket, "open");
      socket.send(frame);
      const [code, reason] = (await once(socket, "close")) as [number, Buffer];
      expect(code).to.equal(1007);
      expect(String(reason))
        .to.match(/^expected /)
        .and.not.contain("\ufffd");
    }
  });

  it("of large requests at once cost no more memory than two", async function () {
    this.timeout(120_000);
    const SIZE = 120 * 1024 ** 2;
    const { port, token } = server.running;
    /** Announces a large body, sends half of it, and waits. */
    const begin = () => {
      const asked = request({
        host: "127.0.0.1",
        port,
        path: api("large.txt"),
        method: "PUT",
        headers: { authorization: `token ${token}`, "content-length": SIZE },
      });
      const answered = new Promise<{ status?: number; retry?: string }>((resolve, reject) => {
        asked.on("error", reject);
        asked.on("response", (answer) => {
          answer.resume();
          resolve({ status: answer.statusCode, retry: answer.headers["retry-after"] });
        });
      });
      asked.write(" ");
      return { asked, answered };
    };
    const first = begin();
    // It is there once another finds no room.
    const others = [];
    while (others.length < 3) {
      const other = begin();
      const { status, retry } = await other.answered;
      expect([status, retry]).to.deep.equal([503, "2"]);
      others.push(other);
      other.asked.destroy();
    }
    // What is small passes.
    expect((await ask("PUT", "small.txt", text("small"))).status).to.equal(201);
    // Spaces are nothing to save.
    first.asked.end(Buffer.alloc(SIZE - 1, " "));
    expect((await first.answered).status).to.equal(201);
    // Its room is free again, and so is that of one that is cut off.
    for (let i = 0; i < 3; i++) {
      const next = begin();
      const early = await Promise.race([next.answered, sleep(500, "waits for the rest")]);
      expect(early).to.equal("waits for the rest");
      next.answered.catch(() => {});
      next.asked.destroy();
      await sleep(300);
    }
  });

  it("leave no file open, also where nobody reads what is sent", async function () {
    needs(this, "/proc");
    writeFileSync(file("large.bin"), Buffer.alloc(4 * 1024 ** 2));
    const open = () => readdirSync("/proc/self/fd").filter((fd) => isOpen(fd, "large.bin")).length;
    for (let i = 0; i < 5; i++) await server.ask("/files/large.bin", { method: "HEAD" });
    const abort = new AbortController();
    await server.ask("/files/large.bin", { signal: abort.signal });
    abort.abort();
    const whole = await server.ask("/files/large.bin");
    expect((await whole.arrayBuffer()).byteLength).to.equal(4 * 1024 ** 2);
    for (let tries = 0; tries < 50 && open() > 0; tries++) await sleep(100);
    expect(open()).to.equal(0);
  });
});

function isOpen(descriptor: string, name: string): boolean {
  try {
    return readlinkSync(`/proc/self/fd/${descriptor}`).endsWith(name);
  } catch {
    // That of the list itself.
    return false;
  }
}
