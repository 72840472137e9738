import { expect } from "chai";
import { refusalOf } from "../../../../kernel-setup/page/server/refusal";
import type { HomeServer } from "../../../support/home-server";
import { inEveryHome } from "../../../support/homes";
import { notebookText } from "../../../support/kernels";

const LESSON = notebookText(["stdout a"]);

/** What the server says to files and requests that are damaged, odd or too large. */
inEveryHome("faults that the server meets", (start) => {
  let server: HomeServer;
  let printed: string[];
  const { error } = console;
  beforeEach(async () => {
    server = await start({ "lesson.ipynb": LESSON, "folder/inner.txt": "a" });
    printed = [];
    console.error = (...words: unknown[]) => void printed.push(words.join(" "));
  });
  afterEach(async () => {
    console.error = error;
    // Whatever was asked, it lives on.
    expect((await server.json("GET", "/api/contents/lesson.ipynb")).status).to.equal(200);
    await server.stop();
  });

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
    server.write("lesson.ipynb", notebookText(["stdout theirs"]));
    expect(await ask("PUT", "lesson.ipynb", draft, match)).to.include({
      status: 409,
      reason: "changed",
    });
    server.remove("lesson.ipynb");
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
    expect(server.read(b)).to.contain("stdout one");
    const copies = [];
    for (let i = 0; i < 3; i++)
      copies.push(await server.json("POST", "/api/contents", { copy_from: b }));
    for (const { status, body } of copies) {
      expect(status).to.equal(201);
      expect(String(body.name)).to.match(/^나가+-Copy\d?\.ipynb$/);
      expect(server.read(String(body.name))).to.contain("stdout one");
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
      server.write("deep.ipynb", notebook(levels));
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
    server.write("deep.ipynb", notebook(1_000));
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
      server.write("bad.ipynb", bytes);
      for (const answer of [await ask("GET", "bad.ipynb"), await ask("POST", "bad.ipynb/trust")]) {
        expect(answer.status).to.equal(400);
        expect(answer.message).to.match(words);
      }
      expect(Buffer.from(server.bytes("bad.ipynb")).equals(bytes)).to.equal(true);
    }
    const body = Buffer.concat([
      Buffer.from('{"type":"file","content":"'),
      Buffer.from([0xff]),
      Buffer.from('"}'),
    ]);
    const answer = await server.ask(api("new.txt"), { method: "PUT", body });
    expect(answer.status).to.equal(400);
    expect(server.list()).to.not.contain("new.txt");
  });

  it("of a frame that is no message close that connection alone, in words of any letters", async () => {
    const { body } = await server.json<{ id: string }>("POST", "/api/kernels", {});
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    for (const frame of ["가".repeat(1000), JSON.stringify("가".repeat(1000)), deep]) {
      const wire = await server.connect(`/api/kernels/${body.id}/channels`);
      wire.send(frame);
      const { code, reason } = await wire.closed;
      expect(code).to.equal(1007);
      expect(reason)
        .to.match(/^expected /)
        .and.not.contain("\ufffd");
    }
  });
});
