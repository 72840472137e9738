import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { contentsOf, RawKernel, resultText, streamText } from "../../support/raw-kernel";

describe("kernel: modules in cells", function () {
  this.timeout(60_000);
  let folder: string;
  let kernel: RawKernel;

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "kernel-modules-"));
    write(
      "node_modules/own/package.json",
      JSON.stringify({
        name: "own",
        exports: { ".": { types: "./m.d.ts", default: "./m.js" }, "./sub": "./sub.js" },
      }),
    );
    write("node_modules/own/m.d.ts", "export declare function half(x: number): number;");
    write("node_modules/own/m.js", "exports.half = (x) => x / 2;");
    write("node_modules/own/sub.d.ts", "export declare const deep: string;");
    write("node_modules/own/sub.js", "exports.deep = 'deep';");
    kernel = await RawKernel.start({ cwd: folder });
  });
  after(async () => {
    await kernel.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("resolves and checks the package it belongs to from a folder elsewhere", async () => {
    const { reply, messages } = await kernel.run(
      "import * as library from 'backprop';\ntypeof library",
    );
    expect(reply.status).to.equal("ok");
    expect(resultText(messages)).to.equal("'object'");
    const wrong = await kernel.run("import { noSuchThing } from 'backprop';");
    expect(wrong.reply.evalue).to.contain("noSuchThing");
  });

  it("runs WebAssembly with relaxed SIMD, in a worker too", async () => {
    // (module (func (param v128 v128 v128) (result v128) … f32x4.relaxed_madd))
    const { messages } = await kernel.run(`
import { Worker } from "node:worker_threads";
const code = [0, 0x20, 0, 0x20, 1, 0x20, 2, 0xfd, 0x85, 0x02, 0x0b];
const types = [1, 8, 1, 0x60, 3, 0x7b, 0x7b, 0x7b, 1, 0x7b, 3, 2, 1, 0];
const head = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
const madd = Uint8Array.from([...head, ...types, 10, code.length + 2, 1, code.length, ...code]);
const inWorker = "const w = require('worker_threads'); w.parentPort.postMessage(WebAssembly.validate(w.workerData));";
const worker = new Worker(inWorker, { eval: true, workerData: madd });
const heard = await new Promise((resolve) => worker.once("message", resolve));
[(globalThis as any).WebAssembly.validate(madd), heard]`);
    expect(resultText(messages)).to.equal("[ true, true ]");
  });

  it("loads modules by import(), and warns of nothing", async () => {
    const { messages } = await kernel.run("(await import('node:path')).basename('/a/b')");
    expect(resultText(messages)).to.equal("'b'");
    expect(streamText(messages, "stderr")).to.equal("");
  });

  it("finds other packages of its own folder there too, and Node's types", async () => {
    const { messages } = await kernel.run(
      "import * as path from 'node:path';\nimport ts from 'typescript';\n[path.basename('/a/b'), typeof ts.version]",
    );
    expect(resultText(messages)).to.equal("[ 'b', 'string' ]");
  });

  it("prefers the notebook's own packages, through their exports", async () => {
    const { messages } = await kernel.run(
      "import { half } from 'own';\nimport { deep } from 'own/sub';\n[half(3), deep]",
    );
    expect(resultText(messages)).to.equal("[ 1.5, 'deep' ]");
    const { reply } = await kernel.run("half('x')");
    expect(reply.ename).to.equal("TypeScriptError");
  });

  it("names no folder of the machine when Node cannot load a package", async () => {
    write("node_modules/waiting/package.json", '{ "name": "waiting", "type": "module" }');
    write("node_modules/waiting/index.js", "await null; export const x = 1;");
    write("node_modules/lacks/package.json", '{ "name": "lacks" }');
    write("node_modules/lacks/index.js", "require('nowhere-at-all');");
    for (const [code, ...said] of [
      ["require('waiting')", "ESM graph with top-level await", "- waiting/index.js"],
      ["require('nothing-there')", "Cannot find module 'nothing-there'"],
      ["require('lacks')", "Cannot find module 'nowhere-at-all'", "- lacks/index.js"],
      ["await import('nothing-' + 'there')", "Cannot find module 'nothing-there'"],
    ]) {
      const { reply } = await kernel.run(code);
      for (const text of said) expect(reply.evalue, code).to.contain(text);
      expect(reply.evalue, code).not.to.contain(folder);
    }
  });

  it("sees a package that was installed after a first failure", async () => {
    const before = await kernel.run("import { fresh } from 'fresh';");
    expect(before.reply.evalue).to.contain("Cannot find module 'fresh'");
    write(
      "node_modules/fresh/package.json",
      JSON.stringify({ name: "fresh", main: "i.js", types: "i.d.ts" }),
    );
    write("node_modules/fresh/i.d.ts", "export declare const fresh: number;");
    write("node_modules/fresh/i.js", "exports.fresh = 11;");
    const after = await kernel.run("import { fresh } from 'fresh'; fresh");
    expect(resultText(after.messages)).to.equal("11");
  });

  it("imports TypeScript files beside the notebook", async () => {
    write("helper.ts", "export const twice = (x: number): number => 2 * x;");
    const { messages } = await kernel.run("import { twice } from './helper';\ntwice(4)");
    expect(resultText(messages)).to.equal("8");
  });

  it("keeps the globals of test runners out of cells", async () => {
    const { reply } = await kernel.run("describe('x', () => {});");
    expect(reply.ename).to.equal("TypeScriptError");
  });

  it("hands its own look-up paths to no child process", async () => {
    const { messages } = await kernel.run(
      "import { execFileSync } from 'node:child_process';\n" +
        "console.log(execFileSync(process.execPath, ['-p', 'String(process.env.NODE_PATH)']).toString());",
    );
    expect(streamText(messages).trim()).to.equal(String(process.env.NODE_PATH));
    expect(contentsOf(messages, "error")).to.deep.equal([]);
  });
});
