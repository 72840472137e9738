import { expect } from "chai";
import { CellRuns, type RunState } from "../../../../kernel-setup/book/reading/cell-runs";
import {
  type Json,
  type Lane,
  type Message,
  newHeader,
} from "../../../../kernel-setup/jupyter/messages/message";
import type { CodeCell } from "../../../../kernel-setup/jupyter/notebook-files/notebook";
import type { KernelEnd } from "../../../../kernel-setup/page/server/home";

/**
 * The end of a kernel whose cells hold one command: `print TEXT`, `show ID TEXT`, `update ID TEXT`, `throw`,
 * `wait` until it is interrupted, `die`.
 */
class FakeKernel implements KernelEnd {
  death: Error | undefined;
  ended: Promise<void>;
  /** The codes that it was asked to run, in order. */
  readonly ran: string[] = [];
  readonly asked: Json[] = [];
  #end = () => {};
  #listener: (channel: Lane, message: Message) => void = () => {};
  #interrupt = () => {};
  #count = 0;

  constructor() {
    this.ended = new Promise((end) => {
      this.#end = end;
    });
  }

  listen(listener: (channel: Lane, message: Message) => void): void {
    this.#listener = listener;
  }

  async pass(_: string, request: Message): Promise<void> {
    const { code } = request.content as { code: string };
    this.ran.push(code);
    this.asked.push({ ...request.content, ...request.metadata });
    const [command, id = "", ...words] = code.split(" ");
    const send = (channel: Lane, type: string, content: Json) =>
      this.#listener(channel, {
        ...{ identities: [], header: newHeader(type, "kernel"), metadata: {}, buffers: [] },
        ...{ parent_header: request.header, content },
      });
    const publish = (type: string, content: Json) => send("iopub", type, content);
    await Promise.resolve();
    publish("status", { execution_state: "busy" });
    publish("execute_input", { code, execution_count: ++this.#count });
    let reply: Json = { status: "ok", execution_count: this.#count };
    if (command === "print") publish("stream", { name: "stdout", text: `${id}\n` });
    const shown = {
      data: { "text/plain": words.join(" ") },
      metadata: {},
      transient: { display_id: id },
    };
    if (command === "show") publish("display_data", shown);
    if (command === "update") publish("update_display_data", shown);
    if (command === "throw" || command === "wait") {
      if (command === "wait")
        await new Promise<void>((end) => {
          this.#interrupt = end;
        });
      const ename = command === "wait" ? "Interrupted" : "Error";
      const evalue = id === "lose" ? "all is gone" : "no";
      const error = { ename, evalue, traceback: [`${ename}: ${evalue}`] };
      publish("error", error);
      reply = { status: "error", ...error };
    }
    if (command === "die") {
      this.death = new Error("The kernel ran out of memory.");
      this.#end();
      return;
    }
    // The reply may overtake the last output.
    send("shell", "execute_reply", reply);
    await Promise.resolve();
    if (command === "late") publish("stream", { name: "stdout", text: "late\n" });
    publish("status", { execution_state: "idle" });
  }

  async interrupt(): Promise<void> {
    this.#interrupt();
  }

  async shutdown(): Promise<void> {
    this.#end();
  }
}

function open(sources: string[], start?: () => Promise<KernelEnd>) {
  const cells = sources.map((source, i): CodeCell => {
    const [code, tag] = source.split(" #");
    return {
      ...{ cell_type: "code", id: `c${i}`, source: code, execution_count: null },
      ...{ metadata: tag === undefined ? {} : { tags: [tag] }, outputs: [] },
    };
  });
  const kernels: FakeKernel[] = [];
  const states: [string, RunState | undefined][] = [];
  const ended: string[] = [];
  const changed = new Set<string>();
  const statesOf = (id: string) => states.filter(([cell]) => cell === id).map(([, state]) => state);
  const runs = new CellRuns(
    cells,
    {
      start:
        start ??
        (async () => {
          kernels.push(new FakeKernel());
          return kernels[kernels.length - 1];
        }),
      isNew: ({ evalue }) => evalue === "all is gone",
    },
    {
      state: ({ id }, state) => states.push([id, state]),
      outputs: ({ id }) => changed.add(id),
      ended: (reason) => ended.push(reason),
    },
  );
  const last = () => Object.fromEntries(states);
  const text = (i: number) =>
    cells[i].outputs.map((output) =>
      output.output_type === "stream"
        ? output.text
        : output.output_type === "error"
          ? output.ename
          : output.data["text/plain"],
    );
  return { cells, runs, kernels, states, ended, last, text, statesOf, changed };
}

const until = async (isSo: () => boolean) => {
  for (let i = 0; i < 1000 && !isSo(); i++) await new Promise((done) => setTimeout(done, 1));
  expect(isSo()).to.equal(true);
};

describe("the cells of a reading page", () => {
  it("run from the first up to the one that was asked for, each when the one before has ended", async () => {
    const { cells, runs, kernels, last, text, statesOf, states } = open([
      ...["print a", "late", "show d b", "print never"],
    ]);
    await runs.run(cells[2]);
    expect(kernels).to.have.length(1);
    expect(kernels[0].ran).to.deep.equal(["print a", "late", "show d b"]);
    expect([0, 1, 2, 3].map(text)).to.deep.equal([["a\n"], ["late\n"], ["b"], []]);
    expect(last()).to.deep.equal({ c0: "done", c1: "done", c2: "done" });
    expect(statesOf("c0")).to.deep.equal(["waiting", "starting", "running", "done"]);
    expect(statesOf("c2")).to.deep.equal(["waiting", "running", "done"]);
    const at = (id: string, state: RunState) =>
      states.findIndex(([cell, one]) => cell === id && one === state);
    expect(at("c1", "running")).to.be.greaterThan(at("c0", "done"));
    expect(cells[2].execution_count).to.equal(3);
    expect(kernels[0].asked[2]).to.include({ cellId: "c2", allow_stdin: false, silent: false });
  });

  it("run again alone, since those above have run", async () => {
    const { cells, runs, kernels } = open(["print a", "print b", "print c"]);
    await runs.run(cells[1]);
    await runs.run(cells[1]);
    await runs.run(cells[2]);
    expect(kernels[0].ran).to.deep.equal(["print a", "print b", "print b", "print c"]);
  });

  it("wait in the order of the page, whichever was pressed first", async () => {
    const { cells, runs, kernels } = open(["print a", "print b", "print c", "print d"]);
    const pressed = [cells[1], cells[3], cells[0], cells[3]].map((cell) => runs.run(cell));
    await Promise.all(pressed);
    expect(kernels[0].ran).to.deep.equal(["print a", "print b", "print c", "print d"]);
  });

  it("do not run below one that fails, unless it may", async () => {
    const { cells, runs, kernels, last, text } = open([
      ...["throw #raises-exception", "throw", "print b", "print c"],
    ]);
    await runs.run(cells[3]);
    expect(kernels[0].ran).to.deep.equal(["throw", "throw"]);
    expect(last()).to.deep.equal({ c0: "failed", c1: "failed", c2: "held", c3: "held" });
    expect(text(1)).to.deep.equal(["Error"]);
    expect(kernels[0].asked.map((content) => content.stop_on_error)).to.deep.equal([false, true]);
    // What has failed runs again with the next that needs it; what may fail has run.
    await runs.run(cells[2]);
    expect(kernels[0].ran).to.deep.equal(["throw", "throw", "throw"]);
  });

  it("are stopped while one runs: none that waits runs then", async () => {
    const { cells, runs, kernels, last } = open(["print a", "wait", "print c"]);
    const run = runs.run(cells[2]);
    await until(() => last().c1 === "running");
    await runs.stop();
    await run;
    expect(kernels[0].ran).to.deep.equal(["print a", "wait"]);
    expect(last()).to.deep.equal({ c0: "done", c1: "stopped", c2: undefined });
  });

  it("begin with the first again when a stop has cost all variables", async () => {
    const { cells, runs, kernels, last } = open(["print a", "wait lose", "print c"]);
    const run = runs.run(cells[1]);
    await until(() => last().c1 === "running");
    await runs.stop();
    await run;
    expect(last()).to.deep.equal({ c0: undefined, c1: "stopped" });
    cells[1].source = "print b";
    await runs.run(cells[2]);
    expect(kernels).to.have.length(1);
    expect(kernels[0].ran.slice(2)).to.deep.equal(["print a", "print b", "print c"]);
  });

  it("are stopped while the kernel starts", async () => {
    let start = () => {};
    const kernel = new FakeKernel();
    const { cells, runs, last } = open(
      ["print a"],
      () =>
        new Promise((done) => {
          start = () => done(kernel);
        }),
    );
    const run = runs.run(cells[0]);
    await until(() => last().c0 === "starting");
    const stop = runs.stop();
    start();
    await Promise.all([run, stop]);
    expect(kernel.ran).to.deep.equal([]);
    expect(last().c0).to.equal(undefined);
    await runs.run(cells[0]);
    expect(last().c0).to.equal("done");
  });

  it("change what stands below others by the name of a display", async () => {
    const { cells, runs, text, changed } = open(["show d first", "update d second", "print c"]);
    await runs.run(cells[0]);
    changed.clear();
    await runs.run(cells[1]);
    expect([0, 1].map(text)).to.deep.equal([["second"], []]);
    // What has not run shows what it was saved with.
    expect([...changed]).to.deep.equal(["c1", "c0"]);
  });

  it("keep what they showed until their new run begins", async () => {
    const { cells, runs, text, last } = open(["wait"]);
    cells[0].outputs = [{ output_type: "stream", name: "stdout", text: "saved" }];
    const run = runs.run(cells[0]);
    expect(text(0)).to.deep.equal(["saved"]);
    await until(() => last().c0 === "running" && text(0)[0] !== "saved");
    expect(text(0)).to.deep.equal([]);
    await runs.stop();
    await run;
  });

  it("say why a kernel has ended, and begin with another one from the first", async () => {
    const { cells, runs, kernels, ended, last } = open(["print a", "die", "print c"]);
    await runs.run(cells[2]);
    expect(ended).to.deep.equal(["The kernel ran out of memory."]);
    expect(last()).to.deep.equal({ c0: undefined, c1: "failed", c2: undefined });
    cells[1].source = "print b";
    await runs.run(cells[1]);
    expect(kernels).to.have.length(2);
    expect(kernels[1].ran).to.deep.equal(["print a", "print b"]);
  });

  it("say why no kernel starts, and try it anew", async () => {
    let tries = 0;
    const { cells, runs, ended, last } = open(["print a"], async () => {
      if (++tries === 1) throw new Error("The worker's file is not there.");
      return new FakeKernel();
    });
    await runs.run(cells[0]);
    expect(ended).to.deep.equal(["The worker's file is not there."]);
    expect(last().c0).to.equal(undefined);
    await runs.run(cells[0]);
    expect(last().c0).to.equal("done");
  });
});
