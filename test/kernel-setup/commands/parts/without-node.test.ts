import { expect } from "chai";
import { nodeIn } from "../../../../kernel-setup/commands/parts/without-node";
import { inProject } from "../../../support/project";
import { removeTemporary, temporaryFolder, writeFiles } from "./temporary";

describe("rooms without Node", () => {
  after(removeTemporary);
  const faults = (files: Record<string, string>) => {
    const root = temporaryFolder();
    writeFiles(root, files);
    return nodeIn(root, { rooms: ["src", "lib"], homes: ["src/home"] });
  };

  it("are without Node", () => {
    expect(nodeIn(inProject())).to.deep.equal([]);
  });

  for (const [what, code] of [
    ["node:fs", 'import { readFileSync } from "node:fs";'],
    ["fs/promises", 'import * as fs from "fs/promises";'],
    ["node:util", 'import type { InspectOptions } from "node:util";'],
    ["node:os", 'export { EOL } from "node:os";'],
    ["node:vm", 'let script: import("node:vm").Script;'],
    ["node:zlib", 'void import("node:zlib");'],
    ["require", 'const dagre = require("@dagrejs/dagre");'],
    ["process", "const here = process.cwd();"],
    ["process", "const env = globalThis.process?.env;"],
    ["process", "const all = { process };"],
    ["process", "const of = (where = process) => where;"],
    ["Buffer", "let bytes: Buffer | undefined;"],
    ["__dirname", "const here = [__dirname, 1];"],
    ["__filename", "export default __filename;"],
    ["NodeJS", "let error: NodeJS.ErrnoException;"],
    ["setImmediate", "setImmediate(() => {});"],
    [".unref", "const timer = setTimeout(() => {}, 5); timer.unref();"],
    [".unref", "setTimeout(() => {}, 5)?.unref();"],
  ])
    it(`find ${what} in: ${code}`, () => {
      for (const file of ["src/a.ts", "src/deep/er/a.ts", "lib/a.mts", "src/homely/a.ts"]) {
        const found = faults({ "src/b.ts": "", "lib/b.ts": "", [file]: `\n${code}\n` });
        expect(found).to.deep.equal([`${file}:2 names ${what}, which only Node has.`]);
      }
    });

  it("find each of several, with the line where it stands", () => {
    const code =
      'import fs from "node:fs";\n\nfs.writeSync(process.stdout.fd, Buffer.from("a"));\n';
    expect(faults({ "lib/b.ts": "", "src/a.ts": code })).to.deep.equal([
      "src/a.ts:1 names node:fs, which only Node has.",
      "src/a.ts:3 names process, which only Node has.",
      "src/a.ts:3 names Buffer, which only Node has.",
    ]);
  });

  it("let be what only sounds like it, and the homes", () => {
    const code = `
      // process and Buffer in words
      const text = "node:fs, require(1), process.env"; const at = /Buffer/;
      interface Kernel { process: string; require(name: string): unknown }
      const process2 = (kernel: Kernel) => kernel.process + kernel.require("fs");
      const { process: own } = { process: 1 };
      export class Part { process = 1; require() { return this.process; } }
      function load(require: (name: string) => unknown, module = 1) { return [require("fs"), module]; }
      for (const exports of [1]) void exports;
      import { home } from "./home/here"; import nodes from "./node"; setTimeout(() => own, 1);
    `;
    const home = 'import fs from "node:fs"; require("node:vm"); process.exit();';
    const files = { "lib/b.ts": "", "src/a.ts": code, "src/home/node.ts": home };
    expect(faults({ ...files, "src/home/deep/b.ts": home })).to.deep.equal([]);
  });
});
