import { copyFileSync } from "node:fs";
import { expect } from "chai";
import { ourKernel, withKernelFolder } from "../support/kernel-folder";
import {
  codeCells,
  committedLessons,
  copyPath,
  joined,
  readNotebook,
  someLessons,
  writeNotebook,
} from "../support/lessons";
import { needs, PYTHON } from "../support/needs";
import { runCommand } from "../support/run-command";

/** What a reader sees of a cell: the kinds of its outputs, and the text of each. */
const seen = (path: string) =>
  codeCells(readNotebook(path)).map((cell) => ({
    id: cell.id,
    outputs: (cell.outputs ?? []).map((output) => [
      output.output_type,
      joined(output.text) || Object.keys(output.data ?? {}).sort(),
    ]),
  }));

// One language here and the other on a stock tslab: the cells are the same.
describe("the lessons through nbconvert and nbclient, on our kernel", () => {
  for (const lesson of someLessons().filter(({ language }) => language === "ko")) {
    it(`${lesson.language}/${lesson.file} runs to its end and shows what is committed`, async function () {
      needs(this, "nbconvert");
      await withKernelFolder(ourKernel(), async (folder) => {
        const copy = copyPath(folder, lesson);
        copyFileSync(lesson.path, copy);
        const { code, stderr } = await runCommand(
          PYTHON,
          ["-m", "jupyter", "nbconvert", "--to", "notebook", "--execute", "--inplace", copy],
          { cwd: folder, env: { JUPYTER_PATH: folder } },
        );
        expect(code, stderr).to.equal(0);
        const counts = codeCells(readNotebook(copy)).map((cell) => cell.execution_count);
        expect(counts).to.deep.equal(counts.map((_, index) => index + 1));
        expect(seen(copy)).to.deep.equal(seen(lesson.path));
      });
    }).timeout(120_000);
  }

  it("end non-zero at a failing cell and name the error", async function () {
    needs(this, "nbconvert");
    await withKernelFolder(ourKernel(), async (folder) => {
      const lesson = committedLessons()[0];
      const copy = copyPath(folder, lesson);
      const notebook = readNotebook(lesson.path);
      codeCells(notebook)[1].source = 'throw new RangeError("expected a failing cell");';
      writeNotebook(copy, notebook);
      const { code, stderr } = await runCommand(
        PYTHON,
        ["-m", "jupyter", "nbconvert", "--to", "notebook", "--execute", "--stdout", copy],
        { cwd: folder, env: { JUPYTER_PATH: folder } },
      );
      expect(code).to.not.equal(0);
      expect(stderr).to.contain("RangeError: expected a failing cell");
    });
  }).timeout(120_000);
});
