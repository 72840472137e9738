import { expect } from "chai";
import type { Model } from "../../../../kernel-setup/page/server/contents/model";
import type { HomeServer } from "../../../support/home-server";
import { inEveryHome } from "../../../support/homes";
import { notebookText } from "../../../support/kernels";

const LESSON = "/api/contents/en/lesson.ipynb";
interface Content {
  cells: { source: string; metadata: { trusted?: boolean }; outputs: object[] }[];
}

inEveryHome("the server's contents", (start) => {
  let server: HomeServer;
  beforeEach(async () => {
    server = await start({
      "en/lesson.ipynb": notebookText(["stdout a", "stdout b"]),
      "en/notes.txt": "여러 줄\n",
      ".hidden/secret.txt": "no",
      "pic.png": "\u0000\u0001",
    });
  });
  afterEach(() => server.stop());

  const get = async (path: string) => (await server.json<Model>("GET", path)).body;
  const onDisk = () => server.read("en/lesson.ipynb");
  const put = (content: unknown, headers = {}) =>
    server.json("PUT", LESSON, { type: "notebook", format: "json", content }, headers);

  it("lists folders without what is hidden, and reads files and notebooks", async () => {
    const root = await get("/api/contents/");
    const names = (root.content as Model[]).map(({ name, type }) => `${name} ${type}`);
    expect(names).to.deep.equal(["en directory", "pic.png file"]);
    const text = await get("/api/contents/en/notes.txt");
    expect(text).to.include({ type: "file", format: "text", content: "여러 줄\n", size: 11 });
    const lesson = await get(LESSON);
    expect(lesson).to.include({ type: "notebook", format: "json", path: "en/lesson.ipynb" });
    expect((lesson.content as Content).cells.map(({ source }) => source)).to.deep.equal([
      "stdout a",
      "stdout b",
    ]);
    const bare = await get(`${LESSON}?content=0&hash=1`);
    expect(bare).to.include({ content: null, format: null, hash: lesson.hash });
  });

  it("saves a notebook as Jupyter would write it, whole, and tells the new hash", async () => {
    const { content } = await get(LESSON);
    (content as Content).cells[0].source = "stdout changed\nstdout 2";
    const saved = await put(content);
    expect(saved.status).to.equal(200);
    expect(JSON.parse(onDisk()).cells[0].source).to.deep.equal(["stdout changed\n", "stdout 2"]);
    expect((await get(LESSON)).hash).to.equal(saved.body.hash);
    expect(onDisk()).to.not.contain("trusted");
  });

  it("does not overwrite what has changed on disk since it was read", async () => {
    const first = await get(LESSON);
    const other = notebookText(["stdout other"]);
    server.write("en/lesson.ipynb", other);
    for (const headers of [{}, { "If-Match": `"${first.hash}"` }]) {
      const { status, body } = await put(first.content, headers);
      expect(status).to.equal(409);
      expect(body.message).to.contain("has changed on disk since");
      expect(onDisk()).to.equal(other);
    }
    expect((await put(first.content, { "If-Match": "*" })).status).to.equal(200);
    expect(onDisk()).to.contain("stdout a");
  });

  it("lets only one of two savers of the same state through", async () => {
    const { content, hash } = await get(LESSON);
    const headers = { "If-Match": `"${hash}"` };
    const drafts = ["one", "two"].map((text) => {
      const copy = structuredClone(content) as Content;
      copy.cells[0].source = `stdout ${text}`;
      return put(copy, headers);
    });
    const statuses = (await Promise.all(drafts)).map(({ status }) => status).sort();
    expect(statuses).to.deep.equal([200, 409]);
    // What is the same is no conflict.
    const now = await get(LESSON);
    expect((await put(now.content, headers)).status).to.equal(200);
  });

  it("refuses what is no notebook and leaves the file as it was", async () => {
    const before = onDisk();
    for (const content of [{}, { nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [{}] }, 3]) {
      const { status, body } = await put(content);
      expect(status, JSON.stringify(body)).to.equal(400);
      expect(body.message).to.match(/expected/);
    }
    expect(onDisk()).to.equal(before);
    server.write("broken.ipynb", "{");
    const broken = await server.json("GET", "/api/contents/broken.ipynb");
    expect(broken.status).to.equal(400);
    expect(broken.body.message).to.match(/^broken\.ipynb is not a valid notebook: .*JSON/);
  });

  it("keeps a checkpoint that brings a file back, and takes it along", async () => {
    const checkpoints = `${LESSON}/checkpoints`;
    expect((await server.json("GET", checkpoints)).body).to.deep.equal([]);
    const made = await server.json("POST", checkpoints);
    expect(made.status).to.equal(201);
    const { content } = await get(LESSON);
    (content as Content).cells.pop();
    await put(content);
    expect((await server.json("POST", `${checkpoints}/${made.body.id}`)).status).to.equal(204);
    expect(((await get(LESSON)).content as Content).cells).to.have.length(2);
    const renamed = await server.json("PATCH", LESSON, { path: "en/mine.ipynb" });
    expect(renamed.body).to.include({ name: "mine.ipynb", path: "en/mine.ipynb" });
    const moved = await server.json("GET", "/api/contents/en/mine.ipynb/checkpoints");
    expect(moved.body).to.have.length(1);
    const id = "/api/contents/en/mine.ipynb/checkpoints/checkpoint";
    expect((await server.json("DELETE", id)).status).to.equal(204);
    expect((await server.json("POST", id)).status).to.equal(404);
  });

  it("makes, copies, renames and deletes, and never over something else", async () => {
    const made = await server.json<Model>("POST", "/api/contents/en", { type: "notebook" });
    expect(made.status).to.equal(201);
    expect(made.body.path).to.equal("en/Untitled.ipynb");
    const again = await server.json<Model>("POST", "/api/contents/en", { type: "notebook" });
    expect(again.body.path).to.equal("en/Untitled 1.ipynb");
    const copied = await server.json<Model>("POST", "/api/contents/en", {
      copy_from: "en/lesson.ipynb",
    });
    expect(copied.body.path).to.equal("en/lesson-Copy.ipynb");
    const over = await server.json("PATCH", LESSON, { path: "en/notes.txt" });
    expect(over.status).to.equal(409);
    const fresh = { type: "file", format: "text", content: "x" };
    const blocked = await server.json("PUT", "/api/contents/en/notes.txt", fresh, {
      "If-None-Match": "*",
    });
    expect(blocked.status).to.equal(409);
    expect((await server.json("DELETE", "/api/contents/en")).status).to.equal(400);
    expect((await server.json("DELETE", "/api/contents/en/notes.txt")).status).to.equal(204);
    expect(server.list("en")).to.not.include("notes.txt");
    const folder = await server.json<Model>("POST", "/api/contents/", { type: "directory" });
    expect(folder.body).to.include({ path: "Untitled Folder", type: "directory" });
  });

  it("serves pictures, and pages of the folder only in a box", async () => {
    server.write("site/a.html", "<script>1</script>");
    const picture = await server.ask("/files/pic.png");
    expect(picture.headers.get("content-type")).to.equal("image/png");
    const page = await server.ask("/files/site/a.html");
    expect(page.headers.get("content-security-policy")).to.equal("sandbox allow-scripts");
  });

  it("keeps settings, and says who it is", async () => {
    const id = "/lab/api/settings/page:look";
    expect((await server.json("GET", id)).body).to.include({ id: "page:look", raw: "{}" });
    const raw = JSON.stringify({ theme: "dark" });
    expect((await server.json("PUT", id, { raw })).status).to.equal(204);
    expect((await server.json("GET", id)).body.settings).to.deep.equal({ theme: "dark" });
    expect((await server.json("PUT", id, { raw: "no" })).status).to.equal(400);
    expect((await server.json("GET", "/api/status")).body).to.include({ kernels: 0 });
    expect((await server.json("GET", "/api/me")).body).to.have.property("identity");
    await server.json("PATCH", "/api/config/notebook", { a: 1 });
    expect((await server.json("GET", "/api/config/notebook")).body).to.deep.equal({ a: 1 });
    expect((await server.json("GET", "/api/terminals")).status).to.equal(404);
  });
});
