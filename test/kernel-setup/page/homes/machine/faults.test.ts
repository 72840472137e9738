import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readlinkSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { notebookText } from "../../../../support/kernels";
import { needs } from "../../../../support/needs";
import { TestServer } from "../../../../support/notebook-server";

const text = (content: string) => ({ type: "file", format: "text", content });
const LESSON = notebookText(["stdout a"]);

/** What the server says to files and requests that are damaged, odd or too large. */
describe("faults of a machine that the server meets", () => {
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
