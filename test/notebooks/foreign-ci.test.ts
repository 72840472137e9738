import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { parse } from "yaml";
import { inProject, PROJECT } from "../support/project";
import { runCommand } from "../support/run-command";

interface Step {
  uses?: string;
  with?: { repository?: string; path?: string };
  run?: string;
}

/** The steps of the GitHub Actions file that the README offers for copying. */
function readmeSteps(): Step[] {
  const readme = readFileSync(inProject("README.md"), "utf8");
  const blocks = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => parse(text));
  const [workflow] = blocks.filter((block) => block.jobs !== undefined);
  return Object.values(workflow.jobs as Record<string, { steps: Step[] }>)[0].steps;
}

const notebook = (source: string) => ({
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { kernelspec: { name: "tslab", display_name: "TypeScript", language: "typescript" } },
  cells: [
    { id: "mine", cell_type: "code", source, metadata: {}, outputs: [], execution_count: null },
  ],
});

/** Does what GitHub would do with the steps, in a folder that has nothing of this project. */
async function runWorkflow(folder: string) {
  let last = { code: 0 as number | null, stdout: "", stderr: "" };
  for (const step of readmeSteps()) {
    if (step.with?.repository !== undefined) {
      const path = join(folder, step.with.path ?? "");
      last = await runCommand("git", ["clone", "--quiet", PROJECT, path]);
    } else if (step.run !== undefined) {
      last = await runCommand("bash", ["-e", "-c", step.run], { cwd: folder });
    }
    if (last.code !== 0) break;
  }
  return last;
}

describe("the GitHub Actions file of the README, in a repository of somebody else", () => {
  let folder: string;

  before(function () {
    // It installs from the registry, which a learner's machine may not reach.
    if (process.env.CI !== "true") this.skip();
    folder = mkdtempSync(join(tmpdir(), "foreign-"));
    mkdirSync(join(folder, "notebooks"));
  });

  after(() => {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  const write = (source: string) =>
    writeFileSync(join(folder, "notebooks/mine.ipynb"), JSON.stringify(notebook(source)));

  it("passes when every cell runs", async () => {
    write('import { MulLayer } from "backprop";\nnew MulLayer().forward(100, 2)');
    const { code, stdout, stderr } = await runWorkflow(folder);
    expect(code, stdout + stderr).to.equal(0);
    expect(stdout).to.contain("mine.ipynb");
  }).timeout(300_000);

  it("fails when a cell fails, and names notebook, cell and error", async () => {
    write('throw new RangeError("expected nobody to run this");');
    rmSync(join(folder, ".backprop"), { recursive: true, force: true });
    const { code, stderr } = await runWorkflow(folder);
    expect(code).to.equal(1);
    expect(stderr).to.contain("mine.ipynb");
    expect(stderr).to.contain("id mine");
    expect(stderr).to.contain("RangeError");
  }).timeout(300_000);
});
