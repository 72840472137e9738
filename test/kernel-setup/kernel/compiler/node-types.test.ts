import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { Session } from "../../../../kernel-setup/kernel/compiler/session";
import { nodeCompilerHome } from "../../../../kernel-setup/kernel/node/compiler-home";
import { Cells } from "./cells";

const ROOT = process.cwd();

describe("compiler: all types of Node, which take long to load,", function () {
  this.timeout(60_000);
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "compiler-node-"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** Whether a cell that imports a package with such declarations has them loaded. */
  function loadsFor(declarations: string): boolean {
    const home = join(folder, "node_modules", "own");
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, "package.json"), '{ "name": "own", "types": "index.d.ts" }');
    writeFileSync(join(home, "index.d.ts"), declarations);
    const session = new Session(nodeCompilerHome(), folder, ROOT);
    session.open("import * as own from 'own';", undefined);
    return session.hasAllTypes;
  }

  it("are not needed by the library, nor by a class that only says how it is shown", () => {
    const session = new Session(nodeCompilerHome(), ROOT, ROOT);
    session.open("import { MulLayer } from 'backprop';", undefined);
    expect(session.hasAllTypes).to.equal(false);
    const shown =
      'import { inspect } from "node:util";\nexport class A { [inspect.custom](): string }';
    expect(loadsFor(shown)).to.equal(false);
  });

  it("are loaded for a package whose declarations need them", () => {
    expect(loadsFor("export function read(bytes: Buffer): void;")).to.equal(true);
    expect(loadsFor('import { promisify } from "node:util";\nexport { promisify };')).to.equal(
      true,
    );
    expect(loadsFor('import util from "node:util";\nexport const u: typeof util;')).to.equal(true);
    expect(loadsFor('import * as fs from "fs";\nexport type S = fs.Stats;')).to.equal(true);
  });

  it("are there for any cell that asks for them", async () => {
    const cells = new Cells();
    expect(await cells.run("import { MulLayer } from 'backprop';", "process.pid")).to.equal(
      process.pid,
    );
    const text = await cells.run("import { inspect } from 'node:util';\ninspect([1], false)");
    expect(text).to.equal("[ 1 ]");
    expect(await cells.errors("inspect()")).to.have.length(1);
  });
});
