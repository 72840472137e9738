import { spawnSync } from "node:child_process";
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { inProject } from "../../support/project";
import { removeTemporary, temporaryClone } from "./parts/temporary";

describe("npm run check", () => {
  afterEach(removeTemporary);

  it("fails on badly formatted code, a wrong type, a broken notebook and a leftover, and names each", () => {
    const clone = temporaryClone();
    for (const part of ["biome.json", ".gitignore", "test/tsconfig.json"])
      cpSync(inProject(part), join(clone, part));
    spawnSync("git", ["init", "-q"], { cwd: clone });
    writeFileSync(
      join(clone, "src", "wrong.ts"),
      `export const wrong : number = "text"; // ${"FIX"}ME\n`,
    );
    writeFileSync(join(clone, "notebooks", "en", "05-simple-layers.ipynb"), "{ half");
    // The compiled command finds the clone by its own place.
    const main = JSON.stringify(join(clone, "dist", "kernel-setup", "commands", "check.js"));
    const script = `require(${main}).main([]).then((code) => { process.exitCode = code; })`;
    const { status, stdout, stderr } = spawnSync(process.execPath, ["-e", script], {
      encoding: "utf8",
    });
    expect(status, stdout + stderr).to.equal(1);
    for (const [name, words] of [
      ["format and lint", "src/wrong.ts format"],
      ["types", "src/wrong.ts(1,14): error TS2322"],
      ["notebooks", "notebooks/en/05-simple-layers.ipynb"],
      ["leftovers", "src/wrong.ts:1: a note of unfinished work"],
    ] as const) {
      expect(stdout).to.contain(`✗ ${name}: see above\n`);
      expect(stderr).to.contain(`── ${name} ──`).and.contain(words);
    }
  }).timeout(120_000);
});
