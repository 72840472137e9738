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
});
