import { expect } from "chai";
import type { Model } from "../../../../kernel-setup/page/server/contents/model";
import type { HomeServer } from "../../../support/home-server";
import { inEveryHome } from "../../../support/homes";
import { notebookText } from "../../../support/kernels";

const text = (content: string) => ({ type: "file", format: "text", content });

/** What renames, copies and deletes do to the files of the folder. What links do is tried on a machine. */
inEveryHome("names in the served folder", (start) => {
  let server: HomeServer;
  beforeEach(async () => {
    server = await start({
      "a.txt": "a",
      "b.txt": "b",
      "lesson.ipynb": notebookText(["stdout a"]),
      "folder/c.txt": "c",
      "empty/.keep": "",
    });
  });
  afterEach(() => server.stop());

  const api = (path: string) =>
    `/api/contents/${path.split("/").map(encodeURIComponent).join("/")}`;
  const rename = async (from: string, to: string) =>
    (await server.json("PATCH", api(from), { path: to })).status;
  const remove = async (path: string) => (await server.json("DELETE", api(path))).status;
  const status = async (method: string, path: string, body?: unknown) =>
    (await server.json(method, api(path), body)).status;

  it("in other case, or in another form of the same letters, are those of other files", async () => {
    for (const [from, to] of [
      ["case.ipynb", "CASE.ipynb"],
      ["caf\u00e9.ipynb", "cafe\u0301.ipynb"],
      ["\uac00.ipynb", "\u1100\u1161.ipynb"],
    ]) {
      server.write(from, "first");
      if (!server.list().includes(to)) {
        server.write(to, "second");
        expect(await rename(from, to)).to.equal(409);
        expect([server.read(from), server.read(to)]).to.deep.equal(["first", "second"]);
        expect(await remove(to)).to.equal(204);
      }
      expect(await rename(from, to)).to.equal(200);
      expect(server.list()).to.include(to).and.not.include(from);
      expect(server.read(to)).to.equal("first");
    }
  });

  it("that are taken stay taken, whatever has them", async () => {
    server.makeFolder("bare");
    const before = server.list();
    for (const to of ["b.txt", "folder", "empty", "bare"]) {
      expect(await rename("a.txt", to), to).to.equal(409);
      expect(await rename("folder", to), to).to.equal(to === "folder" ? 200 : 409);
    }
    expect(await rename("folder", "folder/inner")).to.equal(400);
    expect(await rename("a.txt", "none/a.txt")).to.equal(404);
    expect(await rename("", "new")).to.equal(400);
    expect(await rename("none.txt", "new.txt")).to.equal(404);
    expect(await rename("a.txt", "a.txt")).to.equal(200);
    expect(server.list()).to.deep.equal(before);
    expect([server.read("a.txt"), server.read("folder/c.txt")]).to.deep.equal(["a", "c"]);
    expect(await rename("folder", "empty/moved")).to.equal(200);
    expect(server.read("empty/moved/c.txt")).to.equal("c");
  });

  it("go along with what is known of a file", async () => {
    await server.json("GET", api("a.txt"));
    await server.json("GET", api("b.txt"));
    expect(await remove("b.txt")).to.equal(204);
    expect(await rename("a.txt", "b.txt")).to.equal(200);
    expect(await status("PUT", "b.txt", text("changed"))).to.equal(200);
    server.write("a.txt", "another program's");
    expect(await status("PUT", "a.txt", text("mine"))).to.equal(200);
  });

  it("of copies are free ones, and copies are of files only", async () => {
    server.write("lesson-Copy.ipynb", "mine");
    const copy = async (from: string, to: string) =>
      (await server.json<Model>("POST", api(to), { copy_from: from })).body.path;
    expect(await copy("lesson.ipynb", "folder")).to.equal("folder/lesson.ipynb");
    expect(await copy("lesson.ipynb", "")).to.equal("lesson-Copy1.ipynb");
    expect(await copy("folder/lesson.ipynb", "folder")).to.equal("folder/lesson-Copy.ipynb");
    expect(await copy("folder/lesson.ipynb", "folder")).to.equal("folder/lesson-Copy1.ipynb");
    expect(await status("POST", "", { copy_from: "folder" })).to.equal(400);
    expect(server.read("lesson-Copy.ipynb")).to.equal("mine");
    expect(server.read("lesson-Copy1.ipynb")).to.equal(server.read("lesson.ipynb"));
  });

  it("may be as long as the system allows", async () => {
    const name = `${"가".repeat(83)}.ipynb`;
    expect(await status("PUT", name, { type: "notebook" })).to.equal(201);
    expect(await status("PUT", name, { type: "notebook" })).to.equal(200);
  });

  it("of folders may be those of the API", async () => {
    for (const name of ["checkpoints", "folder/checkpoints", "folder/trust"]) {
      server.makeFolder(name);
      const listed = await server.json<Model>("GET", api(name));
      expect([listed.status, listed.body.type]).to.deep.equal([200, "directory"]);
      const { body } = await server.json<Model>("POST", api(name), { type: "notebook" });
      expect(body.path).to.equal(`${name}/Untitled.ipynb`);
      expect((await server.json<Model>("GET", api(body.path))).body.type).to.equal("notebook");
      expect(await status("POST", `${body.path}/checkpoints`)).to.equal(201);
      expect(await remove(body.path)).to.equal(204);
      expect(await remove(name)).to.equal(204);
    }
    const odd = "line\u2028break.ipynb";
    server.write(odd, notebookText(["stdout a"]));
    expect(await status("POST", `${odd}/checkpoints`)).to.equal(201);
    expect(await status("GET", "lesson.ipynb/a/checkpoints")).to.equal(404);
    expect(await status("PUT", "lesson.ipynb/a", text("x"))).to.equal(404);
  });
});
