import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { expect } from "chai";
import { needs } from "../support/needs";
import { inProject } from "../support/project";

describe("src/arrays/kernels/binary.ts", () => {
  it("is what the compiler makes of the sources beside it", async function () {
    needs(this, "assemblyscript");
    this.timeout(120_000);
    const compiler = pathToFileURL(inProject("test", "wasm", "compile.mjs")).href;
    const { BINARY, compileKernels } = await import(compiler);
    expect(readFileSync(BINARY, "utf8")).to.equal(await compileKernels());
  });
});
