import { randomBytes } from "node:crypto";
import { posix } from "node:path";
import { expect } from "chai";
import {
  fromBase64,
  fromHex,
  joined,
  toBase64,
  toHex,
  utf8,
} from "../../../../kernel-setup/page/server/bytes";
import {
  extensionOf,
  inFolder,
  nameOf,
  parentOf,
  stemOf,
} from "../../../../kernel-setup/page/server/paths";

describe("bytes without Node's Buffer", () => {
  it("are written and read as Buffer does", () => {
    for (const size of [0, 1, 2, 3, 4, 31, 32, 0x8000, 0x8001, 100_001]) {
      const bytes = randomBytes(size);
      expect(toHex(bytes)).to.equal(bytes.toString("hex"));
      expect(fromHex(bytes.toString("hex"))).to.deep.equal(new Uint8Array(bytes));
      expect(toBase64(bytes)).to.equal(bytes.toString("base64"));
      for (const form of ["base64", "base64url"] as const)
        expect(Buffer.from(fromBase64(bytes.toString(form))).equals(bytes), form).to.equal(true);
    }
    expect(utf8("가😀\ud83d")).to.deep.equal(new Uint8Array(Buffer.from("가😀\ud83d")));
  });

  it("come from texts that are damaged as with Buffer, and are never refused", () => {
    for (const text of [
      "YQ",
      "YQ=",
      "YQ==",
      "Y",
      "YWJj\nZGVm\r\n",
      " Y W J j ",
      "YW!Jj",
      "=",
      "YQ==YQ==",
    ])
      expect(Buffer.from(fromBase64(text)).toString("latin1"), text).to.equal(
        Buffer.from(text, "base64").toString("latin1"),
      );
    for (const text of ["", "0", "0a0", "0aXX0b", "0a\n", "ABcd"])
      expect(Buffer.from(fromHex(text)).equals(Buffer.from(text, "hex")), text).to.equal(true);
  });

  it("are joined", () => {
    expect(joined([utf8("a"), utf8(""), utf8("bc")])).to.deep.equal(utf8("abc"));
    expect(joined([])).to.have.length(0);
  });
});

describe("paths without Node's path", () => {
  it("have the names, folders and endings that Node finds", () => {
    const names = [
      "a",
      "a.txt",
      "a.b.ipynb",
      ".hidden",
      ".hidden.txt",
      "a.",
      "가 나.ipynb",
      "..a.b",
    ];
    for (const folder of ["/", "/w", "/w/deep er", "//server/share"])
      for (const name of names) {
        const path = inFolder(folder, name);
        expect(path).to.equal(folder === "/" ? `/${name}` : `${folder}/${name}`);
        expect(nameOf(path)).to.equal(posix.basename(path));
        expect(parentOf(path)).to.equal(folder);
        expect(extensionOf(path)).to.equal(posix.extname(path));
        expect(stemOf(path)).to.equal(posix.basename(path, posix.extname(path)));
      }
    expect(parentOf("C:/a")).to.equal("C:/");
    expect(inFolder("C:/", "a")).to.equal("C:/a");
  });
});
