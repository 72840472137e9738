import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { writeFileWhole } from "../../../../kernel-setup/jupyter/notebook-files/write-file-whole";
import { needs } from "../../../support/needs";

describe("writeFileWhole", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "write-file-whole-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("makes a new file and replaces an old one, leaving nothing else", () => {
    const path = join(folder, "a.txt");
    for (const text of ["first 가", "second"]) {
      writeFileWhole(path, text);
      expect(readFileSync(path, "utf8")).to.equal(text);
    }
    expect(readdirSync(folder)).to.deep.equal(["a.txt"]);
  });

  it("leaves a whole file to whoever is reading the old one", function () {
    needs(this, "replacing open files");
    const path = join(folder, "a.txt");
    writeFileSync(path, "good");
    const reader = openSync(path, "r");
    writeFileWhole(path, "better");
    expect(readFileSync(reader, "utf8")).to.equal("good");
    closeSync(reader);
  });

  it("replaces no file that is protected from writing", function () {
    // The administrator may write everything.
    if (process.getuid?.() === 0) this.skip();
    needs(this, "file modes");
    const path = join(folder, "a.txt");
    writeFileSync(path, "good", { mode: 0o444 });
    expect(() => writeFileWhole(path, "better")).to.throw("EACCES");
  });

  it("throws and leaves what is there when the file cannot be replaced", () => {
    mkdirSync(join(folder, "a.txt", "full"), { recursive: true });
    expect(() => writeFileWhole(join(folder, "a.txt"), "x")).to.throw();
    expect(readdirSync(folder)).to.deep.equal(["a.txt"]);
    expect(() => writeFileWhole(join(folder, "none", "a.txt"), "x")).to.throw("ENOENT");
  });
});
