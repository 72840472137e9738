import { expect } from "chai";
import { ourKernel, withKernelFolder } from "../support/kernel-folder";
import { inProject, PROJECT } from "../support/project";
import { runCommand } from "../support/run-command";

/** Runs the built command itself: run.mjs would set the project up again for another Node. */
const LESSONS_CHECK = `
  require(${JSON.stringify(inProject("dist/kernel-setup/commands/lessons.js"))})
    .main(["--check"]).then((code) => { process.exitCode = code; });
`;

describe("the committed lessons", () => {
  it("come out the same, prose, code and outputs, when built and executed again", async () => {
    const { code, stdout, stderr } = await withKernelFolder(ourKernel(), (folder) =>
      runCommand(process.execPath, ["-e", LESSONS_CHECK], {
        cwd: PROJECT,
        env: { JUPYTER_PATH: folder },
      }),
    );
    expect(code, stdout + stderr).to.equal(0);
    console.log(stdout.trim().replaceAll(/^/gm, "      "));
  }).timeout(300_000);
});
