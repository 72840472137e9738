import { expect } from "chai";
import type { Json } from "../../../kernel-setup/jupyter/messages/message";
import { contentsOf, RawKernel, resultText, streamText } from "../../support/raw-kernel";

describe("kernel: the globals of cells", function () {
  this.timeout(60_000);
  let kernel: RawKernel;
  before(async () => {
    kernel = await RawKernel.start();
  });
  after(() => kernel.stop());

  const plain = (content: Json) => (content.data as Record<string, string>)["text/plain"];

  it("shows bundles, displayables and any other value in order, typed without an import", async () => {
    const { messages, reply } = await kernel.run(
      `display({ 'text/html': '<b>1</b>', 'text/plain': '1' }, { metadata: { m: 1 } });
  console.log('between');
  display({ [Symbol.for('Jupyter.display')]: () => ({ 'text/plain': 'own' }) });
  display([1, 'a']);
  display({ 'application/x': 1 }, { raw: true });
  display('last')`,
    );
    expect(reply.status).to.equal("ok");
    const types = messages.slice(2, -1).map(({ header }) => header.msg_type);
    expect(types).to.deep.equal([
      "display_data",
      "stream",
      "display_data",
      "display_data",
      "display_data",
      "display_data",
    ]);
    const [bundle, ...others] = contentsOf(messages, "display_data");
    expect(bundle.data).to.deep.equal({ "text/html": "<b>1</b>", "text/plain": "1" });
    expect(bundle.metadata).to.deep.equal({ m: 1 });
    expect(others.map(plain)).to.deep.equal(["own", "[ 1, 'a' ]", undefined, "'last'"]);
  });

  it("returns a handle that replaces what was shown, also from a later cell", async () => {
    const first = await kernel.run("const place = display('0 %');\nplace.update('50 %');");
    const second = await kernel.run(
      "place.update({ 'text/html': '<i>done</i>' }, { metadata: { a: 1 } }); place.displayId",
    );
    const [shown] = contentsOf(first.messages, "display_data");
    const [half] = contentsOf(first.messages, "update_display_data");
    const [done] = contentsOf(second.messages, "update_display_data");
    const { display_id } = shown.transient as Record<string, string>;
    expect([plain(shown), plain(half)]).to.deep.equal(["'0 %'", "'50 %'"]);
    expect(half.transient).to.deep.equal({ display_id });
    expect(done).to.deep.equal({
      data: { "text/html": "<i>done</i>" },
      metadata: { a: 1 },
      transient: { display_id },
    });
    expect(resultText(second.messages)).to.equal(`'${display_id}'`);
  });

  it("takes ids of one's own, and wants one for an update", async () => {
    const { messages, reply } = await kernel.run(
      "display(1, { displayId: 'mine' }); display(2, { displayId: 'mine', update: true }); display(3, { update: true })",
    );
    expect(contentsOf(messages, "display_data")[0].transient).to.deep.equal({
      display_id: "mine",
    });
    expect(plain(contentsOf(messages, "update_display_data")[0])).to.equal("2");
    expect(reply.evalue).to.equal("display: expected a displayId with update, but got none");
  });

  it("waits for an async display before the cell ends, and falls back to text when it fails", async () => {
    const { messages } = await kernel.run(
      `const slow = (body: () => unknown) => ({ a: 1, async [Symbol.for('Jupyter.display')]() {
    await new Promise((resolve) => setTimeout(resolve, 100));
    return body();
  } });
  display(slow(() => ({ 'text/plain': 'slow' })));
  await display(slow(() => { throw new Error('broken'); })).shown;
  console.log('after');`,
    );
    const [own, text] = contentsOf(messages, "display_data");
    expect(plain(own)).to.equal("slow");
    expect(plain(text)).to.contain("a: 1");
    expect(streamText(messages, "stderr")).to.contain("display failed");
    expect(streamText(messages, "stderr")).to.contain("Error: broken");
    expect(messages.at(-2)?.content.text).to.equal("after\n");
  });

  it("shows a late async display in the cell that asked for it", async () => {
    const { id } = await kernel.run("setTimeout(() => display('late'), 100); 1");
    await kernel.run("2");
    await kernel.until(() => contentsOf(kernel.messagesOf(id), "display_data").length === 1);
  });

  it("clears the output, at once or with the next one", async () => {
    const { messages } = await kernel.run(
      "console.log(1); clearOutput(); clearOutput(true); console.log(2);",
    );
    const types = messages.slice(2, -1).map(({ header }) => header.msg_type);
    expect(types).to.deep.equal(["stream", "clear_output", "clear_output", "stream"]);
    expect(contentsOf(messages, "clear_output")).to.deep.equal([{ wait: false }, { wait: true }]);
    const symbol = await kernel.run("(globalThis as any)[Symbol.for('tslab.clearOutput')]()");
    expect(contentsOf(symbol.messages, "clear_output")).to.deep.equal([{ wait: false }]);
  });

  it("checks how the kernel's globals are called", async () => {
    for (const code of ["display()", "clearOutput(1)", "prompt(1)", "comms.open()"]) {
      expect((await kernel.run(code)).reply.ename, code).to.equal("TypeScriptError");
    }
  });

  it("explains the globals on inspection", async () => {
    const { reply } = await kernel.request("inspect_request", { code: "prompt", cursor_pos: 3 });
    expect((reply.data as Record<string, string>)["text/markdown"]).to.contain("Asks the reader");
  });

  it("gives way to a cell's own name", async () => {
    const { messages } = await kernel.run("const display = (n: number) => n + 1;\ndisplay(1)");
    expect(resultText(messages)).to.equal("2");
  });
});
