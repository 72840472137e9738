import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { runOneCell } from "../../../kernel-setup/commands/parts/check-kernel";
import { findKernelSpec } from "../../../kernel-setup/jupyter/kernelspecs/find-kernelspec";
import { inProject } from "../../support/project";
import { removeTemporary, temporaryFolder, writeFiles } from "./parts/temporary";

describe("npm run kernel:install and kernel:uninstall", () => {
  let data: string;
  beforeEach(() => {
    data = temporaryFolder();
  });
  afterEach(removeTemporary);

  const run = (name: string, ...args: string[]) =>
    spawnSync(
      process.execPath,
      [inProject("kernel-setup", "commands", "boot", "run.mjs"), `kernel-${name}`, ...args],
      {
        encoding: "utf8",
        env: { ...process.env, JUPYTER_DATA_DIR: data },
      },
    );
  const spec = (name = "tslab") => join(data, "kernels", name, "kernel.json");

  it("put a kernel where Jupyter finds it, which imports the library in any folder, and take it away", async () => {
    const installed = run("install");
    expect(installed.status, installed.stderr).to.equal(0);
    expect(installed.stdout).to.equal(
      `The kernel TypeScript is in ${join(data, "kernels", "tslab")}.\n`,
    );
    const machine = { platform: process.platform, env: { JUPYTER_DATA_DIR: data }, home: data };
    const found = findKernelSpec("tslab", { machine });
    expect(found.folder).to.equal(join(data, "kernels", "tslab"));
    const code = 'import { MulLayer } from "backprop";\nnew MulLayer().forward(100, 2)';
    expect(await runOneCell(found, temporaryFolder(), code)).to.equal("200");
    expect(run("uninstall").status).to.equal(0);
    expect(existsSync(join(data, "kernels", "tslab"))).to.equal(false);
  });

  it("keep a foreign kernel unless --force, and then give it back", () => {
    const foreign = { argv: ["tslab"], display_name: "mine", language: "typescript" };
    writeFiles(data, { "kernels/tslab/kernel.json": foreign });
    const refused = run("install");
    expect(refused.status).to.equal(1);
    expect(refused.stderr).to.match(
      /^npm run kernel:install: expected no other kernel in .*--force/,
    );
    expect(run("uninstall").status).to.equal(1);
    expect(run("install", "--force").status).to.equal(0);
    expect(JSON.parse(readFileSync(spec(), "utf8")).display_name).to.equal("TypeScript");
    expect(run("uninstall").stdout).to.contain("the kernel from before is back");
    expect(JSON.parse(readFileSync(spec(), "utf8"))).to.deep.equal(foreign);
  });

  it("work under another name, and refuse one that leads elsewhere", () => {
    expect(run("install", "--name", "backprop").status).to.equal(0);
    const { display_name } = JSON.parse(readFileSync(spec("backprop"), "utf8"));
    expect(display_name).to.equal("TypeScript (backprop)");
    expect(run("uninstall", "--name", "backprop").status).to.equal(0);
    expect(existsSync(spec("backprop"))).to.equal(false);
    const refused = run("install", "--name", "../tslab");
    expect(refused.status).to.equal(1);
    expect(refused.stderr).to.contain('but got "../tslab"').and.not.contain("    at ");
  });
});
