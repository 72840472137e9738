import { randomBytes } from "node:crypto";
import { expect } from "chai";
import { encode, newHeader } from "../../../kernel-setup/wire/message";
import { RawKernel, resultText } from "../../support/raw-kernel";

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
});
