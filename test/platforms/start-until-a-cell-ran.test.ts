import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import {
  removeTemporary,
  temporaryClone,
  writeFiles,
} from "../kernel-setup/commands/parts/temporary";
import { inProject } from "../support/project";
import { runCommand } from "../support/run-command";

describe("what the workflow does on each system: npm start until a cell has run", function () {
  this.timeout(400_000);
  afterEach(removeTemporary);
  const run = (clone: string) =>
    runCommand(process.execPath, [
      inProject("test", "platforms", "start-until-a-cell-ran.mjs"),
      clone,
    ]);

  it("passes in a clone that is not built yet", async () => {
    const clone = temporaryClone();
    rmSync(join(clone, "dist"), { recursive: true });
    const { code, stdout, stderr } = await run(clone);
    expect(code, stderr).to.equal(0);
    expect(stderr).to.contain("Building (nothing is built yet)");
    expect(stdout).to.match(/^A cell has run, \d+ s after the start: \w+ \w+, Node v\d+/);
  });

  it("fails where npm start does not come so far", async () => {
    const clone = temporaryClone();
    writeFiles(clone, { "src/broken.ts": "export const broken: = 1;\n" });
    const { code, stdout, stderr } = await run(clone);
    expect(code, stdout).to.equal(1);
    expect(stderr).to.contain("The sources do not compile").and.contain("it ended with 1");
  });
});
