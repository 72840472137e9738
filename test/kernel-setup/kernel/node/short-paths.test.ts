import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { withPackageNames } from "../../../../kernel-setup/kernel/node/short-paths";

describe("withPackageNames", () => {
  let top: string;
  /** The notebook's folder, beside two packages. */
  let folder: string;
  let slashed: string;

  before(() => {
    top = mkdtempSync(join(tmpdir(), "short-paths-"));
    folder = join(top, "notebooks");
    slashed = top.replaceAll("\\", "/");
    const write = (name: string, text = "") => {
      mkdirSync(join(top, name, ".."), { recursive: true });
      writeFileSync(join(top, name), text);
    };
    write("clone/package.json", '{ "name": "backprop", "main": "dist/src/index.js" }');
    write("clone/dist/src/index.d.ts");
    write("clone/dist/src/arrays/numjs-types.d.ts");
    write("clone/node_modules/@types/ws/package.json", '{ "name": "@types/ws" }');
    write("clone/node_modules/@types/ws/index.d.ts");
    write("notebooks/mine.ts");
    write("shared.ts");
  });
  after(() => rmSync(top, { recursive: true }));

  const said = (message: string, code = "") =>
    withPackageNames(message.replaceAll("TOP", slashed), code, folder);

  for (const [message, plain] of [
    [`'"../clone/dist/src/index"' has no 'X'`, `'"backprop"' has no 'X'`],
    [`'"TOP/clone/dist/src/index"' has no 'X'`, `'"backprop"' has no 'X'`],
    [`Module '"TOP/clone/node_modules/@types/ws/index"'`, `Module '"ws"'`],
    [`'"../clone/dist/src/arrays/numjs-types"'`, `'"backprop/dist/src/arrays/numjs-types"'`],
    [`'typeof import("../clone/dist/src/index")'`, `'typeof import("backprop")'`],
    ["'TOP/clone/dist/src/index.d.ts' is none", "'backprop' is none"],
    [`'import("TOP/clone/dist/src/arrays/numjs-types").NdArray[]'`, "'NdArray[]'"],
    [
      `'import("../clone/dist/src/arrays/numjs-types").NdArray' to 'NdArray'`,
      `'import("backprop").NdArray' to 'NdArray'`,
    ],
    [
      `'import("../clone/dist/src/index").A' to 'import("./mine").A'`,
      `'import("backprop").A' to 'import("./mine").A'`,
    ],
    [`Module '"TOP/shared"'`, `Module '"shared"'`],
  ]) {
    it(`makes ${plain} of ${message}`, () => {
      expect(said(message)).to.equal(plain);
    });
  }

  it("leaves what the author wrote, and what is no file", () => {
    for (const message of [
      `Module '"./mine"' has no exported member 'x'`,
      `Type '"/no/such/file"' is not assignable to type '"../none"'`,
      "Cannot find name 'x'.",
    ])
      expect(said(message)).to.equal(message);
    const own = `Type '"../clone/dist/src/index"' is not assignable to type 'number'.`;
    expect(said(own, 'const n: number = "../clone/dist/src/index";')).to.equal(own);
  });
});
