import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { inProject } from "../../support/project";
import { removeTemporary, temporaryClone, temporaryFolder } from "./parts/temporary";

describe("npm run doctor", () => {
  afterEach(removeTemporary);

  const doctor = (root: string, env: object = {}) => {
    const data = { JUPYTER_DATA_DIR: temporaryFolder(), PATH: temporaryFolder() };
    return spawnSync(
      process.execPath,
      [join(root, "kernel-setup", "commands", "boot", "run.mjs"), "doctor"],
      {
        encoding: "utf8",
        env: { ...process.env, ...data, ...env },
      },
    );
  };

  it("finds this project fine, runs 1+1, and needs no Jupyter for that", () => {
    const { status, stdout, stderr } = doctor(inProject());
    expect(status, stdout + stderr).to.equal(0);
    for (const line of [
      /^✓ Node: /m,
      /^✓ packages: /m,
      /^✓ zeromq: loads, with ZeroMQ \d/m,
      /^✓ build: current$/m,
      /^✓ kernelspec: /m,
      /^✓ kernel: started, said that 1 \+ 1 is 2, and ended/m,
      /^✓ library: cells import "backprop", which exports \d+ names$/m,
      /^– Jupyter: none found.*\n {4}To have it: pip install jupyterlab$/m,
      /^– kernel for all folders: not installed.*\n {4}To have it: npm run kernel:install$/m,
    ])
      expect(stdout).to.match(line);
    expect(stdout).to.not.contain("✗");
  });

  it("names what is broken with the one command that mends it, and fails", () => {
    const clone = temporaryClone();
    // The sources do not compile, and the kernel of the earlier build is gone.
    writeFileSync(join(clone, "src", "wrong.ts"), 'export const wrong: number = "text";\n');
    rmSync(join(clone, ".jupyter", "kernels", "tslab", "kernel.json"));
    const { status, stdout, stderr } = doctor(clone);
    expect(status, stdout + stderr).to.equal(1);
    expect(stdout).to.match(/^✗ build: .*wrong\.ts.*TS2322[\s\S]*? {4}Repair: npm run build$/m);
    expect(stdout).to.match(/^✗ kernelspec: expected .*\n {4}Repair: npm run build -- --force$/m);
    expect(stdout).to.match(/^✓ zeromq: /m);
    expect(stdout).to.not.match(/^. kernel: /m);
  });

  it("still answers in a sentence when nothing was ever installed or built", () => {
    const clone = temporaryClone();
    rmSync(join(clone, "dist"), { recursive: true });
    rmSync(join(clone, "node_modules")); // the link alone
    const { status, stderr } = doctor(clone, {
      npm_config_registry: "http://127.0.0.1:9",
      npm_config_replace_registry_host: "always",
      npm_config_fetch_retries: "0",
      npm_config_cache: temporaryFolder(),
    });
    expect(status).to.equal(1);
    expect(stderr).to.match(
      /Connect to the internet .*\nThe command for it: npm ci --ignore-scripts\n$/,
    );
  });
});
