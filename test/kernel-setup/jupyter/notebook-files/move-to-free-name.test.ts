import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { moveToFreeName } from "../../../../kernel-setup/jupyter/notebook-files/move-to-free-name";
import { needs } from "../../../support/needs";

describe("moveToFreeName", () => {
  let folder: string;
  const at = (name: string) => join(folder, name);
  const put = (name: string, text = name) => writeFileSync(at(name), text);
  const read = (name: string) => readFileSync(at(name), "utf8");
  const move = (from: string, to: string) => moveToFreeName(at(from), at(to));
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "move-to-free-name-")));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("moves a file, a folder with what is in it, and a link", function () {
    needs(this, "symbolic links");
    put("a.txt");
    mkdirSync(at("b"));
    put("b/c.txt");
    symlinkSync("a.txt", at("link"));
    move("link", "b/link");
    expect(read("b/link")).to.equal("a.txt");
    move("a.txt", "가.txt");
    move("b", "d");
    expect(readdirSync(folder).sort()).to.deep.equal(["d", "가.txt"]);
    expect(read("d/c.txt")).to.equal("b/c.txt");
    expect(read("가.txt")).to.equal("a.txt");
  });

  it("refuses the name of another folder on Windows too, which says something else of it", () => {
    const { value = "" } = Object.getOwnPropertyDescriptor(process, "platform") ?? {};
    mkdirSync(at("full"));
    put("full/a.txt");
    mkdirSync(at("empty"));
    Object.defineProperty(process, "platform", { value: "win32" });
    try {
      for (const to of ["empty", "full"])
        expect(() => move(to === "full" ? "empty" : "full", to), to)
          .to.throw()
          .with.property("code", "EEXIST");
      move("full", "new");
    } finally {
      Object.defineProperty(process, "platform", { value });
    }
    expect(readdirSync(folder).sort()).to.deep.equal(["empty", "new"]);
  });

  it("refuses a name that anything has, and leaves both as they are", function () {
    needs(this, "symbolic links");
    put("file");
    put("other");
    put("target");
    mkdirSync(at("folder"));
    mkdirSync(at("empty"));
    symlinkSync("target", at("link"));
    symlinkSync("nowhere", at("dangling"));
    linkSync(at("file"), at("twin"));
    const names = readdirSync(folder).sort();
    for (const from of ["file", "folder", "link"]) {
      for (const to of ["other", "empty", "dangling", "twin"]) {
        expect(() => move(from, to), `${from} to ${to}`)
          .to.throw()
          .with.property("code", "EEXIST");
      }
    }
    expect(() => move("file", "link"))
      .to.throw()
      .with.property("code", "EEXIST");
    expect(readdirSync(folder).sort()).to.deep.equal(names);
    for (const name of ["file", "other", "target"]) expect(read(name)).to.equal(name);
  });

  it("changes the case of a name, or the form of its letters, where they are two or one", () => {
    for (const [from, to] of [
      ["case.txt", "CASE.txt"],
      ["\u00e9.txt", "e\u0301.txt"],
      ["\uac00.txt", "\u1100\u1161.txt"],
    ]) {
      put(from);
      const isOne = existsSync(at(to));
      move(from, to);
      expect(readdirSync(folder)).to.deep.equal([to]);
      expect(read(to)).to.equal(from);
      if (!isOne) {
        put(from, "another");
        expect(() => move(from, to))
          .to.throw()
          .with.property("code", "EEXIST");
        expect([read(from), read(to)]).to.deep.equal(["another", from]);
        rmSync(at(from));
      }
      rmSync(at(to));
    }
  });

  it("leaves what cannot be moved where it is", () => {
    mkdirSync(at("a"));
    put("a/b.txt");
    expect(() => move("a", "a/c")).to.throw();
    expect(() => move("a/b.txt", "none/b.txt")).to.throw();
    expect(() => move("none.txt", "b.txt")).to.throw();
    expect(readdirSync(folder)).to.deep.equal(["a"]);
    expect(readdirSync(at("a"))).to.deep.equal(["b.txt"]);
  });
});
