import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { needs } from "../../support/needs";
import { PROJECT } from "../../support/project";
import { contentsOf, RawKernel, resultText, streamText } from "../../support/raw-kernel";
import { runCommand } from "../../support/run-command";

const CELLS = [
  `import * as vega from "vega";
import * as vl from "vega-lite";
import type { TopLevelSpec } from "vega-lite";
import { chunk, range } from "lodash-es";
import { extent, mean } from "d3-array";
import z from "zod";`,
  `const Row = z.object({ x: z.number(), y: z.number() });
const rows = range(5).map((x) => Row.parse({ x, y: x * x }));
const average: number | undefined = mean(rows, (row) => row.y);
console.log(extent(rows, (row) => row.y), average, chunk(rows, 2).length);`,
  `const spec: TopLevelSpec = {
  data: { values: rows },
  mark: "line",
  encoding: { x: { field: "x", type: "quantitative" }, y: { field: "y", type: "quantitative" } },
};
const view = new vega.View(vega.parse(vl.compile(spec).spec), { renderer: "none" });
display({ "image/svg+xml": await view.toSVG() });`,
];

describe("kernel: a notebook elsewhere with ES packages of its own", function () {
  this.timeout(120_000);
  let folder: string;

  before(function () {
    needs(this, "packages of a notebook");
    folder = mkdtempSync(join(tmpdir(), "kernel-packages-"));
    writeFileSync(join(folder, "package.json"), '{ "name": "charts", "type": "module" }');
    const packages = join(PROJECT, "test/packages/node_modules");
    symlinkSync(packages, join(folder, "node_modules"), "junction");
  });
  after(() => {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  it("runs, and shows what vega draws", async () => {
    const file = join(folder, "charts.ipynb");
    const cells = CELLS.map((source) => ({
      cell_type: "code",
      execution_count: null,
      metadata: {},
      outputs: [],
      source,
    }));
    const kernelspec = { display_name: "TypeScript", language: "typescript", name: "tslab" };
    const notebook = { cells, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 4 };
    writeFileSync(file, JSON.stringify(notebook));
    const execute = join(PROJECT, "kernel-setup/commands/boot/execute.mjs");
    const { code, stdout, stderr } = await runCommand(
      process.execPath,
      [execute, "charts.ipynb", "--write"],
      { cwd: folder },
    );
    expect(code, stdout + stderr).to.equal(0);
    const written = JSON.parse(readFileSync(file, "utf8"));
    const [imported, computed, drawn] = written.cells.map(({ outputs }: never) => outputs);
    expect(imported).to.deep.equal([]);
    expect([computed[0].text].flat().join("")).to.equal("[ 0, 16 ] 6 3\n");
    const svg = [drawn[0].data["image/svg+xml"]].flat().join("");
    expect(svg).to.match(/^<svg[^>]* viewBox=/);
    // The line through the five points, and the axes' titles.
    const [, line] = /aria-roledescription="line mark"[^>]* d="(M[^"]*)"/.exec(svg) ?? [];
    expect(line?.split("L")).to.have.length(5);
    expect(svg).to.contain(">x</text>").and.to.contain(">y</text>");
  });

  it("has one instance of each, and types of the branch that runs", async () => {
    const kernel = await RawKernel.start({ cwd: folder });
    try {
      const { messages } = await kernel.run(
        'import z, { ZodError } from "zod";\nconst again = await import("zod");\n' +
          "let caught: unknown;\ntry { again.z.number().parse('x'); } catch (error) { caught = error; }\n" +
          "[z.ZodError === again.ZodError, ZodError === again.ZodError, caught instanceof ZodError]",
      );
      expect(resultText(messages)).to.equal("[ true, true, true ]");
      expect(streamText(messages, "stderr")).to.equal("");
      expect(contentsOf(messages, "error")).to.deep.equal([]);
      const wrong = await kernel.run('import { extent } from "d3-array";\nextent(5);');
      expect(wrong.reply.ename).to.equal("TypeScriptError");
    } finally {
      await kernel.stop();
    }
  });
});
