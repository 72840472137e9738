import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { commandHome } from "../../../../kernel-setup/commands/parts/learner-home";
import { listLessons } from "../../../../kernel-setup/commands/parts/lesson-list";
import { bringCopiesUpToDate } from "../../../../kernel-setup/commands/parts/report-copies";
import { resetCopy } from "../../../../kernel-setup/commands/parts/working-copy";
import { readNotebook } from "../../../../kernel-setup/jupyter/notebook-files/notebook-file";
import { ourKernel, withKernelFolder } from "../../../support/kernel-folder";
import { printed } from "../../../support/printed";
import { inProject } from "../../../support/project";
import { runCommand } from "../../../support/run-command";
import { removeTemporary, temporaryFolder } from "./temporary";

const FILE = "05-simple-layers.ipynb";
const NOTEBOOKS = inProject("notebooks");

/**
 * test/fixtures/copies/en holds a learner's copy of lesson 05 as it was when cells did not state their
 * exercises and the first answer's cell held the imports; 05-1 and 05-2 are answered.
 */
describe("a copy of an earlier edition of a lesson", () => {
  let home: string;
  let mine: string;
  const copy = () => join(mine, "en", FILE);
  const text = (file = copy()) => readFileSync(file, "utf8");

  beforeEach(() => {
    home = temporaryFolder();
    mine = join(home, "notebooks", "mine");
    cpSync(inProject("test/fixtures/copies/en"), join(mine, "en"), { recursive: true });
    cpSync(inProject("test/fixtures/scorecard/scorecard.json"), join(mine, "scorecard.json"));
  });
  afterEach(removeTemporary);

  const listed = (file = FILE) =>
    listLessons(mine, NOTEBOOKS).en.find(({ path }) => path === `en/${file}`);
  const exercises = ["05-1", "05-2", "05-3", "05-4"];

  it("stays as it is at a start, which says so, beside copies of the other lessons", () => {
    const before = text();
    const said = printed(() => bringCopiesUpToDate(NOTEBOOKS, commandHome(home)));
    expect(said).to.contain(`${FILE}: the lesson has changed, and so have you: your work stays.`);
    expect(said.trim().split("\n")).to.have.lengthOf(1);
    expect(text()).to.equal(before);
    expect(listLessons(mine, NOTEBOOKS).en).to.have.length.of.at.least(15);
  });

  it("is listed with the exercises of its lesson", () => {
    expect(readNotebook(copy()).cells.some(({ metadata }) => "backprop" in metadata)).to.equal(
      false,
    );
    expect(listed()).to.deep.equal({ path: `en/${FILE}`, title: "05 · Simple layers", exercises });
  });

  it("makes place for a new one at a reset, and is kept, both with their exercises", () => {
    const before = text();
    const kept = resetCopy(join(NOTEBOOKS, "en", FILE), join(mine, "en"), FILE);
    expect(kept).to.equal("05-simple-layers-kept-1.ipynb");
    expect(text(join(mine, "en", String(kept)))).to.equal(before);
    expect(listed(kept)?.exercises).to.deep.equal(exercises);
    expect(listed()?.exercises).to.deep.equal(exercises);
    expect(readNotebook(copy()).cells.some(({ metadata }) => "backprop" in metadata)).to.equal(
      true,
    );
  });

  it("runs from its first cell to its last, passes what is right, and the scorecard goes on", async () => {
    const main = inProject("dist/kernel-setup/commands/execute.js");
    const program = `require(${JSON.stringify(main)}).main(process.argv.slice(1)).then((code) => { process.exitCode = code; });`;
    const { code, stdout, stderr } = await withKernelFolder(ourKernel(), (JUPYTER_PATH) =>
      runCommand(process.execPath, ["-e", program, "--", copy(), "--write"], {
        env: { JUPYTER_PATH, BACKPROP_HOME: home },
      }),
    );
    expect(code, stdout + stderr).to.equal(0);
    const shown = (id: string) => {
      const cell = readNotebook(copy()).cells.find((one) => one.id === id);
      return JSON.stringify(cell?.cell_type === "code" && cell.outputs);
    };
    for (const id of ["guess-check", "my-add-layer-check"])
      expect(shown(id), id).to.contain("✓ Passed");
    for (const id of ["my-div-layer-check", "my-basket-check"])
      expect(shown(id), id).to.contain("Not written yet");
    expect(JSON.parse(text(join(mine, "scorecard.json"))).passed).to.deep.equal({
      "02-3": true,
      "05-1": true,
      "05-2": true,
    });
  }).timeout(120_000);
});
