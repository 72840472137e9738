import { tmpdir } from "node:os";
import { expect } from "chai";
import { runNotebooks } from "../../../../kernel-setup/jupyter/runner/run-notebooks";
import { fakeKernel, notebookOf, textOf } from "../../../support/kernels";

const task = (...cells: string[]) => ({
  notebook: notebookOf(cells),
  spec: fakeKernel(),
  cwd: tmpdir(),
});

describe("runNotebooks", function () {
  this.timeout(30_000);

  it("gives the outcomes in the order of the tasks, and a failure stops no other", async () => {
    const ended: number[] = [];
    const tasks = [task("sleep 300", "stdout slow"), task("error bad"), task("stdout last")];
    const outcomes = await runNotebooks(tasks, { jobs: 2, onEnd: (i) => ended.push(i) });
    const texts = outcomes.map((o) =>
      o.error ? o.error.evalue : textOf(o.notebook, o.notebook.cells.length - 1),
    );
    expect(texts).to.deep.equal(["slow\n", "bad", "last\n"]);
    expect([...ended].sort()).to.deep.equal([0, 1, 2]);
  });

  it("runs no more at once than it may", async () => {
    let running = 0;
    let most = 0;
    await runNotebooks(
      [1, 2, 3, 4].map(() => task("sleep 700")),
      {
        jobs: 2,
        onProgress: (_, { done }) => {
          if (done === 0) most = Math.max(most, ++running);
        },
        onEnd: () => running--,
      },
    );
    expect(most).to.equal(2);
  });

  it("ends the others at the first failure when asked to", async () => {
    const outcomes = await runNotebooks([task("hang"), task("error bad"), task("stdout x")], {
      jobs: 2,
      failFast: true,
    });
    expect(outcomes.map((o) => o.error?.kind)).to.deep.equal(["cancelled", "error", "cancelled"]);
  });
});
