import fs from "node:fs";
import { expect } from "chai";
import { CellCompiler } from "../../../../kernel-setup/kernel/compiler/compiler";
import { nodeCompilerHome } from "../../../../kernel-setup/kernel/node/compiler-home";
import { inProject } from "../../../support/project";
import { removeTemporary, temporaryFolder, writeFiles } from "../../commands/parts/temporary";

const ROOT = inProject();
const IMPORT = 'import { MulLayer } from "backprop";\nnew MulLayer().forward(2, 3)';

/** The declarations of the library that are read meanwhile. */
function declarationsRead(work: () => void): string[] {
  const { readFileSync } = fs;
  const files: string[] = [];
  fs.readFileSync = ((...args: Parameters<typeof readFileSync>) => {
    files.push(String(args[0]));
    return readFileSync(...args);
  }) as typeof readFileSync;
  try {
    work();
  } finally {
    fs.readFileSync = readFileSync;
  }
  return files.filter((file) => /dist.src.*\.d\.ts$/.test(file));
}

describe("compiler: its warm-up", function () {
  this.timeout(60_000);
  afterEach(removeTemporary);

  it("reads the declarations of its package before a cell asks for them", () => {
    const cold = new CellCompiler(nodeCompilerHome(), ROOT, ROOT);
    const files = declarationsRead(() => {
      expect(cold.compile(IMPORT).kind).to.equal("compiled");
    });
    expect(files).to.have.length.above(50);
    const warm = new CellCompiler(nodeCompilerHome(), ROOT, ROOT);
    expect(declarationsRead(() => warm.warmUp())).to.have.members(files);
    const left = declarationsRead(() => {
      warm.warmUp();
      expect(warm.compile(IMPORT).kind).to.equal("compiled");
    });
    expect(left).to.deep.equal([]);
  });

  it("does no harm where the package cannot be found", () => {
    const folder = temporaryFolder();
    writeFiles(folder, { "package.json": '{ "name": "nowhere-to-be-found" }' });
    const compiler = new CellCompiler(nodeCompilerHome(), folder, folder);
    for (let i = 0; i < 3; i++) compiler.warmUp();
    expect(compiler.compile("const x = 1; x").kind).to.equal("compiled");
    expect(compiler.compile("library")).to.deep.include({ kind: "refused", isSyntax: false });
  });
});
