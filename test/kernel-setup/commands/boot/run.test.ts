import { spawnSync } from "node:child_process";
import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { inProject } from "../../../support/project";
import { removeTemporary, temporaryClone, temporaryFolder, writeFiles } from "../parts/temporary";

describe("run.mjs", () => {
  afterEach(removeTemporary);
  const run = (args: string[], before: string[] = []) =>
    spawnSync(
      process.execPath,
      [...before, inProject("kernel-setup", "commands", "boot", "run.mjs"), ...args],
      {
        encoding: "utf8",
      },
    );

  it("says on an older Node, in a sentence and without a stack, which one is needed", () => {
    for (const old of ["12.22.0", "18.20.4", "20.18.1"]) {
      const folder = temporaryFolder();
      const versions = `{ ...process.versions, node: ${JSON.stringify(old)} }`;
      writeFiles(folder, {
        "old.cjs": `Object.defineProperty(process, "versions", { value: ${versions} });`,
      });
      const { status, stderr } = run(["doctor"], ["--require", join(folder, "old.cjs")]);
      expect(status).to.equal(1);
      expect(stderr).to.equal(
        `This project needs Node 20.19 or newer, but this is Node ${old}. Install a newer one from https://nodejs.org and run the same command again.\n`,
      );
    }
  });

  it("refuses a command that there is not, and names those that there are", () => {
    for (const [args, came] of [
      [["strat"], '"strat" was named'],
      [[], "none was named"],
    ] as const) {
      const { status, stderr } = run([...args]);
      expect(status).to.equal(2);
      expect(stderr)
        .to.match(/expected one of the commands build, .*doctor, .*start/)
        .and.contain(came);
    }
  });

  it("says in a sentence that a part of the build is damaged, and what mends it", () => {
    const clone = temporaryClone();
    const part = join(clone, "dist", "kernel-setup", "commands", "parts", "working-copy.js");
    // As long as it was: any other length is seen, and built anew, before it is loaded.
    writeFileSync(part, "}".repeat(statSync(part).size));
    const args = [join(clone, "kernel-setup", "commands", "boot", "run.mjs"), "reset", "05"];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    expect(status).to.equal(1);
    // It was built for the clone's place first.
    expect(stderr).to.contain(
      `The command could not run, because ${join("dist", "kernel-setup", "commands", "parts", "working-copy.js")} is damaged.\nThe command for it: npm run build -- --force\n`,
    );
  }).timeout(180_000);

  it("refuses arguments that build does not know", () => {
    const { status, stderr } = run(["build", "--frce"]);
    expect({ status, stderr }).to.deep.equal({
      status: 2,
      stderr: "npm run build: expected --force or nothing, but got --frce.\n",
    });
  });
});
