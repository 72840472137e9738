import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { en } from "../../kernel-setup/text/en";
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

  it("translates words that Jupyter's packages have", () => {
    const folder = inProject("kernel-setup/page/node_modules/@jupyterlab");
    const sources = [
      "apputils/lib/dialog.js",
      "apputils/lib/sessioncontext.js",
      "cells/lib/widget.js",
      "docregistry/lib/context.js",
      "notebook/lib/actions.js",
      "notebook/lib/cellexecutor.js",
      "notebook/lib/notebookfooter.js",
      "notebook/lib/panel.js",
      "notebook/lib/widget.js",
      "outputarea/lib/widget.js",
      "rendermime/lib/renderers.js",
      "rendermime/lib/widgets.js",
    ].map((file) => readFileSync(join(folder, file), "utf8"));
    const unknown = Object.values<string>(en.jupyterlab).filter(
      (text) => !sources.some((source) => ["'", "`"].some((q) => source.includes(q + text + q))),
    );
    expect(unknown).to.deep.equal([]);
  });

  it("has a source whose types fit Jupyter's packages", async () => {
    const tsc = inProject("node_modules/typescript/bin/tsc");
    const args = [tsc, "-p", inProject("kernel-setup/page")];
    const { code, stdout } = await runCommand(process.execPath, args);
    expect(code, stdout).to.equal(0);
  });
});
