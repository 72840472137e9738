import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import type { Model } from "../../../../../kernel-setup/page/server/contents/model";
import { notebookText } from "../../../../support/kernels";
import { needs } from "../../../../support/needs";
import { TestServer } from "../../../../support/notebook-server";

const text = (content: string) => ({ type: "file", format: "text", content });

/** What renames, copies, deletes and checkpoints do to the files of the folder, and outside it. */
describe("names in the folder that a machine serves", () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await TestServer.start({
      "a.txt": "a",
      "b.txt": "b",
      "lesson.ipynb": notebookText(["stdout a"]),
      "folder/c.txt": "c",
      "empty/.keep": "",
    });
    mkdirSync(join(server.folder, "outside"));
    writeFileSync(outside("secret.txt"), "a secret");
  });
  afterEach(() => server.stop());

  const outside = (name: string) => join(server.folder, "outside", name);
  const file = (name: string) => join(server.notebooks, name);
  const read = (name: string) => readFileSync(file(name), "utf8");
  const api = (path: string) =>
    `/api/contents/${path.split("/").map(encodeURIComponent).join("/")}`;
  const rename = async (from: string, to: string) =>
    (await server.json("PATCH", api(from), { path: to })).status;
  const remove = async (path: string) => (await server.json("DELETE", api(path))).status;
  const status = async (method: string, path: string, body?: unknown) =>
    (await server.json(method, api(path), body)).status;

  it("that are taken stay taken, whatever has them", async function () {
    needs(this, "symbolic links");
    symlinkSync("a.txt", file("link.txt"));
    linkSync(file("a.txt"), file("hard.txt"));
    mkdirSync(file("bare"));
    const before = readdirSync(server.notebooks);
    for (const to of ["b.txt", "folder", "empty", "bare", "link.txt", "hard.txt"])
      expect(await rename("a.txt", to), to).to.equal(409);
    for (const to of ["b.txt", "empty", "bare", "link.txt"])
      expect(await rename("folder", to), to).to.equal(409);
    expect(await rename("link.txt", "b.txt")).to.equal(409);
    expect(await rename("folder", "folder/inside")).to.equal(400);
    expect(await rename("", "new")).to.equal(400);
    expect(await rename("none.txt", "new.txt")).to.equal(404);
    expect(await rename("a.txt", "a.txt")).to.equal(200);
    expect(readdirSync(server.notebooks)).to.deep.equal(before);
    expect([read("a.txt"), read("b.txt"), read("folder/c.txt")]).to.deep.equal(["a", "b", "c"]);
    expect(await rename("folder", "empty/moved")).to.equal(200);
    expect(read("empty/moved/c.txt")).to.equal("c");
  });

  it("of links are those of the links alone", async function () {
    needs(this, "symbolic links");
    symlinkSync("a.txt", file("link.txt"));
    symlinkSync("folder", file("links"));
    expect(await rename("link.txt", "folder/moved.txt")).to.equal(200);
    expect(lstatSync(file("folder/moved.txt")).isSymbolicLink()).to.equal(true);
    expect(read("folder/moved.txt")).to.equal("a");
    expect(await rename("links", "others")).to.equal(200);
    expect((await server.json<Model>("GET", api("others/c.txt"))).body.content).to.equal("c");
    // Saving goes through a link, as everywhere.
    expect(await status("PUT", "folder/moved.txt", text("new"))).to.equal(200);
    expect(read("a.txt")).to.equal("new");
    expect(await remove("others")).to.equal(204);
    expect(await remove("folder/moved.txt")).to.equal(204);
    expect(readdirSync(server.notebooks)).to.include.members(["a.txt", "folder"]);
    expect([read("a.txt"), read("folder/c.txt")]).to.deep.equal(["new", "c"]);
  });

  it("of copies are free ones, and copies are of files only", async function () {
    needs(this, "symbolic links");
    writeFileSync(file("lesson-Copy.ipynb"), "mine");
    symlinkSync("nowhere", file("lesson-Copy1.ipynb"));
    const copy = async (from: string, to: string) =>
      (await server.json<Model>("POST", api(to), { copy_from: from })).body.path;
    expect(await copy("lesson.ipynb", "folder")).to.equal("folder/lesson.ipynb");
    expect(await copy("lesson.ipynb", "")).to.equal("lesson-Copy2.ipynb");
    expect(await copy("folder/lesson.ipynb", "folder")).to.equal("folder/lesson-Copy.ipynb");
    expect(await copy("folder/lesson.ipynb", "folder")).to.equal("folder/lesson-Copy1.ipynb");
    expect(await status("POST", "", { copy_from: "folder" })).to.equal(400);
    expect(read("lesson-Copy.ipynb")).to.equal("mine");
  });

  it("of what is no file keep nobody waiting", async function () {
    if (spawnSync("mkfifo", [file("pipe.ipynb")]).status !== 0) this.skip();
    expect(await status("GET", "pipe.ipynb/checkpoints")).to.equal(404);
    expect(await status("POST", "pipe.ipynb/checkpoints")).to.equal(404);
    expect(await status("POST", "", { copy_from: "pipe.ipynb" })).to.equal(400);
    expect(await status("POST", "pipe.ipynb/trust")).to.equal(404);
  });

  it("are won by one of two programs, and neither's file is lost", async function () {
    this.timeout(60_000);
    const ROUNDS = 40;
    const dist = join(__dirname, "..", "..", "..", "..", "..", "kernel-setup", "page");
    const program = `
      const { join } = require("node:path");
      const [dist, notebooks, home, me, start] = process.argv.slice(1);
      const { Checkpoints } = require(join(dist, "server", "contents", "checkpoints.js"));
      const { Folder } = require(join(dist, "server", "contents", "folder.js"));
      const { Signatures } = require(join(dist, "server", "contents", "signatures.js"));
      const { Writer } = require(join(dist, "server", "contents", "writer.js"));
      const { machineHome } = require(join(dist, "homes", "machine", "home.js"));
      const folder = new Folder(machineHome.files, notebooks);
      const signatures = new Signatures(machineHome, home);
      const writer = new Writer(machineHome, folder, signatures, new Checkpoints(machineHome));
      for (let i = 0; i < ${ROUNDS}; i++) {
        const files = ["moved", "saved"].map((kind) => kind + "-" + i + ".txt");
        while (Date.now() < Number(start) + 20 * i);
        writer.copy("a.txt", "");
        writer.create("", { type: "notebook" });
        try { writer.rename(me + "-" + i + ".txt", files[0]); } catch {}
        try { writer.save(files[1], { type: "file", content: me }, { isNew: true }); console.log(i); } catch {}
      }`;
    const racers = ["x", "y", "z"];
    for (const me of racers)
      for (let i = 0; i < ROUNDS; i++) writeFileSync(file(`${me}-${i}.txt`), `${me}-${i}`);
    const start = Date.now() + 2000;
    const saved = await Promise.all(
      racers.map(async (me) => {
        const args = [dist, server.notebooks, join(server.folder, `home-${me}`), me, String(start)];
        const child = spawn(process.execPath, ["-e", program, "--", ...args], {
          stdio: ["ignore", "pipe", "inherit"],
        });
        let printed = "";
        child.stdout.on("data", (data) => {
          printed += data;
        });
        expect((await once(child, "close"))[0]).to.equal(0);
        return printed.trim().split("\n").filter(Boolean);
      }),
    );
    const names = readdirSync(server.notebooks);
    const count = (form: RegExp) => names.filter((name) => form.test(name)).length;
    expect(count(/^a-Copy\d*\.txt$/)).to.equal(racers.length * ROUNDS);
    expect(count(/^Untitled( \d+)?\.ipynb$/)).to.equal(racers.length * ROUNDS);
    const moved = names.filter((name) => /^([xyz]|moved)-\d+\.txt$/.test(name)).map(read);
    expect(new Set(moved).size).to.equal(racers.length * ROUNDS);
    // Each name was got by one alone, who was told so.
    expect(saved.flat().sort()).to.deep.equal([...saved.flat()].filter(isFirst).sort());
    for (const [who, rounds] of saved.entries())
      for (const round of rounds) expect(read(`saved-${round}.txt`)).to.equal(racers[who]);
    expect(names.filter((name) => name.endsWith(".tmp"))).to.deep.equal([]);
  });

  describe("of checkpoints that are links", () => {
    const lesson = "lesson.ipynb";
    const checkpoint = ".ipynb_checkpoints/lesson-checkpoint.ipynb";

    /** All that is done with a checkpoint; then nothing outside has changed or come in. */
    async function tryAll(): Promise<void> {
      const before = read(lesson);
      const list = readdirSync(outside("."));
      expect(await status("GET", `${lesson}/checkpoints`)).to.equal(403);
      expect(await status("POST", `${lesson}/checkpoints`)).to.equal(403);
      expect(await status("POST", `${lesson}/checkpoints/checkpoint`)).to.equal(403);
      expect(await status("DELETE", `${lesson}/checkpoints/checkpoint`)).to.equal(403);
      expect(read(lesson)).to.equal(before);
      expect(await rename(lesson, "folder/lesson.ipynb")).to.equal(200);
      expect(existsSync(file(`folder/${checkpoint}`))).to.equal(false);
      expect(await rename("folder/lesson.ipynb", lesson)).to.equal(200);
      expect(await remove(lesson)).to.equal(204);
      expect(readdirSync(outside("."))).to.deep.equal(list);
      for (const name of list) expect(readFileSync(outside(name), "utf8")).to.equal("a secret");
    }

    it("leave what they lead to alone", async function () {
      needs(this, "symbolic links");
      mkdirSync(file(".ipynb_checkpoints"));
      symlinkSync(outside("secret.txt"), file(checkpoint));
      await tryAll();
    });

    it("leave a folder outside alone", async function () {
      needs(this, "symbolic links");
      symlinkSync(outside("."), file(".ipynb_checkpoints"));
      await tryAll();
      writeFileSync(outside("lesson-checkpoint.ipynb"), "a secret");
      writeFileSync(file(lesson), notebookText(["stdout a"]));
      await tryAll();
    });

    it("do not stand in the way of a new file, nor hard links", async function () {
      needs(this, "symbolic links");
      mkdirSync(file(".ipynb_checkpoints"));
      linkSync(outside("secret.txt"), file(checkpoint));
      // What an earlier server called its drafts.
      const draft = `.${lesson}.${process.pid}.tmp`;
      symlinkSync(outside("secret.txt"), file(draft));
      expect(await status("POST", `${lesson}/checkpoints`)).to.equal(201);
      expect(await status("PUT", lesson, { type: "notebook" })).to.equal(200);
      expect(readFileSync(outside("secret.txt"), "utf8")).to.equal("a secret");
      expect(read(checkpoint)).to.contain("stdout a");
    });
  });
});

const isFirst = (value: string, i: number, all: string[]) => all.indexOf(value) === i;
