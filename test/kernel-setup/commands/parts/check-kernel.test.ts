import { join } from "node:path";
import { expect } from "chai";
import { brokenSpec, runOneCell } from "../../../../kernel-setup/commands/parts/check-kernel";
import { KERNEL_NAME, ROOT } from "../../../../kernel-setup/commands/parts/project";
import { projectKernelSpec } from "../../../../kernel-setup/commands/parts/project-kernelspec";
import { removeTemporary, temporaryFolder } from "./temporary";

describe("brokenSpec", () => {
  const { execPath } = process;
  const spec = (...argv: string[]) => ({ argv, display_name: "", language: "" });

  it("finds nothing wrong when Node and the kernel are there", () => {
    expect(brokenSpec(spec(execPath, __filename, "{connection_file}"))).to.equal(undefined);
    expect(brokenSpec(spec("tslab", "{connection_file}"))).to.equal(undefined);
  });

  it("names the file that is gone", () => {
    const gone = join(__dirname, "gone");
    expect(brokenSpec(spec(gone, __filename))).to.equal(`its Node, ${gone}, is not there`);
    expect(brokenSpec(spec(execPath, "--flag", gone))).to.equal(`its file ${gone} is not there`);
    expect(brokenSpec(spec())).to.equal(undefined);
  });
});

describe("runOneCell", () => {
  afterEach(removeTemporary);
  const found = { name: KERNEL_NAME, folder: __dirname, spec: projectKernelSpec(ROOT) };

  it("gives the result of a cell, in any folder", async () => {
    expect(await runOneCell(found, temporaryFolder(), "40 + 2")).to.equal("42");
  });

  it("says why there is none", async () => {
    const run = (code: string) => runOneCell(found, ROOT, code).catch((e) => e.message);
    expect(await run('throw new Error("broken")')).to.match(/Error: broken$/);
    expect(await run("const quiet = 1;")).to.match(/^expected a result of const quiet/);
  });
});
