import { expect } from "chai";
import { stockTslab, withKernelFolder } from "../support/kernel-folder";
import {
  codeCells,
  committedLessons,
  copyPath,
  joined,
  readNotebook,
  writeNotebook,
} from "../support/lessons";
import { needs, PYTHON } from "../support/needs";
import { runCommand } from "../support/run-command";

const COUNT = "(globalThis as any).cellsRun = ((globalThis as any).cellsRun ?? 0) + 1;";

describe("the lessons on a stock tslab", () => {
  for (const lesson of committedLessons().filter(({ language }) => language === "en")) {
    it(`${lesson.language}/${lesson.file} runs every cell without an error`, async function () {
      needs(this, "nbconvert");
      await withKernelFolder(stockTslab(), async (folder) => {
        const copy = copyPath(folder, lesson);
        const notebook = readNotebook(lesson.path);
        const cells = codeCells(notebook);
        // A stock tslab skips cells silently after an error: a counter in each cell tells.
        for (const cell of cells) cell.source = `${COUNT}\n${joined(cell.source)}`;
        notebook.cells.push({
          id: "count",
          cell_type: "code",
          source: "console.log((globalThis as any).cellsRun);",
          execution_count: null,
          outputs: [],
          metadata: {},
        });
        writeNotebook(copy, notebook);
        const { code, stderr } = await runCommand(
          PYTHON,
          ["-m", "jupyter", "nbconvert", "--to", "notebook", "--execute", "--inplace", copy],
          { cwd: folder, env: { JUPYTER_PATH: folder } },
        );
        expect(code, stderr).to.equal(0);

        const ran = codeCells(readNotebook(copy));
        const outputs = ran.flatMap((cell) => cell.outputs ?? []);
        expect(outputs.filter((output) => output.name === "stderr")).to.deep.equal([]);
        expect(joined(ran.at(-1)?.outputs?.[0]?.text).trim()).to.equal(String(cells.length));
        expect(outputs.some((output) => output.data?.["text/html"] !== undefined)).to.equal(true);
      });
    }).timeout(180_000);
  }
});
