import { expect } from "chai";
import { contentsOf, RawKernel, streamText } from "../../support/raw-kernel";

describe("kernel: display", function () {
  this.timeout(60_000);
  let kernel: RawKernel;
  before(async () => {
    kernel = await RawKernel.start();
  });
  after(() => kernel.stop());

  const hook =
    "type Hook = (bundle: object, options?: object) => void;\n" +
    "const show = (globalThis as unknown as Record<symbol, Hook>)[Symbol.for('tslab.display')];\n";

  it("sends whole MIME bundles through the global function, with ids and updates", async () => {
    const { messages } = await kernel.run(
      `${hook}show({ 'text/html': '<b>1</b>', 'text/plain': '1' }, { displayId: 'd', metadata: { m: 1 } });
show({ 'text/html': '<b>2</b>', 'image/png': Uint8Array.of(1, 2, 3) }, { displayId: 'd', update: true });
show({ 'text/plain': 'alone' });`,
    );
    expect(contentsOf(messages, "display_data")).to.deep.equal([
      {
        data: { "text/html": "<b>1</b>", "text/plain": "1" },
        metadata: { m: 1 },
        transient: { display_id: "d" },
      },
      { data: { "text/plain": "alone" }, metadata: {}, transient: {} },
    ]);
    expect(contentsOf(messages, "update_display_data")).to.deep.equal([
      {
        data: { "text/html": "<b>2</b>", "image/png": "AQID" },
        metadata: {},
        transient: { display_id: "d" },
      },
    ]);
  });

  describe("what a cell leaves growing", () => {
    const grow = (id: string) =>
      `${hook}let ${id} = 0;
const grow_${id} = () => show({ 'text/plain': 'growing' }, { displayId: '${id}', update: ${id}++ > 0, atCellEnd: () => ({ 'text/plain': 'at ' + ${id} }) });
grow_${id}();\n`;
    const texts = (messages: Parameters<typeof contentsOf>[0]) =>
      contentsOf(messages, "update_display_data").map(
        ({ data }) => (data as Record<string, unknown>)["text/plain"],
      );

    it("gets its last state once, when the cell is done, failed or cut off", async () => {
      const done = await kernel.run(`${grow("a")}grow_a();`);
      expect(texts(done.messages)).to.deep.equal(["growing", "at 2"]);
      const failed = await kernel.run(`${grow("b")}throw new Error('b');`);
      expect(failed.reply.evalue).to.equal("b");
      expect(texts(failed.messages)).to.deep.equal(["at 1"]);
      for (const [id, loop] of [
        ["c", "while (true) {}"],
        ["d", "await new Promise(() => {});"],
      ]) {
        const cell = await kernel.sendCell(`${grow(id)}console.log('begun');\n${loop}`);
        await kernel.printed(cell, "begun\n");
        await kernel.request("interrupt_request", {}, "control");
        expect((await kernel.answer(cell)).reply.ename).to.equal("Interrupted");
        const late = await kernel.run("1");
        const updates = contentsOf(kernel.messagesOf(cell), "update_display_data");
        expect(updates.map(({ data }) => data)).to.deep.equal([{ "text/plain": "at 1" }]);
        expect(texts(late.messages)).to.deep.equal([]);
      }
    });

    it("is left alone when it was ended, and taken up again by a later cell", async () => {
      const ended = await kernel.run(
        `${grow("e")}show({ 'text/plain': 'end' }, { displayId: 'e', update: true });`,
      );
      expect(texts(ended.messages)).to.deep.equal(["end"]);
      expect(texts((await kernel.run("1")).messages)).to.deep.equal([]);
      expect(texts((await kernel.run("grow_e();")).messages)).to.deep.equal(["growing", "at 2"]);
    });

    it("says in a sentence when its last state cannot be made", async () => {
      const { reply, messages } = await kernel.run(
        `${hook}show({ 'text/plain': '1' }, { displayId: 'f', atCellEnd: () => { throw new RangeError('no'); } });`,
      );
      expect(reply.status).to.equal("ok");
      expect(streamText(messages, "stderr")).to.equal(
        "What grew below this cell could not be shown at its end. RangeError: no\n",
      );
    });
  });

  it("tells what is wrong with a bundle", async () => {
    for (const [bundle, word] of [
      ["{ html: '<b>' }", "MIME type"],
      ["{ 'text/plain': 1n }", "BigInt"],
      [
        "{ 'application/json': JSON.parse('['.repeat(2000) + ']'.repeat(2000)) }",
        "expected at most 990 levels of lists and objects in each other, but got 2001",
      ],
      ["[]", "object"],
    ]) {
      const { reply } = await kernel.run(
        `(globalThis as any)[Symbol.for('tslab.display')](${bundle})`,
      );
      expect(reply.status).to.equal("error");
      expect(reply.evalue).to.contain(word);
    }
  });

  it("makes tslab's own display work", async () => {
    const { messages } = await kernel.run(
      "import { display, newDisplay } from 'tslab';\n" +
        "display.html('<i>x</i>');\nconst d = newDisplay(); d.text('one'); d.text('two');",
    );
    const [html, one] = contentsOf(messages, "display_data");
    const [two] = contentsOf(messages, "update_display_data");
    expect(html.data).to.deep.equal({ "text/html": "<i>x</i>" });
    expect(one.data).to.deep.equal({ "text/plain": "one" });
    expect(two.data).to.deep.equal({ "text/plain": "two" });
    expect(two.transient).to.deep.equal(one.transient);
  });

  it("shows a value through its Jupyter.display, sync or async", async () => {
    for (const word of ["", "async "]) {
      const { messages } = await kernel.run(
        `({ ${word}[Symbol.for('Jupyter.display')]() { return { 'text/html': '<b>x</b>', 'text/plain': 'x' }; } })`,
      );
      const [result] = contentsOf(messages, "execute_result");
      expect(result.data).to.deep.equal({ "text/html": "<b>x</b>", "text/plain": "x" });
    }
  });

  it("falls back to text and says so on stderr when the value's display throws or is no bundle", async () => {
    for (const body of ["throw new Error('broken')", "return 5", "return { 'text/plain': 1n }"]) {
      const { reply, messages } = await kernel.run(
        `({ a: 1, async [Symbol.for('Jupyter.display')]() { ${body}; } })`,
      );
      expect(reply.status).to.equal("ok");
      const [{ data }] = contentsOf(messages, "execute_result");
      expect((data as Record<string, string>)["text/plain"]).to.contain("a: 1");
      expect(streamText(messages, "stderr")).to.contain("display failed");
    }
  });
});
