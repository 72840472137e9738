import { expect } from "chai";
import { MemoryFiles } from "../../../../kernel-setup/kernel/web/memory-files";

describe("the files that a page hands in", () => {
  let files: MemoryFiles;
  beforeEach(() => {
    files = new MemoryFiles();
    files.change({
      "/n/a.ts": "a",
      "/n/lib/b.ts": "bb",
      "/n/lib/deep/c.ts": new TextEncoder().encode("한"),
    });
  });

  it("are read, texts and bytes, and lie in folders", () => {
    expect(["/n/a.ts", "/n/lib/deep/c.ts", "/n", "/x"].map(files.read)).to.deep.equal([
      "a",
      "한",
      undefined,
      undefined,
    ]);
    expect(["/n/a.ts", "/n", ""].map(files.isFile)).to.deep.equal([true, false, false]);
    expect(["", "/n", "/n/lib/deep", "/n/a.ts", "/x"].map(files.isFolder)).to.deep.equal([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(files.folders("/n")).to.deep.equal(["lib"]);
    expect(files.folders("/n/lib")).to.deep.equal(["deep"]);
    expect(files.folders("/x")).to.deep.equal([]);
  });

  it("have another version after each change, and after no other", () => {
    const before = files.stat("/n/a.ts");
    files.change({ "/n/a.ts": "a" });
    expect(files.stat("/n/a.ts")).to.deep.equal(before);
    files.change({ "/n/a.ts": "b" });
    expect(files.stat("/n/a.ts")?.modified).to.not.equal(before?.modified);
    files.change({ "/n/a.ts": "a" });
    expect(files.stat("/n/a.ts")?.modified).to.not.equal(before?.modified);
    expect(files.stat("/none")).to.equal(undefined);
  });

  it("go when they are taken away, with the folders that were theirs alone", () => {
    files.change({ "/n/lib/deep/c.ts": undefined, "/none": undefined });
    expect(files.isFile("/n/lib/deep/c.ts")).to.equal(false);
    expect(files.folders("/n/lib")).to.deep.equal([]);
    expect(files.isFolder("/n/lib")).to.equal(true);
    files.change({ "/n/lib/b.ts": undefined });
    expect(files.folders("/n")).to.deep.equal([]);
    files.change({ "/n/lib/b.ts": "again" });
    expect(files.folders("/n")).to.deep.equal(["lib"]);
  });
});
