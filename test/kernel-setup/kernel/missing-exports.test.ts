import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { contentsOf, RawKernel, resultText, streamText } from "../../support/raw-kernel";

const missing = (module: string, name: string) =>
  `The requested module '${module}' does not provide an export named '${name}'`;

describe("kernel: names that an imported module does not export", function () {
  this.timeout(60_000);
  let folder: string;
  let kernel: RawKernel;

  function write(files: Record<string, string>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  }

  /** The error of a cell that is expected to fail at linking. */
  async function refusal(code: string): Promise<{ evalue: string; text: string; printed: string }> {
    const { reply, messages } = await kernel.run(code);
    expect([reply.status, reply.ename], `${code}\n${reply.evalue}`).to.deep.equal([
      "error",
      "SyntaxError",
    ]);
    const [error] = contentsOf(messages, "error");
    const text = (error.traceback as string[]).join("\n");
    return { evalue: String(reply.evalue), text, printed: streamText(messages) };
  }

  async function resultOf(code: string): Promise<string | undefined> {
    const { reply, messages } = await kernel.run(code);
    expect(reply.status, `${code}\n${reply.evalue}`).to.equal("ok");
    return resultText(messages);
  }

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "kernel-missing-"));
    write({
      "node_modules/untyped-es/package.json":
        '{ "name": "untyped-es", "type": "module", "exports": "./i.js" }',
      "node_modules/untyped-es/i.js": "export function f() { return 1; }",
      "node_modules/later-es/package.json":
        '{ "name": "later-es", "type": "module", "exports": "./i.js" }',
      "node_modules/later-es/i.js": "export const g = await Promise.resolve(2);",
      "node_modules/untyped-cjs/package.json": '{ "name": "untyped-cjs", "main": "i.js" }',
      "node_modules/untyped-cjs/i.js":
        "Object.defineProperty(exports, '__esModule', { value: true });\nexports.h = 3;",
      "there.js": 'console.log("there");\nexport const one = 1;\nexport function two() {}',
      "stars.js": 'export * from "./there.js";\nexport * from "untyped-es";',
    });
    kernel = await RawKernel.start({ cwd: folder });
  });
  after(async () => {
    await kernel.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("are refused in files before anything runs, with their place", async () => {
    const files: Record<string, [code: string, error: string]> = {
      "m1.js": [
        'import { one, nope } from "./there.js";\nexport const v = nope + one;',
        `m1.js:1:15: ${missing("./there.js", "nope")}`,
      ],
      "m2.mjs": [
        '\nimport there from "./there.js";\nexport const v = there;',
        `m2.mjs:2:8: ${missing("./there.js", "default")}`,
      ],
      "m3.js": [
        'export { absent as v } from "./there.js";',
        `m3.js:1:10: ${missing("./there.js", "absent")}`,
      ],
      "m4.js": [
        "const v = 1;\nexport { v, undeclared };",
        "m4.js:2:13: Export 'undeclared' is not defined in module",
      ],
      "m5.js": [
        'import { v } from "./m1.js";\nexport { v };',
        `m1.js:1:15: ${missing("./there.js", "nope")}`,
      ],
      "m6.ts": [
        'import { nope } from "./there.js";\nexport const v = nope as any;',
        `m6.ts:1:10: ${missing("./there.js", "nope")}`,
      ],
    };
    for (const [name, [code, error]] of Object.entries(files)) {
      write({ [name]: code });
      const { evalue, printed } = await refusal(`require('./${name}').v`);
      expect([evalue, printed], name).to.deep.equal([error, ""]);
    }
    write({ "m1.js": 'import { one } from "./there.js";\nexport const v = one;' });
    expect(await resultOf("require('./m5.js').v")).to.equal("1");
  });

  it("are refused in files that import packages that are ES modules, and Node's own", async () => {
    write({
      "p1.js": 'import { f, nope } from "untyped-es";\nexport const v = nope + 1;',
      "p2.js": 'import { nope } from "later-es";\nexport const v = nope + 1;',
      "p3.js": 'import { nope } from "node:path";\nexport const v = nope + 1;',
      "p4.js": 'import { one, f, nope } from "./stars.js";\nexport const v = [one, f, nope];',
      "p5.js": 'import untyped from "untyped-es";\nexport const v = untyped;',
    });
    const errors = {
      "p1.js": `p1.js:1:13: ${missing("untyped-es", "nope")}`,
      "p2.js": `p2.js:1:10: ${missing("later-es", "nope")}`,
      "p3.js": `p3.js:1:10: ${missing("node:path", "nope")}`,
      "p4.js": `p4.js:1:18: ${missing("./stars.js", "nope")}`,
      "p5.js": `p5.js:1:8: ${missing("untyped-es", "default")}`,
    };
    for (const [name, error] of Object.entries(errors)) {
      expect((await refusal(`(await import('./' + '${name}')).v`)).evalue).to.equal(error);
    }
    expect((await refusal("import { v } from './p1.js';\nv")).evalue).to.equal(errors["p1.js"]);
    write({ "p1.js": 'import { f } from "untyped-es";\nexport const v = f();' });
    expect(await resultOf("import { v } from './p1.js';\nv")).to.equal("1");
  });

  it("are refused in cells, at their line", async () => {
    for (const [name, wanted] of [
      ["untyped-es", "{ nope }"],
      ["untyped-es", "nope"],
      ["later-es", "{ nope }"],
    ]) {
      const { evalue, text } = await refusal(
        `const one = 1;\nimport ${wanted} from "${name}";\nnope`,
      );
      expect(evalue).to.equal(missing(name, wanted === "nope" ? "default" : "nope"));
      expect(text).to.contain(`2 | import ${wanted} from "${name}";`);
    }
    expect(
      await resultOf('import { f } from "untyped-es";\nimport { g } from "later-es";\n[f(), g]'),
    ).to.equal("[ 1, 2 ]");
  });

  it("may come later in CommonJS modules", async () => {
    write({ "c.js": 'import { h, late } from "untyped-cjs";\nexport const v = [h, late];' });
    expect(await resultOf("import { v } from './c.js';\nv")).to.equal("[ 3, undefined ]");
    expect(await resultOf('import { h, late } from "untyped-cjs";\n[h, late]')).to.equal(
      "[ 3, undefined ]",
    );
  });

  it("are no mere types, which files may import and export again", async () => {
    write({
      "types.ts":
        "export interface I { n: number }\nexport type T = string;\nexport const enum E { A = 5 }\nexport default interface D { d: 1 }\nexport const real = 1;",
      "again.ts":
        'import D, { I, T, real } from "./types";\nexport { I, T, real, D };\nexport { E } from "./types";\nexport * from "./types";\nexport const i: I = { n: 2 };',
    });
    expect(
      await resultOf("import { i, real, E, type I, T } from './again';\n[i.n, real, E.A]"),
    ).to.equal("[ 2, 1, 5 ]");
    write({
      "again-unchecked.ts":
        'import { I, T, real } from "./types";\nexport { I, T, real };\nexport { I as J } from "./types";\nexport const i: I = { n: 2 };',
    });
    expect(await resultOf("require('./again-unchecked').i.n")).to.equal("2");
  });
});
