import { randomUUID } from "node:crypto";
import { expect } from "chai";
import type { Message } from "../../../kernel-setup/jupyter/messages/message";
import { contentsOf, RawKernel, resultText, streamText } from "../../support/raw-kernel";

describe("kernel: comms", function () {
  this.timeout(60_000);
  let kernel: RawKernel;
  before(async () => {
    kernel = await RawKernel.start();
  });
  after(() => kernel.stop());

  /** Sends a comm message as a page does, and waits until it was handled. */
  async function send(msgType: string, content: object, extras: Partial<Message> = {}) {
    const id = await kernel.send(msgType, { ...content }, "shell", extras);
    await kernel.until(() => contentsOf(kernel.messagesOf(id), "status").length === 2);
    return { id, messages: kernel.messagesOf(id) };
  }

  it("opens from the page, answers messages with data and bytes, and tells of the closing", async () => {
    await kernel.run(
      `comms.register('echo', (comm, { data }) => {
  console.log('opened', comm.target, data.x);
  comm.onMessage(({ data, buffers }) => {
    comm.send({ got: data.n }, { buffers: buffers.map((b) => b.map((byte) => byte + 1)), metadata: { m: 1 } });
  });
  comm.onClose(({ data }) => console.log('closed', data.why, comm.isOpen));
});`,
    );
    const comm_id = randomUUID();
    const opened = await send("comm_open", { comm_id, target_name: "echo", data: { x: 5 } });
    expect(streamText(opened.messages)).to.equal("opened echo 5\n");
    const info = await kernel.request("comm_info_request", {});
    expect(info.reply.comms).to.deep.equal({ [comm_id]: { target_name: "echo" } });
    const other = await kernel.request("comm_info_request", { target_name: "other" });
    expect(other.reply).to.deep.equal({ status: "ok", comms: {} });

    const { messages } = await send(
      "comm_msg",
      { comm_id, data: { n: 7 } },
      { buffers: [Uint8Array.of(1, 2), Uint8Array.of()] },
    );
    const answer = messages.find(({ header }) => header.msg_type === "comm_msg");
    expect(answer?.content).to.deep.equal({ comm_id, data: { got: 7 } });
    expect(answer?.metadata).to.deep.equal({ m: 1 });
    expect(answer?.buffers.map((buffer) => [...buffer])).to.deep.equal([[2, 3], []]);

    const closed = await send("comm_close", { comm_id, data: { why: "done" } });
    expect(streamText(closed.messages)).to.equal("closed done false\n");
    expect((await kernel.request("comm_info_request", {})).reply.comms).to.deep.equal({});
  });

  it("opens from cells, and hears the page", async () => {
    const { messages } = await kernel.run(
      `const heard: unknown[] = [];
const line = comms.open('widget', { start: 1 }, { buffers: [new Float32Array([1.5])] });
line.onMessage(({ data }) => heard.push(data));
line.send({ more: 2 });`,
    );
    const open = messages.find(({ header }) => header.msg_type === "comm_open");
    const { comm_id, ...content } = open?.content ?? {};
    expect(content).to.deep.equal({ target_name: "widget", data: { start: 1 } });
    expect(open?.buffers[0].length).to.equal(4);
    expect(contentsOf(messages, "comm_msg")).to.deep.equal([{ comm_id, data: { more: 2 } }]);
    await send("comm_msg", { comm_id, data: { click: true } });
    expect(resultText((await kernel.run("heard")).messages)).to.equal("[ { click: true } ]");
    const end = await kernel.run("line.close(); line.close(); line.send({})");
    expect(contentsOf(end.messages, "comm_close").length).to.equal(1);
    expect(end.reply.evalue).to.match(/^Comm\.send: expected an open comm/);
  });

  it("carries a megabyte of bytes each way unchanged", async () => {
    await kernel.run(
      "comms.register('big', (c) => c.onMessage(({ buffers }) => c.send({}, { buffers })));",
    );
    const comm_id = randomUUID();
    await send("comm_open", { comm_id, target_name: "big", data: {} });
    const bytes = Uint8Array.from({ length: 1 << 20 }, (_, i) => i * 7);
    const { messages } = await send("comm_msg", { comm_id, data: {} }, { buffers: [bytes] });
    const answer = messages.find(({ header }) => header.msg_type === "comm_msg");
    expect(Buffer.compare(answer?.buffers[0] ?? new Uint8Array(), bytes)).to.equal(0);
  });

  it("closes what the page opens to a target that nobody registered", async () => {
    const comm_id = randomUUID();
    const { messages } = await send("comm_open", { comm_id, target_name: "nobody", data: {} });
    expect(contentsOf(messages, "comm_close")).to.deep.equal([{ comm_id, data: {} }]);
    const late = await send("comm_msg", { comm_id, data: {} });
    expect(contentsOf(late.messages, "error")).to.deep.equal([]);
  });

  it("has no widgets for ipywidgets, and closes no line of its: other pages would complain of that", async () => {
    const control = { comm_id: randomUUID(), target_name: "jupyter.widget.control", data: {} };
    const asked = await send("comm_open", control, { metadata: { version: "1.0.0" } });
    expect(contentsOf(asked.messages, "comm_close")).to.deep.equal([]);
    const { comm_id } = control;
    // What its widget manager reads of the answer.
    const { messages } = await send("comm_msg", { comm_id, data: { method: "request_states" } });
    expect(contentsOf(messages, "comm_msg")).to.deep.equal([
      { comm_id, data: { method: "update_states", states: {}, buffer_paths: [] } },
    ]);
    await send("comm_close", { comm_id, data: {} });
    // Version 6 asks thus.
    const version = { comm_id: randomUUID(), target_name: "jupyter.widget.version", data: {} };
    const types = (await send("comm_open", version)).messages.map(({ header }) => header.msg_type);
    expect(types).to.deep.equal(["status", "status"]);
    const info = await kernel.request("comm_info_request", { target_name: "jupyter.widget" });
    expect(info.reply.comms).to.deep.equal({});
  });

  it("leaves the lines of ipywidgets to a cell that wants them", async () => {
    const target_name = "jupyter.widget.control";
    const content = { comm_id: randomUUID(), target_name, data: {} };
    await kernel.run(`comms.register("${target_name}", (comm) => comm.send({ own: true }));`);
    const { messages } = await send("comm_open", content);
    expect(contentsOf(messages, "comm_msg")[0].data).to.deep.equal({ own: true });
    await kernel.run(`comms.unregister("${target_name}");`);
  });

  it("shows errors of handlers, sync and async, where the message came from", async () => {
    await kernel.run(
      `comms.register('bad', () => { throw new Error('at once'); });
comms.register('worse', async () => { await null; throw new Error('a little later'); });`,
    );
    for (const [target_name, text] of [
      ["bad", "at once"],
      ["worse", "a little later"],
    ]) {
      const { id } = await send("comm_open", { comm_id: randomUUID(), target_name, data: {} });
      await kernel.until(() => contentsOf(kernel.messagesOf(id), "error").length > 0);
      const [error] = contentsOf(kernel.messagesOf(id), "error");
      expect(error.evalue).to.equal(text);
      expect(String(error.traceback)).to.match(/cell \[\d+\]:/);
    }
  });

  it("can interrupt a handler that loops", async () => {
    await kernel.run(
      "let alive = 1;\ncomms.register('loop', () => { console.log('begun'); while (true) {} });",
    );
    const content = { comm_id: randomUUID(), target_name: "loop", data: {} };
    const id = await kernel.send("comm_open", content);
    await kernel.printed(id, "begun");
    await kernel.request("interrupt_request", {}, "control");
    await kernel.until(() => contentsOf(kernel.messagesOf(id), "status").length === 2);
    expect(contentsOf(kernel.messagesOf(id), "error")[0].ename).to.equal("Interrupted");
    expect(resultText((await kernel.run("alive")).messages)).to.equal("1");
  });

  it("ignores comm messages of the wrong kind", async () => {
    await send("comm_open", {});
    await send("comm_msg", { comm_id: 5, data: "text" });
    await send("comm_close", { comm_id: null });
    expect(resultText((await kernel.run("'alive'")).messages)).to.equal("'alive'");
  });
});
