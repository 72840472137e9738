import { expect } from "chai";
import { needs } from "../support/needs";
import { inProject } from "../support/project";
import { runCommand } from "../support/run-command";

describe("the committed notebook page", function () {
  this.timeout(180_000);
  before(function () {
    needs(this, "jupyterlab-packages");
  });

  it("is what its source builds, file by file", async () => {
    const build = inProject("kernel-setup/page/build.mjs");
    const { code, stdout, stderr } = await runCommand(process.execPath, [build, "--check"]);
    expect(code, stdout + stderr).to.equal(0);
    expect(stdout).to.match(/is what its source builds: \d+ files/);
  });

  it("has a source whose types fit Jupyter's packages", async () => {
    const tsc = inProject("node_modules/typescript/bin/tsc");
    const args = [tsc, "-p", inProject("kernel-setup/page")];
    const { code, stdout } = await runCommand(process.execPath, args);
    expect(code, stdout).to.equal(0);
  });
});
