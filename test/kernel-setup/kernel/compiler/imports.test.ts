import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { Cells } from "./cells";

describe("compiler: files beside the notebook", function () {
  this.timeout(60_000);
  let folder: string;
  let cells: Cells;

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "compiler-imports-"));
    cells = new Cells(folder);
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("are compiled, also through each other, and loaded once", async () => {
    write("lib/inner.ts", "export const made: number[] = []; made.push(1);");
    write("lib/index.ts", "export { made } from './inner'; export enum Kind { One = 1 }");
    write("outer.ts", "import { made } from './lib/inner';\nexport const again = made;");
    const value = await cells.run(
      "import { made, Kind } from './lib'; import { again } from './outer';\n[made === again, made, Kind.One]",
    );
    expect(value).to.deep.equal([true, [1], 1]);
  });

  it("are read again when they have changed", async () => {
    write("changing.ts", "export const version = 1;");
    expect(await cells.run("import { version } from './changing';\nversion")).to.equal(1);
    write("changing.ts", "export const version: string = 'second';");
    expect(await cells.run("import { version } from './changing';\nversion.length")).to.equal(6);
  });

  it("may be JSON, with types", async () => {
    write("data.json", '{ "list": [1, 2] }');
    expect(await cells.run("import data from './data.json';\ndata.list.length")).to.equal(2);
    expect(await cells.errors("data.nothing")).to.deep.equal(["0:5 7 2339"]);
  });

  it("may be imported dynamically", async () => {
    write("dynamic.ts", "export const d = 'dynamic';");
    expect(await cells.run("(await import('./dynamic')).d")).to.equal("dynamic");
  });

  it("are named when they have errors", async () => {
    write("broken.ts", "export const wrong: number = 'text';");
    expect(await cells.errors("import { wrong } from './broken';")).to.deep.equal(["0:13 5 2322"]);
    const { errors } = await cells.refused("import { wrong } from './broken';");
    expect(errors[0].fileName).to.equal("broken.ts");
  });

  it("are found when they were written after a first failure", async () => {
    expect(await cells.errors("import { late } from './late';")).to.deep.equal(["0:21 8 2307"]);
    write("late.ts", "export const late = 1;");
    expect(await cells.run("import { late } from './late';\nlate")).to.equal(1);
  });

  it("may be written in a cell of their own", async () => {
    expect(await cells.run("/** @module written */\nexport const w: number = 3;")).to.equal(
      undefined,
    );
    expect(await cells.run("import { w } from './written';\nw")).to.equal(3);
    const { errors } = await cells.refused("/** @module bad */\nexport const b: number = 'x';");
    expect(errors.map(({ fileName, code }) => [fileName, code])).to.deep.equal([["bad.ts", 2322]]);
    const unread = await cells.refused("/** @module bad */\nexport const b = ;");
    expect(unread.isSyntax).to.equal(true);
  });

  it("are none of what a comment calls code for a page, as tslab has it", async () => {
    expect(await cells.run("/** @browser */\nnowhere.at.all")).to.equal(undefined);
    expect(await cells.errors("/** browser */\nnowhere")).to.deep.equal(["1:0 7 2304"]);
  });

  it("may be ES modules of Node's own, through import()", async () => {
    write(
      "node_modules/esm/package.json",
      '{ "name": "esm", "type": "module", "exports": "./i.js" }',
    );
    write("node_modules/esm/i.js", "await null; export const es = 'es';");
    write("node_modules/esm/i.d.ts", "export declare const es: string;");
    expect(await cells.run("(await import('esm')).es")).to.equal("es");
  });
});
