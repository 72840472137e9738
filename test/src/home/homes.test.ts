import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { expect } from "chai";
import { fromBase64, sha256, toBase64 } from "../../../src/home/browser/bytes";
import { memoryFiles } from "../../../src/home/browser/memory-files";
import type { Files } from "../../../src/home/home";
import { home } from "../../../src/home/node";

describe("a page's bytes", () => {
  const texts = ["", "a", "값 😀", "x".repeat(20_000)];
  const bytes = [0, 1, 2, 3, 55, 56, 64, 8192, 8193, 70_000].map((size) => randomBytes(size));

  it("are Node's in base64, there and back", () => {
    for (const data of [...texts, ...bytes]) {
      const text = Buffer.from(data as string).toString("base64");
      expect(toBase64(data)).to.equal(text);
      expect(home.toBase64(data)).to.equal(text);
      for (const from of [fromBase64, home.fromBase64])
        expect(Buffer.from(from(text)).equals(Buffer.from(data as string))).to.equal(true);
    }
  });

  it("have Node's checksum, in one part or several", () => {
    for (const data of [...texts, ...bytes]) {
      const sum = createHash("sha256").update(data).update("end").digest("hex");
      expect(sha256(data, "end")).to.equal(sum);
      expect(home.sha256(data, "end")).to.equal(sum);
      expect(sha256(data)).not.to.equal(sum);
    }
  });

  it("are those of a part alone where they lie in a larger one", () => {
    const part = bytes[7].subarray(100, 120);
    expect(toBase64(part)).to.equal(home.toBase64(part)).and.to.equal(part.toString("base64"));
    expect(home.toBase64(new Uint8Array(part.buffer, part.byteOffset, 20))).to.equal(
      part.toString("base64"),
    );
  });
});

describe("a page's paths", () => {
  const files = memoryFiles();
  const paths = [
    "",
    "a",
    "a/b.txt",
    "/a/b/c.json",
    "/",
    "a/b/",
    "./a",
    "../a/b",
    "/a/../b/./c",
    ".",
  ];

  it("are Node's", () => {
    for (const path of paths) {
      expect(files.base(path), path).to.equal(posix.basename(path));
      expect(files.parent(path), path).to.equal(posix.dirname(path));
      for (const other of paths)
        expect(files.join(path, other).replace(/(.)\/$/, "$1"), `${path} + ${other}`).to.equal(
          posix.join(path, other).replace(/(.)\/$/, "$1"),
        );
    }
  });
});

/** What holds for the files of any home. */
function filesTests(name: string, open: () => { files: Files; folder: string; close(): void }) {
  describe(`files ${name}`, () => {
    const { files, folder, close } = open();
    after(close);
    const at = (path: string) => files.join(folder, path);
    const text = (path: string) => new TextDecoder().decode(files.read(at(path)));

    it("are read as they were written, text and bytes", () => {
      expect(files.has(at("a.txt"))).to.equal(false);
      files.write(at("a.txt"), "값\n");
      expect(files.has(at("a.txt"))).to.equal(true);
      expect(text("a.txt")).to.equal("값\n");
      const bytes = Uint8Array.of(0, 255, 7);
      files.write(at("a.bin"), bytes.subarray(1));
      bytes.fill(1);
      expect([...files.read(at("a.bin"))]).to.deep.equal([255, 7]);
    });

    it("are written over, and moved over others", () => {
      files.makeFolder(at("deep/er"));
      files.makeFolder(at("deep/er"));
      files.write(at("deep/er/a"), "one");
      files.write(at("deep/er/a"), "two");
      files.write(at("b"), "three");
      files.move(at("deep/er/a"), at("b"));
      expect(text("b")).to.equal("two");
      expect(files.has(at("deep/er/a"))).to.equal(false);
    });

    it("throw the system's code where there is none", () => {
      for (const work of [() => files.read(at("none")), () => files.move(at("none"), at("other"))])
        expect(work)
          .to.throw(/ENOENT: no such file or directory/)
          .with.property("code", "ENOENT");
    });

    it("give what is done alone with one, and what it throws", () => {
      expect(files.alone(at("a.txt"), () => 7)).to.equal(7);
      const fail = () =>
        files.alone(at("a.txt"), () => {
          throw new Error("mine");
        });
      expect(fail).to.throw("mine");
      expect(fail).to.throw("mine");
    });
  });
}

filesTests("of Node", () => {
  const folder = mkdtempSync(join(tmpdir(), "home-"));
  return {
    files: home.files,
    folder,
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
});
filesTests("of a page", () => ({ files: memoryFiles(), folder: "/work", close() {} }));

describe("Node as a home", () => {
  it("ends what takes too long, and passes on what is thrown", () => {
    const started = Date.now();
    const endless = () => {
      for (;;);
    };
    expect(home.withinTime(50, endless)).to.equal(false);
    expect(Date.now() - started).to.be.below(5000);
    expect(home.withinTime(1000, () => {})).to.equal(true);
    expect(() =>
      home.withinTime(1000, () => {
        throw new TypeError("mine");
      }),
    ).to.throw(TypeError, "mine");
  });

  it("tells promises from what looks like one", () => {
    expect(home.isPromise(Promise.resolve())).to.equal(true);
    for (const other of [Promise.prototype, undefined, 3])
      expect(home.isPromise(other)).to.equal(false);
  });
});
