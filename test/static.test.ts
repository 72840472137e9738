import { spawnSync } from "node:child_process";
import { expect } from "chai";
import { inProject, PROJECT } from "./support/project";

describe("npm run check", () => {
  it("finds the whole project formatted, linted, type-checked and its lessons built", () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [inProject("kernel-setup/commands/boot/run.mjs"), "check"],
      { cwd: PROJECT, encoding: "utf8" },
    );
    expect(status, stdout + stderr).to.equal(0);
  }).timeout(180_000);
});
