import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { Random } from "../../../src/arrays/random";
import { needs } from "../../support/needs";
import { contentsOf, RawKernel, resultText } from "../../support/raw-kernel";

describe("kernel: interrupt", function () {
  this.timeout(60_000);
  let kernel: RawKernel;
  before(async () => {
    kernel = await RawKernel.start();
    await kernel.run("let kept = 7;");
  });
  after(() => kernel.stop());

  const cells: [string, string][] = [
    ["an endless loop", "while (true) {}"],
    ["a loop that catches everything", "while (true) { try { while (true) {} } catch {} }"],
    ["a pending await", "await new Promise(() => {});"],
    ["a loop after an await", "await null;\nwhile (true) {}"],
    ["a loop after a timer", "await new Promise((r) => setTimeout(r, 10));\nfor (;;) {}"],
    ["a loop of awaits", "while (true) await new Promise((r) => setTimeout(r, 5));"],
    ["a loop that prints", "while (true) console.log('x'.repeat(1000));"],
    [
      "a display that never comes",
      "({ [Symbol.for('Jupyter.display')]: () => new Promise(() => {}) })",
    ],
  ];
  /** Sends a cell and waits until it runs, and a little more, so that it is in the midst of it. */
  async function begin(code: string): Promise<string> {
    const id = await kernel.sendCell(`console.log("begun");\n${code}`);
    await kernel.printed(id, "begun\n");
    await sleep(50);
    return id;
  }

  for (const [name, code] of cells) {
    it(`ends ${name} with an error and keeps the variables`, async () => {
      const id = await begin(code);
      const { reply } = await kernel.request("interrupt_request", {}, "control");
      expect(reply.status).to.equal("ok");
      const answer = await kernel.answer(id);
      expect(answer.reply.status).to.equal("error");
      expect(answer.reply.ename).to.equal("Interrupted");
      expect(contentsOf(answer.messages, "error").length).to.equal(1);
      expect(resultText((await kernel.run("kept")).messages)).to.equal("7");
    });
  }

  it("aborts what waits behind the interrupted cell", async () => {
    const id = await begin("while (true) {}");
    const waiting = await kernel.sendCell("kept = 8;");
    // Handled in order, so the waiting cell has come too.
    await sleep(50);
    await kernel.request("interrupt_request", {}, "control");
    expect((await kernel.answer(id)).reply.ename).to.equal("Interrupted");
    expect((await kernel.answer(waiting)).reply.status).to.equal("aborted");
  });

  it("stops a cell that is still being checked before it begins", async () => {
    const values = Array.from({ length: 4000 }, (_, n) => `const v${n}: number = ${n};`);
    const id = await kernel.sendCell(`console.log('began');\n${values.join("\n")}`);
    await kernel.until(() => contentsOf(kernel.messagesOf(id), "execute_input").length > 0);
    await kernel.request("interrupt_request", {}, "control");
    const { reply, messages } = await kernel.answer(id);
    expect(reply.ename).to.equal("Interrupted");
    expect(contentsOf(messages, "stream")).to.deep.equal([]);
    expect(resultText((await kernel.run("kept")).messages)).to.equal("7");
  });

  it("ends a cell once, however often and quickly it is interrupted", async () => {
    const id = await begin("for (;;);");
    const interrupts = await Promise.all(
      [1, 2, 3].map(() => kernel.send("interrupt_request", {}, "control")),
    );
    for (const each of interrupts) expect((await kernel.answer(each)).reply.status).to.equal("ok");
    const { reply, messages } = await kernel.answer(id);
    expect(reply.ename).to.equal("Interrupted");
    expect(contentsOf(messages, "error").length).to.equal(1);
    await sleep(100);
    expect(resultText((await kernel.run("kept")).messages)).to.equal("7");
  });

  it("ends its own cell and never the next one, at whatever moment it comes", async () => {
    const codes = [
      "while (true) {}",
      "prompt('?')",
      "await null; prompt('?')",
      "while (true) try { prompt() } catch {}",
      "await new Promise((r) => setTimeout(r, 30));",
      "while (true) await new Promise((r) => setTimeout(r, 2));",
    ];
    const random = new Random(5);
    for (let round = 0; round < 24; round++) {
      const code = codes[round % codes.length];
      const id = await kernel.sendCell(code, { allow_stdin: true });
      // Before that, there is nothing to interrupt: a cell that is still on its way would run on.
      await kernel.until(() => contentsOf(kernel.messagesOf(id), "status").length > 0);
      await sleep(random.integer(100));
      await kernel.send("interrupt_request", {}, "control");
      const { reply } = await kernel.answer(id);
      if (reply.status !== "ok") expect(reply.ename, code).to.equal("Interrupted");
      expect(resultText((await kernel.run("kept")).messages), `after ${code}`).to.equal("7");
    }
  });

  it("does nothing while no cell runs", async () => {
    await kernel.request("interrupt_request", {}, "control");
    await sleep(100);
    expect(resultText((await kernel.run("kept")).messages)).to.equal("7");
  });

  it("waits for a timer's callback instead of dying with it", async () => {
    const id = await kernel.sendCell(
      "setTimeout(() => { console.log('calls'); const end = Date.now() + 700; while (Date.now() < end); }, 1);\n" +
        "await new Promise(() => {});",
    );
    await kernel.printed(id, "calls");
    await kernel.request("interrupt_request", {}, "control");
    expect((await kernel.answer(id)).reply.ename).to.equal("Interrupted");
    expect(resultText((await kernel.run("kept")).messages)).to.equal("7");
  });

  it("answers on control and heartbeat while a cell blocks", async () => {
    const id = await begin("while (true) {}");
    const { reply } = await kernel.request("kernel_info_request", {}, "control");
    expect(reply.status).to.equal("ok");
    await kernel.hb.send("ping");
    expect(String(await kernel.hb.receive())).to.equal("ping");
    await kernel.request("interrupt_request", {}, "control");
    await kernel.answer(id);
  });

  it("also heeds SIGINT", async function () {
    needs(this, "signals");
    for (const code of ["while (true) {}", "await new Promise(() => {});"]) {
      const id = await begin(code);
      kernel.process.kill("SIGINT");
      expect((await kernel.answer(id)).reply.ename).to.equal("Interrupted");
    }
    expect(resultText((await kernel.run("kept")).messages)).to.equal("7");
  });
});
