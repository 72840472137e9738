import { createHmac, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import * as zmq from "zeromq";
import { CHANNELS, endpoint } from "../../../kernel-setup/jupyter/messages/connection-file";
import { newHeader } from "../../../kernel-setup/jupyter/messages/message";
import { encode } from "../../../kernel-setup/jupyter/messages/wire";
import { needs } from "../../support/needs";
import { makeConnection, RawKernel, resultText, streamText } from "../../support/raw-kernel";

describe("kernel: bad messages", function () {
  this.timeout(60_000);
  let kernel: RawKernel;
  before(async () => {
    kernel = await RawKernel.start();
    await kernel.run("let touched = 0;");
  });
  after(() => kernel.stop());

  function cell(key: string): Uint8Array[] {
    const header = newHeader("execute_request", kernel.session);
    const content = { code: "touched++", silent: false };
    return encode(
      { identities: [], header, parent_header: {}, metadata: {}, content, buffers: [] },
      key,
    );
  }

  async function touched(): Promise<string | undefined> {
    return resultText((await kernel.run("touched")).messages);
  }

  it("does not run a cell that is signed with another key, or not at all", async () => {
    await kernel.shell.send(cell("another key"));
    await kernel.shell.send(cell(""));
    expect(await touched()).to.equal("0");
  });

  it("runs a message once, however often it is sent", async () => {
    const frames = cell(kernel.connection.key);
    for (let i = 0; i < 3; i++) await kernel.shell.send(frames);
    expect(await touched()).to.equal("1");
  });

  it("survives cut, empty, reordered and random frames on every socket", async () => {
    const good = cell(kernel.connection.key);
    const bad: Uint8Array[][] = [[Buffer.alloc(0)], [Buffer.from("<IDS|MSG>")], good.toReversed()];
    for (let length = 1; length < good.length; length++) bad.push(good.slice(0, length));
    for (let i = 0; i < 200; i++) {
      bad.push(Array.from({ length: 1 + (i % 8) }, () => randomBytes(i)));
    }
    for (const frames of bad) {
      await kernel.shell.send(frames);
      await kernel.control.send(frames);
    }
    expect(await touched()).to.equal("1");
    const { reply } = await kernel.request("kernel_info_request", {}, "control");
    expect(reply.status).to.equal("ok");
  });

  it("survives signed messages with contents of the wrong kind and unknown types", async () => {
    await kernel.run(5 as unknown as string);
    await kernel.request("complete_request", { code: 7, cursor_pos: "x" });
    await kernel.request("inspect_request", { code: null, cursor_pos: -3 });
    await kernel.request("history_request", { hist_access_type: 1, n: "many" });
    await kernel.run("1", { user_expressions: "none" });
    await kernel.send("no_such_request", {});
    await kernel.send("no_such_request", {}, "control");
    expect(await touched()).to.equal("1");
  });

  /** Signs parts whatever they hold. */
  function sign(...parts: string[]): Uint8Array[] {
    const hmac = createHmac("sha256", kernel.connection.key);
    for (const part of parts) hmac.update(part);
    return ["<IDS|MSG>", hmac.digest("hex"), ...parts].map((text) => Buffer.from(text));
  }

  it("survives signed messages that are nested without end, or whose header has wrong types", async () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    const header = JSON.stringify(newHeader("execute_request", kernel.session)).slice(0, -1);
    const empty = '{"code": "touched++"}';
    const bad = [
      sign(`${header}, "more": ${deep}}`, "{}", "{}", empty),
      sign(`${header}}`, "{}", `{"more": ${deep}}`, empty),
      sign(`${header}}`, "{}", "{}", `{"code": "touched++", "user_expressions": {"a": ${deep}}}`),
      sign('{"msg_id": 5, "msg_type": "execute_request", "session": "s"}', "{}", "{}", empty),
      sign(`${header}, "msg_type": null}`, "{}", "{}", empty),
      sign(`${header}}`, "{}", "{}", "\u0000"),
    ];
    for (const frames of bad) {
      await kernel.shell.send(frames);
      await kernel.control.send(frames);
    }
    expect(await touched()).to.equal("1");
  });

  it("counts what it drops, and tells the count", async () => {
    const dropped = async () => {
      const { reply } = await kernel.request("usage_request", {}, "control");
      return Number(reply.dropped_messages);
    };
    const before = await dropped();
    const frames = cell("another key");
    for (let i = 0; i < 5; i++) await kernel.shell.send(frames);
    await kernel.run("1");
    expect((await dropped()) - before).to.equal(5);
    expect(kernel.stderr).to.contain("Dropped message 1: decode: expected the signature");
  });

  it("cuts off who sends a frame of more than 256 MB, and goes on", async () => {
    const peer = new zmq.Dealer({ linger: 0 });
    peer.connect(endpoint(kernel.connection, "shell"));
    const disconnected = new Promise((resolve) => peer.events.on("disconnect", resolve));
    await peer.send(Buffer.alloc((1 << 28) + 1));
    await disconnected;
    peer.close();
    const peak = await kernel.run("process.resourceUsage().maxRSS / 1024");
    expect(Number(resultText(peak.messages))).to.be.below(300);
    expect(await touched()).to.equal("1");
  });

  it("listens on the address of its connection file, and on no other", async function () {
    // Other systems have no second loopback address.
    needs(this, "/proc");
    const reach = (host: string, port: number) =>
      new Promise<boolean>((resolve) => {
        const socket = connect(port, host, () => resolve(true));
        socket.on("error", () => resolve(false));
        socket.setTimeout(2000, () => resolve(false));
        socket.on("connect", () => socket.destroy());
      });
    for (const channel of CHANNELS) {
      const port = kernel.connection[`${channel}_port`];
      expect(await reach("127.0.0.1", port), channel).to.equal(true);
      expect(await reach("127.0.0.2", port), channel).to.equal(false);
    }
  });

  it("takes unsigned messages where the connection file holds no key, and then no signed ones", async () => {
    const folder = mkdtempSync(join(tmpdir(), "kernel-no-key-"));
    const connection = { ...(await makeConnection()), key: "" };
    writeFileSync(join(folder, "connection.json"), JSON.stringify(connection));
    const open = await RawKernel.start({ folder });
    try {
      await open.shell.send(cell("a key"));
      const { messages } = await open.run("console.log('here')");
      expect(streamText(messages)).to.equal("here\n");
      const { reply } = await open.request("usage_request", {}, "control");
      expect(reply.dropped_messages).to.equal(1);
    } finally {
      await open.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
