import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "chai";
import { needs } from "../support/needs";
import { inProject } from "../support/project";

describe("the compiled WebAssembly that is committed", () => {
  it("is what the compiler makes of the sources beside it", async function () {
    needs(this, "assemblyscript");
    this.timeout(120_000);
    const compiler = pathToFileURL(inProject("test", "wasm", "compile.mjs")).href;
    const { MODULES, compileModule } = await import(compiler);
    expect(MODULES).to.have.length(2);
    for (const { source, binary } of MODULES) {
      const name = relative(inProject(), binary);
      expect(readFileSync(binary, "utf8") === (await compileModule(source)), name).to.equal(true);
    }
  });

  it("holds functions of our own alone: nothing of the compiler's library, whose licence would go with it", async function () {
    needs(this, "assemblyscript");
    this.timeout(120_000);
    const compiler = pathToFileURL(inProject("test", "wasm", "compile.mjs")).href;
    const { MODULES, functionNames } = await import(compiler);
    for (const { source } of MODULES) {
      const names: string[] = await functionNames(source);
      expect(names.length, source).to.be.greaterThan(1);
      expect(names.filter((name) => name.startsWith("~lib/"))).to.deep.equal([]);
    }
  });
});
