import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import * as zmq from "zeromq";
import { endpoint } from "../../../kernel-setup/jupyter/messages/connection-file";
import { ownKernel } from "../../support/kernels";
import { needs } from "../../support/needs";
import { type Answer, contentsOf, RawKernel, streamText } from "../../support/raw-kernel";

const AGAIN = "Its variables are gone: run the cells again from the first.";

describe("kernel: its death", function () {
  this.timeout(60_000);
  let kernel: RawKernel | undefined;
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "kernel-death-"));
  });
  afterEach(async () => {
    await kernel?.stop();
    kernel = undefined;
    rmSync(folder, { recursive: true, force: true });
  });

  /** Starts the kernel as its kernelspec does, on the one connection file of this test. */
  async function startWatched(flags: string[] = []): Promise<RawKernel> {
    await kernel?.stop();
    const [program, ...args] = ownKernel(flags).spec.argv;
    const command = (file: string) => args.map((arg) => arg.replace("{connection_file}", file));
    kernel = await RawKernel.start({ folder, program, command });
    return kernel;
  }

  /** Starts the kernel without anybody who watches it, as on Windows. */
  async function startAlone(): Promise<RawKernel> {
    await kernel?.stop();
    kernel = await RawKernel.start({ folder });
    return kernel;
  }

  /** Runs a cell that ends the kernel. */
  async function lastCell(code: string): Promise<{ answer: Answer; code: number | null }> {
    if (kernel === undefined) throw new Error("lastCell: expected a kernel, but got none");
    const ended = once(kernel.process, "exit");
    const answer = await kernel.run(code);
    return { answer, code: (await ended)[0] };
  }

  const notes = () => readdirSync(folder).filter((name) => name.includes("note"));

  it("of a full memory is told to the cell, in the log and to the next kernel", async function () {
    needs(this, "signals");
    await startWatched(["--max-old-space-size=150"]);
    const fill = "const all: number[][] = [];\nfor (;;) all.push(new Array(1e6).fill(1));";
    const { answer, code } = await lastCell(fill);
    expect(code).to.equal(134);
    expect(answer.reply).to.include({ status: "error", ename: "KernelDied", execution_count: 1 });
    const reason = /^The kernel ran out of memory: it used \d+ MB, and its heap may hold \d+ MB\./;
    expect(answer.reply.evalue).to.match(reason).and.contain(AGAIN);
    const [error] = contentsOf(answer.messages, "error");
    expect(error.evalue).to.equal(answer.reply.evalue);
    expect(kernel?.stderr).to.match(new RegExp(reason.source, "m"));

    const next = await startWatched();
    const { reply } = await next.request("kernel_info_request", {});
    expect(reply.banner).to.match(/\nThe kernel before this one: The kernel ran out of memory/);
    expect(next.stderr).to.contain("The kernel before this one: The kernel ran out of memory");
    // The cell itself was told, so a notebook that is run again stays as it would be.
    expect(contentsOf((await next.run("1")).messages, "stream")).to.deep.equal([]);
  });

  it("by a signal from outside is told to the cell that ran", async function () {
    needs(this, "signals");
    await startWatched();
    const { answer, code } = await lastCell(
      "import { spawnSync } from 'node:child_process';\n" +
        "spawnSync('kill', ['-SEGV', String(process.pid)]);\nfor (;;);",
    );
    expect(code).to.equal(139);
    expect(answer.reply.evalue).to.equal(`The kernel crashed in native code (SIGSEGV). ${AGAIN}`);
  });

  const ends: [string, string, number | null][] = [
    ["process.exit(3)", "process.exit(3)", 3],
    ["process.exit(0)", "setTimeout(() => process.exit(), 20); await new Promise(() => {});", 0],
    ["process.abort()", "process.abort();", 134],
    ['process.kill(process.pid, "SIGKILL")', "process.kill(process.pid, 9);", 137],
    ['process.kill(process.pid, "SIGTERM")', "process.kill(process.pid);\nfor (;;);", 143],
  ];
  for (const [what, source, expected] of ends) {
    it(`by ${what} is told to the cell, after what it printed`, async function () {
      // Elsewhere these have other exit codes.
      if (!what.startsWith("process.exit")) needs(this, "signals");
      await startWatched();
      const { answer, code } = await lastCell(`console.log("last words");\n${source}`);
      expect(code).to.equal(expected);
      expect(answer.reply.evalue).to.equal(`The cell ended the kernel with ${what}. ${AGAIN}`);
      const types = answer.messages.map(({ header }) => header.msg_type);
      expect(types).to.deep.equal(["status", "execute_input", "stream", "error", "status"]);
      expect(streamText(answer.messages)).to.equal("last words\n");
    });
  }

  it("does not come to a process on whose signal a cell only listens", async function () {
    needs(this, "signals");
    const alone = await startAlone();
    await alone.run(
      "process.on('SIGTERM', () => console.log('heard'));\nprocess.kill(process.pid, 0);",
    );
    const { id } = await alone.run("process.kill(process.pid);");
    await alone.until(() => streamText(alone.messagesOf(id)) === "heard\n");
    expect((await alone.run("1 + 1")).reply.status).to.equal("ok");
  });

  it("by process.exit keeps its exit code while a front end reads nothing", async () => {
    const alone = await startAlone();
    const idle = new zmq.Subscriber({ linger: 0, receiveHighWaterMark: 1 });
    idle.subscribe();
    idle.connect(endpoint(alone.connection, "iopub"));
    await alone.run("await new Promise((resolve) => setTimeout(resolve, 300));");
    const ended = once(alone.process, "exit");
    await alone.sendCell("console.log('x'.repeat(12_000_000));\nprocess.exit(3);");
    expect(await ended).to.deep.equal([3, null]);
    idle.close();
  });

  it("is told by the next kernel's first cell, where nobody was there to tell the cell", async function () {
    needs(this, "signals");
    const first = await startAlone();
    await first.run("1");
    const id = await first.sendCell("for (;;);");
    await first.until(() => contentsOf(first.messagesOf(id), "execute_input").length > 0);
    const ended = once(first.process, "exit");
    spawnSync("kill", ["-KILL", String(first.process.pid)]);
    await ended;

    const next = await startAlone();
    const { messages } = await next.run("1");
    expect(streamText(messages, "stderr")).to.equal(
      "The kernel before this one has ended, and its variables are gone. " +
        "The kernel ended without saying why. That was while cell [2] ran.\n",
    );
    expect(contentsOf((await next.run("1")).messages, "stream")).to.deep.equal([]);
  });

  for (const [how, start] of [
    ["", startWatched],
    [", also where nobody watches", startAlone],
  ] as const) {
    it(`in good order leaves nothing to tell${how}`, async () => {
      for (let i = 0; i < 2; i++) {
        const each = await start();
        expect((await each.request("kernel_info_request", {})).reply.banner).to.not.contain("\n");
        expect(contentsOf((await each.run("1")).messages, "stream")).to.deep.equal([]);
        expect(notes()).to.deep.equal([]);
        const id = await each.sendCell("for (;;);");
        await each.until(() => contentsOf(each.messagesOf(id), "execute_input").length > 0);
        expect(notes()).to.have.length(1);
        const ended = once(each.process, "exit");
        await each.request("shutdown_request", { restart: true }, "control");
        await ended;
        expect(notes()).to.deep.equal([]);
      }
    });
  }
});
