import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { formatNotebook } from "../../../../kernel-setup/jupyter/notebook-files/notebook";
import { RunError } from "../../../../kernel-setup/jupyter/runner/run-error";
import { runNotebook } from "../../../../kernel-setup/jupyter/runner/run-notebook";
import { fakeKernel, notebookOf, ROOT, stockTslab, textOf } from "../../../support/kernels";
import { removeTemporary, temporaryFolder } from "../../commands/parts/temporary";

type Cells = Parameters<typeof notebookOf>[0];
type Options = Partial<Parameters<typeof runNotebook>[1]>;

const run = (cells: Cells, options: Options = {}) =>
  runNotebook(notebookOf(cells), { spec: fakeKernel(), cwd: tmpdir(), ...options });

/** Runs a notebook that must fail. */
async function failureOf(cells: Cells, options: Options = {}): Promise<RunError> {
  try {
    await run(cells, options);
  } catch (error) {
    if (error instanceof RunError) return error;
    throw error;
  }
  throw new Error("failureOf: expected the run to fail, but it did not");
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe("runNotebook", function () {
  this.timeout(30_000);
  afterEach(removeTemporary);

  it("runs the code cells in order and keeps outputs, counts and the language", async () => {
    const input = notebookOf(["stdout a\nstdout b", "result 2"]);
    const before = formatNotebook(input);
    const seen: string[] = [];
    const done = await runNotebook(input, {
      spec: fakeKernel(),
      cwd: tmpdir(),
      onProgress: ({ done, total }) => seen.push(`${done}/${total}`),
    });
    expect(textOf(done, 0)).to.equal("a\nb\n");
    expect(textOf(done, 1)).to.equal("2");
    expect(done.cells.map((c) => c.cell_type === "code" && c.execution_count)).to.deep.equal([
      1, 2,
    ]);
    expect(done.metadata.language_info).to.deep.include({ name: "fake" });
    expect(seen).to.deep.equal(["0/2", "1/2", "2/2"]);
    expect(formatNotebook(input)).to.equal(before);
    formatNotebook(done);
  });

  it("works in the notebook's folder, with the spec's environment, and tells the kernel its parent", async () => {
    const cwd = temporaryFolder();
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the kernelspec's own placeholder.
    const spec = fakeKernel({ FAKE_HOME: "${TMP_OF_TEST}/x" });
    process.env.TMP_OF_TEST = "/t";
    const done = await run(["cwd", "env FAKE_HOME", "env JPY_PARENT_PID"], { cwd, spec });
    expect([0, 1, 2].map((i) => textOf(done, i))).to.deep.equal([cwd, "/t/x", `${process.pid}`]);
  });

  it("leaves out empty cells and those tagged skip-execution", async () => {
    const done = await run([" \n", { source: "die 1", tags: ["skip-execution"] }, "result 3"]);
    expect(done.cells[2]).to.have.property("execution_count", 1);
  });

  it("clears the outputs of an earlier run, also of cells that do not run", async () => {
    const input = notebookOf([{ source: "stdout x", tags: ["skip-execution"] }]);
    Object.assign(input.cells[0], { execution_count: 9, outputs: [{ output_type: "stream" }] });
    const done = await runNotebook(input, { spec: fakeKernel(), cwd: tmpdir() });
    expect(done.cells[0]).to.deep.include({ outputs: [], execution_count: null });
  });

  it("follows updates of displays of earlier cells", async () => {
    const done = await run(["display bar 0 %", "update bar 100 %"]);
    expect([textOf(done, 0), textOf(done, 1)]).to.deep.equal(["100 %", ""]);
  });

  it("ends at a failing cell and says where and what, with the outputs up to there", async () => {
    const error = await failureOf(["stdout fine", { source: "error no good", id: "bad" }, "die 1"]);
    expect(error.kind).to.equal("error");
    expect(error.cell).to.deep.equal({ id: "bad", number: 2, line: 2 });
    expect(error.message).to.equal("Cell 2 (id bad), line 2 failed with FakeError: no good");
    expect(error.traceback).to.deep.equal(["FakeError", "    at cell [2]:2:9"]);
    expect(textOf(error.notebook, 0)).to.equal("fine\n");
    expect(textOf(error.notebook, 1)).to.equal("no good");
  });

  it("reads the error of a kernel that only writes it to stderr", async () => {
    const error = await failureOf(["bare-error cell:2\\n^\\n\\nRangeError: too far\\n    at x"]);
    expect(error).to.include({ kind: "error", ename: "RangeError", evalue: "too far" });
  });

  it("lets a cell fail that is tagged raises-exception, and asks again when the next is dropped", async () => {
    const done = await run([
      { source: "drop-next 400\nerror as it must", tags: ["raises-exception"] },
      "result after",
    ]);
    expect([textOf(done, 0), textOf(done, 1)]).to.deep.equal(["as it must", "after"]);
  });

  it("fails at an error that nothing awaited, also when it comes after the cell", async () => {
    const error = await failureOf(["late-error floating", "sleep 100", "die 1"]);
    expect(error).to.include({ kind: "rejection", evalue: "floating" });
    expect(error.cell).to.deep.include({ id: "c1", number: 1 });
    expect(textOf(error.notebook, 0)).to.equal("floating");
  });

  it("fails at stderr that the cell does not declare", async () => {
    const error = await failureOf(["stderr careful"]);
    expect(error.kind).to.equal("stderr");
    expect(error.message).to.equal(
      'Cell 1 (id c1) wrote to stderr without the tag "stderr": careful',
    );
    const done = await run([{ source: "stderr careful", tags: ["stderr"] }]);
    expect(textOf(done, 0)).to.equal("careful\n");
  });

  it("reports a kernel that dies, with exit code and last words", async () => {
    const error = await failureOf([
      "stdout before",
      "stdout dying\nlast-words out of memory\ndie 3",
    ]);
    expect(error).to.include({ kind: "kernel" });
    expect(error.message).to.include(
      'Cell 2 (id c2) lost its kernel: The kernel "fake" ended with exit code 3',
    );
    expect(error.traceback).to.deep.equal(["out of memory"]);
    expect(textOf(error.notebook, 0)).to.equal("before\n");
  });

  it("ends a cell, and a notebook, that takes too long, and its kernel", async () => {
    const cell = await failureOf(["pid", "hang"], { timeouts: { cell: 0.5 } });
    expect(cell.message).to.equal("Cell 2 (id c2) did not end in time: A cell may take 0.5 s.");
    expect(isAlive(Number(textOf(cell.notebook, 0)))).to.equal(false);
    const whole = await failureOf(Array(30).fill("sleep 100"), { timeouts: { notebook: 1 } });
    expect(whole).to.include({ kind: "timeout", evalue: "The notebook may take 1 s." });
  });

  it("ends the kernel when it is told to stop, though the kernel be stubborn", async () => {
    const stop = new AbortController();
    const spec = fakeKernel({ FAKE_STUBBORN: "1" });
    const onProgress = ({ done }: { done: number }) => {
      if (done === 1) setTimeout(() => stop.abort(new Error("enough.")), 100);
    };
    const error = await failureOf(["pid", "hang"], { signal: stop.signal, spec, onProgress });
    expect(error).to.include({ kind: "cancelled", evalue: "enough." });
    expect(isAlive(Number(textOf(error.notebook, 0)))).to.equal(false);
  });

  it("leaves no kernel behind that was still starting", async () => {
    const file = join(temporaryFolder(), "started");
    const spec = fakeKernel({ FAKE_START: `mute:${file}` });
    const error = await failureOf(["pid"], { spec, timeouts: { notebook: 1 } });
    expect(error).to.include({ kind: "timeout" });
    expect(isAlive(Number(readFileSync(file, "utf8")))).to.equal(false);
  });

  it("goes on when a kernel loses its idle status", async () => {
    const done = await run(["stdout a\nno-idle", "result 2"]);
    expect([textOf(done, 0), textOf(done, 1)]).to.deep.equal(["a\n", "2"]);
  });

  it("reports a cell that the kernel never answered though it is idle", async () => {
    const error = await failureOf(["stdout a\nno-reply"]);
    expect(error).to.include({ kind: "kernel" });
    expect(error.message).to.include("became idle without answering");
  });

  it("runs a notebook without cells without a kernel to speak of", async () => {
    expect((await run([])).cells).to.deep.equal([]);
  });
});

describe("runNotebook on a stock tslab", function () {
  this.timeout(60_000);
  // A stock tslab finds Node's types in the folder it works in.
  const stock = { spec: stockTslab(), cwd: ROOT };

  it("runs TypeScript, keeps state between cells and survives the messages tslab loses", async () => {
    const cells = Array.from({ length: 260 }, (_, i) => `console.log(${i})`);
    const done = await run(["const x: number = 20;", "console.log(x + 1)", ...cells], stock);
    expect(textOf(done, 1)).to.equal("21\n");
    const last = done.cells.at(-1);
    expect(last).to.have.property("execution_count", 262);
    expect(textOf(done, 261)).to.equal("259\n");
  });

  it("names the line of a type error", async () => {
    const error = await failureOf(["const a = 1;\nconst b: string = a;"], stock);
    expect(error.cell).to.deep.include({ number: 1, line: 2 });
    expect(error.message).to.include("Type 'number' is not assignable to type 'string'");
  });

  it("sees a rejection that nothing awaited", async () => {
    const error = await failureOf(['Promise.reject(new RangeError("lost")); 0'], {
      spec: stockTslab(),
    });
    expect(error).to.include({ kind: "rejection", ename: "RangeError", evalue: "lost" });
  });
});
