import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import * as zmq from "zeromq";
import { endpoint } from "../../../kernel-setup/jupyter/messages/connection-file";
import { newHeader } from "../../../kernel-setup/jupyter/messages/message";
import { encode } from "../../../kernel-setup/jupyter/messages/wire";
import { contentsOf, RawKernel, resultText } from "../../support/raw-kernel";

describe("kernel: input", function () {
  this.timeout(60_000);
  let kernel: RawKernel;
  before(async () => {
    kernel = await RawKernel.start();
  });
  after(() => kernel.stop());

  const asking = { allow_stdin: true };

  it("asks the front end that runs the cell, and waits for the answer", async () => {
    const id = await kernel.sendCell("const name = prompt('Name? ');\n'hello ' + name", asking);
    const question = await kernel.question();
    expect(question.header.msg_type).to.equal("input_request");
    expect(question.parent_header.msg_id).to.equal(id);
    expect(question.content).to.deep.equal({ prompt: "Name? ", password: false });
    await kernel.reply("역전파 😀", question);
    const { reply, messages } = await kernel.answer(id);
    expect(reply.status).to.equal("ok");
    expect(resultText(messages)).to.equal("'hello 역전파 😀'");
  });

  it("hides passwords, puts a default in for an empty answer, and needs no parent in the reply", async () => {
    const id = await kernel.sendCell(
      "[prompt('p', { password: true }), prompt('d', 'by default'), prompt()]",
      asking,
    );
    const question = await kernel.question();
    expect(question.content).to.deep.equal({ prompt: "p", password: true });
    await kernel.reply("secret");
    await kernel.question();
    await kernel.reply("");
    expect((await kernel.question()).content.prompt).to.equal("");
    await kernel.reply("");
    const { messages } = await kernel.answer(id);
    expect(resultText(messages)).to.equal("[ 'secret', 'by default', '' ]");
  });

  it("shows what was printed before the question, and asks in a loop and after an await", async () => {
    const id = await kernel.sendCell(
      "console.log('first');\nawait null;\nlet sum = 0;\nwhile (sum < 6) sum += Number(prompt('n'));\nsum",
      asking,
    );
    for (const value of ["1", "2", "3"]) {
      const question = await kernel.question();
      await kernel.until(() => kernel.messagesOf(id).some(({ content }) => content.text));
      await kernel.reply(value, question);
    }
    expect(resultText((await kernel.answer(id)).messages)).to.equal("6");
  });

  it("refuses with a sentence when the front end allows no input", async () => {
    const { reply } = await kernel.run("prompt('anyone? ')");
    expect(reply.status).to.equal("error");
    expect(reply.evalue).to.equal(
      "prompt: expected a front end that can ask the reader, but this one allows no input",
    );
  });

  it("refuses once the cell has ended", async () => {
    const { id } = await kernel.run("setTimeout(() => prompt('late'), 20); 1", asking);
    await kernel.until(() =>
      kernel.messagesOf(id).some(({ content }) => /has ended/.test(String(content.evalue))),
    );
  });

  it("says so when the front end has no stdin channel", async () => {
    const shell = new zmq.Dealer({ linger: 0 });
    shell.connect(endpoint(kernel.connection, "shell"));
    const header = newHeader("execute_request", "no stdin");
    const content = { code: "prompt('hello? ')", silent: false, ...asking };
    const parts = { identities: [], parent_header: {}, metadata: {}, buffers: [] };
    await shell.send(encode({ ...parts, header, content }, kernel.connection.key));
    const messages = kernel.messagesOf.bind(kernel, header.msg_id);
    // Until it is idle again, it aborts what is sent: the cell fails.
    await kernel.until(() =>
      contentsOf(messages(), "status").some((status) => status.execution_state === "idle"),
    );
    expect(contentsOf(messages(), "error")[0].evalue).to.match(
      /^prompt: expected an answer.*cannot be reached/,
    );
    shell.close();
  });

  it("stops waiting when it is interrupted, and does not take the late answer for the next one", async () => {
    expect((await kernel.run("let kept = 7;")).reply.status).to.equal("ok");
    for (const code of [
      "prompt('?')",
      "await null; prompt('?')",
      "while (true) try { prompt() } catch {}",
    ]) {
      const id = await kernel.sendCell(code, asking);
      const question = await kernel.question();
      await sleep(50);
      await kernel.request("interrupt_request", {}, "control");
      expect((await kernel.answer(id)).reply.ename, code).to.equal("Interrupted");
      const next = await kernel.sendCell("[kept, prompt('again')]", asking);
      const again = await kernel.question();
      await kernel.reply("too late", question);
      await sleep(20);
      await kernel.reply("right", again);
      expect(resultText((await kernel.answer(next)).messages)).to.equal("[ 7, 'right' ]");
    }
  });
});
