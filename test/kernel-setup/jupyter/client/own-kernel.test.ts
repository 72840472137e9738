import { tmpdir } from "node:os";
import { expect } from "chai";
import { RunError } from "../../../../kernel-setup/jupyter/runner/run-error";
import { runNotebook } from "../../../../kernel-setup/jupyter/runner/run-notebook";
import { hasOwnKernel, notebookOf, ownKernel, textOf } from "../../../support/kernels";
import { needs } from "../../../support/needs";

type Cells = Parameters<typeof notebookOf>[0];

const run = (cells: Cells, cell = 60, flags: string[] = []) =>
  runNotebook(notebookOf(cells), { spec: ownKernel(flags), cwd: tmpdir(), timeouts: { cell } });

async function failureOf(cells: Cells, cell?: number, flags?: string[]): Promise<RunError> {
  const error = await run(cells, cell, flags).catch((reason) => reason);
  if (error instanceof RunError) return error;
  throw new Error(`failureOf: expected a RunError, but got ${error}`);
}

describe("runNotebook on the clone's kernel", function () {
  this.timeout(120_000);
  before(function () {
    if (!hasOwnKernel) this.skip();
  });

  it("keeps texts, results and counts, and every one of many lines", async () => {
    const lines = "for (let i = 0; i < 5000; i++) console.log(i);";
    const done = await run(['const word: string = "on";', "word", lines]);
    expect(textOf(done, 1)).to.equal("'on'");
    expect(done.cells[1]).to.have.property("execution_count", 2);
    expect(textOf(done, 2)).to.equal(Array.from({ length: 5000 }, (_, i) => `${i}\n`).join(""));
  });

  it("names cell, line, ename and message of an error, of a function's caller too", async () => {
    const error = await failureOf([
      'function f() {\n  throw new RangeError("too far");\n}',
      "const a = 1;\n\nf();",
    ]);
    expect(error.message).to.equal("Cell 2 (id c2), line 3 failed with RangeError: too far");
    const typed = await failureOf(["const a = 1;\nconst b: string = a;"]);
    expect(typed.cell).to.deep.equal({ id: "c1", number: 1, line: 2 });
    expect(typed.ename).to.equal("TypeScriptError");
  });

  it("fails at a rejection and a timer's error that nothing catches, and at stderr", async () => {
    const lost = await failureOf(['void Promise.reject(new Error("lost"));']);
    expect(lost).to.include({ ename: "Error", evalue: "lost" });
    const late = await failureOf([
      'setTimeout(() => { throw new Error("late"); }, 20);',
      "await new Promise((resolve) => setTimeout(resolve, 200));",
    ]);
    expect(late).to.include({ kind: "rejection", evalue: "late" });
    expect(late.cell).to.include({ id: "c1", line: 1 });
    expect((await failureOf(['console.error("careful")'])).kind).to.equal("stderr");
  });

  it("lets a cell fail that is tagged raises-exception, and goes on", async () => {
    const tags = ["raises-exception"];
    const done = await run([{ source: 'throw new Error("meant")', tags }, "'on'"]);
    expect([textOf(done, 0), textOf(done, 1)]).to.deep.equal(["meant", "'on'"]);
  });

  const AGAIN = "Its variables are gone: run the cells again from the first.";

  it("says which cell ended its kernel, how, and with which exit code, and keeps its outputs", async () => {
    const dead = await failureOf(["1", 'console.log("bye"); process.exit(3);']);
    expect(dead.kind).to.equal("kernel");
    expect(dead.message).to.equal(
      'Cell 2 (id c2) lost its kernel: The kernel "tslab" ended with exit code 3: ' +
        `The cell ended the kernel with process.exit(3). ${AGAIN}`,
    );
    expect(textOf(dead.notebook, 1)).to.match(/^bye\n\|The cell ended the kernel/);
  });

  it("says that a kernel ran out of memory, and how much it had", async function () {
    needs(this, "signals");
    const fill = "const all: number[][] = [];\nfor (;;) all.push(new Array(1e6).fill(1));";
    const dead = await failureOf([fill], 60, ["--max-old-space-size=150"]);
    expect(dead.kind).to.equal("kernel");
    expect(dead.message).to.match(
      /ended with exit code 134 \(SIGABRT\): The kernel ran out of memory: it used \d+ MB, and its heap may hold \d+ MB\./,
    );
    expect(dead.message).to.not.contain("native stack");
  });

  it("names the signal that ended a kernel from outside", async function () {
    needs(this, "signals");
    const kill =
      "import { spawnSync } from 'node:child_process';\n" +
      "spawnSync('kill', ['-KILL', String(process.pid)]);\nfor (;;);";
    const dead = await failureOf([kill]);
    expect(dead.message).to.contain(
      "ended with exit code 137 (SIGKILL): The kernel was killed (SIGKILL)",
    );
  });

  it("ends an endless loop", async () => {
    expect((await failureOf(["while (true);"], 2)).kind).to.equal("timeout");
  });
});
